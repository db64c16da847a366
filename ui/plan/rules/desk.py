"""Rules are added, changed and taken away beside the plan."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import LessonId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.outings import Outing
from app.domain.planning.table import PlanTable
from app.domain.planning.values import OUT, RuleState
from app.domain.pull_outs import PullOut
from app.errors import ClassroomError
from app.services.plans.service import PlanningService
from app.services.pull_outs import PullOutService, When
from ui.plan.plan_words import names_and
from ui.plan.rules.form import ANY, RuleDraft
from ui.plan.rules.panel import CATCH_UP, CLOSE, LOCK, MEET
from ui.plan.rules.picks import picks_of
from ui.plan.side_panel import SidePanel
from ui.problems import problem


class Open(NamedTuple):
    """What the form is about: a rule that is there, or a new one."""

    state: RuleState | None = None
    pull_out: PullOut | None = None
    students: tuple[StudentId, ...] = ()


class RuleDesk(QObject):
    """Joins the list of rules and the forms to the services.

    `part_wanted` carries the part of the side panel to be shown, `unprepared` the students who
    did not prepare for a flipped lesson, `locked` those who keep their places in a shuffle.
    """

    part_wanted = Signal(QWidget)
    unprepared = Signal(object)
    locked = Signal(object)

    def __init__(
        self,
        side: SidePanel,
        planning: PlanningService,
        pull_outs: PullOutService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._planning = planning
        self._pull_outs = pull_outs
        self._picture: LessonPicture | None = None
        self._table: PlanTable | None = None
        self._states: Mapping[str, RuleState] = {}
        self._outings: Mapping[StudentId, PullOut] = {}
        self._open = Open()
        side.rules.wanted.connect(self.begin)
        side.rules.opened.connect(self._edit)
        side.form.kept.connect(self._keep)
        side.form.removed.connect(self._remove)
        side.form.left.connect(self._leave)
        side.out.kept.connect(self._keep_out)
        side.out.left.connect(self._leave)
        side.out_remove.clicked.connect(lambda _on: self._remove_out())

    def show_rules(
        self, table: PlanTable, states: Sequence[RuleState], outings: Sequence[Outing]
    ) -> None:
        """Know what can be changed, and who comes to mind."""
        self._picture, self._table = table.picture, table
        self._states = {state.key: state for state in states}
        self._outings = {outing.student_id: outing.pull_out for outing in outings}

    def begin(self, kind: str, students: Sequence[StudentId] = ()) -> None:
        """Pick a new rule; for these students first."""
        self._open = Open()
        here = kind in {MEET, CLOSE}
        self._pick(RuleDraft(kind, tuple(students), only_here=here), is_new=True)

    def _edit(self, key: str) -> None:
        state = self._states.get(key)
        if state is None:
            return
        if state.kind == OUT:
            self._edit_out(state)
        elif (rule := state.rule) is not None:
            self._open = Open(state)
            station = rule.station_ids[0] if rule.station_ids else ANY
            students = tuple(map(StudentId, rule.student_ids))
            only_here = rule.lesson_id is not None
            draft = RuleDraft(
                rule.kind, students, station, rule.by_round, rule.count, only_here=only_here
            )
            if rule.kind == CLOSE:
                closed = tuple(map(StationId, rule.station_ids))
                draft = RuleDraft(CLOSE, only_here=only_here, closed=closed, rounds=rule.rounds)
            self._pick(draft, is_new=False)

    def _pick(self, draft: RuleDraft, is_new: bool) -> None:
        picture = self._picture
        if picture is None:
            return
        names = {student.id: picture.names[student.id] for student in picture.students}
        stations = [(station.id, station.name) for station in picture.stations]
        self.part_wanted.emit(self._side.form)
        picks = picks_of(self._table) if self._table is not None else ()
        self._side.form.begin(draft, names, stations, picture.lesson.rounds, is_new, picks)

    def _keep(self, draft: RuleDraft) -> None:
        if self._picture is None:
            return
        if draft.kind == OUT:
            self._open = Open(students=draft.students)
            self._type_out(names_and(self._picture, draft.students), None)
            return
        lesson = self._picture.lesson.id
        if draft.kind in {CATCH_UP, LOCK}:
            self._leave()
            told = self.unprepared if draft.kind == CATCH_UP else self.locked
            told.emit(draft.students)
            return
        stations = (StationId(draft.station),) if draft.station else ()
        state = self._open.state
        self._leave()
        if draft.kind == CLOSE:
            self._close(lesson, draft, state)
        elif state is None or state.rule is None:
            self._add(lesson, draft, stations)
        else:
            shown = {student.id for student in self._picture.students}
            hidden = [StudentId(s) for s in state.rule.student_ids if s not in shown]
            self._planning.change_rule(
                state.rule.id,
                lesson,
                (*draft.students, *hidden),
                stations,
                draft.by_round,
                draft.count,
                draft.only_here,
            )

    def _close(self, lesson: LessonId, draft: RuleDraft, state: RuleState | None) -> None:
        if state is None or state.rule is None:
            self._planning.close_stations(lesson, draft.closed, draft.rounds, draft.only_here)
            return
        closed, rounds = draft.closed, draft.rounds
        if self._picture is not None and not draft.only_here:  # other lessons have more than this
            shown = {station.id for station in self._picture.stations}
            closed += tuple(StationId(s) for s in state.rule.station_ids if s not in shown)
            rounds += tuple(n for n in state.rule.rounds if n > self._picture.lesson.rounds)
        self._planning.change_closing(state.rule.id, lesson, closed, rounds, draft.only_here)

    def _add(self, lesson: LessonId, draft: RuleDraft, stations: tuple[StationId, ...]) -> None:
        self._planning.add_rule(
            lesson,
            draft.kind,
            draft.students,
            stations,
            draft.by_round,
            draft.count,
            draft.only_here,
        )

    def _remove(self) -> None:
        state = self._open.state
        self._leave()
        if state is not None and state.rule is not None:
            self._planning.drop_rule(state.rule.id)

    def _edit_out(self, state: RuleState) -> None:
        found = self._outings.get(state.students[0]) if state.students else None
        if found is None or self._picture is None:
            return
        self._open = Open(state, found)
        self._type_out(self._picture.names.get(found.student_id, ""), When.of(found))

    def _type_out(self, who: str, when: When | None) -> None:
        weekdays, letters = self._pull_outs.cycle()
        self.part_wanted.emit(self._side.out_part)
        self._side.out_remove.setVisible(when is not None)
        self._side.out.begin(who, self._pull_outs.today(), weekdays, letters, when)

    def _keep_out(self, when: When) -> None:
        if self._picture is None:
            return
        try:
            if self._open.pull_out is not None:
                self._pull_outs.change(self._open.pull_out.id, when)
            else:
                self._pull_outs.add(self._picture.lesson.class_id, self._open.students, when)
        except ClassroomError as error:
            self._side.out.complain(problem(error))
        else:
            self._leave()

    def _remove_out(self) -> None:
        found = self._open.pull_out
        self._leave()
        if found is not None:
            self._pull_outs.remove(found.id)

    def _leave(self) -> None:
        self.part_wanted.emit(self._side.rules)
