"""Frameworks in CASE, the format of standards bodies: a CFPackage of 1.0 or 1.1 as JSON.

1EdTech "Competencies and Academic Standards Exchange" 1.0 and 1.1: CFDocument, CFItems and
CFAssociations. Read leniently, as real files are not what the standard says: nothing but an
entry's words is needed, types nobody knows are passed over, and keys may stand anywhere.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from math import isfinite

from app.domain.framework_file import (
    BLANK,
    LONGEST,
    MOST_SKILLS,
    UNKNOWN,
    FileFramework,
    FileSkill,
    whole,
)
from app.domain.letters import clean
from app.errors import FrameworkUnread

BELOW = ("ischildof", "ispartof")
"""Links from an entry to the one above it, the better first."""
BEFORE = "precedes"
_KNOWN = {
    *BELOW, BEFORE, "ispeerof", "exactmatchof", "isrelatedto", "replacedby", "exemplar",
    "hasskilllevel", "istranslationof",
}  # fmt: skip
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_EVERY = 500
_LICENCE = 300

GoOn = Callable[[object], bool]
Json = Mapping[str, object]


def read_case(content: bytes, go_on: GoOn = lambda _done: True) -> FileFramework:
    """The framework of a package; `go_on` is told how many entries were read.

    Raises `errors.FrameworkUnread`: "json" for what is no JSON, "empty" where no entry is, "large"
    for too many of them, "stopped" when `go_on` said no.
    """
    package = _package(_json(content))
    notes: Counter[str] = Counter()
    items = _objects(package, "CFItems")
    links = _Links(_objects(package, "CFAssociations"), notes)
    if len(items) > MOST_SKILLS:
        raise FrameworkUnread("large")
    found = []
    for at, item in enumerate(items):
        if at % _EVERY == 0 and not go_on(at):
            raise FrameworkUnread("stopped")
        skill = _skill(item, at, links)
        if skill is None:
            notes[BLANK] += 1
        else:
            found.append(skill)
    document = package.get("CFDocument")
    document = document if isinstance(document, dict) else {}
    top = _key(document)
    skills, mended = whole(_from_top(found, top))
    if not skills:
        raise FrameworkUnread("empty")
    return FileFramework(
        name=_text(document, "title") or _text(document, "subject"),
        skills=skills,
        identifier=top,
        source=_source(document, package),
        named=True,
        notes=+(notes + mended),
    )


def _json(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FrameworkUnread("json") from error


def _package(told: object) -> Json:
    """The package, wherever it stands: by itself, in a list, or under a name."""
    waiting, looked = [told], 0
    while waiting and looked < _EVERY:
        one = waiting.pop(0)
        looked += 1
        if isinstance(one, dict):
            if isinstance(one.get("CFItems"), list):
                return one
            waiting += list(one.values())
        elif isinstance(one, list) and _are_items(one):
            return {"CFItems": one}
        elif isinstance(one, list):
            waiting += one[:_EVERY]
    raise FrameworkUnread("empty")


def _are_items(told: list[object]) -> bool:
    return bool(told) and isinstance(told[0], dict) and "fullStatement" in told[0]


def _objects(package: Json, name: str) -> list[Json]:
    found = package.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


class _Links:
    """Which entry is below which, in which order, and which comes before which."""

    def __init__(self, links: list[Json], notes: Counter[str]) -> None:
        self.parents: dict[str, tuple[int, float, str]] = {}
        self.precedes: defaultdict[str, list[str]] = defaultdict(list)
        for link in links:
            kind = str(link.get("associationType", "")).casefold().removeprefix("ext:")
            start, end = _node(link.get("originNodeURI")), _node(link.get("destinationNodeURI"))
            if kind not in _KNOWN or not start or not end:
                notes[UNKNOWN] += 1
            elif kind == BEFORE:
                self.precedes[start].append(end)
            elif kind in BELOW:
                rank = (BELOW.index(kind), _number(link.get("sequenceNumber")), end)
                self.parents[start] = min(rank, self.parents.get(start, rank))


def _skill(item: Json, at: int, links: _Links) -> FileSkill | None:
    statement = _text(item, "fullStatement") or _text(item, "abbreviatedStatement")
    code = _text(item, "humanCodingScheme")
    if not statement and not code:
        return None
    key = _key(item) or f"entry {at}"
    _, order, parent = links.parents.get(key, (0, _number(item.get("sequenceNumber")), ""))
    return FileSkill(
        key=key,
        statement=(statement or code)[:LONGEST],
        parent=parent,
        code=code,
        short=_short(_text(item, "abbreviatedStatement"), statement),
        order=order,
        precedes=tuple(dict.fromkeys(links.precedes.get(key, ()))),
    )


def _from_top(skills: list[FileSkill], top: str) -> Iterator[FileSkill]:
    """Entries below the document itself stand at the top."""
    for skill in skills:
        at_top = bool(top) and skill.parent == top
        yield (
            FileSkill(
                skill.key, skill.statement, "", skill.code, skill.short, skill.order, skill.precedes
            )
            if at_top
            else skill
        )


def _key(thing: Json) -> str:
    for name in ("identifier", "uri"):
        found = thing.get(name)
        if isinstance(found, str | int) and not isinstance(found, bool):
            key = _last(str(found))
            if key:
                return key
    return ""


def _node(told: object) -> str:
    """An entry a link leads to: an object, or its address alone."""
    if isinstance(told, dict):
        return _key(told)
    return _last(told) if isinstance(told, str) else ""


def _last(address: str) -> str:
    return address.strip().rstrip("/").rpartition("/")[2]


def _text(thing: Json, name: str) -> str:
    found = thing.get(name)
    if isinstance(found, str):
        return clean(unescape(_TAG.sub(" ", found)) if "<" in found or "&" in found else found)
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def _number(told: object) -> float:
    """A place in an order; what is none comes last."""
    try:
        found = float(told) if isinstance(told, int | float | str) else float("inf")
    except (ValueError, OverflowError):
        return float("inf")
    return found if isfinite(found) else float("inf")


def _short(abbreviated: str, statement: str) -> str:
    return abbreviated if abbreviated != statement and len(abbreviated) <= 40 else ""


def _source(document: Json, package: Json) -> str:
    """Whose it is, and under which licence."""
    parts = [_text(document, name) for name in ("creator", "publisher", "version")]
    parts.append(_licence(document, package))
    parts.append(_text(document, "officialSourceURL"))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _licence(document: Json, package: Json) -> str:
    definitions = package.get("CFDefinitions")
    if isinstance(definitions, dict):
        for licence in _objects(definitions, "CFLicenses"):
            told = _text(licence, "title") or _text(licence, "licenseText")
            if told:
                return told[:_LICENCE]
    named = document.get("licenseURI")
    return _text(named, "title") if isinstance(named, dict) else ""
