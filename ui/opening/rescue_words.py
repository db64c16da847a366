"""What is told of a damaged class file: what can be saved, and the list of it."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.damage import ADDED, CHANGED, DOUBTED, KEPT, LOST, REMOVED, Rescue, RescueLine
from app.ports import Clock
from ui.backups.words import contents, moment
from ui.opening.ways import Trouble

_THINGS: Mapping[str, tuple[str, str]] = {
    "class": ("class", "classes"),
    "student": ("student", "students"),
    "rule": ("rule", "rules"),
    "goal": ("goal", "goals"),
    "station": ("station", "stations"),
    "framework": ("framework", "frameworks"),
    "skill": ("skill", "skills"),
    "tag": ("tag", "tags"),
    "lesson": ("lesson plan", "lesson plans"),
    "path": ("student’s way through a lesson", "students’ ways through a lesson"),
    "session": ("lesson", "lessons"),
    "clock_event": ("press of the clock", "presses of the clock"),
    "move": ("move", "moves"),
    "attendance": ("mark of attendance", "marks of attendance"),
    "visit": ("visit to a station", "visits to stations"),
    "observation": ("observation", "observations"),
    "adult": ("adult", "adults"),
    "photo": ("photo", "photos"),
    "draft": ("draft", "drafts"),
    "attachment": ("picture or file of a note", "pictures or files of notes"),
    "judgement": ("level set by hand", "levels set by hand"),
    "finish": ("early finish", "early finishes"),
    "extra": ("change of a station’s time", "changes of stations’ time"),
    "pull_out": ("pull-out", "pull-outs"),
    "pull_out_day": ("change of a pull-out", "changes of pull-outs"),
    "timetable": ("timetable", "timetables"),
    "period": ("period", "periods"),
    "slot": ("lesson of the timetable", "lessons of the timetable"),
    "choice": ("student’s list of choices", "students’ lists of choices"),
    "reflection": ("word of a student’s own", "words of students’ own"),
    "need": ("need of a student", "needs of students"),
    "special_day": ("day that differs", "days that differ"),
}
_OUTCOMES: Mapping[str, str] = {
    ADDED: "comes back",
    CHANGED: "comes back as it was last",
    REMOVED: "was deleted, and stays so",
    KEPT: "stays as it is in the backup; the newer form can’t be trusted",
    LOST: "can’t be read",
    DOUBTED: "comes back as it reads; a letter of it may be wrong",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rescue", text)


def found(rescue: Rescue) -> Trouble:
    """How it is shown what can be saved, and the ways on from there."""
    if rescue.base is None and not rescue.changes:
        return Trouble(_tr("Nothing of your class can be read"), "danger", ("backup", "demo"))
    listed = ("mend_list",) if rescue.lines else ()
    is_all = not rescue.count(KEPT, LOST, DOUBTED)
    kind = "ok" if is_all and rescue.base is not None else "warn"
    ways = ("mend_now", *listed, "backup", "demo")
    return Trouble(_tr("This can be saved of your class"), kind, ways)


def summary(rescue: Rescue, clock: Clock) -> str:
    """What the newest good backup holds, what comes back on top of it, and what does not."""
    said = [_of_base(rescue, clock), *_of_rows(rescue)]
    if rescue.base is not None or rescue.changes:
        said.append(_tr("The damaged file is kept beside the new one."))
    return "\n\n".join(said)


def _of_base(rescue: Rescue, clock: Clock) -> str:
    base = rescue.base
    if base is None:
        return _tr("There is no good backup of it here.")
    told = contents(base, clock)
    if rescue.own_base:
        return _tr(
            "The class file itself is whole; only the log beside it belongs to another file, and"
            " is left out. It has everything up to {moment}: {contents}."
        ).format(moment=moment(base.saved_at, clock), contents=told)
    return _tr("The newest good backup has everything up to {moment}: {contents}.").format(
        moment=moment(base.saved_at, clock), contents=told
    )


def _of_rows(rescue: Rescue) -> Iterator[str]:
    back, kept, lost = rescue.count(ADDED, CHANGED, REMOVED), rescue.count(KEPT), rescue.count(LOST)
    if back and rescue.base is None:
        yield _tr("These read well in the damaged file: {things}.").format(things=_listed(back))
    elif back:
        text = _tr("The damaged file has this on top of it, which comes back too: {things}.")
        yield text.format(things=_listed(back))
    elif rescue.sealed:
        yield _tr(
            "The class has a passphrase, and the beginning of its file is lost. Without that"
            " nothing else in it can be read, by nobody, so there is nothing newer to save."
        )
    elif rescue.base is not None and not rescue.own_base:
        yield _tr("Nothing newer reads in the damaged file.")
    if kept:
        text = _tr("These stay as in the backup, as their newer form can’t be trusted: {things}.")
        yield text.format(things=_listed(kept))
    if doubted := rescue.count(DOUBTED):
        text = _tr("These come back as they read, though a letter may be wrong: {things}.")
        yield text.format(things=_listed(doubted))
    if lost:
        yield _tr("These can’t be read and will be missing: {things}.").format(things=_listed(lost))


def _listed(counts: Mapping[str, int]) -> str:
    """What a teacher cares about most comes first."""
    return ", ".join(
        f"{counts[table]} {_thing(table, counts[table])}" for table in _in_order(counts)
    )


def _in_order(counts: Mapping[str, int]) -> list[str]:
    first = ("observation", "student", "goal")
    place = {table: number for number, table in enumerate(_THINGS)}
    return sorted(counts, key=lambda table: (table not in first, place.get(table, len(place))))


def _thing(table: str, count: int) -> str:
    one, many = _THINGS.get(table, (table, table))
    return one if count == 1 else many


def as_text(rescue: Rescue, clock: Clock) -> str:
    """The whole list, to be kept."""
    lines = sorted(rescue.lines, key=lambda line: (line.table, line.at or 0))
    said = [summary(rescue, clock), "", *(_line(line, clock) for line in lines)]
    return "\n".join(said) + "\n"


def _line(line: RescueLine, clock: Clock) -> str:
    when = f"{clock.local(line.at):%Y-%m-%d %H:%M}" if line.at else ""
    parts = (_thing(line.table, 1), when, line.who, line.what, _OUTCOMES[line.outcome])
    return "  ".join(part for part in parts if part)
