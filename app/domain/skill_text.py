"""A framework of skills as a teacher types or pastes it: one a line, indented for a tree."""

import re
from dataclasses import dataclass

from app.domain.letters import clean

TAB_WIDTH = 4

_MARK = re.compile(r"(?:[-*+•‣◦▪▫●○■□·–—‐]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s+")
_NUMBER = re.compile(r"(\d+(?:\.\d+)+)\.?\s+(?=\S)")
_CODE = re.compile(
    r"(?=[^\s:]*\d|[A-Z.\-]+\s*[:\t])"  # a digit in it, or capitals alone
    r"([A-Za-z0-9][\w.\-/]{0,29})(?:\s*:\s+|\s*\t\s*)"
)


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One entry: `depth` 0 is top level, and never more than one below the entry above it."""

    depth: int
    statement: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class _RawLine:
    indent: int
    statement: str
    code: str


def read_outline(text: str) -> tuple[OutlineLine, ...]:
    """The entries of a typed or pasted list.

    Bullets, dashes and list numbers in front of an entry are dropped. "CODE: statement" and a
    code in a column of its own are told apart from the statement; a code holds a digit or is
    written in capitals. Where nothing is indented, numbers such as 1.2 make the tree.
    """
    raw = [line for line in map(_read, text.splitlines()) if line.statement]
    if raw and not any(line.indent for line in raw):
        raw = _by_numbers(raw)
    lines: list[OutlineLine] = []
    open_indents: list[int] = []
    for line in raw:
        while open_indents and open_indents[-1] >= line.indent:
            open_indents.pop()
        lines.append(OutlineLine(len(open_indents), line.statement, line.code))
        open_indents.append(line.indent)
    return tuple(lines)


def _read(line: str) -> _RawLine:
    body = line.strip()
    indent = _width(line[: len(line) - len(line.lstrip())])
    code = ""
    if number := _NUMBER.match(body):
        code, body = number[1], body[number.end() :]
    elif mark := _MARK.match(body):
        body = body[mark.end() :]
    if (found := _CODE.match(body)) and clean(body[found.end() :]):
        code, body = found[1], body[found.end() :]
    return _RawLine(indent, clean(body), code)


def _width(blank: str) -> int:
    return sum(TAB_WIDTH if char == "\t" else 1 for char in blank)


def _by_numbers(lines: list[_RawLine]) -> list[_RawLine]:
    """Depth from the dots of the numbers; an entry without one stands above those below it."""
    numbered = all(not line.code or line.code.replace(".", "").isdigit() for line in lines)
    if not numbered:
        return lines
    return [_RawLine(line.code.count("."), line.statement, line.code) for line in lines]
