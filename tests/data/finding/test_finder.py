"""What is found is what the plain way finds, for whatever is asked."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import label, made
from app.domain.classes import SchoolClass
from app.domain.finding import NoteQuery
from app.domain.ids import ClassId, ObservationId, SkillId, StationId, StudentId, TagId
from app.domain.note_words import sought_in, words_of
from app.domain.observations import Observation
from app.workspace import Workspace
from data.database import connect, connect_read_only, transaction
from data.finding.finder import SqliteFinder
from data.finding.index import catch_up
from data.finding.newest import FEW
from data.finding.tables import INDEX
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

DAY = 86_400_000
NOTES = ("", "counts in tens", "explains own strategy", "数数", "شَرَحَ الكسور", "Élan", "tens")
TYPED = ("", "co", "tens", "str exp", "数", "شرح", "elan", "x", "--", '"', "NOT a*")
maybe = st.sampled_from


def observations() -> st.SearchStrategy[list[Observation]]:
    one = st.builds(
        Observation,
        id=st.just(ObservationId(0)),
        class_id=maybe([ClassId(1), ClassId(2)]),
        student_id=maybe([StudentId(10), StudentId(11)]),
        seen_at=st.integers(0, 90).map(lambda day: day * DAY),
        skill_id=maybe([None, SkillId(100), SkillId(101)]),
        level=st.none(),
        tag_ids=maybe([(), (900,), (900, 901)]),
        note=maybe(NOTES),
        station_id=maybe([None, StationId(50)]),
        adult=maybe(["", "Ms Bell"]),
        private=st.booleans(),
    )
    return st.lists(one, max_size=25).map(
        lambda all_: [replace(o, id=ObservationId(1000 + at)) for at, o in enumerate(all_)]
    )


queries = st.builds(
    NoteQuery,
    text=maybe(TYPED),
    class_id=maybe([None, ClassId(1)]),
    student_id=maybe([None, StudentId(10)]),
    skill_id=maybe([None, SkillId(100)]),
    tag_id=maybe([None, TagId(901)]),
    station_id=maybe([None, StationId(50)]),
    adult=maybe([None, "Ms Bell"]),
    start=maybe([None, 30 * DAY]),
    end=maybe([None, 60 * DAY]),
    private=st.booleans(),
)


def fits(seen: Observation, query: NoteQuery) -> bool:
    equal = [
        (query.class_id, seen.class_id),
        (query.student_id, seen.student_id),
        (query.skill_id, seen.skill_id),
        (query.station_id, seen.station_id),
        (query.adult, seen.adult),
    ]
    return (
        all(wanted is None or wanted == there for wanted, there in equal)
        and (query.tag_id is None or query.tag_id in seen.tag_ids)
        and (query.start is None or seen.seen_at >= query.start)
        and (query.end is None or seen.seen_at < query.end)
        and (query.private or not seen.private)
        and (not query.text or has(seen.note, query.text))
    )


def has(note: str, typed: str) -> bool:
    words, sought = words_of(note), sought_in(typed)
    return bool(sought) and all(
        any(word.startswith(one.key) if one.start else word == one.key for word in words)
        for one in sought
    )


def written(path: Path, seen: list[Observation]) -> SqliteFinder:
    with closing(fresh(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        workspace = Workspace(SqliteStore(connection), ids(), FakeClock())
        classes = [SchoolClass(ClassId(own), f"{own}", "Maths", 0) for own in (1, 2)]
        workspace.edit(label("noted"), *map(made, classes), *map(made, seen))
        while catch_up(connection):
            pass  # of so many at once the index hears afterwards
    return SqliteFinder(path, None)


@given(observations(), st.lists(queries, min_size=1, max_size=6))
def test_it_finds_what_the_plain_way_finds(tmp_path_factory, seen, asked) -> None:
    finder = written(tmp_path_factory.mktemp("find") / "rondo.db", seen)
    for query in asked:
        found = finder.find(query, 100)
        wanted = sorted(
            (one for one in seen if fits(one, query)), key=lambda one: (-one.seen_at, -one.id)
        )
        assert list(found.observations) == wanted
        assert (found.more, found.waiting, found.broken) == (False, 0, False)


@given(typed=st.text(max_size=30))
def test_nothing_that_is_typed_is_an_error(tmp_path_factory, typed: str) -> None:
    finder = written(tmp_path_factory.mktemp("find") / "rondo.db", [])
    assert finder.find(NoteQuery(typed), 10).observations == ()


def test_the_newest_come_first_and_it_is_said_that_there_are_more(tmp_path: Path) -> None:
    seen = [
        Observation(ObservationId(1000 + at), ClassId(1), StudentId(10), at, note="counts")
        for at in range(5)
    ]
    found = written(tmp_path / "rondo.db", seen).find(NoteQuery("co"), 3)
    assert [one.id for one in found.observations] == [1004, 1003, 1002]
    assert found.more


@pytest.mark.parametrize("in_class", [ClassId(1), None])
@pytest.mark.parametrize("text", ["co", ""])
def test_the_newest_seen_come_first_though_they_were_written_down_long_before(
    tmp_path: Path, text: str, in_class: ClassId | None
) -> None:
    """More of them than are sorted at once; ticks of old papers were typed in last."""
    seen = [
        Observation(
            ObservationId(1000 + at), ClassId(1 + at % 2), StudentId(10), 400 * DAY - at * DAY // 4
        )
        for at in range(2 * FEW + 50)
    ]
    seen = [replace(one, note="counts" if one.id % 50 else "tens") for one in seen]
    finder = written(tmp_path / "rondo.db", seen)
    for limit in (3, 60, FEW + 5):
        found = finder.find(NoteQuery(text, in_class), limit)
        wanted = [one for one in seen if fits(one, NoteQuery(text, in_class))]
        assert found.observations == tuple(wanted[:limit])
        assert found.more == (len(wanted) > limit)


def test_a_common_word_is_looked_for_in_the_time_that_was_said(tmp_path: Path) -> None:
    seen = [
        Observation(
            ObservationId(1000 + at), ClassId(1), StudentId(10), (5000 - at) * DAY, note="counts"
        )
        for at in range(3 * FEW)
    ]
    finder = written(tmp_path / "rondo.db", seen)
    query = NoteQuery("co", ClassId(1), start=3300 * DAY, end=4000 * DAY)
    found = finder.find(query, 100)
    assert found.observations == tuple(one for one in seen if fits(one, query))[:100]


def test_it_stays_open_between_questions_and_hears_what_is_written_meanwhile(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rondo.db"
    seen = Observation(ObservationId(1), ClassId(1), StudentId(10), 1, note="counts")
    finder = written(path, [seen])
    assert len(finder.find(NoteQuery("co"), 10).observations) == 1
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        workspace = Workspace(SqliteStore(connection), ids(5000), FakeClock())
        workspace.edit(label("noted"), made(replace(seen, id=ObservationId(2))))
    with ThreadPoolExecutor(1) as pool:  # any worker may ask
        found = pool.submit(finder.find, NoteQuery("co"), 10).result()
    assert len(found.observations) == 2
    finder.close()
    finder.close()
    assert len(finder.find(NoteQuery("co"), 10).observations) == 2


def test_the_skills_of_a_class_are_those_that_were_observed_in_it(tmp_path: Path) -> None:
    finder = written(tmp_path / "rondo.db", [])
    assert finder.skills(ClassId(1)) == ()


def test_an_index_that_does_not_answer_is_told(tmp_path: Path) -> None:
    seen = [Observation(ObservationId(1), ClassId(1), StudentId(10), 1, note="counts")]
    finder = written(tmp_path / "rondo.db", seen)
    with closing(connect(tmp_path / "rondo.db")) as connection, transaction(connection):
        connection.execute(f"DELETE FROM {INDEX}_data WHERE id > 1")
    assert finder.find(NoteQuery("co"), 10).broken


@pytest.mark.parametrize("held", [True, False])
def test_where_nobody_else_can_read_it_asks_on_the_open_connection(
    tmp_path: Path, held: bool
) -> None:
    seen = [Observation(ObservationId(1), ClassId(1), StudentId(10), 1, note="counts")]
    written(tmp_path / "rondo.db", seen)
    with closing(connect_read_only(tmp_path / "rondo.db")) as connection:
        finder = SqliteFinder(tmp_path / "rondo.db", None, connection if held else None)
        assert finder.in_worker is not held
        assert len(finder.find(NoteQuery("co"), 10).observations) == 1
