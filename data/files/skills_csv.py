"""Frameworks as a table: the simple one of this app, the export of OpenSALT, and lists.

The simple one has the columns `code`, `statement`, `parent`, and, if wanted, `short` and
`precedes`; `parent` and `precedes` name other rows by their code, identifier or statement, more
than one of them with a semicolon between.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence

from app.domain.framework_file import (
    BLANK,
    EXTRA,
    LONGEST,
    MOST_SKILLS,
    UNKNOWN,
    FileFramework,
    FileSkill,
    whole,
)
from app.domain.letters import clean
from app.errors import FrameworkUnread

GoOn = Callable[[object], bool]

ALIASES = {
    "statement": (
        "statement",
        "fullstatement",
        "skill",
        "standard",
        "description",
        "text",
        "title",
    ),
    "code": ("code", "humancodingscheme", "codingscheme", "notation", "standardcode", "number"),
    "parent": ("parent", "ischildof", "parentid", "parentcode", "strand", "belongsto"),
    "key": ("identifier", "id", "guid", "uuid", "key"),
    "short": ("short", "abbreviatedstatement", "shortstatement", "heading", "abbreviation"),
    "order": ("sequencenumber", "sequence", "order", "position"),
    "precedes": ("precedes", "before", "next", "leadsto"),
}
"""Names of columns, letters and digits alone, as files have them."""
_DELIMITERS = ",;\t"
_EVERY = 500


def read_skills(text: str, go_on: GoOn = lambda _done: True) -> FileFramework:
    """The framework of a table, with or without a line of headings.

    Raises `errors.FrameworkUnread`: "empty", "large", "table" for what cannot be told apart into
    cells, "stopped" when `go_on` said no.
    """
    rows = _rows(text)
    columns = _columns(rows[0]) if rows else {}
    if "statement" not in columns and "code" not in columns:
        columns = _without_heading(rows)
    else:
        extra = sum(1 for cell in rows[0] if cell.strip()) - len(columns)
        rows = rows[1:]
        return _framework(rows, columns, go_on, extra)
    return _framework(rows, columns, go_on, 0)


def _rows(text: str) -> list[list[str]]:
    text = text.lstrip("\ufeff").replace("\0", "")
    first = text.strip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) > MOST_SKILLS:
                raise FrameworkUnread("large")
    except csv.Error as error:
        raise FrameworkUnread("table") from error
    if not rows:
        raise FrameworkUnread("empty")
    return rows


def _columns(heads: Sequence[str]) -> dict[str, int]:
    """Which column is what; of two alike the first counts."""
    names = ["".join(filter(str.isalnum, head)).casefold() for head in heads]
    found = {}
    for what, aliases in ALIASES.items():
        places = [names.index(alias) for alias in aliases if alias in names]
        if places:
            found[what] = places[0]
    return found


def _without_heading(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """A list of statements, or codes and statements."""
    two = sum(1 for row in rows if len(row) > 1 and row[0].strip() and row[1].strip())
    return {"code": 0, "statement": 1} if two > len(rows) / 2 else {"statement": 0}


def _framework(
    rows: Sequence[Sequence[str]], columns: dict[str, int], go_on: GoOn, extra: int
) -> FileFramework:
    notes: Counter[str] = Counter({EXTRA: extra} if extra else {})
    skills: list[FileSkill] = []
    for at, row in enumerate(rows):
        if at % _EVERY == 0 and not go_on(at):
            raise FrameworkUnread("stopped")
        skill = _skill({what: _cell(row, place) for what, place in columns.items()}, at)
        if skill is None:
            notes[BLANK] += 1
        else:
            skills.append(skill)
    joined = _joined(skills, notes)
    found, mended = whole(joined)
    if not found:
        raise FrameworkUnread("empty")
    return FileFramework("", found, named="key" in columns, notes=+(notes + mended))


def _skill(cells: dict[str, str], at: int) -> FileSkill | None:
    statement, code = cells.get("statement", ""), cells.get("code", "")
    if not statement and not code:
        return None
    return FileSkill(
        key=cells.get("key", "") or f"row {at}",
        statement=(statement or code)[:LONGEST],
        parent=cells.get("parent", ""),
        code=code,
        short=cells.get("short", "") if len(cells.get("short", "")) <= 40 else "",
        order=_order(cells.get("order", ""), at),
        precedes=tuple(filter(None, map(clean, cells.get("precedes", "").split(";")))),
    )


def _joined(skills: Sequence[FileSkill], notes: Counter[str]) -> list[FileSkill]:
    """Parents and followers by their keys; of rows that are called alike the first is meant."""
    names: dict[str, str] = {}
    for name in ("key", "code", "statement"):
        for skill in skills:
            names.setdefault(getattr(skill, name).casefold(), skill.key)
    found = []
    for skill in skills:
        parent = names.get(skill.parent.casefold(), skill.parent) if skill.parent else ""
        later = [names.get(one.casefold(), "") for one in skill.precedes]
        notes[UNKNOWN] += later.count("")
        found.append(
            FileSkill(
                skill.key,
                skill.statement,
                "" if parent == skill.key else parent,
                skill.code,
                skill.short,
                skill.order,
                tuple(dict.fromkeys(filter(None, later))),
            )
        )
    return found


def _cell(row: Sequence[str], place: int) -> str:
    return clean(row[place]) if place < len(row) else ""


def _order(text: str, at: int) -> float:
    try:
        return float(text) if text else float(at)
    except ValueError:
        return float(at)
