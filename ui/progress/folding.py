"""A strand of skills as one narrow column. No Qt in here."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby

from app.domain.attention import secure_from
from app.domain.ids import SkillId
from app.domain.progress import Cell, ProgressTable, SkillColumn


@dataclass(frozen=True, slots=True)
class StrandCell(Cell):
    """A student on a whole strand: on how many `of` its skills the level is secure or above."""

    secure: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.secure / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class StrandColumn(SkillColumn):
    """A strand that is folded; its own id stands in the place of a skill's."""

    skills: int = 0


def fold(table: ProgressTable, folded: AbstractSet[SkillId]) -> ProgressTable:
    """The table with each of these strands as one column. One of a single skill stays as it is."""
    if not folded:
        return table
    parts = [
        list(group)
        for _, group in groupby(range(len(table.columns)), lambda at: _key(table, at, folded))
    ]
    if all(len(part) == 1 for part in parts):
        return table
    return replace(
        table,
        columns=tuple(_column(table, part) for part in parts),
        rows=tuple(
            replace(row, cells=tuple(_cell(table, row.cells, part) for part in parts))
            for row in table.rows
        ),
    )


def foldable(table: ProgressTable) -> tuple[SkillId, ...]:
    """The strands that have more than one skill, in order."""
    strands = [column.strand_id for column in table.columns]
    return tuple(s for s in dict.fromkeys(strands) if s is not None and strands.count(s) > 1)


def _key(table: ProgressTable, at: int, folded: AbstractSet[SkillId]) -> tuple[int, int]:
    """The same for skills that fold into one column."""
    strand = table.columns[at].strand_id
    return (1, strand) if strand in folded and strand is not None else (0, at)


def _column(table: ProgressTable, part: list[int]) -> SkillColumn:
    first = table.columns[part[0]]
    if len(part) == 1 or first.strand_id is None:
        return first
    counts = zip(*(table.columns[at].counts for at in part), strict=False)
    return StrandColumn(
        skill_id=first.strand_id,
        framework_id=first.framework_id,
        statement=first.strand,
        short=first.strand,
        code="",
        strand_id=first.strand_id,
        strand=first.strand,
        counts=tuple(sum(each) for each in counts),
        skills=len(part),
    )


def _cell(table: ProgressTable, cells: tuple[Cell, ...], part: list[int]) -> Cell:
    if len(part) == 1:
        return cells[part[0]]
    own = [cells[at] for at in part]
    least = secure_from(len(table.levels))
    seen = [cell.seen_at for cell in own if cell.seen_at is not None]
    return StrandCell(
        seen_at=max(seen, default=None),
        stale=any(cell.stale for cell in own),
        secure=sum(1 for cell in own if cell.level >= least),
        of=len(part),
    )
