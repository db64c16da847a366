"""What the live page shows: the open lesson as it is now, or that there is none."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.card import CardFacts
from app.domain.classes import Goal, Rule, SchoolClass, Student
from app.domain.clock import Reading
from app.domain.ids import ClassId, SkillId, StudentId
from app.domain.lessons import Lesson, Path
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, ClockEvent, Extra, Finish, Move, Session
from app.domain.skills import Skill
from app.domain.stations import Station
from app.errors import NotRead
from app.ports import Clock
from app.services.cards import CardService
from app.services.live import LiveService
from app.workspace import Kinds
from ui.live.bar.words import BarWords
from ui.live.clockwork import Clockwork
from ui.live.console import Console
from ui.live.no_lesson import NoLesson
from ui.live.stations.views import ColumnView, column_views, plain_views
from ui.live.tray_views import tray_views
from ui.widgets.focus import keyboard_kept

SCENE_KINDS: Kinds = frozenset(
    {SchoolClass, Student, Rule, Station, Lesson, Path, Session, ClockEvent, Move, Attendance}
    | {PullOut, PullOutDay, Finish, Extra}
)
FACT_KINDS: Kinds = frozenset({Observation, Goal, Student, Station, Skill, Lesson, Session})


class Places(NamedTuple):
    """Where on the page a lesson is shown; `stack` has console and `no_lesson` one over the other.

    Whose keyboard is in `page` stays where it is when the lesson is drawn anew.
    """

    page: QWidget
    bar: BarWords
    stack: QStackedWidget
    console: Console
    no_lesson: NoLesson


class Follower(Protocol):
    """A part of the page that acts on the lesson."""

    def show_scene(self, scene: LiveScene | None) -> None: ...


class Showing(QObject):
    """Reads the lesson of one class and puts it in its places, then tells the followers.

    `changed` carries the `LiveScene` that is shown from now on, None when no lesson is open;
    `ticked` the `Reading` of the clock.
    """

    changed = Signal(object)
    ticked = Signal(object)

    def __init__(self, live: LiveService, cards: CardService, clock: Clock, places: Places) -> None:
        super().__init__(places.page)
        self._live = live
        self._cards = cards
        self._clock = clock
        self._places = places
        self._followers: Sequence[Follower] = ()
        self._class: ClassId | None = None
        self._skills: Mapping[SkillId, Skill] = {}
        self._stale = True
        self._plain = False
        self.scene: LiveScene | None = None
        self.facts: Mapping[StudentId, CardFacts] = {}
        self._owed: Mapping[StudentId, str] = {}
        self.clockwork = Clockwork(clock, self)
        self.clockwork.ticked.connect(self._tick)
        self.clockwork.turned.connect(lambda: self._load(moving=True))

    def tell(self, *followers: Follower) -> None:
        """These parts hear of every lesson that is shown, in this order."""
        self._followers = followers

    def show_class(self, class_id: ClassId) -> None:
        """Load the class's open lesson and show it as it is now."""
        if class_id != self._class:
            self._class, self.scene = class_id, None
            self._places.stack.setCurrentWidget(self._places.console)
        self._stale = True
        self._load(moving=False)

    def on_changed(self, kinds: Kinds) -> None:
        """Something was written: ask again, and redraw what differs.

        What only the cards tell waits for `catch_up` while another page is seen.
        """
        self._stale = self._stale or bool(kinds & FACT_KINDS)
        seen = self._places.page.isVisible()
        if self._class is not None and kinds & (SCENE_KINDS | FACT_KINDS if seen else SCENE_KINDS):
            self._load(moving=True)

    def catch_up(self) -> None:
        """The page is seen again: show what was written meanwhile."""
        if self._stale and self._class is not None:
            self._load(moving=False)

    def show_plain(self, plain: bool) -> None:
        """Names alone, without levels, goals and flags; or all again."""
        if plain != self._plain:
            self._plain = plain
            if self.scene is not None:
                self._places.console.columns.show_columns(self._views(self.scene))

    def show_owed(self, owed: Mapping[StudentId, str]) -> None:
        """Say on the cards, in words, who is owed a visit; it is worked out after the start."""
        if owed != self._owed:
            self._owed = owed
            if self.scene is not None:
                self._places.console.columns.show_columns(self._views(self.scene))

    def _views(self, scene: LiveScene) -> tuple[ColumnView, ...]:
        if self._plain:
            return plain_views(scene, self._skills)
        return column_views(scene, self.facts, self._skills, self._owed)

    def _load(self, moving: bool) -> None:
        if self._class is None:
            return
        scene = self._read(self._class)
        with keyboard_kept(self._places.page):
            if scene is None:
                self._show_no_lesson(self._class)
            else:
                self._show_lesson(scene, moving)

    def _read(self, class_id: ClassId) -> LiveScene | None:
        try:
            scene = self._live.scene(class_id)
            if scene is not None and self._stale:
                self.facts, self._skills = self._cards.cards(scene), self._cards.skills(scene)
                self._stale = False
        except NotRead:
            # The disk does not answer: the lesson goes on with what is known of it.
            if self.scene is None:
                raise
            return self.scene.at(self._clock.now_ms())
        return scene

    def _show_lesson(self, scene: LiveScene, moving: bool) -> None:
        console = self._places.console
        count = len(console.columns.columns)
        self.scene = scene
        self._places.stack.setCurrentWidget(console)
        console.columns.show_columns(self._views(scene), moving)
        console.tray.show_chips(tray_views(scene, self._clock))
        if count != len(console.columns.columns):
            console.arrange()
        self._tell(scene)
        self._places.bar.show_lesson(scene)
        self.clockwork.watch(scene)
        self.changed.emit(scene)

    def _show_no_lesson(self, class_id: ClassId) -> None:
        no_lesson, stack = self._places.no_lesson, self._places.stack
        if self.scene is not None:
            no_lesson.show_end(class_id, self.scene.session.id)
        elif stack.currentWidget() is not no_lesson:
            no_lesson.show_empty(class_id)
        stack.setCurrentWidget(no_lesson)
        self.scene = None
        self._tell(None)
        self.clockwork.watch(None)
        self._places.bar.show_no_lesson(self._cards.class_name(class_id))
        self.changed.emit(None)

    def _tell(self, scene: LiveScene | None) -> None:
        for follower in self._followers:
            follower.show_scene(scene)

    def _tick(self, reading: Reading) -> None:
        if self.scene is not None and self._places.bar.tick(self.scene, reading):
            self._places.console.tray.show_chips(tray_views(self.scene, self._clock))
        self.ticked.emit(reading)
