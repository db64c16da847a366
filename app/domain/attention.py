"""Which cells of the progress table want a look, and which were overlooked."""

from collections.abc import Iterable, Sequence
from math import ceil

from app.domain.ids import StudentId
from app.domain.presence import Presence
from app.domain.progress import STALE_DAYS, Cell, ProgressRow, ProgressTable

DAY_MS = 86_400_000


def secure_from(levels: int) -> int:
    """The level from which a skill is secure: the one at three quarters, so 3 of 4."""
    return max(2, ceil(levels * 3 / 4))


def is_secure(cell: Cell, secure: int) -> bool:
    """Whether it is at `secure` or above, seen lately and not falling: nothing to look at."""
    return cell.level >= secure and not cell.stale and cell.trend >= 0


def is_blind(cell: Cell, student: StudentId, presence: Presence, now: int) -> bool:
    """Whether nobody looked at this skill for three weeks in which the student was there.

    Days of lessons missed do not count; without a recorded lesson every day does.
    """
    if cell.seen_at is None:
        return not presence.since(student, None).away_throughout
    if not cell.stale:
        return False
    days = (now - cell.seen_at) // DAY_MS
    return presence.since(student, cell.seen_at).days_here(days) >= STALE_DAYS


def blind_spots(table: ProgressTable, at: int) -> tuple[ProgressRow, ...]:
    """Who was there and was not seen on the skill of column `at`, in the order of the table."""
    return tuple(row for row in table.rows if _blind(table, row, row.cells[at]))


def needs(cells: Iterable[Cell], secure: int) -> int:
    """How many cells want a look."""
    return sum(1 for cell in cells if not is_secure(cell, secure))


def overlooked(table: ProgressTable) -> Sequence[tuple[int, int]]:
    """Columns with blind spots and how many students each has, the most first."""
    counts = [(at, len(blind_spots(table, at))) for at in range(len(table.columns))]
    return sorted((pair for pair in counts if pair[1]), key=lambda pair: (-pair[1], pair[0]))


def _blind(table: ProgressTable, row: ProgressRow, cell: Cell) -> bool:
    return is_blind(cell, row.student_id, table.presence, table.now)
