"""A line is kept now and made an observation later, of the time when it was typed."""

import pytest

from app.domain.capture.reading import Captured
from app.domain.observations import Draft, Observation
from app.errors import NothingSeen, StaleChange
from app.services.drafts import DraftService
from app.services.observe import ObserveService
from tests.fakes.lesson import ADD, AMARA, BEN, CLASS, DAY_MS, LessonRoom


@pytest.fixture
def room() -> LessonRoom:
    return LessonRoom()


@pytest.fixture
def drafts(room) -> DraftService:
    observe = ObserveService(room)
    return DraftService(room, observe)


def test_drafts_wait_oldest_first_and_show_their_age(room, drafts) -> None:
    first = drafts.keep(CLASS, "  counts\n in tens ", room.session.id)
    room.clock.ms += 2 * DAY_MS
    second = drafts.keep(CLASS, "halves twelve", None)
    assert drafts.waiting(CLASS) == (first, second)
    assert first.text == "counts in tens"
    assert [drafts.days_old(draft) for draft in (first, second)] == [2, 0]


def test_an_empty_line_is_nothing_to_keep(drafts) -> None:
    with pytest.raises(NothingSeen):
        drafts.keep(CLASS, "  ", None)


def test_what_is_written_down_was_seen_when_it_was_typed_and_the_draft_goes(room, drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens", room.session.id)
    room.clock.ms += DAY_MS
    seen = drafts.write_down(draft, Captured(AMARA, ADD, 3, (), "counts in tens"))
    assert (seen.seen_at, seen.session_id) == (draft.seen_at, room.session.id)
    assert (seen.student_id, seen.level, seen.note) == (AMARA, 3, "counts in tens")
    assert drafts.waiting(CLASS) == ()
    room.workspace.undo()
    assert drafts.waiting(CLASS) == (draft,)
    assert room.store.find(Observation) == ()


def test_one_that_is_gone_is_not_written_down_twice(room, drafts) -> None:
    draft = drafts.keep(CLASS, "counts in tens", None)
    drafts.throw_away(draft)
    with pytest.raises(StaleChange):
        drafts.write_down(draft, Captured(BEN, None, None, (), "counts in tens"))
    room.workspace.undo()
    assert room.store.find(Draft) == (draft,)
