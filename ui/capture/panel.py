"""The observe panel: pick a student, click a level, and it is saved."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.classes import Goal
from app.domain.ids import SkillId, StudentId, TagId
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.skills import LEVELS, Framework, Skill, Tag
from app.domain.unseen import Unseen
from app.errors import ClassroomError, NotSaved
from app.ports import Clock
from app.services.look import Look
from app.services.observe import ObserveService
from app.services.unseen import UnseenReader
from app.workspace import Kinds
from ui.capture.panel_body import PanelBody
from ui.capture.words import tr
from ui.format import clock_time
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.focus import keyboard_kept
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface

if TYPE_CHECKING:
    from app.domain.observing import SkillOffer
    from app.services.observing import ObservingReader
    from app.services.timeline import TimelineReader
    from ui.capture.student_parts import StudentParts

RECENT = 3
SHOWN: Kinds = frozenset({Observation, Skill, Framework, Tag, Goal})
"""What the panel reads by itself; everything else comes with the scene."""
KEPT: Kinds = frozenset({Skill, Framework, Tag})
"""What the reader keeps until it is told to forget."""


class ObservePanel(Surface):
    """Shows one student of a lesson and writes down what is clicked, at once.

    `saved` gives the observation; `undo_wanted` asks to take the last step back; `student_wanted`
    names a student to look at, `seen_wanted` an observation to put right. `reader` and `timeline`
    are asked for when there is a student.
    """

    saved = Signal(object)
    undo_wanted = Signal()
    student_wanted = Signal(object)
    seen_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        observe: ObserveService,
        unseen: UnseenReader,
        reader: "Callable[[], ObservingReader]",
        timeline: "Callable[[], TimelineReader]",
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lines=("start",), parent=parent)
        self._observe = observe
        self._unseen = unseen
        self._reader = reader
        self._timeline = timeline
        self._clock = clock
        self._scene: LiveScene | None = None
        self._student: StudentId | None = None
        self._several: tuple[StudentId, ...] = ()
        self._target: SkillId | None = None
        self._items: list[tuple[object, str]] = []
        self._offers: dict[SkillId, SkillOffer] = {}
        self._last: Observation | None = None
        self._saved_at = ""
        self._say = Announcer(self)
        self.look = Look(observe, clock)
        self.body = PanelBody(theme, clock, observe)
        self._scroll = Scroll(theme, self.body)
        self._over = QTimer(self, singleShot=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._scroll)
        self._connect()
        self.show_student(None, None)

    def show_student(self, scene: LiveScene | None, student: StudentId | None) -> None:
        """Look at a student of the scene, or at nobody."""
        turned = student != self._student
        self._scene, self._student, self._several = scene, student, ()
        if turned and self.body.has_student:
            self.body.student.note.clear()
            self._show_problem("")
        with keyboard_kept(self):  # Esc in the note puts the note away
            self._show(pick_target=turned)

    def show_several(self, scene: LiveScene, students: tuple[StudentId, ...]) -> None:
        """Look at several students of the scene, who are given one level together."""
        self.show_student(scene, None)
        self._several = students
        self._show_several()

    def refresh(self) -> None:
        """Read everything again."""
        self._reader().forget(frozenset({Skill}))
        self._show(pick_target=False)

    def on_changed(self, kinds: Kinds) -> None:
        """Something was written: what was saved here is only undone while it is the last step."""
        if kinds & KEPT:  # for a move nobody needs a reader
            self._reader().forget(kinds)
        if Observation in kinds and self._last is not None:
            self._last = self._observe.current(self._last)
        self._show_saved(undoable=kinds == {Observation} and self._last is not None)
        if kinds & SHOWN:
            self._show(pick_target=False)

    def forget_problem(self) -> None:
        """What could not be saved has been by now."""
        if self.body.has_student:
            self._show_problem("")

    def press_level(self, level: int) -> None:
        """Save a level for the student who is looked at; it says what is missing."""
        if self._several:
            self.body.several.give_level(level)
        elif self._student is None or self._scene is None:
            self._say(tr("Pick a student, then a level."))
        elif self._offer() is None:
            self._show_problem(tr("Pick a skill first."))
        else:
            self._write(lambda: self.look.give_level(level))

    def focus_tags(self) -> None:
        """Put the keyboard on the first tag."""
        if self._several or self._student is not None:
            (self.body.several if self._several else self.body.student).tags.focus()
        elif self._scene is not None:
            self.body.any_tags.show_tags(self._reader().tags(self._scene.school_class.id))
            self._show(pick_target=False)
            self.body.any_tags.row.focus()

    def mark_saved(self, observation: Observation) -> None:
        """Something was saved elsewhere, such as in the capture line."""
        self._saw(observation)
        self._show_saved(undoable=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self.body.fit(self.height())

    def _connect(self) -> None:
        self.body.student_made.connect(self._connect_student)
        self.body.several_made.connect(lambda parts: parts.saved.connect(self._saved_several))
        self.body.saved.undo_wanted.connect(self.undo_wanted)
        self.body.unseen.student_wanted.connect(self.student_wanted)
        self.body.tags_wanted.connect(self.focus_tags)
        self._over.timeout.connect(self._show_look)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: self.body.set_bar(bar.width() if most else 0))

    def _connect_student(self, parts: "StudentParts") -> None:
        parts.levels.pressed.connect(self.press_level)
        parts.tags.toggled.connect(self._toggle_tag)
        parts.skill.picked.connect(lambda _: self._show_look())
        parts.recent.picked.connect(self.seen_wanted)
        parts.note.returnPressed.connect(self._add_note)
        parts.note.textEdited.connect(lambda _: self._keep_looking())

    def _toggle_tag(self, tag: TagId) -> None:
        self._write(lambda: self.look.toggle_tag(tag))

    def _add_note(self) -> None:
        note = self.body.student.note.text().strip()
        if note and self._write(lambda: self.look.add_note(note)):
            self.body.student.note.clear()

    def _keep_looking(self) -> None:
        self.look.keep()
        self._over.start(self.look.rest_ms)

    def _write(self, deed: Callable[[], Observation | None]) -> bool:
        """Do it and say that it is saved; the error is told where the click was.

        Returns whether it is in good hands: saved, or held until it can be.
        """
        try:
            made = deed()
        except ClassroomError as error:
            from ui.problems import problem  # nothing has gone wrong at the start

            self._show_problem(problem(error))
            self._show_look()
            return isinstance(error, NotSaved) and bool(error.kept)
        self._saw(made)
        self._show_problem("")
        self._show_saved(undoable=made is not None)
        self._show(pick_target=False)
        if made is not None:
            self._say(self.body.saved.saved.text())
            self.saved.emit(made)
        return True

    def _saved_several(self, made: Observation) -> None:
        self.mark_saved(made)
        self._say(self.body.saved.saved.text())
        self.saved.emit(made)

    def _show(self, pick_target: bool) -> None:
        scene, student = self._scene, self._student
        unseen = self._unseen.unseen(scene) if scene else ()
        shown = self._reader().student(scene, student) if scene and student is not None else None
        begun = scene is None or _begun(scene, unseen)
        unseen = unseen if begun else ()
        self.body.show_parts(shown is not None, bool(unseen), begun)
        self.body.show_any_tags(scene is not None and student is None and not self._several)
        self.body.unseen.show_unseen(unseen)
        if scene is not None and shown is not None:
            self.body.student.who.show_student(shown)
            self.body.student.tags.show_tags(self._reader().tags(scene.school_class.id))
            self._offer_skills(scene, shown.target, pick_target)
            seen = self._timeline().timeline(shown.id, None, RECENT, private=False)
            self.body.student.recent.show_sightings(seen.sightings)
        self._show_look()
        self._show_several()
        self.body.fit(self.height())

    def _show_several(self) -> None:
        self.body.show_several(bool(self._several))
        if self._several and self._scene is not None:
            tags = self._reader().tags(self._scene.school_class.id)
            self.body.several.show_students(self._scene, self._several, tags)

    def _offer_skills(self, scene: LiveScene, target: SkillId | None, pick_target: bool) -> None:
        """The target is picked for a new student, and again when the station is another one."""
        follow = pick_target or target != self._target
        self._target = target
        offers = self._reader().skills(scene, target)
        self._offers = {offer.id: offer for offer in offers}
        items: list[tuple[object, str]] = [(offer.id, offer.text) for offer in offers]
        if target is None:
            items.insert(0, (None, tr("Pick a skill")))
        if items != self._items:
            self._items = items
            self.body.student.skill.set_items(items)
        if follow:
            self.body.student.skill.set_current(target)

    def _offer(self) -> "SkillOffer | None":
        """The skill that is picked."""
        if not self.body.has_student:
            return None
        found = self.body.student.skill.current()
        return self._offers.get(SkillId(found)) if isinstance(found, int) else None

    def _show_look(self) -> None:
        """Show what the look has made so far, and whether a level can be given."""
        if not self.body.has_student:
            return
        offer, parts = self._offer(), self.body.student
        self.look.turn_to(self._scene, self._student, offer.id if offer else None)
        made = self.look.observation
        parts.levels.show_levels(offer.levels if offer else LEVELS)
        parts.levels.set_offered(offer is not None)
        parts.levels.show_given(made.level if made else None)
        parts.tags.show_given(made.tag_ids if made else ())
        if made is not None:
            self._over.start(self.look.rest_ms)

    def _saw(self, made: Observation | None) -> None:
        """What is shown as saved, and when, is what was written just now."""
        self._last = made
        self._saved_at = clock_time(self._clock.local(self._clock.now_ms()))

    def _show_saved(self, undoable: bool) -> None:
        if undoable:
            self.body.saved.show_saved(self._saved_at, undoable=True)
        elif self._last is None:
            self.body.saved.show_saved("", undoable=False)
        else:
            self.body.saved.undo.hide()

    def _show_problem(self, text: str) -> None:
        self.body.student.problem.setText(text)
        self.body.student.problem.setVisible(bool(text))
        if text:
            self._say(text)


def _begun(scene: LiveScene, unseen: Sequence[Unseen]) -> bool:
    """Whether anybody here was ever observed; before that, a list of everyone says nothing."""
    never = [student for student in unseen if student.days is None]
    here = sum(student.id not in scene.seating.out for student in scene.students)
    return not never or len(never) < here
