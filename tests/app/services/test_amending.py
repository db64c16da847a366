"""What was written down is put right, and every way of that can be taken back."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.amending import SplitPart, differences
from app.domain.ids import ObservationId
from app.domain.observations import Observation
from app.domain.skills import Tag
from app.errors import NoSuchLevel, NothingSeen, SkillMissing, StaleChange
from app.services.amending import AmendService
from app.services.observe import ObserveService
from data.evidence import SqliteEvidence
from data.histories import SqliteHistories
from data.store import SqliteStore
from tests.fakes.lesson import ADD, AMARA, BEN, CHIDI, CLASS, COMPARE, OTHER, LessonRoom
from tests.fresh import fresh

STUCK = 301


class Desk:
    """A lesson on a real file, with the services."""

    def __init__(self, path) -> None:
        store = SqliteStore(fresh(path))
        self.room = LessonRoom(store, SqliteEvidence(store.connection))
        self.room.put(Tag(STUCK, CLASS, "Stuck"))
        self.observe = ObserveService(self.room)
        self.amend = AmendService(self.room, self.observe, SqliteHistories(store.asking))

    def seen(self, **more) -> Observation:
        return self.observe.record(CLASS, AMARA, scene=self.room.scene, **more)

    def now(self, seen: Observation) -> Observation | None:
        return self.amend.current(seen.id)


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path / "rondo.db")


def test_each_part_is_changed_alone_and_can_be_taken_back(desk) -> None:
    seen = desk.seen(level=2, note="drew it")
    changes = [
        (lambda: desk.amend.set_student(seen.id, BEN), {"student_id": BEN}),
        (lambda: desk.amend.set_skill(seen.id, COMPARE), {"skill_id": COMPARE}),
        (lambda: desk.amend.set_level(seen.id, 4), {"level": 4}),
        (lambda: desk.amend.set_level(seen.id, None), {"level": None}),
        (lambda: desk.amend.toggle_tag(seen.id, STUCK), {"tag_ids": (STUCK,)}),
        (lambda: desk.amend.set_note(seen.id, " drew\n a bar "), {"note": "drew a bar"}),
        (lambda: desk.amend.set_private(seen.id, True), {"private": True}),
    ]
    for deed, changed in changes:
        deed()
        assert desk.now(seen) == replace(seen, **changed)
        desk.room.workspace.undo()
        assert desk.now(seen) == seen


def test_without_a_skill_there_is_no_level(desk) -> None:
    seen = desk.seen(level=2, note="drew it")
    desk.amend.set_skill(seen.id, None)
    now = desk.now(seen)
    assert (now.skill_id, now.level) == (None, None)


def test_what_would_say_nothing_or_nonsense_is_refused(desk) -> None:
    seen = desk.seen(level=2)
    with pytest.raises(NothingSeen):
        desk.amend.set_level(seen.id, None)
    with pytest.raises(NoSuchLevel):
        desk.amend.set_level(seen.id, 9)
    assert desk.now(seen) == seen


def test_one_about_several_becomes_one_for_each_in_one_step(desk) -> None:
    seen = desk.seen(level=3, tag_ids=(STUCK,), note="Amara and Ben explained")
    parts = [SplitPart(AMARA, "explained"), SplitPart(BEN, "listened"), SplitPart(CHIDI, "asked")]
    made = desk.amend.split(seen.id, parts)
    assert [(one.student_id, one.note) for one in made] == [
        (AMARA, "explained"),
        (BEN, "listened"),
        (CHIDI, "asked"),
    ]
    assert made[0].id == seen.id
    assert {(o.seen_at, o.level, o.tag_ids, o.station_id, o.round) for o in made} == {
        (seen.seen_at, 3, (STUCK,), seen.station_id, seen.round)
    }
    desk.room.workspace.undo()
    assert [desk.now(one) for one in made] == [seen, None, None]


def test_a_split_that_makes_no_sense_changes_nothing(desk) -> None:
    seen = desk.seen(note="both")
    with pytest.raises(NothingSeen):
        desk.amend.split(seen.id, [SplitPart(AMARA, "both"), SplitPart(BEN, " ")])
    assert desk.now(seen) == seen


def test_what_is_gone_is_said(desk) -> None:
    seen = desk.seen(note="both")
    desk.amend.delete(seen.id)
    assert desk.now(seen) is None
    with pytest.raises(StaleChange):
        desk.amend.set_note(seen.id, "more")
    desk.room.workspace.undo()
    assert desk.now(seen) == seen


def test_it_shows_its_own_history(desk) -> None:
    seen = desk.seen(level=2, note="drew it")
    desk.amend.set_level(seen.id, 3)
    desk.amend.set_student(seen.id, BEN)
    versions = desk.amend.history(seen.id)
    assert [version.before is None for version in versions] == [True, False, False]
    fields = [d.field for v in versions[1:] for d in differences(v.before, v.after)]
    assert fields == ["level", "student_id"]
    names = desk.amend.names(versions)
    assert set(names.students) == {AMARA, BEN}
    assert names.skills[ADD]


def test_what_there_is_is_always_offered(desk) -> None:
    seen = desk.seen(level=2)
    choices = desk.amend.choices(seen)
    assert {one.id for one in choices.students} >= {AMARA, BEN, CHIDI}
    assert seen.skill_id in {offer.id for offer in choices.skills}
    assert OTHER in {offer.id for offer in choices.skills}
    assert [tag.id for tag in choices.tags] == [STUCK]


deed = st.sampled_from(["student", "skill", "level", "tag", "note", "private", "split", "delete"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(deed, st.integers(0, 3)), max_size=8))
def test_whatever_is_done_is_taken_back_whole(tmp_path_factory, deeds) -> None:
    desk = Desk(tmp_path_factory.mktemp("amend") / "rondo.db")
    seen = desk.seen(level=2, note="drew it")
    before = everything(desk)
    count = sum(do(desk, seen.id, verb, number) for verb, number in deeds)
    for _ in range(count):
        desk.room.workspace.undo()
    assert everything(desk) == before


def everything(desk) -> set[Observation]:
    return set(desk.room.store.find(Observation))


def do(desk: Desk, own: ObservationId, verb: str, number: int) -> int:
    """How many steps it made."""
    steps = desk.room.store.count_steps()
    who = (AMARA, BEN, CHIDI, BEN)[number]
    deeds = {
        "student": lambda: desk.amend.set_student(own, who),
        "skill": lambda: desk.amend.set_skill(own, (ADD, COMPARE, None, OTHER)[number]),
        "level": lambda: desk.amend.set_level(own, number or None),
        "tag": lambda: desk.amend.toggle_tag(own, STUCK),
        "note": lambda: desk.amend.set_note(own, "explained " * number),
        "private": lambda: desk.amend.set_private(own, bool(number % 2)),
        "split": lambda: desk.amend.split(own, [SplitPart(AMARA, "a"), SplitPart(who, "b")]),
        "delete": lambda: desk.amend.delete(own),
    }
    with suppress(NothingSeen, StaleChange, SkillMissing, NoSuchLevel):
        deeds[verb]()
    return desk.room.store.count_steps() - steps
