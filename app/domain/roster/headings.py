"""Reads headings: which row holds them and what each one means."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from app.domain.roster.aliases import ALIASES
from app.domain.roster.columns import ColumnKind
from app.domain.roster.lines import why_no_student
from app.domain.roster.table import TableRow

_SEARCHED = 25
# Headings that are also what some people are called.
_ALSO_NAMES = frozenset({"jina", "nama"})
NAME_KINDS = frozenset(
    {ColumnKind.FIRST, ColumnKind.LAST, ColumnKind.BOARD, ColumnKind.FULL, ColumnKind.NAME}
)


def heading_key(text: str) -> str:
    """What two spellings of a heading share: letters, marks that spell, and digits.

    "student.firstName", "First_Name" and "First name*" give the same key, as do "prénom" and
    "PRENOM"; a lone sign such as "#" stays.
    """
    last = text.strip().rsplit(".", 1)[-1]
    dotted = " " not in text.strip() and len(last) > 2
    plain = unicodedata.normalize("NFKD", (last if dotted else text).casefold())
    kept = "".join(char for char in plain if _kept(char))
    return kept or plain.strip()


def _kept(char: str) -> bool:
    # Accents go, but the marks of Arabic and Indian letters are letters themselves.
    accent = "\u0300" <= char <= "\u036f"
    return not accent and unicodedata.category(char)[0] in "LMN"


@cache
def _meanings() -> dict[str, ColumnKind]:
    return {
        heading_key(alias): kind
        for kind, aliases in reversed(ALIASES.items())
        for alias in " ".join(aliases.split()).split(" | ")
    }


def heading_kind(text: str) -> ColumnKind | None:
    """What a heading means, None when no school is known to call a column so."""
    bare = text.split("(", 1)[0] if not text.strip().startswith("(") else text
    known = _meanings()
    return known.get(heading_key(text)) or known.get(heading_key(bare))


def find_headings(rows: Sequence[TableRow]) -> int | None:
    """The place of the row of headings among `rows`, None when there is none.

    Above it there may be titles; above a heading that stands alone nothing else.
    """
    scores = [_score(row) for row in rows[:_SEARCHED]]
    best = max(scores, default=0)
    if best <= 0:
        return None
    at = scores.index(best)
    alone = len(_filled(rows[at])) == 1
    titles = all(why_no_student(_filled(row)) for row in rows[:at])
    return None if alone and not titles else at


def _filled(row: TableRow) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.cells if cell.strip())


def _score(row: TableRow) -> int:
    """How much of a row is known headings; 0 when it is not headings at all."""
    cells = _filled(row)
    kinds = [heading_kind(cell) for cell in cells]
    known = sum(kind is not None for kind in kinds)
    names = [c for c, kind in zip(cells, kinds, strict=True) if kind in NAME_KINDS]
    if known < 2:
        names = [cell for cell in names if heading_key(cell) not in _ALSO_NAMES]
    if not names or any(cell.isdigit() for cell in cells):
        return 0
    # A gradebook has dozens of assignments beside the name: two known headings are enough.
    return known + len(names) if known >= 2 or 2 * known >= len(cells) else 0
