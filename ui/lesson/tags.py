"""Joins the tags of the observe panel with the cards and stations of the console."""

from PySide6.QtCore import QObject, QPoint

from app.domain.ids import StudentId, TagId
from app.errors import ClassroomError
from app.services.observe import ObserveService
from app.services.together import Together
from ui.capture.any_tags import AnyTags
from ui.capture.panel import ObservePanel
from ui.capture.tag_carry import TagCarry
from ui.live.page import LivePage
from ui.problems import problem
from ui.theme import Theme


class TagsLink(QObject):
    """Made with the first tag that is to be given while nobody is selected."""

    def __init__(
        self,
        theme: Theme,
        observe: ObserveService,
        panel: ObservePanel,
        tags: AnyTags,
        page: LivePage,
    ) -> None:
        super().__init__(page)
        self._observe = observe
        self._panel = panel
        self._page = page
        self._tags = tags
        self.carry = TagCarry(theme, page, self._who, self._outline)
        self.carry.given.connect(self._give)
        self.carry.changed.connect(lambda: tags.show_held(self.carry.held))
        tags.toggled.connect(self.carry.take)
        tags.offered.connect(lambda: self.carry.watch(tags.chips))
        page.clicks.taken = self.carry.hit
        page.handling.keys.cancelled.connect(self.carry.put_down)
        page.selected.connect(lambda _student: self.carry.put_down())
        self.carry.watch(tags.chips)

    def _who(self, spot: QPoint) -> tuple[StudentId, ...]:
        columns = self._page.console.columns
        for column in columns.columns:
            head = column.head
            if head.rect().contains(head.mapFromGlobal(spot)):
                return tuple(card.student for card in column.list.cards)
        target = self._page.console.target_at(spot)
        student = target.student if target is not None else None
        return () if student is None else (student,)

    def _outline(self, students: tuple[StudentId, ...]) -> None:
        first = students[0] if students else None
        self._page.console.mark_matches(first, frozenset(students[1:]))

    def _give(self, students: tuple[StudentId, ...], tag: TagId) -> None:
        together = Together(self._observe)
        together.turn_to(self._page.scene, students)
        try:
            made = together.toggle_tag(tag)
        except ClassroomError as error:
            self._panel.body.hint.setText(problem(error))
            self._page.say(problem(error))
            return
        if made:
            self._panel.mark_saved(made[-1])
