"""Why something can't be, and the ways out of it, in words."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.ids import StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.planning import values as is_
from app.domain.planning.values import Fact, RuleState, WayOut
from app.domain.stations import Station
from ui.plan.plan_words import names_and
from ui.plan.rules.view import Way

MOST = 2
"""Reasons that are told; of more the count is."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanFacts", text)


def reasons_of(
    picture: LessonPicture, facts: Sequence[Fact], outings: Mapping[StudentId, str]
) -> str:
    """Sentences, one for each fact."""
    told = dict.fromkeys(fact_words(picture, fact, outings) for fact in _once(facts))
    said = list(told)
    rest = len(said) - MOST
    more = [_tr("And {count} more.").format(count=rest)] if rest > 0 else []
    return " ".join([*said[:MOST], *more])


def _once(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Of the rounds in which a student could come somewhere the first one is told."""
    seen = set[object]()
    for fact in facts:
        about = (fact.student, fact.station) if fact.word == is_.NOT_YET else fact
        if about not in seen:
            seen.add(about)
            yield fact


def fact_words(picture: LessonPicture, fact: Fact, outings: Mapping[StudentId, str]) -> str:
    """One sentence."""
    text = _texts(fact)[fact.word]
    if fact.word == is_.IS_OUT and fact.student is not None and fact.student in outings:
        text = _tr("Not possible in round {n}: {name} is out, {outing}.")
    station = _station(picture, fact.station)
    return text.format(
        name=picture.names.get(fact.student, "") if fact.student is not None else "",
        others=names_and(picture, fact.others),
        station=station.name if station is not None else _tr("a station"),
        room=station.room if station is not None else 0,
        count=fact.count,
        n=fact.round,
        outing=outings.get(fact.student, "") if fact.student is not None else "",
    )


def _texts(fact: Fact) -> Mapping[str, str]:
    several, named = bool(fact.others), fact.round > 0
    pinned = _tr("{station} is full in round {n}: {others} are pinned there.")
    if len(fact.others) == 1:
        pinned = _tr("{station} is full in round {n}: {others} is pinned there.")
    full = _tr("{station} is full in round {n}.")
    shut = _tr("{station} is closed in round {n}.")
    if len(fact.others) == 1:
        shut = _tr("{station} is closed in round {n}: {others} is there.")
    elif several:
        shut = _tr("{station} is closed in round {n}: {others} are there.")
    return {
        is_.IS_OUT: _tr("Not possible in round {n}: {name} is out then."),
        is_.IS_FULL: pinned if several else full,
        is_.IS_PINNED: _tr("{name} is pinned at {station} in round {n}."),
        is_.NOT_LED: _tr("No station of this lesson is led by a teacher."),
        is_.MEETS: _tr("{name} and {others} meet at {station} in round {n}."),
        is_.PARTED: _tr("{name} and {others} are at different stations in round {n}."),
        is_.TWICE: _tr("{name} comes to {station} more than once."),
        is_.NO_PLACE: _tr("{name} has no station in round {n}."),
        is_.TOO_FEW: _tr("Only {count} at {station} in round {n}."),
        is_.TOO_MANY: (
            _tr("{count} for {room} at {station} in round {n}.")
            if named
            else _tr("No more than {room} have room at {station} at a time.")
        ),
        is_.IS_SHUT: shut,
        is_.NOT_YET: (
            _tr("{name} does not come to {station} yet; round {n} has a free seat.")
            if named
            else _tr("{name} does not come to {station} yet.")
        ),
    }


def way_of(picture: LessonPicture, state: RuleState, way: WayOut) -> Way:
    """What the button says."""
    station = _station(picture, way.station)
    name = picture.names.get(way.student, "") if way.student is not None else ""
    text = {
        "move": _tr("Use round {n}") if len(state.students) == 1 else _tr("{name} in round {n}"),
        "round": _tr("Use round {n}"),
        "drop": _tr("Remove rule"),
        "unpin": _tr("Let go of {name}"),
        "cancel": _tr("{name} stays in the room"),
    }[way.kind]
    where = station.name if station is not None else ""
    return Way(way, text.format(n=way.round, name=name, station=where), _gives(way))


def _gives(way: WayOut) -> str:
    quality = way.gives
    if quality is None:
        return ""
    text = _tr("Then {kept} of {rules} rules are kept")
    if way.kind == "drop":
        text = _tr("Without it {kept} of {rules} rules are kept")
        if quality.kept == quality.rules - 1:
            text = _tr("Without it all other rules are kept")
    return text.format(kept=quality.kept, rules=quality.rules)


def _station(picture: LessonPicture, station_id: StationId | None) -> Station | None:
    return next((s for s in picture.stations if s.id == station_id), None)
