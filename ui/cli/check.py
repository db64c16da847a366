"""check: the whole truth about what is kept, in one screen."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.damage import BrokenRow, Part
from app.ports import Clock
from data.checking import check_profile
from data.paths import Profile
from ui.cli.output import NOT_MET, Output

_MARKS = {True: "ok", False: "NO", None: "--"}
_NAMES = {
    "file": "class file",
    "integrity": "structure",
    "references": "references",
    "seals": "seals",
    "journal": "journal",
    "backup": "backup",
    "second_place": "second place",
    "named": "named",
    "last_backup": "last backup",
    "space": "space left",
    "settings": "settings",
}
_WIDTH = max(map(len, _NAMES.values()))
_DETAILS = 3

_REFUSED: Mapping[str, str] = {
    "missing": "{path}: there is no such file",
    "folder": "{path}: it is a folder",
    "empty": "{path}: it is empty",
    "newer": "{path}: it was written by a newer Rondo; update Rondo first",
    "not_ours": "{path}: it is not a Rondo file",
    "locked": "{path}: it is locked by another passphrase, so it was not read",
    "damaged": "{path}: it is damaged ({finding})",
    "unreadable": "{path}: it cannot be read ({finding})",
}
_SAID: Mapping[str, Mapping[str, str]] = {
    "file": {
        "plain": "{path}: not encrypted, schema {schema}, {holds}",
        "encrypted": "{path}: encrypted, schema {schema}, {holds}",
    },
    "integrity": {"whole": "every page and index is in order", "damaged": "it is damaged inside"},
    "references": {
        "whole": "every row belongs to something",
        "damaged": "rows belong to nothing: {count}",
    },
    "seals": {
        "whole": "every row is what was written; observations: {observations}",
        "damaged": "rows are not what was written: {count}",
    },
    "journal": {
        "whole": "it says what the rows say; steps: {steps}",
        "damaged": "it does not say what the rows say, in {count}",
    },
    "backup": {"whole": "{path}: {holds}, whole", "broken": "{path}: it is not whole{more}"},
    "second_place": {
        "there": "{path}: it is there, with backups: {count}",
        "absent": "{path}: it is not there now",
    },
    "last_backup": {
        "none": "there is no good one yet",
        "everything": "{path} has everything up to {saved_at}, the newest change",
        "older": "{path} has everything up to {saved_at}; there are changes since",
    },
    "space": {"free": "{bytes}", "unknown": "it cannot be told ({finding})"},
    "settings": {
        "none": "there are none yet, so the usual ones are used",
        "read": "they read well",
        "partly": "some make no sense, so the usual ones are used for them",
        "defaults": "they do not read, so the usual ones are used",
    },
}


def check(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Read everything that is kept, and the files named, from end to end; nothing is written."""
    report = check_profile(profile, arguments.key, arguments.files)
    when = _moments(clock)
    parts: list[object] = [_as_data(part, when) for part in report.parts]
    lines = [line for part in report.parts for line in _lines(part, when)]
    told = "All is whole." if report.is_whole else "Not all is whole. Nothing was changed."
    done = output.result({"whole": report.is_whole, "parts": parts}, [*lines, told])
    return done if report.is_whole else NOT_MET


Moment = Callable[[int], str]


def _moments(clock: Clock) -> Moment:
    return lambda at: f"{clock.local(at):%Y-%m-%d %H:%M}" if at else "the first change"


def _lines(part: Part, when: Moment) -> list[str]:
    """What is said of a part, and the first few of what was found in it."""
    head = f"{_MARKS[part.whole]}  {_NAMES[part.name]:<{_WIDTH}}  "
    more = [f"{'':<{len(head)}}{text}" for text in _details(part, when)]
    left = len(more) - _DETAILS
    cut = [f"{'':<{len(head)}}and {left} more"] if left > 0 else []
    return [head + _sentence(part, when), *more[:_DETAILS], *cut]


def _sentence(part: Part, when: Moment) -> str:
    if part.found == "unread":
        return "it was not looked at, as the class file does not read so far"
    kind = "backup" if part.name == "named" else part.name
    text = _SAID[kind].get(part.found) or _REFUSED[part.found]
    facts: dict[str, object] = dict(part.facts)
    facts["holds"] = _holds(part)
    facts["more"] = _more(part)
    facts["saved_at"] = when(int(part.facts.get("saved_at", 0)))
    facts["bytes"] = _size(int(part.facts.get("bytes", 0)))
    if "path" in facts and kind in {"backup", "last_backup"} and part.name != "named":
        path = Path(str(facts["path"]))
        facts["path"] = f"{path.parent.name}/{path.name}"
    return text.format(**facts)


def _holds(part: Part) -> str:
    """Such as "28 students, last lesson 2026-05-14, 4.1 MB"."""
    size = _size(int(part.facts.get("size", 0)))
    if "students" not in part.facts:
        return size
    students = int(part.facts["students"])
    who = "1 student" if students == 1 else f"{students} students"
    day = part.facts["last_lesson"]
    return f"{who}, {f'last lesson {day}' if day else 'no lesson yet'}, {size}"


def _more(part: Part) -> str:
    found = {"rows changed": "notes", "rows unlike the journal": "rows"}
    said = [f"{text}: {n}" for text, name in found.items() if (n := part.facts.get(name))]
    return f" ({', '.join(said)})" if said else ""


def _details(part: Part, when: Moment) -> list[str]:
    if part.name != "seals":
        return list(part.details)
    return [_row(row, when) for row in part.rows]


def _row(row: BrokenRow, when: Moment) -> str:
    if row.table != "observation":
        return f"{row.table} {row.id}"
    return f"observation of {row.who or 'somebody'}, {when(row.at)}"


def _size(size: int) -> str:
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB"
    return f"{size / 1_000_000:.1f} MB"


def _as_data(part: Part, when: Moment) -> dict[str, object]:
    return {
        "part": part.name,
        "whole": part.whole,
        "found": part.found,
        **part.facts,
        "details": _details(part, when),
    }
