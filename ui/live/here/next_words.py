"""Why somebody might come to the teacher's table next, in words."""

from collections.abc import Mapping
from datetime import date

from app.domain.ids import StudentId
from app.domain.who_next import Candidate
from app.ports import Clock
from app.services.who_next import Named, WhoNext
from ui.capture.next_row import NextView
from ui.format import clock_time
from ui.live.carry.notes import note_of
from ui.live.here.words import since
from ui.live.words import counted, tr
from ui.widgets.avatar import initials, shape_of


def next_views(
    found: WhoNext, names: Mapping[StudentId, str], clock: Clock
) -> tuple[NextView, ...]:
    """The names with their reasons, and what the table has against each."""
    today = clock.local(clock.now_ms()).date()
    return tuple(_view(found, named, names, clock, today) for named in found.names)


def why(one: Candidate, skill: str, clock: Clock, today: date) -> str:
    """The reason: "owed a visit since Tuesday; leaves at 10:40"."""
    said = [_first(one, skill, today)]
    if one.leaves_at is not None:
        said.append(tr("leaves at {time}", time=clock_time(clock.local(one.leaves_at))))
    return "; ".join(said)


def _first(one: Candidate, skill: str, today: date) -> str:
    if one.owed_since:
        return tr("owed a visit since {day}", day=since(one.owed_since, today))
    if one.unseen is None:
        return tr("not yet seen on {skill}", skill=skill) if skill else tr("not yet seen")
    if one.stale and skill:
        days = one.unseen
        return counted("%n day unseen on {skill}", "%n days unseen on {skill}", days, skill=skill)
    if one.stale:
        return counted("%n day unseen", "%n days unseen", one.unseen)
    return counted("%n min with you this week", "%n min with you this week", one.minutes)


def _view(
    found: WhoNext, named: Named, names: Mapping[StudentId, str], clock: Clock, today: date
) -> NextView:
    student = named.student
    note = note_of(found.table, named.verdict, names)
    return NextView(
        student=student.id,
        name=named.name,
        initials=initials(student.name.first, student.family),
        shape=shape_of(student.id),
        why=why(named.why, found.skill, clock, today),
        warning=note.title if note else "",
        move=tr("Bring {student} to {station}", student=named.name, station=found.table.name),
    )
