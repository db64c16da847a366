"""One observation, to be put right: what is chosen holds at once, and each is an undo step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.amending import SplitPart
from app.domain.ids import ObservationId, SkillId, StudentId, TagId
from app.domain.observations import Observation
from app.domain.observing import TagOffer
from app.domain.skills import LEVELS
from app.domain.stations import Station
from app.errors import ClassroomError
from app.ports import Clock
from app.services.amending import AmendService, Choices
from ui.amend.split import SplitRows
from ui.amend.words import DOT, history_line, tr
from ui.capture.level_grid import LevelGrid
from ui.capture.tag_row import TagRow
from ui.clips.reads import holds_clips
from ui.clips.strip import ClipStrip
from ui.problems import problem
from ui.student.words import seen_when
from ui.theme import Theme
from ui.widgets.box import Box
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle

WIDE, HIGH = 520, 620
MOST_TOLD = 12
"""Changes of it that are told, the newest ones."""


class AmendBox(Box):
    """Student, skill, level, tags and note of one observation, and what it said before."""

    def __init__(
        self,
        theme: Theme,
        service: AmendService,
        clock: Clock,
        own: ObservationId,
        station: Station | None,
        clips: ClipStrip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._service = service
        self._clock = clock
        self._own = own
        self._station = station
        self.clips = clips
        self._choices: Choices | None = None
        self.when = Text(theme, "", "small", "text2")
        self.student = Dropdown(theme, "user")
        self.skill = Dropdown(theme, "target")
        self.levels = LevelGrid(theme)
        self.tags = TagRow(theme)
        self.note = Field(theme, tr("One-line note"))
        self.private = Toggle(theme)
        self.problem = Note(theme)
        self.split = Button(theme, tr("Split…"), "arrows-split", "quiet", small=True)
        self.delete = Button(theme, tr("Delete"), "trash", "quiet", small=True)
        self.close_button = Button(theme, tr("Done"), "", "primary", small=True)
        self.parts = SplitRows(theme)
        self.history = Text(theme, "", "small", "text2")
        self._lay_out()
        self._connect()
        self.show_seen()

    def show_seen(self) -> None:
        """Show what is kept now; an observation that is gone closes the box."""
        seen = self._service.current(self._own)
        if seen is None:
            self.reject()
            return
        self._choices = choices = self._service.choices(seen)
        self.when.setText(self._moment(seen))
        self.student.set_items([(one.id, one.name.full) for one in choices.students])
        self.student.set_current(seen.student_id)
        none: list[tuple[object, str]] = [(None, tr("No skill"))]
        self.skill.set_items([*none, *((offer.id, offer.text) for offer in choices.skills)])
        self.skill.set_current(seen.skill_id)
        words = [offer.levels for offer in choices.skills if offer.id == seen.skill_id]
        self.levels.show_levels(words[0] if words else LEVELS)
        self.levels.set_offered(bool(words))
        self.levels.show_given(seen.level)
        self.tags.show_tags([TagOffer(tag.id, tag.name) for tag in choices.tags])
        self.tags.show_given(seen.tag_ids)
        if not self.note.hasFocus() or not self.note.isModified():
            self.note.setText(seen.note)
        self.private.setChecked(seen.private)
        self.clips.show_seen(seen)
        self._show_history()

    def done(self, code: int) -> None:
        """What was typed is kept, however the box is closed."""
        if self._service.current(self._own) is not None and not self._keep_note():
            return
        self.clips.stop()
        super().done(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste adds a picture, unless words are pasted into the note."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.clips.paste()):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on it."""
        if holds_clips(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add them."""
        self.clips.take(event.mimeData())
        event.acceptProposedAction()

    def _keep_note(self) -> bool:
        """Whether what stands in the field is kept, or was before."""
        return not self.note.isModified() or self._do(self._word_anew)

    def _word_anew(self) -> None:
        self._service.set_note(self._own, self.note.text())
        self.note.setModified(False)

    def _do(self, deed: Callable[[], object]) -> bool:
        """Do it; what is refused is told here, and what is shown is what is kept."""
        try:
            deed()
        except ClassroomError as error:
            self.problem.set_note("", problem(error))
            self.problem.show()
            self.show_seen()
            return False
        self.problem.hide()
        self.show_seen()
        return True

    def _pick_student(self, key: object) -> None:
        if isinstance(key, int):
            self._do(lambda: self._service.set_student(self._own, StudentId(key)))

    def _pick_skill(self, key: object) -> None:
        skill = SkillId(key) if isinstance(key, int) else None
        self._do(lambda: self._service.set_skill(self._own, skill))

    def _press_level(self, level: int) -> None:
        seen = self._service.current(self._own)
        given = None if seen is not None and seen.level == level else level
        self._do(lambda: self._service.set_level(self._own, given))

    def _toggle_tag(self, tag: TagId) -> None:
        self._do(lambda: self._service.toggle_tag(self._own, tag))

    def _turn_private(self, on: bool) -> None:
        self._do(lambda: self._service.set_private(self._own, on))

    def _begin_split(self) -> None:
        seen = self._service.current(self._own)
        if seen is None or self._choices is None or not self._keep_note():
            return
        students: list[tuple[object, str]] = [
            (one.id, one.name.full) for one in self._choices.students
        ]
        self.parts.show()
        self.split.setEnabled(False)
        self.parts.begin(self._service.current(self._own) or seen, students)
        # When the rows have their places.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.parts.do))

    def _split(self, parts: Sequence[SplitPart]) -> None:
        if self._do(lambda: self._service.split(self._own, parts)):
            self._end_split()
            self.accept()

    def _end_split(self) -> None:
        self.parts.hide()
        self.split.setEnabled(True)
        self.split.setFocus()

    def _delete(self) -> None:
        self.note.setModified(False)
        self._do(lambda: self._service.delete(self._own))

    def _show_history(self) -> None:
        versions = self._service.history(self._own)
        names, now = self._service.names(versions), self._clock.local(self._clock.now_ms())
        lines = [history_line(v, names, self._clock.local(v.at), now) for v in versions]
        self.history.setText("\n".join(reversed(lines[-MOST_TOLD:])))

    def _moment(self, seen: Observation) -> str:
        now = self._clock.local(self._clock.now_ms())
        when = seen_when(self._clock.local(seen.seen_at), now)
        place = self._station.name if self._station is not None else ""
        turn = tr("round {round}", round=seen.round) if seen.round else ""
        return DOT.join(part for part in (when, place, turn, seen.adult) if part)

    def _connect(self) -> None:
        self.student.picked.connect(self._pick_student)
        self.skill.picked.connect(self._pick_skill)
        self.levels.pressed.connect(self._press_level)
        self.tags.toggled.connect(self._toggle_tag)
        self.note.editingFinished.connect(self._keep_note)
        self.clips.changed.connect(self.show_seen)
        self.private.clicked.connect(self._turn_private)
        self.split.clicked.connect(lambda _on: self._begin_split())
        self.parts.split.connect(self._split)
        self.parts.left.connect(self._end_split)
        self.delete.clicked.connect(lambda _on: self._delete())
        self.close_button.clicked.connect(lambda _on: self.accept())

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        self.setWindowTitle(tr("Observation"))
        self.setAcceptDrops(True)
        self.student.setAccessibleName(tr("Student"))
        self.skill.setAccessibleName(tr("Skill"))
        self.private.setAccessibleName(tr("Private, for you alone"))
        self.problem.hide()
        self.parts.hide()
        for text in (self.when, self.history):
            text.setWordWrap(True)
        private = QHBoxLayout()
        private.addWidget(Text(theme, tr("Private, for you alone"), "body"), 1)
        private.addWidget(self.private)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(4), px(4), px(8), px(4))
        column.setSpacing(px(10))
        for widget in (self.when, self.student, self.skill, self.levels, self.tags, self.note):
            column.addWidget(widget)
        column.addLayout(private)
        column.addWidget(self.clips)
        column.addWidget(self.parts)
        column.addWidget(Text(theme, tr("What happened to it"), "small", "text2", weight=600))
        column.addWidget(self.history)
        column.addStretch(1)
        self._scroll = Scroll(theme, inside)
        foot = QHBoxLayout()
        foot.setSpacing(px(6))
        for button in (self.delete, self.split):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(12), px(12), px(16))
        rows.setSpacing(px(10))
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self.problem)
        rows.addLayout(foot)
        self.setMinimumWidth(px(WIDE))
        self.resize(px(WIDE), px(HIGH))
        self.student.setFocus(Qt.FocusReason.OtherFocusReason)
