"""What a proposed plan would change, in words."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.classes import VISIT
from app.domain.ids import StationId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import IN_GROUPS
from app.domain.planning.values import (
    MIX,
    MOVES,
    REPAIR,
    SHUFFLE,
    Because,
    ChangedCell,
    Proposal,
    Quality,
)
from ui.plan.offers_panel import Offer, OfferLine
from ui.plan.quality_words import in_short

FEW = 6
"""Students whose moves are told one by one also where all are planned anew."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Offers", text)


def offer_of(
    picture: LessonPicture,
    proposal: Proposal,
    titles: Mapping[str, str],
    now: Quality | None = None,
) -> Offer:
    """The offer of a proposal; `titles` name the rules by their keys, `now` is what there is."""
    changes = proposal.changes
    moved = {change.student for change in changes}
    title = _tr("{way}: {what}").format(way=way_name(proposal.way), what=_moving(len(moved)))
    text = in_short(proposal.quality)
    if proposal.proved and changes:
        text = _tr("No plan changes fewer places. {quality}").format(quality=text)
    told = proposal.way in {MOVES, REPAIR} or len(moved) <= FEW
    if not told:
        text = _tr("{count} places change. {quality}").format(count=len(changes), quality=text)
    if now is not None and proposal.quality.kept < now.kept:
        text = _tr("It keeps fewer rules than the plan as it is. {quality}").format(quality=text)
    lines = tuple(_lines(picture, changes, titles)) if told else ()
    return Offer(title, text, lines, new=bool(changes))


def part_words(part: Quality, whole: Quality) -> str:
    """What a part of a proposal leaves broken; empty where it keeps as many rules as all of it."""
    missing = whole.kept - part.kept
    if missing <= 0:
        return ""
    if missing == 1:
        return _tr("With these alone 1 rule is not kept that all of it keeps.")
    text = _tr("With these alone {count} rules are not kept that all of it keeps.")
    return text.format(count=missing)


def way_name(way: str) -> str:
    """What a way to plan is called."""
    return {
        MIX: _tr("Best mix"),
        MOVES: _tr("Fewest moves"),
        SHUFFLE: _tr("Shuffle"),
        REPAIR: _tr("Smallest change"),
    }.get(way, _tr("Same level"))


def _moving(students: int) -> str:
    if not students:
        return _tr("nobody moves")
    if students == 1:
        return _tr("1 student moves")
    return _tr("{count} students move").format(count=students)


def _lines(
    picture: LessonPicture, changes: Sequence[ChangedCell], titles: Mapping[str, str]
) -> Iterable[OfferLine]:
    """One line for each student and reason; in groups one reason moves all of a path."""
    place = {student.id: at for at, student in enumerate(picture.students)}
    ordered = sorted(changes, key=lambda c: (place.get(c.student, 0), c.round))
    whole = picture.lesson.mode == IN_GROUPS
    parts: dict[object, list[ChangedCell]] = {}
    for cell in ordered:
        parts.setdefault(cell.student if whole else (cell.student, cell.because), []).append(cell)
    for own in parts.values():
        text = _moves(picture, picture.names.get(own[0].student, ""), own)
        why = because_words(picture, own[0].because, titles)
        said = _tr("{what}, {why}").format(what=text, why=why) if why else text
        yield OfferLine(tuple((cell.student, cell.round) for cell in own), said)


def _moves(picture: LessonPicture, name: str, cells: Sequence[ChangedCell]) -> str:
    """Where somebody goes; in groups the first place says which one it is."""
    if picture.lesson.mode == IN_GROUPS and len(cells) > 1:
        text = _tr("{name} to {place}, then on with that group")
        return text.format(name=name, place=_place(picture, cells[0]))
    places = ", ".join(_place(picture, cell) for cell in cells)
    return _tr("{name} to {places}").format(name=name, places=places)


def _place(picture: LessonPicture, cell: ChangedCell) -> str:
    names: Mapping[StationId | None, str] = {s.id: s.name for s in picture.stations}
    where = names.get(cell.after, _tr("no station"))
    return _tr("{station} in round {n}").format(station=where, n=cell.round)


def because_words(picture: LessonPicture, because: Because, titles: Mapping[str, str]) -> str:
    """Why somebody moves; empty where nothing forced it."""
    name = picture.names.get(because.student, "") if because.student is not None else ""
    rule = titles.get(because.rule, "")
    if visit := _visit_words(picture, because, name):
        return visit
    text = {
        "left": _tr("because {name} is not here"),
        "came": _tr("because {name} is here"),
        "out": _tr("because of time out of the room"),
        "rule": _tr("for the rule about {rule}") if rule else _tr("for a rule"),
        "room": _tr("to make room for {name}"),
        "even": _tr("so that the groups stay even"),
        "pin": _tr("because {name} was put there"),
        "again": _tr("because {name} comes there in another round"),
    }.get(because.word, "")
    return text.format(name=name, rule=rule)


def _visit_words(picture: LessonPicture, because: Because, name: str) -> str:
    """For which visit somebody moves; empty where it is for something else."""
    rule = next((r for r in picture.rules if f"rule:{r.id}" == because.rule), None)
    if rule is None or rule.kind != VISIT or not name:
        return ""
    if where := ", ".join(s.name for s in picture.stations if s.id in rule.station_ids):
        return _tr("so that {name} comes to {station}").format(name=name, station=where)
    return _tr("so that {name} meets the teacher").format(name=name)
