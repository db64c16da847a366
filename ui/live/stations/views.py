"""The scene as values to draw: a column, its cards, and how long it stays on."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.card import CardFacts, observed_today
from app.domain.classes import Student
from app.domain.ids import SkillId, StudentId
from app.domain.live import LiveScene
from app.domain.skills import Skill
from app.domain.stations import Station
from ui.live.words import tr
from ui.widgets.avatar import initials, shape_of
from ui.widgets.card_view import CardView
from ui.widgets.card_words import hint

Facts = Mapping[StudentId, CardFacts]
Skills = Mapping[SkillId, Skill]

NOTHING_OWED: Mapping[StudentId, str] = {}


class SeatView(NamedTuple):
    """A card and what a screen reader says of it, its station and skill included."""

    student: StudentId
    card: CardView
    spoken: str


class ColumnView(NamedTuple):
    """A station with who is there.

    `number` counts the columns from 1; `skill` and `adult`, who leads it, may be empty. `seen` is
    how many were observed today, None where nothing is told about anybody. `closed`: it takes
    nobody in this round.
    """

    station: Station
    number: int
    skill: str
    seats: tuple[SeatView, ...]
    seen: int | None
    adult: str = ""
    closed: bool = False

    @property
    def free(self) -> int:
        return 0 if self.closed else max(0, self.station.room - len(self.seats))

    @property
    def name(self) -> str:
        return self.station.name


class StayView(NamedTuple):
    """A table that stays on: the words in its head, in full and in short, and those spoken.

    The latter, for a screen reader, change with the minute only.
    """

    text: str
    short: str
    spoken: str


def column_views(
    scene: LiveScene, facts: Facts, skills: Skills, owed: Mapping[StudentId, str] = NOTHING_OWED
) -> tuple[ColumnView, ...]:
    """Every column of the console, in the order of the lesson; `owed` says it in words."""
    by_id = {student.id: student for student in scene.students}
    return tuple(
        _column(scene, station, number, facts, skills, by_id, owed)
        for number, station in enumerate(scene.stations, 1)
    )


def plain_views(scene: LiveScene, skills: Skills) -> tuple[ColumnView, ...]:
    """The same with names alone: nothing about anybody, nor that there would be nothing."""
    return tuple(
        view._replace(seen=None, seats=tuple(_plain(seat, view.station) for seat in view.seats))
        for view in column_views(scene, {}, skills)
    )


def _plain(seat: SeatView, station: Station) -> SeatView:
    card = seat.card._replace(levelled=False)
    return seat._replace(card=card, spoken=_spoken(card, station, ""))


def _column(
    scene: LiveScene,
    station: Station,
    number: int,
    facts: Facts,
    skills: Skills,
    by_id: Mapping[StudentId, Student],
    owed: Mapping[StudentId, str],
) -> ColumnView:
    seated = scene.seating.at[station.id]
    skill = skills.get(station.skill_id) if station.skill_id is not None else None
    aim = skill.statement if skill else ""
    seats = [_seat(scene, by_id[s], station, aim, facts.get(s), owed.get(s, "")) for s in seated]
    observed, adult = observed_today(seated, facts), scene.leaders.get(station.id, "")
    shut = station.id in scene.closed
    return ColumnView(station, number, aim, tuple(seats), observed, adult, shut)


def _seat(
    scene: LiveScene,
    student: Student,
    station: Station,
    aim: str,
    facts: CardFacts | None,
    owed: str,
) -> SeatView:
    name = scene.names[student.id]
    plain = card_view(student, name, facts or CardFacts(), station.skill_id)
    card = plain._replace(done=scene.finished_early(student.id), owed=owed)
    return SeatView(student.id, card, _spoken(card, station, aim))


def card_view(student: Student, name: str, facts: CardFacts, skill: SkillId | None) -> CardView:
    """A student's card at a station that works on the skill."""
    return CardView(
        key=student.id,
        name=name,
        initials=initials(student.name.first, student.family),
        shape=shape_of(student.id),
        level=facts.level_on(skill) or None,
        stale_days=facts.days_unseen,
        flag=facts.flag,
        goal=facts.goal,
    )


def _spoken(card: CardView, station: Station, aim: str) -> str:
    """Name and station, then the level on the skill, then what else the card tells."""
    parts = [card.name, station.name]
    if aim:
        level = "level {level} on {skill}" if card.level else "no evidence on {skill}"
        parts.append(tr(level, level=card.level, skill=aim))
    return ", ".join([*parts, *hint(card).splitlines()[1:]])
