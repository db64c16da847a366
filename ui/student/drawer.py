"""One student over the progress page: skills, goal, stations, and what was seen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.damage import BrokenRow
from app.domain.ids import FrameworkId, ObservationId, SkillId, StudentId
from app.domain.observations import Observation
from app.domain.progress import StudentPicture
from app.ports import Clock
from app.services.goals import GoalService
from app.services.progress import ProgressService
from app.services.putting_back import PuttingBack
from app.services.timeline import TIMELINE
from ui.checking.words import moments
from ui.student.choice_list import ChoiceList
from ui.student.goal_part import GoalPart
from ui.student.head import DrawerHead
from ui.student.judging import Judging
from ui.student.needing import Needing
from ui.student.needs_part import NeedsPart
from ui.student.owed_list import OwedList
from ui.student.skill_list import SkillList
from ui.student.timeline import TimelinePart
from ui.student.visit_list import VisitList
from ui.student.voice_part import VoicePart
from ui.student.voicing import Voicing
from ui.student.why_part import WhyPart
from ui.theme import Theme
from ui.widgets.drawer import Drawer
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface

SIDE_BY_SIDE = 560
"""In a narrower drawer (design px) the observations come below the rest."""
FIRST = 6
"""So many observations of all skills, and what comes below them is still in sight."""
MORE = 60


class StudentDrawer(Drawer):
    """Shows one student and follows what is written.

    `step_wanted` asks for the student above (-1) or below (1), `observe_wanted` gives the one to
    observe, `records_wanted` the one whose records are to be taken along, put away or erased,
    `photo_wanted` the one whose photo is to be chosen, `seen_wanted` the observation to put right.
    """

    observe_wanted = Signal(object)
    records_wanted = Signal(object)
    photo_wanted = Signal(object)
    seen_wanted = Signal(object)
    step_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        progress: ProgressService,
        goals: GoalService,
        clock: Clock,
        area: QWidget,
    ) -> None:
        super().__init__(theme, area)
        # It fills itself, so what lies below need not be drawn when something here changes.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._progress = progress
        self._goals = goals
        self._framework: FrameworkId | None = None
        self._picture: StudentPicture | None = None
        self._skill: SkillId | None = None
        self._limit = FIRST
        self._private = False
        self._putting: PuttingBack | None = None
        self._when = moments(clock)
        self.head = DrawerHead(theme)
        self.skills = SkillList(theme)
        self.goal = GoalPart(theme, clock)
        self.visits = VisitList(theme)
        self.owed = OwedList(theme)
        self.why = WhyPart(theme, clock)
        self.judging = Judging(self.why)
        self.timeline = TimelinePart(theme, clock)
        self.voice = VoicePart(theme, clock)
        self.voicing = Voicing(self.voice)
        self.choices = ChoiceList(theme)
        self.needs = NeedsPart(theme)
        self.needing = Needing(self.needs)
        self._lay_out()
        self._connect()
        self._restyle()

    @property
    def student_id(self) -> StudentId | None:
        """Who is shown, None while the drawer is closed."""
        return self._picture.student.id if self._picture and self.is_open() else None

    @property
    def framework(self) -> FrameworkId | None:
        """Whose skills are shown, None for all."""
        return self._framework

    def show_student(self, student: StudentId, framework: FrameworkId | None = None) -> None:
        """Turn to a student, with the skills of one framework (None for all)."""
        fresh = self._picture is None or self._picture.student.id != student
        if fresh:
            self._skill, self._limit, self._private = None, FIRST, False
            self._scroll.verticalScrollBar().setValue(0)
        self._framework = framework
        self._picture = self._progress.student(student, framework)
        self._draw(self._picture, fresh)

    def show_skill(self, skill: SkillId) -> None:
        """Say why the level on a skill is what it is, with the looks it rests on."""
        if self._picture is not None and any(s.skill_id == skill for s in self._picture.skills):
            self._skill = None
            self._pick_skill(skill)

    def show_seen(self, seen: ObservationId) -> None:
        """Put one of the student's observations in sight, or what the student said with that id.

        However long ago it was.
        """
        picture = self._picture
        if picture is None:
            return
        if self._skill is not None:
            self._pick_skill(None)
        if (spoken := self.voice.line_of(seen)) is not None:
            QTimer.singleShot(0, spoken, lambda: self._bring(spoken))
            spoken.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._skill, self._private, self._limit = None, True, TIMELINE
        while self.timeline.line_of(seen) is None and self.timeline.has_more():
            self._limit *= 4
            self._draw_timeline(picture)
        self._draw(picture, fresh=False)
        if (line := self.timeline.line_of(seen)) is not None:
            self._bring(line)
            line.setFocus(Qt.FocusReason.TabFocusReason)

    def mend_with(self, putting: PuttingBack) -> None:
        """Look from now on whether what is shown changed by itself."""
        self._putting = putting

    def reload(self) -> None:
        """Ask again, if the drawer is open."""
        if self.student_id is not None:
            self.show_student(self.student_id, self._framework)

    def set_neighbours(self, before: bool, after: bool) -> None:
        """Say whether there is a student above and below."""
        self.head.before.setEnabled(before)
        self.head.after.setEnabled(after)

    def take_focus(self) -> None:
        """Put the keyboard into the drawer."""
        self.head.observe.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two are too narrow."""
        super().resizeEvent(event)
        self._restyle()

    def _draw(self, picture: StudentPicture, fresh: bool) -> None:
        self.setAccessibleName(picture.student.name.full)
        self.head.show_picture(picture)
        self.skills.show_picture(picture, self._skill)
        self.goal.show_goal(picture.goal, picture.now, fresh)
        self.visits.show_picture(picture)
        self.owed.show_picture(picture)
        self.choices.show_picture(picture)
        self.needing.turn_to(picture.student.id)
        self._draw_timeline(picture)

    def _draw_timeline(self, picture: StudentPicture) -> None:
        self.judging.show(picture.student.id, self._skill)
        timeline = self._progress.timeline(
            picture.student.id, self._skill, self._limit, self._private
        )
        chosen = [s.statement for s in picture.skills if s.skill_id == self._skill]
        self.timeline.show_timeline(timeline, picture, "".join(chosen))
        self.voicing.show(picture, self._skill)
        if self._putting is not None:
            ids = [seen.observation_id for seen in timeline.sightings]
            flipped = self._putting.among(Observation, ids)
            self.timeline.flipped.show_flipped(flipped, self._when)

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(), Surface(self._theme, lines=("start",))
        self._first, self._second = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for part in (self.skills, self.goal, self.visits, self.owed, self.needs):
            self._first.addWidget(part)
        self._first.addStretch(1)
        self._second.addWidget(self.why)
        self._second.addWidget(self.timeline)
        self._second.addWidget(self.voice)
        self._second.addWidget(self.choices)
        self._second.addStretch(1)
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left, 403)
        self._columns.addWidget(self._right, 331)
        self._scroll = Scroll(self._theme, body)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._scroll, 1)
        self.set_content(whole)

    def _connect(self) -> None:
        self.head.observe_wanted.connect(self._observe)
        self.head.records_wanted.connect(self._records)
        self.head.photo_wanted.connect(self._photo)
        self.head.step_wanted.connect(self.step_wanted)
        self.head.close_wanted.connect(self.close_drawer)
        self.skills.picked.connect(self._pick_skill)
        self.goal.goal_set.connect(self._set_goal)
        self.goal.ticked.connect(self._tick)
        self.goal.closed_goal.connect(self._close_goal)
        self.timeline.picked.connect(self.seen_wanted)
        self.timeline.all_wanted.connect(lambda: self._pick_skill(None))
        self.timeline.more_wanted.connect(self._show_more)
        self.timeline.private_wanted.connect(self._show_private)
        self.timeline.flipped.put_back_wanted.connect(self._put_back)
        self.voice.opened.connect(lambda: self._bring_soon(self.voice.form))
        self.needs.opened.connect(lambda: self._bring_soon(self.needs))
        self._theme.changed.connect(self._restyle)

    def _put_back(self, row: BrokenRow) -> None:
        if self._putting is not None:
            self._putting.put_back(row)
            self._redraw_timeline()

    def _bring(self, part: QWidget) -> None:
        """Scroll until a part is seen."""
        self._columns.activate()
        self._scroll.ensureWidgetVisible(part, 0, self._theme.px(40))

    def _bring_soon(self, part: QWidget) -> None:
        """A part that has just come gets its place when the layouts have had their turn."""
        QTimer.singleShot(0, part, lambda: self._bring(part))

    def _observe(self) -> None:
        if self.student_id is not None:
            self.observe_wanted.emit(self.student_id)

    def _records(self) -> None:
        if self.student_id is not None:
            self.records_wanted.emit(self.student_id)

    def _photo(self) -> None:
        if self.student_id is not None:
            self.photo_wanted.emit(self.student_id)

    def _pick_skill(self, skill: SkillId | None) -> None:
        self._skill = None if skill == self._skill else skill
        self._limit = FIRST if self._skill is None else TIMELINE
        if self._picture is not None:
            self.skills.show_picture(self._picture, self._skill)
            self._draw_timeline(self._picture)

    def _show_more(self) -> None:
        self._limit += MORE
        self._redraw_timeline()

    def _show_private(self) -> None:
        self._private = True
        self._redraw_timeline()

    def _redraw_timeline(self) -> None:
        if self._picture is not None:
            self._draw_timeline(self._picture)

    def _set_goal(self, title: str, steps: list[str]) -> None:
        if self._picture is not None:
            self._goals.set_goal(self._picture.student.id, title, steps)

    def _tick(self, step: int) -> None:
        if self._picture is not None and self._picture.goal is not None:
            self._goals.tick(self._picture.goal, step)

    def _close_goal(self) -> None:
        if self._picture is not None and self._picture.goal is not None:
            self._goals.close(self._picture.goal)

    def _restyle(self) -> None:
        px = self._theme.px
        beside = self.width() >= px(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if beside else down)
        # The second begins with a heading as high as its control, so that both stand on one line.
        for column, top in ((self._first, 13), (self._second, 13 - (32 - 18) // 2)):
            column.setContentsMargins(px(16), px(top), px(16), px(16))
            column.setSpacing(px(14))
