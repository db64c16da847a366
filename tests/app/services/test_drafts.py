"""A line is kept now and made an observation later, of the time when it was typed."""

from dataclasses import replace

import pytest

from app.domain.capture.reading import Captured
from app.domain.observations import Draft, Observation
from app.errors import NothingSeen, StaleChange
from app.services.drafts import DraftService
from app.services.observe import ObserveService
from app.services.skills import SkillService
from tests.fakes.lesson import (
    ADD,
    AMARA,
    BEN,
    CLASS,
    COMPARE,
    DAY_MS,
    GAMES,
    TABLETS,
    LessonRoom,
)


@pytest.fixture
def room() -> LessonRoom:
    return LessonRoom()


@pytest.fixture
def observe(room) -> ObserveService:
    return ObserveService(room)


@pytest.fixture
def drafts(room, observe) -> DraftService:
    return DraftService(room, observe)


def test_drafts_wait_oldest_first_and_show_their_age(room, drafts) -> None:
    first = drafts.keep(CLASS, "  counts\n in tens ", room.scene)
    room.clock.ms += 2 * DAY_MS
    second = drafts.keep(CLASS, "halves twelve")
    assert drafts.waiting(CLASS) == (first, second)
    assert first.text == "counts in tens"
    assert [drafts.days_old(draft) for draft in (first, second)] == [2, 0]


def test_an_empty_line_is_nothing_to_keep(drafts) -> None:
    with pytest.raises(NothingSeen):
        drafts.keep(CLASS, "  ", None)


def test_what_is_written_down_was_seen_when_it_was_typed_and_the_draft_goes(room, drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens", room.scene)
    room.clock.ms += DAY_MS
    seen = drafts.write_down(draft, Captured(AMARA, ADD, 3, (), "counts in tens"))
    assert (seen.seen_at, seen.session_id) == (draft.seen_at, room.session.id)
    assert (seen.student_id, seen.level, seen.note) == (AMARA, 3, "counts in tens")
    assert drafts.waiting(CLASS) == ()
    room.workspace.undo()
    assert drafts.waiting(CLASS) == (draft,)
    assert room.store.find(Observation) == ()


def test_one_that_is_gone_is_not_written_down_twice(room, drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens")
    drafts.throw_away(draft)
    with pytest.raises(StaleChange):
        drafts.write_down(draft, Captured(BEN, None, None, (), "counts in tens"))
    room.workspace.undo()
    assert room.store.find(Draft) == (draft,)


def test_what_is_written_down_later_was_seen_at_that_station_in_that_round_by_that_adult(
    room, drafts, observe
) -> None:
    observe.adult = "Ms Bell"
    draft = drafts.keep(CLASS, "counts in tens", room.scene, GAMES)
    observe.adult = "Mr Brook"
    room.clock.ms += DAY_MS
    seen = drafts.write_down(draft, Captured(AMARA, None, 2, (), ""))
    assert (seen.station_id, seen.round, seen.adult) == (GAMES, 1, "Ms Bell")
    assert (seen.seen_at, seen.session_id) == (draft.seen_at, room.session.id)
    assert seen.skill_id == COMPARE  # what the games were about then, though Amara is elsewhere


def test_outside_a_lesson_no_station_is_made_up(drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens")
    seen = drafts.write_down(draft, Captured(AMARA, None, None, (), "counts in tens"))
    assert (seen.station_id, seen.round, seen.session_id, seen.skill_id) == (None, None, None, None)


def test_the_station_of_who_observes_is_known_where_the_lesson_says_it(
    room, drafts, observe
) -> None:
    assert drafts.led(None) is None
    scene = room.scene._replace(leaders={TABLETS: "Ms Bell"})
    assert drafts.led(scene) is None
    observe.adult = "Ms Bell"
    assert drafts.led(scene) == TABLETS


def test_a_skill_that_is_deleted_leaves_the_draft(room, drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens", room.scene, GAMES)
    SkillService(room).delete(COMPARE)
    assert drafts.waiting(CLASS) == (replace(draft, skill_id=None),)
    room.workspace.undo()
    assert drafts.waiting(CLASS) == (draft,)
