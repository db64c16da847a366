"""A lesson that is over: who was where, who was seen, who moved up, what is left."""

import pytest

from app.domain.changes import label, made
from app.domain.ids import AttendanceId, FrameworkId, MoveId, ObservationId, PullOutId, SkillId
from app.domain.lesson_end import NOWHERE, LessonEnd, Place
from app.domain.observations import Observation
from app.domain.pull_outs import PullOut
from app.domain.session import ABSENT, AWAY, PRESENT, Attendance, Move, Session
from app.domain.skills import Framework, Skill
from app.domain.voice import EASY, TRICKY
from app.services.adults import AdultService
from app.services.lesson_end import LessonEndReader
from app.services.voice import VoiceService
from tests.builders import MINUTE, TaughtClass

SKILL = SkillId(301)


@pytest.fixture
def taught() -> TaughtClass:
    made_class = TaughtClass()
    skills = Framework(FrameworkId(300), made_class.school_class.id, "Maths", ("Low", "High"))
    add = Skill(SKILL, skills.id, None, "Add fractions", "Add", "", 0)
    made_class.room.workspace.edit(label("skills added", count="1"), made(skills), made(add))
    return made_class


def read(taught: TaughtClass, session: Session) -> LessonEnd:
    room = taught.room
    reader = LessonEndReader(room.store, room.evidence, taught.live, room.clock)
    last = reader.last(session.class_id)
    assert last is not None
    assert last.id == session.id
    return reader.read(last)


def say(taught: TaughtClass, session: Session, name: str, state: str) -> None:
    own = AttendanceId(taught.room.ids())
    word = Attendance(own, session.id, taught.student(name), state, taught.clock.ms)
    taught.room.workspace.edit(label(f"marked {state}", student=name), made(word))


def see(taught: TaughtClass, name: str, level: int, session: Session | None) -> None:
    seen = Observation(
        ObservationId(taught.room.ids()),
        taught.school_class.id,
        taught.student(name),
        taught.clock.ms,
        skill_id=SKILL,
        level=level,
        session_id=session.id if session else None,
    )
    taught.room.workspace.edit(label("observed"), made(seen))


def rows(end: LessonEnd) -> dict[str, tuple[Place, ...]]:
    return {row.name: row.places for row in end.rows}


def test_it_says_where_everyone_was_in_every_round(taught: TaughtClass) -> None:
    session = taught.start()
    taught.clock.ms += 13 * MINUTE
    taught.live.end(taught.scene().session)
    end = read(taught, session)
    first, second = taught.lesson.station_ids[:2]
    assert end.rounds == 2
    assert rows(end)["Amara"] == (Place(PRESENT, first), Place(PRESENT, second))
    assert (end.began_at, end.ended_at) == (session.opened_at, taught.clock.ms)
    assert end.class_name == "4B"


def test_a_student_who_was_never_there_was_absent_and_one_who_left_missed_rounds(
    taught: TaughtClass,
) -> None:
    session = taught.start()
    say(taught, session, "Ben", ABSENT)
    taught.clock.ms += 11 * MINUTE  # the transition to round 2
    say(taught, session, "Chidi", AWAY)
    taught.clock.ms += 13 * MINUTE
    say(taught, session, "Chidi", PRESENT)
    taught.clock.ms += 5 * MINUTE
    taught.live.end(taught.scene().session)
    end = read(taught, session)
    assert [row.name for row in end.absent] == ["Ben"]
    assert [(row.name, row.missed) for row in end.missed] == [("Chidi", (2,))]
    assert len(end.here) == 5
    chidi = end.missed[0]
    assert end.missed_stations(chidi) == (taught.lesson.station_ids[2],)


def test_a_student_nobody_placed_was_in_the_room_without_a_station(taught: TaughtClass) -> None:
    session = taught.start()
    nowhere = Move(MoveId(taught.room.ids()), session.id, taught.student("Amara"), 1, None, 0)
    taught.room.workspace.edit(label("moved", student="Amara", station=""), made(nowhere))
    taught.clock.ms += 5 * MINUTE
    taught.live.end(taught.scene().session)
    end = read(taught, session)
    assert rows(end)["Amara"] == (Place(NOWHERE),)
    assert end.absent == end.missed == ()


def test_it_counts_who_was_observed_in_the_lesson_and_who_moved_up(taught: TaughtClass) -> None:
    see(taught, "Amara", 1, None)
    see(taught, "Ben", 2, None)
    taught.clock.ms += MINUTE
    session = taught.start()
    taught.clock.ms += MINUTE
    for name, level in (("Amara", 2), ("Ben", 1), ("Chidi", 2)):
        see(taught, name, level, session)
    taught.clock.ms += MINUTE
    taught.live.end(taught.scene().session)
    end = read(taught, session)
    assert (end.observed, end.observations) == (3, 3)
    assert [row.name for row in end.not_observed] == ["Daniyar", "Elif", "Fatima"]
    assert [(up.student_id, up.skill, up.before, up.after) for up in end.moved_up] == [
        (taught.student("Amara"), "Add fractions", 1, 2)
    ]


def test_a_lesson_that_never_started_ends_with_nothing(taught: TaughtClass) -> None:
    session = taught.open()
    taught.live.end(session)
    end = read(taught, session)
    assert end.rounds == 0
    assert end.observed == 0


def test_who_was_out_by_a_pull_out_was_away_and_what_it_cost_is_named(taught: TaughtClass) -> None:
    speech = PullOut(
        PullOutId(9), taught.school_class.id, taught.student("Amara"), "Speech", "", 560, 581, (4,)
    )
    taught.room.workspace.edit(label("pull-out added", student="Amara"), made(speech))
    session = taught.start()
    taught.clock.advance(40 * MINUTE)
    taught.live.end(session)
    end = read(taught, session)
    assert [place.state for place in rows(end)["Amara"]] == [AWAY, PRESENT, PRESENT]
    assert [row.name for row in end.missed] == ["Amara"]


def test_where_somebody_was_longest_counts_both_leaders_of_a_table(taught: TaughtClass) -> None:
    """Amara: 4 minutes at the tablets, then 3 with each of two adults at the table."""
    room, table = taught.room, taught.stations["Teacher table"]
    adults = AdultService(room)
    one, other = (adults.add(taught.school_class.id, name) for name in ("Ms Okoro", "Mr Haddad"))
    adults.lead(table.id, one.id)
    session = taught.start()
    taught.moves.move(taught.scene(), taught.student("Amara"), taught.stations["Tablets"])
    taught.clock.ms += 4 * MINUTE
    taught.moves.move(taught.scene(), taught.student("Amara"), table)
    taught.clock.ms += 3 * MINUTE
    adults.lead_today(taught.lesson.id, table.id, other.id)
    taught.clock.ms += 3 * MINUTE
    taught.live.end(session)
    assert rows(read(taught, session))["Amara"][0] == Place(PRESENT, table.id)


def test_it_has_what_was_said_of_it_and_who_was_silent(taught: TaughtClass) -> None:
    session = taught.start()
    say(taught, session, "Ben", ABSENT)
    voice = VoiceService(taught.room)
    voice.reflect(taught.student("Amara"), TRICKY)
    taught.clock.ms += 1
    voice.reflect(taught.student("Amara"), EASY, "Now I see.")
    voice.rate(taught.student("Chidi"), SKILL, 1)
    taught.live.end(taught.scene().session)
    end = read(taught, session)
    assert [one.words for one in end.said if one.face] == ["", "Now I see."]
    assert end.faces == {taught.student("Amara"): EASY}
    assert {row.name for row in end.silent} == {row.name for row in end.here} - {"Amara"}
