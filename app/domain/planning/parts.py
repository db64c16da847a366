"""A part of what was proposed: some of the changed cells, and the rest as it was."""

from collections.abc import Collection
from dataclasses import replace

from app.domain.ids import StudentId
from app.domain.lessons import Path
from app.domain.planning.table import PlanTable
from app.domain.planning.values import Proposal

Cell = tuple[StudentId, int]


def part_of(table: PlanTable, proposal: Proposal, only: Collection[Cell] | None) -> list[Path]:
    """The paths with these cells as proposed; None for all.

    In groups a student joins the new group whole. What was pinned since stays as it is. A part may
    break rules that the whole keeps: `table.quality` of it says so.
    """
    wanted = {path.student_id: path for path in proposal.paths}
    return [_taken(table, path, wanted.get(path.student_id), only) for path in table.paths]


def _taken(table: PlanTable, path: Path, new: Path | None, only: Collection[Cell] | None) -> Path:
    if new is None or any(new.at(r) != path.at(r) for r in path.pins):
        return path
    if only is not None:
        picked = {r for r in table.rounds if (path.student_id, r) in only}
        if not picked:
            return path
        if not table.in_groups:
            row = tuple((new if r in picked else path).at(r) for r in table.rounds)
            return replace(path, stations=row)
    return replace(new, pins=path.pins)
