"""The lesson to come: who goes where, and what holds in it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Entity
from app.domain.ids import ClassId, LessonId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson
from app.domain.outings import Outing
from app.domain.planning.table import PlanTable
from app.domain.planning.values import Quality
from app.domain.templates import FLIPPED
from ui.format import class_title
from ui.plan import plan_words as words
from ui.plan.beginning import Beginning
from ui.plan.grid.grid import SLICE
from ui.plan.grid.marks import marks_of
from ui.plan.menus import PlanMenus
from ui.plan.need_words import need_words
from ui.plan.no_lesson import NoLesson
from ui.plan.plan_deeds import PlanDeeds
from ui.plan.plan_header import WAYS, PlanHeader
from ui.plan.plan_view import PlanView
from ui.plan.planner import Planner, Worker
from ui.plan.proposing import Proposing
from ui.plan.quality_words import never_kept
from ui.plan.rules.desk import RuleDesk
from ui.plan.rules.lines import lines_above, outing_words, rule_lines
from ui.plan.services import SHOWN, PlanServices
from ui.plan.side_panel import SidePanel
from ui.plan.wish_words import skills_of, wish_names
from ui.tasks import Tasks
from ui.theme import Theme

ROOMY = 1000
"""In a narrower page (design px) the rules give their room to the plan until they are wanted."""


class PlanPage(QWidget):
    """Plan a lesson, look at it, change it by hand, and take it into the room.

    `lesson_wanted` carries the lesson to be taught, `live_wanted` asks to see the one that is
    being taught; `import_wanted` and `stations_wanted` ask for the pages where a class gets its
    list and its stations. `rng` makes the first groups; `make_worker` does the searching elsewhere.
    `shown` is what is drawn: the plan as it is kept, or one that is proposed.
    """

    lesson_wanted = Signal(object)
    live_wanted = Signal()
    import_wanted = Signal()
    stations_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        services: PlanServices,
        rng: random.Random,
        tasks: Tasks,
        make_worker: Callable[[], Worker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._rng = rng
        self._class_id: ClassId | None = None
        self._table: PlanTable | None = None
        self.shown: LessonPicture | None = None
        self._wanted: LessonId | None = None
        self._kept = Quality(0, 0)
        self._later = QTimer(self, singleShot=True, interval=0)  # many names: not in one turn
        self._quality: Quality | None = None
        self._outings: Sequence[Outing] = ()
        self._never = False
        self._side_wanted = False
        self.header = PlanHeader(theme)
        self.view = PlanView(theme)
        self.side = SidePanel(theme)
        self.empty = NoLesson(theme)
        self.grid, self.panel = self.view.grid, self.side.lesson
        self._body = QWidget()
        self.planner = Planner(services.planning, tasks, make_worker, self)
        self.proposing = Proposing(self.planner, self.header, self.view.planning, self.side, self)
        self.rules = RuleDesk(self.side, services.planning, services.pull_outs, self)
        self.deeds = PlanDeeds(
            services,
            rng,
            lambda: self.lesson_id,
            self._keep_proposed,
            self.show_lesson,
            lambda: self._show_part(self.side.wishes),
            self.rules.begin,
            self.proposing.shuffle,
        )
        self.menus = PlanMenus(theme, self, services, self.deeds, lambda: self.shown)
        self.beginning = Beginning(self.empty, services, rng, self.menus, self)
        self._build()
        self._connect()

    @property
    def lesson_id(self) -> LessonId | None:
        """The lesson shown."""
        return self._table.picture.lesson.id if self._table else None

    def show_class(self, class_id: ClassId) -> None:
        """Show the next lesson of a class, or how to get one."""
        self._class_id = class_id
        lesson = self._lesson_of(class_id)
        self._body.setVisible(lesson is not None)
        self.empty.setVisible(lesson is None)
        self.header.show_tools(lesson is not None)
        if lesson is None:
            self._show_nothing(class_id)
        else:
            self._show_lesson(lesson)
        self._fit()

    def show_lesson(self, lesson_id: LessonId, again: bool | None = None) -> None:
        """Show this one of the lessons to come, and look into a new one, or one as before."""
        self._wanted = lesson_id
        if self._class_id is not None:
            self.show_class(self._class_id)
        if again is not None:
            self._begun(again)

    def _lesson_of(self, class_id: ClassId) -> Lesson | None:
        """The lesson that is wanted as long as it is to come, else the next one."""
        coming = self._services.lessons.coming(class_id)
        wanted = (lesson for lesson in coming if lesson.id == self._wanted)
        return next(wanted, next(iter(coming), None))

    def on_changed(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: draw again what this page shows of it."""
        self._services.planning.forget(kinds)
        if self._class_id is not None and kinds & SHOWN:
            self.show_class(self._class_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.proposing.leave():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_nothing(self, class_id: ClassId) -> None:
        self._table = self.shown = None
        self.proposing.forget()
        self.header.set_title(self.tr("Plan"), self.beginning.show_class(class_id))

    def _show_lesson(self, lesson: Lesson) -> None:
        if (table := self._services.planning.table(lesson.id)) != self._table:
            self._table, self._kept = table, table.quality()
            self.proposing.forget()
        self._outings = self._services.outings_of(lesson)
        picture = table.picture
        name = class_title(self._services.classes.school_class(lesson.class_id).name)
        self.header.set_title(words.title(lesson), words.subtitle(name, lesson))
        self.view.show_length(lesson, self._services.lessons.minutes_for(lesson))
        others, away = self._services.guests_for(lesson)
        self.panel.show_lesson(lesson, self._services.stations_for(picture), others, away)
        self.side.wishes.show_wishes(wish_names(lesson.wishes))
        self.side.wishes.show_skills(skills_of(picture), lesson.skill_id)
        self._later.start()
        if len(picture.students) * lesson.rounds <= SLICE:
            self._draw()

    def _draw(self) -> None:
        """Draw the plan as it is kept, or the one that is proposed."""
        self._later.stop()
        if self._table is None:
            return
        table, proposal = self._table, self.proposing.proposal
        paths = proposal.paths if proposal is not None else table.paths
        changes = proposal.changes if proposal is not None else ()
        states = table.rules(paths)
        later = table.lesson.day > self._services.lessons.today()
        self.header.show_use(table.picture.running, later, proposal is not None)
        picture = self.shown = replace(table.picture, paths=paths)
        self.view.show_picture(picture, marks_of(picture, changes))
        self._quality, self._never = table.quality(paths), never_kept(states)
        self.view.quality.show_quality(self._quality, self._never)
        said, clash = outing_words(self._outings), self.proposing.conflict
        lines = rule_lines(picture, states, said, clash, partial(need_words, table))
        above = lines_above(picture, said, clash)
        self.side.rules.show_rules(lines, above, table.lesson.template == FLIPPED)
        self.rules.show_rules(table, states, self._outings)
        titles = {line.key: line.title for line in lines}
        self.proposing.show_lesson(table, titles, self._kept)

    def _aim(self, student: StudentId | None, number: int, station: StationId | None) -> None:
        """Say what the plan would be worth with the student there."""
        table, quality = self._table, self._quality
        if table is None or quality is None:
            return
        if student is None or station is None or self.proposing.proposal is not None:
            self.view.quality.show_quality(quality, self._never)
            return
        then = table.quality(table.moved(student, number, station))
        self.view.quality.show_quality(then, worse=then.kept < quality.kept)

    def _keep_proposed(self) -> None:
        """A hand on a plan that is only proposed keeps it first."""
        proposal, self.proposing.proposal = self.proposing.proposal, None
        if proposal is not None:
            self.deeds.use(proposal)

    def _use(self) -> None:
        self._keep_proposed()
        if self._table is None or self._table.lesson.day > self._services.lessons.today():
            return
        if self._table.picture.running:
            self.live_wanted.emit()
        else:
            self.lesson_wanted.emit(self.lesson_id)

    def _edit(self, lesson: Lesson) -> None:
        self._services.lessons.edit(lesson, self._rng)

    def _show_part(self, part: QWidget) -> None:
        self.side.show_part(part)
        self._side_wanted = part is not self.side.rules
        self._fit()

    def _want_side(self, part: QWidget, on: bool) -> None:
        self.side.show_part(part if on else self.side.rules)
        self._side_wanted = on
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(ROOMY)
        self.header.rules_button.setVisible(narrow and self._table is not None)
        self.side.setVisible(not narrow or self._side_wanted)
        part = self.side.part() if self.side.isVisibleTo(self) else None
        self.header.lesson_button.setChecked(part is self.side.lesson)
        self.header.rules_button.setChecked(part is self.side.rules)

    def _show_way(self, way: str) -> None:
        if self._table is not None:
            self.proposing.show_way(way)

    def _begun(self, again: bool) -> None:
        """A new lesson, or one as before: the keyboard is on its first name."""
        if self._later.isActive():
            self._draw()
        self.grid.take_keyboard()
        self.proposing.look_into(again)

    def _connect(self) -> None:
        self._later.timeout.connect(self._draw)
        header, view, grid, side = self.header, self.view, self.grid, self.side
        for number, way in enumerate(WAYS, 1):
            # A shortcut, as the keyboard may be on the rail; who types a number keeps it.
            QShortcut(QKeySequence(str(number)), self, partial(self._show_way, way))
        menus = self.menus
        header.use_button.clicked.connect(lambda _on: self._use())
        header.more_button.clicked.connect(lambda _on: menus.open_more(header.more_button))
        header.lesson_button.clicked.connect(lambda on: self._want_side(side.lesson, on))
        header.rules_button.clicked.connect(lambda on: self._want_side(side.rules, on))
        view.fit_wanted.connect(self._edit)
        grid.put.connect(self.deeds.put)
        grid.swap.connect(self.deeds.swap)
        grid.pinned.connect(self.deeds.pin)
        grid.aimed.connect(self._aim)
        grid.menu_wanted.connect(menus.open_chip)
        grid.cell_menu_wanted.connect(menus.open_cell)
        side.lesson.changed.connect(self._edit)
        side.rules.way_chosen.connect(self.deeds.take_way)
        side.wishes.ordered.connect(self.deeds.order_wishes)
        side.wishes.skill_picked.connect(self.deeds.look_at)
        side.wishes.left.connect(lambda: self._show_part(side.rules))
        self.rules.part_wanted.connect(self._show_part)
        self.rules.unprepared.connect(self.deeds.catch_up)
        self.rules.locked.connect(self.deeds.shuffle_the_rest)
        self.proposing.part_wanted.connect(self._show_part)
        self.proposing.changed.connect(self._draw)
        self.proposing.kept.connect(self.deeds.use)
        self.beginning.import_wanted.connect(self.import_wanted)
        self.beginning.stations_wanted.connect(self.stations_wanted)
        self.beginning.begun.connect(self._begun)

    def _build(self) -> None:
        pages = QVBoxLayout(self)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self.header)
        pages.addWidget(self._body, 1)
        pages.addWidget(self.empty, 1)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.side)
