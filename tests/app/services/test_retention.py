"""What is asked for at the end of a school year, on the fake store."""

from datetime import date

import pytest

from app.domain.classes import SchoolClass
from app.domain.erasing import ErasureRequest, Mention, Receipt, Tell
from app.domain.ids import ClassId, NeedId, ObservationId
from app.domain.retention import ClassUse
from app.errors import NotesWaiting
from app.services.classes import ClassService
from app.services.erasing import ErasingService
from app.services.retention import ARCHIVE, ERASE, KEEP, RetentionService
from tests.builders import TaughtClass
from tests.fakes.clock import NINE_THIRTY

CLASS = ClassId(1)
DAY = 24 * 3_600_000


class FakeErasure:
    """Knows some classes, and writes down what it is asked."""

    def __init__(self, *uses: ClassUse) -> None:
        self.uses = uses
        self.before = 0
        self.needs_before = 0

    def classes(self) -> tuple[ClassUse, ...]:
        return self.uses

    def jottings(self, before: int) -> tuple[ObservationId, ...]:
        self.before = before
        return (ObservationId(7),)

    def needs(self, before: int) -> tuple[NeedId, ...]:
        self.needs_before = before
        return (NeedId(8),)

    def mentions(self, _students: object) -> tuple[Mention, ...]:
        return ()

    def erase(self, request: ErasureRequest, _tell: Tell) -> Receipt:
        return Receipt(1, 2, len(request.students))

    def unfinished(self) -> int:
        return 0

    def finish(self, _tell: Tell) -> tuple[Receipt, ...]:
        return ()


@pytest.fixture
def taught() -> TaughtClass:
    return TaughtClass()


def service_of(taught: TaughtClass, held: int = 0) -> RetentionService:
    room = taught.room
    erasing = ErasingService(room, lambda: held)
    return RetentionService(room.store, ClassService(room), erasing, room.clock)


def test_the_later_of_lesson_and_observation_says_when_a_class_was_last_used(taught) -> None:
    old, seen = NINE_THIRTY - 400 * DAY, NINE_THIRTY - 3 * DAY
    picture = service_of(taught).look(
        FakeErasure(
            ClassUse(ClassId(1), "3A", False, old, 5, "2025-07-20"),
            ClassUse(ClassId(2), "4B", False, old, 5, "2025-07-20", seen),
            ClassUse(ClassId(3), "new", False, NINE_THIRTY, 0),
        )
    )
    assert [line.last for line in picture.classes] == [
        date(2025, 7, 20),
        date(2026, 5, 11),
        date(2026, 5, 14),
    ]
    assert [line.over for line in picture.classes] == [True, False, False]


def test_old_jottings_are_from_before_a_midnight_of_the_classroom(taught) -> None:
    erasure = FakeErasure()
    service_of(taught).look(erasure)
    assert taught.clock.local(erasure.before).isoformat() == "2024-08-01T00:00:00+01:00"


def test_needs_are_old_when_the_school_year_is_over(taught) -> None:
    erasure = FakeErasure()
    picture = service_of(taught).look(erasure)
    assert taught.clock.local(erasure.needs_before).isoformat() == "2025-08-01T00:00:00+01:00"
    request = service_of(taught).request({CLASS: KEEP}, (), needs=picture.needs)
    assert request is not None
    assert (request.needs, request.students, request.observations) == ((8,), (), ())


def test_all_students_of_a_class_are_in_one_request(taught) -> None:
    request = service_of(taught).request({CLASS: ERASE}, (ObservationId(7),))
    assert request is not None
    assert request.students == tuple(s.id for s in taught.students.values())
    assert request.observations == (7,)
    assert request.mentions == ()


def test_nothing_is_asked_for_where_everything_is_kept(taught) -> None:
    assert service_of(taught).request({CLASS: KEEP}, ()) is None
    assert service_of(taught).request({CLASS: ARCHIVE}, ()) is None


def test_a_class_is_put_away_unless_it_is_kept_and_that_can_be_undone(taught) -> None:
    service = service_of(taught)
    service.archive({CLASS: KEEP})
    assert not taught.store.get(SchoolClass, CLASS).archived
    service.archive({CLASS: ARCHIVE})
    assert taught.store.get(SchoolClass, CLASS).archived
    taught.room.workspace.undo()
    assert not taught.store.get(SchoolClass, CLASS).archived


def test_notes_that_wait_keep_everybody_from_being_erased(taught) -> None:
    with pytest.raises(NotesWaiting):
        service_of(taught, held=1).request({CLASS: ERASE}, ())
