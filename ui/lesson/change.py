"""Joins the lesson with the planner: what a change in the room makes of the rounds to come."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from app.domain.changes import Entity
from app.domain.ids import LessonId
from app.domain.lesson_picture import LessonPicture
from app.domain.planning.values import REPAIR, ChangedCell, Fact, Proposal
from app.errors import NotRead
from app.services.plans.service import PlanningService
from ui.desk.pages import Errands
from ui.live.change_cue import ChangeCue
from ui.live.page import LivePage
from ui.live.words import counted, tr
from ui.plan.offer_words import because_words, offer_of
from ui.plan.plan_words import names_and
from ui.plan.planner import Planner, Worker
from ui.widgets.focus import focused, holds

SOON_MS = 400
"""Several students are often marked one after the other."""


class _SmallChanges:
    """What the planner asks, for a lesson that runs."""

    def __init__(self, plans: PlanningService) -> None:
        self._plans = plans

    def ask(self, lesson_id: LessonId, _way: str, _seed: int) -> "PlanJob":
        return self._plans.small_change(lesson_id)


if TYPE_CHECKING:
    from app.services.plans.jobs import PlanJob


class ChangeLink(QObject):
    """After somebody came, left or was put elsewhere: offers the smallest change that helps.

    Nothing moves unless the teacher says so. What was left is not offered again; what was not
    answered is, when somebody else comes or leaves.
    """

    def __init__(self, desk: Errands, page: LivePage, make_worker: Callable[[], Worker]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        room = desk.room
        self.plans = PlanningService(room)
        self._make_worker = make_worker
        self.later = QTimer(self, singleShot=True, interval=SOON_MS)
        self.later.timeout.connect(self.look)
        self._trouble: frozenset[tuple[str, Fact]] = frozenset()
        self._left: frozenset[tuple[str, Fact]] = frozenset()
        self._proposal: Proposal | None = None

    @cached_property
    def planner(self) -> Planner:
        """Searches, made when there is first something to look for."""
        planner = Planner(_SmallChanges(self.plans), self._desk.tasks, self._make_worker, self)
        planner.found.connect(self._found)
        return planner

    @cached_property
    def cue(self) -> ChangeCue:
        """The line, made when there is first something to say."""
        cue = ChangeCue(self._desk.theme, self._page.console.tray)
        cue.taken.connect(self._take)
        cue.looked.connect(lambda: self._desk.go("plan"))
        cue.left.connect(self._leave)
        self._page.console.tray.add_end(cue)
        return cue

    def tell(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written that may change the rounds to come."""
        self.plans.forget(kinds)
        self._hide()
        self._end_search()
        self.later.start()

    def stop(self) -> None:
        """Ask nothing of the files any more."""
        self.later.stop()
        self._end_search()

    def look(self) -> None:
        """See what does not hold any more, and look for the smallest change if it is new."""
        scene = self._page.scene
        if scene is None or self._desk.settings.simple_view:
            return
        if self._page.carry.lifted is not None:
            self.later.start()  # a card that is carried comes first
            return
        try:
            self._trouble = self.plans.trouble(scene.lesson.id)
            self._left &= self._trouble
            if self._trouble - self._left:
                self.planner.plan(scene.lesson.id, REPAIR)
        except NotRead:
            return  # the disk does not answer: nothing is offered

    def _found(self, way: str) -> None:
        scene, proposal = self._page.scene, self.planner.proposal(way)
        conflict = self.planner.conflict(way)
        if scene is not None and conflict is not None and conflict.rules:
            self._warn()
        elif proposal is None or not proposal.changes:
            self._left = self._trouble  # nothing helps: it is not looked for with every mark
        if scene is None or proposal is None or not proposal.changes:
            return
        self._proposal = proposal
        picture = self.plans.picture(scene.lesson.id)
        lines = [line.text for line in offer_of(picture, proposal, {}).lines]
        text = _in_short(picture, proposal.changes)
        self.cue.say(text, "\n".join(lines))
        self.cue.show()
        self._page.say(text)

    def _warn(self) -> None:
        """Nothing can be done by moving students: which rule to drop is decided on the plan."""
        text = tr("Not every rule can hold in the rounds to come")
        self.cue.say(text, "", may_take=False)
        self.cue.show()
        self._page.say(text)

    def _leave(self) -> None:
        self._left = self._trouble
        self._hide()

    def _take(self) -> None:
        scene, proposal = self._page.scene, self._proposal
        self._hide()
        if scene is not None and proposal is not None:
            self.plans.use(scene.lesson.id, proposal)

    def _end_search(self) -> None:
        if "planner" in self.__dict__:
            self.planner.forget()

    def _hide(self) -> None:
        self._proposal = None
        if "cue" in self.__dict__:
            if holds(self.cue, focused(self._page)):
                # Qt would give the keyboard to whatever comes next.
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.cue.hide()


def _in_short(picture: LessonPicture, changes: Sequence[ChangedCell]) -> str:
    """Who moves and why, in a few words: the whole of it is told to who looks closer."""
    moving = tuple(dict.fromkeys(change.student for change in changes))
    names = names_and(picture, moving, most=2)
    why = changes[0].because
    if len(moving) == 1 and why.word == "came":
        return tr("{name} gets places in the rounds to come", name=names)
    if reason := because_words(picture, why, {}):
        both = ("{names} moves, {why}", "{names} move, {why}")
        return counted(*both, len(moving), names=names, why=reason)
    both = ("{names} moves in a round to come", "{names} move in rounds to come")
    return counted(*both, len(moving), names=names)
