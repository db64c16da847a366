"""Who was not seen lately."""

import pytest

from app.domain.classes import SchoolClass
from app.domain.session import ABSENT
from app.services.unseen import UnseenReader
from tests.fakes.lesson import AMARA, BEN, CHIDI, CLASS, DANIYAR, DAY_MS, LEILA, LessonRoom


@pytest.fixture
def room() -> LessonRoom:
    return LessonRoom()


@pytest.fixture
def reader(room) -> UnseenReader:
    return UnseenReader(room.evidence, room.clock)


def test_who_was_not_seen_for_a_week_is_named_longest_first_the_never_seen_before(
    room, reader
) -> None:
    room.see(AMARA, 7)
    room.see(BEN, 11)
    room.see(LEILA, 6)
    room.see(DANIYAR, 0)
    room.moves.mark(room.scene, CHIDI, ABSENT)
    found = [(unseen.name, unseen.days) for unseen in reader.unseen(room.scene)]
    assert found == [("Elif", None), ("Ben", 11), ("Amara", 7)]


def test_in_a_new_class_too_the_never_seen_do_not_count_as_seen(room, reader) -> None:
    fresh = room.store.get(SchoolClass, CLASS)
    room.change(fresh, created_at=room.clock.now_ms() - 6 * DAY_MS)
    room.see(AMARA, 0)
    found = [(unseen.name, unseen.days) for unseen in reader.unseen(room.scene)]
    assert found == [(name, None) for name in ("Ben", "Chidi", "Daniyar", "Elif", "Leila")]
