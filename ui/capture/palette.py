"""The capture palette: type a few words, see how they are understood, press Enter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.capture.line import parse
from app.domain.capture.reading import PARTS, STUDENT, Captured, Picks, Reading
from app.domain.capture.vocabulary import SkillIndex, Vocabulary
from app.domain.classes import Student
from app.domain.ids import ClassId, StationId, StudentId
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.skills import LEVELS, Framework, Skill, Tag
from app.domain.voice import Reflection
from app.errors import ClassroomError, NotSaved
from app.ports import Clock
from app.services.observe import ObserveService
from app.services.observing import ObservingReader
from app.services.vocabulary import VocabularyService
from app.workspace import Kinds
from ui.capture import palette_words as words
from ui.capture.anchor import Anchor
from ui.capture.palette_show import show_level, show_note, show_skill, show_student
from ui.capture.palette_view import WIDTH, PaletteView
from ui.capture.turning import Turning
from ui.capture.was import WasReader
from ui.capture.words import tr
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.announce import Announcer

SPOKEN_MS = 500
WORDS: Kinds = frozenset({Framework, Skill, Student, Tag})


class CapturePalette(PaletteView):
    """Lies over the page, above the capture line, while something is typed.

    `matched` gives the best student and the others the words fit, or None and nobody; `saved` the
    observation; `closed` comes when the teacher leaves.
    """

    matched = Signal(object, object)
    saved = Signal(object)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        observe: ObserveService,
        vocabulary: VocabularyService,
        reader: ObservingReader,
        clock: Clock,
        line: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._observe = observe
        self._words = vocabulary
        self._clock = clock
        self._anchor = Anchor(theme, self, line, parent, WIDTH)
        self._scene: LiveScene | None = None
        self._class: ClassId | None = None
        self.observed: StationId | None = None
        self._vocabulary: Vocabulary | None = None
        self._picks = Picks()
        self._turning = Turning()
        self._told: tuple[StudentId | None, frozenset[StudentId]] = (None, frozenset())
        self._was = WasReader(reader, self._show_was, self)
        self._speak = QTimer(self, singleShot=True, interval=SPOKEN_MS)
        self.say = Announcer(self.input)
        self.takes_own: Callable[[], bool] = lambda: False
        self.reading = self._read("")
        self.record: Callable[[Captured, bool], Observation | Reflection] = self._record
        self.known: Callable[[], Vocabulary | None] = self._known_now
        self._connect()
        self.hide()

    def set_scene(self, scene: LiveScene | None, class_id: ClassId) -> None:
        """Who is where from now on; without a lesson a skill has to be typed."""
        self._scene, self._class = scene, class_id
        self.learn_anew()

    def set_observed(self, station: StationId | None) -> None:
        """The station the teacher looks at: its students come first."""
        if station != self.observed:
            self.observed = station
            self.learn_anew()

    def on_changed(self, kinds: Kinds) -> None:
        """Something was written: what it was about is read again."""
        self._words.forget(kinds)
        if kinds & (WORDS | {Observation}):
            self.learn_anew()

    def open(self, prefill: str = "") -> None:
        """Open with these words typed, and take the keyboard."""
        self._learn()
        self.input.setText(prefill)
        self._picks = Picks()
        self.hints.say("")
        self._understand()
        self.show()
        self._anchor.place()
        self.raise_()
        self.input.setFocus()

    def leave(self) -> None:
        """Close without saving; what was typed is gone."""
        if self.isVisible():
            self.hide()
            self._tell(None, frozenset())
            self.closed.emit()

    def pick(self, part: str, index: int) -> None:
        """Take another match of a part."""
        self._take(self.reading.with_pick(part, index))

    def turn(self, step: int) -> None:
        """The next match of the part under the cursor, or with -1 the one before."""
        self._take(self._turning.turn(self.reading, self._active(), step))
        self._say_reading()

    def save_line(self, private: bool = False) -> None:
        """Save what is typed and stay for the next; `private` makes it a jotting."""
        if self.reading.rivals:
            self._ask_which()
            return
        captured = self.reading.captured()
        if captured is None or self._class is None:
            self._complain(words.missing(self.reading))
            return
        if private and captured.own:
            self._complain(tr("What a student says is theirs. Enter saves it."))
            return
        try:
            made = self.record(captured, private)
        except ClassroomError as error:
            if isinstance(error, NotSaved) and error.kept:
                self.begin_anew()
            self._complain(problem(error))
            return
        told = "Saved for you alone: {what}" if private else "Saved: {what}"
        said = tr(told, what=words.summary(self.reading))
        self.begin_anew()
        self.hints.say(said, "ok")
        self.say(said)
        if isinstance(made, Observation):
            self.saved.emit(made)

    def _record(self, said: Captured, private: bool) -> Observation:
        return self._observe.record(
            self._class or ClassId(0),
            said.student_id,
            skill_id=said.skill_id,
            level=said.level,
            tag_ids=said.tag_ids,
            note=said.note,
            scene=self._scene,
            private=private,
        )

    def _ask_which(self) -> None:
        """Nothing says which of them it is: the first is shown, and taken with the next Enter."""
        names = [choice.student.name for choice in self.reading.rivals]
        self.pick(STUDENT, self.reading.student.pick or 0)
        asked = "{names}? Enter saves for {first}, Tab takes the next."
        self._complain(tr(asked, names=" / ".join(names), first=names[0]))

    def begin_anew(self) -> None:
        """An empty line."""
        self.input.clear()
        self._picks = Picks()
        self._understand()

    def _connect(self) -> None:
        self.input.textEdited.connect(self._edited)
        self.input.cursorPositionChanged.connect(lambda *_: self._moved())
        self.input.turned.connect(self.turn)
        self.input.entered.connect(self.save_line)
        self.input.left.connect(self.leave)
        self.input.abandoned.connect(self._abandon)
        self.save.clicked.connect(lambda _on: self.save_line())
        self.hints.turn_wanted.connect(lambda: self.turn(1))
        self.hints.save_wanted.connect(self.save_line)
        self.hints.private_wanted.connect(lambda: self.save_line(private=True))
        self.hints.leave_wanted.connect(self.leave)
        self.keys.pressed.connect(self._type_level)
        for part, column in zip(PARTS, self.columns, strict=True):
            column.picked.connect(partial(self.pick, part))
        self._speak.timeout.connect(self._say_reading)
        self._anchor.lost.connect(self.leave)
        self.relaid.connect(self._anchor.place)

    def learn_anew(self) -> None:
        """What words can mean has changed."""
        self._vocabulary = None
        if self.isVisible():
            self._learn()
            self._understand()

    def _learn(self) -> None:
        """Make the vocabulary of this moment, once for all keys to come."""
        if self._vocabulary is None:
            self._vocabulary = self.known()
            self._was.show_scene(self._scene)

    def _known_now(self) -> Vocabulary | None:
        if self._class is None:
            return None
        if self._scene is not None:
            return self._words.of_scene(self._scene, self.observed)
        return self._words.of_class(self._class)

    def _edited(self) -> None:
        self._turning.stop()
        self.hints.say("")
        self._understand()
        self._speak.start()

    def _moved(self) -> None:
        self._turning.stop()
        self.input.show_runs(words.runs(self.reading, self._active()))

    def _abandon(self) -> None:
        if not self.input.text().strip():
            self.leave()

    def _understand(self) -> None:
        self._take(self._read(self.input.text()))

    def _read(self, text: str) -> Reading:
        return parse(text, self._vocabulary or _NO_WORDS, self._picks, self.takes_own())

    def _take(self, reading: Reading) -> None:
        self.reading, self._picks = reading, reading.picks
        self._show()

    def _type_level(self, level: int) -> None:
        text = self.input.text()
        gap = " " if text and not text.endswith(" ") else ""
        self.input.setText(f"{text}{gap}{level} ")
        self._edited()
        self.input.setFocus()

    def _active(self) -> str:
        return self.reading.part_at(self.input.cursorPosition())

    def _show(self) -> None:
        reading = self.reading
        self.input.show_runs(words.runs(reading, self._active()))
        self.save.setToolTip(words.missing(reading))
        show_student(self.student, reading, self._stations())
        show_level(self.level, reading)
        show_skill(self.skill, reading)
        show_note(self.note, reading)
        self._show_was()
        best, fitting = reading.student.best, reading.student.choices
        others = (c for c in fitting if best is not None and c.words >= best.words)
        self._tell(
            best.student.id if best else None,
            frozenset(c.student.id for c in others if c is not best),
        )

    def _show_was(self) -> None:
        """The level there was, or the levels to click while none is typed."""
        reading = self.reading
        student, skill = reading.student.best, reading.skill.best
        levels = skill.skill.levels if skill else LEVELS
        self.keys.show_levels(levels)
        self.keys.setVisible(reading.level.best is None)
        last = self._was.level(student.student.id, skill.skill.id) if student and skill else None
        self.was.setVisible(last is not None and reading.level.best is not None)
        if last is not None:
            now = self._clock.local(self._clock.now_ms())
            self.was.show_level(last.level, words.day_words(self._clock.local(last.seen_at), now))

    def _stations(self) -> dict[StationId, str]:
        return {s.id: s.name for s in self._scene.stations} if self._scene else {}

    def _tell(self, best: StudentId | None, others: frozenset[StudentId]) -> None:
        if (best, others) != self._told:
            self._told = (best, others)
            self.matched.emit(best, others)

    def _complain(self, text: str) -> None:
        self.hints.say(text, "warn")
        self.say(text)

    def _say_reading(self) -> None:
        self.say(words.summary(self.reading))


_NO_WORDS = Vocabulary((), SkillIndex(()))
