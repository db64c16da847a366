"""Plans that are proposed: looked for, looked at, and kept or left."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import LessonId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.planning.parts import part_of
from app.domain.planning.table import PlanTable
from app.domain.planning.values import REPAIR, SHUFFLE, Conflict, Proposal, Quality
from ui.plan.offer_words import offer_of, part_words
from ui.plan.plan_header import PlanHeader
from ui.plan.planner import Planner
from ui.plan.planning_line import PlanningLine
from ui.plan.side_panel import SidePanel

Cells = frozenset[tuple[StudentId, int]]


class Proposing(QObject):
    """Joins the ways on top, the search, and the offer beside the plan.

    `changed` says that another plan is to be drawn, `part_wanted` which part belongs beside it,
    `kept` carries a proposal and the places that are wanted of it (None for all).
    """

    changed = Signal()
    part_wanted = Signal(QWidget)
    kept = Signal(object, object)

    def __init__(
        self,
        planner: Planner,
        header: PlanHeader,
        line: PlanningLine,
        side: SidePanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._planner = planner
        self._header = header
        self._line = line
        self._side = side
        self._table: PlanTable | None = None
        self._picture: LessonPicture | None = None
        self._titles: Mapping[str, str] = {}
        self._quality = Quality(0, 0)
        self.proposal: Proposal | None = None
        self.conflict: Conflict | None = None
        planner.changed.connect(self._show_progress)
        planner.found.connect(self._show_found)
        header.way_picked.connect(self.show_way)
        header.plan_button.clicked.connect(lambda _on: self._plan(self.way))
        line.stopped.connect(planner.stop)
        side.rules.mend_button.clicked.connect(lambda _on: self._plan(REPAIR))
        side.offers.kept.connect(self._keep)
        side.offers.left.connect(self.leave)
        side.offers.ticked.connect(self._show_part)

    @property
    def way(self) -> str:
        """The way that is chosen on top."""
        return str(self._header.ways.current())

    def show_lesson(self, table: PlanTable, titles: Mapping[str, str], quality: Quality) -> None:
        """The plan as it is kept, and its quality; `titles` name its rules by their keys."""
        self._table, self._picture, self._titles = table, table.picture, titles
        self._quality = quality

    def forget(self) -> None:
        """The lesson is another one now: nothing is proposed for it."""
        self._planner.forget()
        self.proposal = self.conflict = None
        if self._side.part() is self._side.offers:
            self.part_wanted.emit(self._side.rules)

    def show_way(self, way: str) -> None:
        """Show what a way found; look for it first where it has found nothing yet."""
        self._header.ways.set_current(way)
        if self._planner.answer(way) is None:
            self._plan(way)
        else:
            self._show_found(way)

    def look_into(self, again: bool) -> None:
        """Look for a plan where the new one breaks a rule: the smallest change of one as before."""
        if self._picture is not None and self._quality.kept < self._quality.rules:
            self._plan(REPAIR if again else self.way)

    def shuffle(self) -> None:
        """Look for a plan by chance that keeps the rules and what is fixed."""
        self._plan(SHUFFLE)

    def leave(self) -> bool:
        """Show the plan as it is kept, or end the search; False when there is neither."""
        if self._planner.way:
            self._planner.stop()
            return True
        if self.proposal is None and self.conflict is None:
            return False
        self.proposal = self.conflict = None
        self.part_wanted.emit(self._side.rules)
        self.changed.emit()
        return True

    def _plan(self, way: str) -> None:
        lesson: LessonId | None = self._picture.lesson.id if self._picture else None
        if lesson is not None:
            self._planner.plan(lesson, way)

    def _show_found(self, way: str) -> None:
        if way not in {self.way, REPAIR, SHUFFLE} or self._picture is None:
            return
        self.proposal, self.conflict = self._planner.proposal(way), self._planner.conflict(way)
        if self._planner.failed:
            self.conflict = Conflict(self._picture.lesson.id, ())
        if self.proposal is not None:
            offer = offer_of(self._picture, self.proposal, self._titles, self._quality)
            self._side.offers.show_offer(offer)
            self.part_wanted.emit(self._side.offers)
        else:
            self.part_wanted.emit(self._side.rules)
        self.changed.emit()

    def _keep(self, ticked: object) -> None:
        """All of it, or the places of the lines that are ticked."""
        if self.proposal is None:
            return
        proposal, self.proposal = self.proposal, None
        self.part_wanted.emit(self._side.rules)
        self.kept.emit(proposal, None if ticked is None else _cells(ticked))

    def _show_part(self, ticked: object) -> None:
        """Say so when what is ticked, without the rest, breaks rules that all of it keeps."""
        if self.proposal is None or self._table is None:
            return
        part = self._table.quality(part_of(self._table, self.proposal, _cells(ticked)))
        self._side.offers.warn(part_words(part, self.proposal.quality))

    def _show_progress(self) -> None:
        searching = bool(self._planner.way)
        self._header.show_search(searching)
        self._line.show_progress(self._planner.progress if searching else None)


def _cells(ticked: object) -> Cells:
    lines = cast(tuple[tuple[tuple[StudentId, int], ...], ...], ticked)
    return frozenset(cell for line in lines for cell in line)
