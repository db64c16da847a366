"""What a look at all that is kept has found, in words: one line for each part."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.changes import Entity
from app.domain.classes import Student
from app.domain.damage import BrokenRow, CheckReport, Flipped, Part
from app.domain.looking import Progress
from app.ports import Clock

Moment = Callable[[int], str]


class Line(NamedTuple):
    """A part: whether it is whole (None: only good to know), what it is, and what was found."""

    whole: bool | None
    name: str
    text: str
    details: Sequence[str]


_NAMES = {
    "file": "class file",
    "integrity": "pages of the file",
    "references": "what belongs where",
    "seals": "what was written",
    "journal": "history",
    "finding": "finding notes",
    "tallies": "figures of levels",
    "backup": "backup",
    "second_place": "second place",
    "named": "named",
    "last_backup": "last backup",
    "space": "space left",
    "settings": "settings",
}
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
        "plain": "{path}: not encrypted, {holds}, written by Rondo’s format {schema}",
        "encrypted": "{path}: encrypted, {holds}, written by Rondo’s format {schema}",
    },
    "integrity": {"whole": "every page of the file is in order", "damaged": "it is damaged inside"},
    "references": {
        "whole": "everything belongs to something that is there",
        "damaged": "entries that belong to something that is gone: {count}",
    },
    "seals": {
        "whole": "every entry is as it was written; observations: {observations}",
        "damaged": "entries that changed by themselves: {count}",
    },
    "journal": {
        "whole": "it agrees with the class; steps: {steps}",
        "damaged": "entries of which it says something else: {count}",
    },
    "finding": {
        "whole": "every note is found by its words",
        "damaged": "not every note is found by its words; none is lost, and Rondo makes the list"
        " of words anew while it is open",
    },
    "tallies": {
        "whole": "levels are worked out from all that was seen",
        "damaged": "some levels are not worked out from all that was seen; nothing of that is lost,"
        " and Rondo counts it anew while it is open",
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


_PROGRESS: Mapping[str, str] = {
    "structure": "Reading every page of your class…",
    "references": "Looking whether everything belongs to something…",
    "seals": "Reading every entry…",
    "journal": "Comparing with the history…",
    "backups": "Reading backup {done} of {all}…",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Check", text)


def moments(clock: Clock) -> Moment:
    """How times are told."""
    return lambda at: f"{clock.local(at):%Y-%m-%d %H:%M}" if at else _tr("the first change")


def line_of(part: Part, when: Moment) -> Line:
    """What is said of a part, and what was found in it."""
    return Line(part.whole, _tr(_NAMES[part.name]), _sentence(part, when), details(part, when))


def end_of(report: CheckReport) -> str:
    """What it comes to."""
    if not report.could_look:
        text = "Your class file could not be read just now, so nobody can say. Nothing was changed."
        return _tr(text)
    text = "All is whole." if report.is_whole else "Not all is whole. Nothing was changed."
    return _tr(text)


def how_far(progress: Progress) -> str:
    """What is read just now."""
    if progress.part == "seals" and progress.all:
        text = _tr("Reading every entry: {share} %…")
        return text.format(share=100 * progress.done // progress.all)
    text = _tr(_PROGRESS[progress.part])
    return text.format(done=progress.done + 1, all=progress.all)


def as_text(lines: Sequence[Line], end: str) -> str:
    """All of it as a text to be kept or sent."""
    marks = {True: _tr("whole"), False: _tr("NOT WHOLE"), None: "-"}
    said = []
    for line in lines:
        said.append(f"{line.name} [{marks[line.whole]}]: {line.text}")
        said += [f"    {detail}" for detail in line.details]
    return "\n".join([*said, end]) + "\n"


def now_and_then(flipped: Flipped, when: Moment) -> str:
    """What it says now and what was written, where it is clear what is spoken of."""
    now, was = _words(flipped.now), _words(flipped.before)
    if flipped.before is None:
        return _tr("Nobody knows any more how it was written.")
    if not now or not was or now == was:
        text = _tr("Its history of {at} knows how it was written.")
    else:
        text = _tr("It says “{now}”. Written was “{was}”, as its history of {at} has it.")
    return text.format(now=now, was=was, at=when(flipped.at))


def said_of(flipped: Flipped, when: Moment) -> str:
    """The same, with what it is."""
    what = thing(flipped.row, when)
    return f"{what[:1].upper()}{what[1:]}: {now_and_then(flipped, when)}"


def _words(entity: Entity | None) -> str:
    """The words a teacher would know it by."""
    if isinstance(entity, Student):
        return entity.name.full
    return next((str(text) for name in _WHAT if (text := getattr(entity, name, ""))), "")


_WHAT = ("note", "name", "topic", "title", "statement", "reason")


_THINGS: Mapping[str, str] = {
    "step": "step of the history",
    "change": "entry of the history",
    "clock_event": "moment of a lesson’s clock",
    "pull_out": "pull-out",
    "judgement": "level set by hand",
    "attachment": "picture or file of an observation",
    "rule": "rule between students",
    "slot": "time of the timetable",
}
"""What an entry is called, where its table has no word a teacher would use."""


def thing(row: BrokenRow, when: Moment) -> str:
    """What a row is, as far as that can be told."""
    if row.table == "student" and row.who:
        return _tr("student {who}").format(who=row.who)
    if row.table != "observation":
        named = _tr(_THINGS.get(row.table) or row.table.replace("_", " "))
        return _tr("{thing} number {id}").format(thing=named, id=row.id)
    text = _tr("observation of {who}, {when}")
    return text.format(who=row.who or _tr("somebody"), when=when(row.at))


def _sentence(part: Part, when: Moment) -> str:
    if part.found == "unread":
        return _tr("it was not looked at, as the class file does not read so far")
    kind = "backup" if part.name == "named" else part.name
    text = _tr(_SAID[kind].get(part.found) or _REFUSED[part.found])
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
    found = {"changed by themselves": "notes", "unlike their history": "rows"}
    said = [f"{text}: {n}" for text, name in found.items() if (n := part.facts.get(name))]
    return f" ({', '.join(said)})" if said else ""


def details(part: Part, when: Moment) -> list[str]:
    """What was found in it, one by one."""
    return [*part.details, *(thing(row, when) for row in part.rows)]


def _size(size: int) -> str:
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB"
    return f"{size / 1_000_000:.1f} MB"
