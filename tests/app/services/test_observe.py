"""What is seen is written down with everything the lesson knows about it."""

import pytest

from app.domain.observations import Observation
from app.domain.session import ABSENT
from app.domain.skills import Framework, Tag
from app.errors import (
    NoSuchLevel,
    NoteTooLong,
    NothingSeen,
    SkillMissing,
    StaleChange,
)
from app.services.look import SAME_LOOK_MS, Look
from app.services.observe import LONGEST_NOTE, ObserveService
from data.evidence import SqliteEvidence
from data.store import SqliteStore
from tests.fakes.lesson import (
    ADD,
    AMARA,
    BEN,
    CHIDI,
    CLASS,
    COMPARE,
    GAMES,
    OTHER,
    TABLE,
    LessonRoom,
)
from tests.fresh import fresh

STUCK, HELPED = 301, 302


def sqlite_room(tmp_path):
    connection = fresh(tmp_path / "rondo.db")
    return LessonRoom(SqliteStore(connection), SqliteEvidence(connection))


@pytest.fixture(params=[lambda _: LessonRoom(), sqlite_room], ids=["fake", "sqlite"])
def room(request, tmp_path):
    made = request.param(tmp_path)
    made.put(Tag(STUCK, CLASS, "Stuck"), Tag(HELPED, CLASS, "Helped"))
    return made


@pytest.fixture
def observe(room) -> ObserveService:
    return ObserveService(room)


@pytest.fixture
def look(room, observe) -> Look:
    made = Look(observe, room.clock)
    made.turn_to(room.scene, AMARA, ADD)
    return made


def kept(room) -> tuple[Observation, ...]:
    return room.store.find(Observation)


def told(room) -> str:
    """The newest step: its verb, then its facts."""
    step = room.workspace.next_undo
    return ", ".join([step.verb, *step.facts.values()])


def test_a_level_is_all_it_takes(room, observe) -> None:
    room.clock.advance(60_000)
    observe.record(CLASS, AMARA, level=3, scene=room.scene)
    (seen,) = kept(room)
    assert (seen.student_id, seen.level, seen.skill_id) == (AMARA, 3, ADD)
    assert (seen.station_id, seen.session_id, seen.round) == (TABLE, room.session.id, 1)
    assert seen.seen_at == room.clock.now_ms()
    assert told(room) == "observed, Amara, Secure, Add fractions"


def test_a_typed_skill_is_not_the_stations_and_the_station_stays(room, observe) -> None:
    seen = observe.record(CLASS, BEN, skill_id=OTHER, level=1, scene=room.scene)
    assert (seen.skill_id, seen.station_id) == (OTHER, GAMES)


def test_outside_a_lesson_only_what_is_said_is_kept(observe) -> None:
    seen = observe.record(CLASS, BEN, skill_id=ADD, level=2)
    assert (seen.station_id, seen.session_id, seen.round) == (None, None, None)


def test_who_is_out_of_the_room_is_at_no_station(room, observe) -> None:
    room.moves.mark(room.scene, AMARA, ABSENT)
    seen = observe.record(CLASS, AMARA, note="Called in sick", scene=room.scene)
    assert (seen.station_id, seen.skill_id) == (None, None)
    assert seen.session_id == room.session.id


def test_before_the_clock_starts_there_is_no_round() -> None:
    room = LessonRoom(open_lesson=False)
    room.live.open(40)
    service = ObserveService(room)
    assert service.record(CLASS, AMARA, level=1, scene=room.scene).round is None


def test_undo_takes_it_back_and_redo_brings_it_again(room, observe) -> None:
    seen = observe.record(CLASS, AMARA, level=3, scene=room.scene)
    room.workspace.undo()
    assert kept(room) == ()
    room.workspace.redo()
    assert kept(room) == (seen,)


def test_a_level_needs_a_skill_and_one_the_framework_has(room, observe) -> None:
    with pytest.raises(SkillMissing):
        observe.record(CLASS, CHIDI, level=2, scene=room.scene)
    for level in (0, 5, -1):
        with pytest.raises(NoSuchLevel) as error:
            observe.record(CLASS, AMARA, level=level, scene=room.scene)
        assert error.value.highest == 4
    room.change(room.store.get(Framework, 200), levels=("Not yet", "Yes"))
    with pytest.raises(NoSuchLevel):
        observe.record(CLASS, AMARA, level=3, scene=room.scene)
    assert kept(room) == ()


def test_nothing_said_is_nothing_seen(room, observe) -> None:
    with pytest.raises(NothingSeen):
        observe.record(CLASS, AMARA, note="   ", scene=room.scene)


def test_a_note_is_one_line_and_no_novel(room, observe) -> None:
    seen = observe.record(CLASS, AMARA, note="  drew it,\n then added ", scene=room.scene)
    assert seen.note == "drew it, then added"
    observe.record(CLASS, AMARA, note="x" * LONGEST_NOTE, scene=room.scene)
    with pytest.raises(NoteTooLong) as error:
        observe.record(CLASS, AMARA, note="x" * (LONGEST_NOTE + 1), scene=room.scene)
    assert (error.value.count, error.value.limit) == (501, 500)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"tag_ids": (STUCK, HELPED)}, "tagged, Amara, Stuck, Helped"),
        ({"note": "Drew it"}, "noted, Amara"),
        ({"level": 1, "note": "Drew it"}, "observed, Amara, Beginning, Add fractions"),
    ],
)
def test_the_step_is_named_by_what_was_said(room, observe, said, words) -> None:
    observe.record(CLASS, AMARA, scene=room.scene, **said)
    assert told(room) == words


