"""Who is stuck is remembered, and read anew where somebody looked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import Change, label, made
from app.domain.ids import ObservationId
from app.domain.observations import Observation
from app.domain.progress import Pair
from app.services.stuck import StuckReader
from tests.fakes.evidence import FakeEvidence
from tests.fakes.progress_class import DAY, ProgressClass

BEN, MAYA = "Ben Walker", "Maya Lindqvist"


class Asked(FakeEvidence):
    """Evidence that notes what was asked."""

    def __init__(self, store) -> None:
        super().__init__(store)
        self.pairs: list[Sequence[Pair]] = []

    def newest_looks(self, pairs, many):
        self.pairs.append(pairs)
        return super().newest_looks(pairs, many)


@pytest.fixture
def room() -> ProgressClass:
    made_room = ProgressClass()
    made_room.evidence = Asked(made_room.store)
    return made_room


def every(room: ProgressClass) -> list[Pair]:
    return [(who, skill.id) for who in room.students.values() for skill in room.skills.values()]


def test_a_look_costs_the_reading_of_one_skill_of_one_student(room) -> None:
    reader, pairs = StuckReader(room), every(room)
    for days in (9, 5):
        room.see(BEN, "Round", 2, days)
    assert reader.among(pairs) == set()
    assert reader.among(pairs) == set()
    assert len(room.evidence.pairs) == 1
    room.see(BEN, "Round", 2, 1)
    mine = (room.students[BEN], room.skills["Round"].id)
    assert reader.among(pairs) == {mine}
    assert room.evidence.pairs[1:] == [[mine]]


def test_it_is_right_also_for_one_who_hears_of_a_step_before_it(room) -> None:
    found: list[set[Pair]] = []
    pairs = every(room)

    def ask(_kinds) -> None:
        reader.catch_up()
        found.append(reader.among(pairs))

    room.workspace.subscribe(ask)
    reader = StuckReader(room)
    for days in (9, 5, 1):
        room.see(BEN, "Round", 2, days)
    assert found[-1] == {(room.students[BEN], room.skills["Round"].id)}


def test_what_others_wrote_is_read_when_the_picture_is_read_anew(room) -> None:
    reader, pairs = StuckReader(room), every(room)
    assert reader.among(pairs) == set()
    rows = room.store.rows.setdefault(Observation, {})
    for days in (9, 5, 1):
        own = ObservationId(room.ids())
        at = room.clock.now_ms() - days * DAY
        mine = room.students[BEN], room.skills["Round"].id
        rows[own] = Observation(own, room.class_id, mine[0], at, mine[1], 2)
    reader.catch_up()
    assert reader.among(pairs) == {mine}


deeds = st.lists(
    st.tuples(
        st.sampled_from(["see", "undo", "change", "move"]),
        st.sampled_from([BEN, MAYA]),
        st.sampled_from(["Round", "Place value"]),
        st.integers(1, 3),
        st.integers(0, 4),
    ),
    max_size=20,
)


@given(deeds)
def test_it_is_always_as_if_nothing_were_remembered(deeds) -> None:
    room = ProgressClass()
    reader, pairs = StuckReader(room), every(room)
    for deed, name, skill, level, days in deeds:
        do(room, deed, name, skill, level, days)
        assert reader.among(pairs) == StuckReader(room).among(pairs)


def do(room: ProgressClass, deed: str, name: str, skill: str, level: int, days: int) -> None:
    seen = room.store.find(Observation)
    if deed == "undo" and seen:
        room.workspace.undo()
    elif deed == "change" and seen:
        room.workspace.edit(label("observed"), Change(seen[0], replace(seen[0], level=level)))
    elif deed == "move" and seen:
        other = replace(seen[-1], student_id=room.students[name])
        room.workspace.edit(label("observed"), Change(seen[-1], other))
    else:
        at = room.clock.now_ms() - days * DAY
        own = ObservationId(room.ids())
        look = Observation(
            own, room.class_id, room.students[name], at, room.skills[skill].id, level
        )
        room.workspace.edit(label("observed"), made(look))
