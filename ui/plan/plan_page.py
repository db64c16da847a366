"""The lesson to come: who goes where, and what the lesson is made of."""

import random
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Entity
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import ClassId, LessonId, StationId, StudentId
from app.domain.in_time import fitted, whole_seconds
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson, Path
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Attendance, Session
from app.domain.skills import Skill
from app.domain.stations import Station
from app.domain.timetable import Period, Slot, SpecialDay, Timetable
from app.services.classes import ClassService
from app.services.lessons import LessonService
from app.services.stations import StationService
from ui.format import class_title
from ui.plan import plan_words as words
from ui.plan.facts import Fact
from ui.plan.lesson_panel import LessonPanel
from ui.plan.no_lesson import NoLesson
from ui.plan.plan_grid import PlanGrid
from ui.plan.plan_heads import PlanHeads
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.header import PageHeader
from ui.widgets.note import Note
from ui.widgets.scroll import Scroll

SHOWN = frozenset[type[Entity]](
    {SchoolClass, Student, Rule, Station, Skill, Lesson, Path, Session, Attendance}
    | {PullOut, PullOutDay, Timetable, Period, Slot, SpecialDay}
)


class PlanPage(QWidget):
    """Plan a lesson, look at it, change it by hand, and take it into the room.

    `lesson_wanted` carries the lesson to be taught, `live_wanted` asks to see the one that is
    being taught; `import_wanted` and `stations_wanted` ask for
    the pages where a class gets its list and its stations. `rng` makes the groups.
    """

    lesson_wanted = Signal(object)
    live_wanted = Signal()
    import_wanted = Signal()
    stations_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        lessons: LessonService,
        classes: ClassService,
        stations: StationService,
        rng: random.Random,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lessons = lessons
        self._classes = classes
        self._stations = stations
        self._rng = rng
        self._class_id: ClassId | None = None
        self._picture: LessonPicture | None = None
        self.header = PageHeader(theme, stacked=True)
        self.shuffle_button = Button(theme, self.tr("Shuffle"), "shuffle")
        self.use_button = Button(theme, self.tr("Use this plan"), "check", "primary")
        self.facts = [Fact(theme, icon) for icon in ("check-circle", "users", "clock")]
        self.note = Note(theme)
        self.fit_button = Button(theme, "", "clock", small=True)
        self._shorter: Lesson | None = None
        self.heads = PlanHeads(theme)
        self.grid = PlanGrid(theme)
        self.panel = LessonPanel(theme)
        self.empty = NoLesson(theme)
        self._scroll = Scroll(theme, self.grid)
        self._body = QWidget()
        self._left = QVBoxLayout()
        self._top = QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def lesson_id(self) -> LessonId | None:
        """The lesson shown."""
        return self._picture.lesson.id if self._picture else None

    def show_class(self, class_id: ClassId) -> None:
        """Show the next lesson of a class, or how to get one."""
        self._class_id = class_id
        lesson = self._lessons.next(class_id)
        self._body.setVisible(lesson is not None)
        self.empty.setVisible(lesson is None)
        self.shuffle_button.setVisible(lesson is not None)
        self.use_button.setVisible(lesson is not None)
        if lesson is None:
            self._show_nothing(class_id)
        else:
            self._show_lesson(self._lessons.picture(lesson.id))

    def on_changed(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: draw again what this page shows of it."""
        if self._class_id is not None and kinds & SHOWN:
            self.show_class(self._class_id)

    def _show_nothing(self, class_id: ClassId) -> None:
        self._picture = None
        today = words.day(self._lessons.today())
        name = class_title(self._classes.school_class(class_id).name)
        self.header.set_title(self.tr("Plan"), f"{name} · {today}")
        if not self._classes.students(class_id):
            self.empty.ask_for_students()
        elif not self._stations.stations(class_id):
            self.empty.ask_for_stations()
        else:
            last = self._lessons.last(class_id)
            today_iso = date.fromisoformat(self._lessons.today())
            self.empty.ask_for_lesson(words.last_lesson(last.day, today_iso) if last else "")

    def _show_lesson(self, picture: LessonPicture) -> None:
        self._picture = picture
        name = class_title(self._classes.school_class(picture.lesson.class_id).name)
        self.header.set_title(words.title(picture.lesson), words.subtitle(name, picture.lesson))
        self.use_button.setText(
            self.tr("Show the lesson") if picture.running else self.tr("Use this plan")
        )
        self.use_button.set_icon("play" if picture.running else "check")
        self._show_facts(picture)
        self.heads.show_stations(picture.stations, picture.skills)
        self.grid.show_picture(picture)
        self.panel.show_lesson(picture.lesson, self._choices(picture))

    def _choices(self, picture: LessonPicture) -> tuple[Station, ...]:
        """The stations in use, and those of the lesson that are no longer."""
        used = self._stations.stations(picture.lesson.class_id)
        known = {station.id for station in used}
        return (*used, *(s for s in picture.stations if s.id not in known))

    def _show_facts(self, picture: LessonPicture) -> None:
        seats, groups, length = self.facts
        seat_trouble = words.seat_trouble(picture)
        tone, icon = ("warn", "warning") if seat_trouble else ("ok", "check-circle")
        seats.show_fact(words.seat_fact(picture), icon, tone)
        groups.show_fact(words.group_fact(picture), "users")
        too_long = self._show_length(length, picture.lesson)
        advice = self.tr("Add seats or a station, or move them.") if seat_trouble else ""
        pairs = words.pair_trouble(picture)
        trouble = " ".join(filter(None, (too_long, seat_trouble, advice, pairs)))
        self.note.set_note("", trouble)
        self.note.setVisible(bool(trouble))

    def _show_length(self, fact: Fact, lesson: Lesson) -> str:
        """How long it is, and whether that fits its period; returns what is wrong with it."""
        left = self._lessons.minutes_for(lesson)
        shorter = None if left is None else fitted(lesson, left, lesson.rounds)
        fits = left is None or whole_seconds(lesson) <= left * 60
        fact.show_fact(words.length_fact(lesson), "clock", "" if fits else "warn")
        self._shorter = None if fits else shorter
        self.fit_button.setVisible(self._shorter is not None)
        if self._shorter is not None:
            self.fit_button.setText(words.use_rounds(self._shorter.rounds))
        return "" if fits or left is None else words.too_long(lesson, left)

    def _fit(self) -> None:
        if self._shorter is not None:
            self._edit(self._shorter)

    def _plan(self) -> None:
        if self._class_id is not None:
            self._lessons.create(self._class_id, self._rng)

    def _same_again(self) -> None:
        if self._class_id is not None:
            self._lessons.same_again(self._class_id, self._rng)

    def _shuffle(self) -> None:
        if self._picture is not None:
            self._lessons.shuffle(self._picture.lesson.id, self._rng)

    def _use(self) -> None:
        if self._picture is None:
            return
        if self._picture.running:
            self.live_wanted.emit()
        else:
            self.lesson_wanted.emit(self._picture.lesson.id)

    def _edit(self, lesson: Lesson) -> None:
        self._lessons.edit(lesson, self._rng)

    def _put(self, student: StudentId, number: int, station: StationId) -> None:
        if self._picture is not None:
            group = self._picture.group_at(number, station)
            self._lessons.put(self._picture.lesson.id, student, group)

    def _connect(self) -> None:
        self.shuffle_button.clicked.connect(lambda _on: self._shuffle())
        self.fit_button.clicked.connect(lambda _on: self._fit())
        self.use_button.clicked.connect(lambda _on: self._use())
        self.empty.plan_wanted.connect(self._plan)
        self.empty.same_again_wanted.connect(self._same_again)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.stations_wanted.connect(self.stations_wanted)
        self.panel.changed.connect(self._edit)
        self.grid.put.connect(self._put)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._shift_heads)

    def _shift_heads(self, value: int) -> None:
        # From right to left the bar counts from the other end.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = self._scroll.horizontalScrollBar()
        self.heads.set_shift(bar.maximum() - value if rtl else value)

    def _build(self) -> None:
        self.header.add_widget(self.shuffle_button)
        self.header.add_widget(self.use_button)
        pages = QVBoxLayout(self)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self.header)
        pages.addWidget(self._body, 1)
        pages.addWidget(self.empty, 1)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.panel)
        facts = Flow(self._theme, 8, 8)
        for fact in self.facts:
            facts.addWidget(fact)
        self._top.addLayout(facts)
        self.note.add_action(self.fit_button)
        self._top.addWidget(self.note)
        self._left.addLayout(self._top)
        self._left.addWidget(self.heads)
        self._left.addWidget(self._scroll, 1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setCornerWidget(QWidget())

    def _restyle(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(20), px(12), px(16), 0)
        self._top.setSpacing(px(8))
        self._left.setContentsMargins(0, 0, 0, px(12))
        self._left.setSpacing(px(12))