def test_amending_changes_what_was_said_and_not_when_it_was_seen(room, observe) -> None:
    seen = observe.record(CLASS, AMARA, level=3, scene=room.scene)
    room.clock.advance(5000)
    observe.amend(seen, tag_ids=(STUCK,))
    observe.amend(seen, note="Drew it")
    after = observe.amend(seen, level=2)
    assert kept(room) == (after,)
    assert (after.level, after.tag_ids, after.note) == (2, (STUCK,), "Drew it")
    assert (after.seen_at, after.station_id) == (seen.seen_at, seen.station_id)
    room.workspace.undo()
    assert kept(room)[0].level == 3


def test_what_is_gone_cannot_be_amended(room, observe) -> None:
    seen = observe.record(CLASS, AMARA, level=3, scene=room.scene)
    observe.delete(seen)
    assert told(room) == "observation deleted, Amara"
    with pytest.raises(StaleChange):
        observe.amend(seen, level=2)
    with pytest.raises(StaleChange):
        observe.delete(seen)
    room.workspace.undo()
    assert kept(room) == (seen,)


def test_it_can_be_given_to_the_right_student(room, observe) -> None:
    seen = observe.record(CLASS, AMARA, level=3, scene=room.scene)
    observe.give_to(seen, BEN)
    assert kept(room)[0].student_id == BEN
    room.workspace.undo()
    assert kept(room) == (seen,)


def test_level_tag_and_note_of_one_look_are_one_observation_and_three_steps(room, look) -> None:
    look.give_level(3)
    look.toggle_tag(STUCK)
    look.add_note("Found quarters")
    (seen,) = kept(room)
    assert (seen.level, seen.tag_ids, seen.note) == (3, (STUCK,), "Found quarters")
    room.workspace.undo()
    assert kept(room)[0].note == ""
    room.workspace.undo()
    assert kept(room)[0].tag_ids == ()
    room.workspace.undo()
    assert kept(room) == ()


def test_another_level_soon_after_takes_the_place_of_the_first(room, look) -> None:
    look.give_level(3)
    room.clock.advance(SAME_LOOK_MS - 1)
    look.give_level(2)
    assert [seen.level for seen in kept(room)] == [2]
    room.workspace.undo()
    assert [seen.level for seen in kept(room)] == [3]


def test_a_minute_of_silence_begins_another_look(room, look) -> None:
    look.give_level(3)
    room.clock.advance(SAME_LOOK_MS)
    assert look.observation is None
    look.give_level(2)
    assert [seen.level for seen in kept(room)] == [3, 2]


def test_typing_keeps_the_look_going(room, look) -> None:
    look.give_level(3)
    room.clock.advance(SAME_LOOK_MS - 1)
    look.keep()
    room.clock.advance(SAME_LOOK_MS - 1)
    look.add_note("Drew it")
    assert len(kept(room)) == 1


@pytest.mark.parametrize(("student", "skill"), [(BEN, ADD), (AMARA, COMPARE), (AMARA, OTHER)])
def test_another_student_or_skill_begins_another_look(room, look, student, skill) -> None:
    look.give_level(3)
    look.turn_to(room.scene, student, skill)
    look.give_level(2)
    assert [(seen.student_id, seen.level) for seen in kept(room)] == [(AMARA, 3), (student, 2)]


def test_the_same_level_again_says_nothing_new(room, look) -> None:
    look.give_level(3)
    steps = room.store.count_steps()
    look.give_level(3)
    assert room.store.count_steps() == steps


def test_a_tag_taken_back_leaves_what_else_was_said(room, look) -> None:
    look.give_level(3)
    look.toggle_tag(STUCK)
    look.toggle_tag(STUCK)
    assert [(seen.level, seen.tag_ids) for seen in kept(room)] == [(3, ())]
    assert told(room) == "untagged, Amara"


def test_a_tag_alone_taken_back_leaves_nothing(room, look) -> None:
    look.toggle_tag(STUCK)
    assert look.toggle_tag(STUCK) is None
    assert kept(room) == ()


def test_a_second_note_stands_behind_the_first(room, look) -> None:
    look.add_note("Drew it")
    look.add_note("then added")
    assert kept(room)[0].note == "Drew it; then added"


def test_what_was_undone_is_not_amended(room, look) -> None:
    look.give_level(3)
    room.workspace.undo()
    assert look.observation is None
    look.toggle_tag(STUCK)
    assert [(seen.level, seen.tag_ids) for seen in kept(room)] == [(None, (STUCK,))]


def test_a_look_at_nobody_writes_nothing(room, observe) -> None:
    look = Look(observe, room.clock)
    look.turn_to(None, None, None)
    assert look.give_level(3) is None
    assert kept(room) == ()
