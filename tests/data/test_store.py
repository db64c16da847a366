"""One suite for the store, on the fake and on SQLite."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.changes import Change, Step, gone, label, made
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import ClassId, RuleId, StepId, StudentId
from app.errors import NothingToRedo, NothingToUndo, StaleChange
from app.ports import Since, Store
from app.workspace import Workspace
from data.store import SqliteStore
from tests.fakes import FakeClock, FakeStore, ids
from tests.fresh import fresh

FOUR_B = SchoolClass(ClassId(1), "4B", "Maths", 0)
MAYA = Student(StudentId(2), FOUR_B.id, "", "Maya", "Lindqvist")
FINN = Student(StudentId(3), FOUR_B.id, "", "Finn", "O’Brien")


@pytest.fixture(params=["fake", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "fake":
        yield FakeStore()
        return
    connection = fresh(tmp_path / "rondo.db")
    yield SqliteStore(connection)
    connection.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def workspace(store: Store, clock: FakeClock) -> Workspace:
    return Workspace(store, ids(100), clock)


def add(workspace: Workspace, *entities: SchoolClass | Student | Rule) -> None:
    workspace.edit(label("added"), *(made(entity) for entity in entities))


def test_what_is_written_is_read_back_whole(store: Store, workspace: Workspace) -> None:
    rule = Rule(RuleId(9), FOUR_B.id, "apart", (2, 3))
    add(workspace, FOUR_B, MAYA, FINN, rule)
    assert store.get(Student, MAYA.id) == MAYA
    assert store.find(Student, class_id=FOUR_B.id) == (MAYA, FINN)
    assert store.find(Rule) == (rule,)


def test_find_takes_one_value_or_any_of_several(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B, MAYA, FINN)
    assert store.find(Student, given="Finn", archived=False) == (FINN,)
    assert store.find(Student, id=(2, 3, 77)) == (MAYA, FINN)
    assert store.get(Student, 77) is None


def test_find_takes_a_value_and_all_after_it(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B, MAYA, FINN)
    assert store.find(Student, given=Since("G")) == (MAYA,)
    assert store.find(Student, given=Since("Finn")) == (MAYA, FINN)
    assert store.find(Student, class_id=FOUR_B.id, id=Since(3)) == (FINN,)


def test_the_journal_tells_what_a_thing_was_since_a_time(
    store: Store, workspace: Workspace, clock: FakeClock
) -> None:
    add(workspace, FOUR_B, MAYA, FINN)
    old = replace(MAYA, given="May")
    workspace.edit(label("renamed"), Change(MAYA, old))
    clock.advance(1000)
    since = clock.ms
    step = workspace.edit(label("renamed"), Change(old, MAYA), Change(FINN, None))
    assert step is not None
    workspace.undo()
    told = store.earlier(Student, MAYA.id, since)
    assert [one.was for one in told] == [old, MAYA]
    assert (told[0].step_id, told[0].at) == (step.id, since)
    assert [one.was for one in store.earlier(Student, FINN.id, 0)] == [FINN]


def test_a_change_replaces_and_a_gone_thing_is_gone(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B, MAYA, FINN)
    renamed = Student(MAYA.id, FOUR_B.id, "May", "Maya", "Lindqvist")
    workspace.edit(label("renamed"), Change(MAYA, renamed), gone(FINN))
    assert store.find(Student) == (renamed,)


def test_a_change_of_something_that_is_not_so_any_more_writes_nothing(
    store: Store, workspace: Workspace
) -> None:
    add(workspace, FOUR_B, MAYA)
    other = Student(MAYA.id, FOUR_B.id, "", "Someone", "Else")
    with pytest.raises(StaleChange):
        workspace.edit(label("mixed"), made(FINN), Change(other, MAYA))
    assert store.find(Student) == (MAYA,)
    assert store.count_steps() == 1


def test_making_what_is_there_already_writes_nothing(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B)
    with pytest.raises(StaleChange):
        add(workspace, MAYA, FOUR_B)
    assert store.find(Student) == ()


def test_a_change_that_changes_nothing_is_no_step(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B)
    assert workspace.edit(label("same"), Change(FOUR_B, FOUR_B)) is None
    assert store.count_steps() == 1


def test_undo_and_redo_walk_back_and_forth(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B)
    workspace.edit(label("Maya"), made(MAYA))
    workspace.edit(label("Finn"), made(FINN))
    assert [workspace.undo().label.verb for _ in range(2)] == ["Finn", "Maya"]
    assert store.find(Student) == ()
    assert [workspace.redo().label.verb for _ in range(2)] == ["Maya", "Finn"]
    assert store.find(Student) == (MAYA, FINN)
    with pytest.raises(NothingToRedo):
        workspace.redo()
    assert workspace.undo().label.verb == "Finn"


def test_how_much_undo_or_redo_would_write_is_known_before(
    store: Store, workspace: Workspace
) -> None:
    assert (store.turning(again=False), store.turning(again=True)) == (0, 0)
    add(workspace, FOUR_B)
    add(workspace, MAYA, FINN)
    assert (workspace.turning(again=False), workspace.turning(again=True)) == (2, 0)
    workspace.undo()
    assert (workspace.turning(again=False), workspace.turning(again=True)) == (1, 2)


def test_a_new_step_forgets_what_could_be_redone(store: Store, workspace: Workspace) -> None:
    add(workspace, FOUR_B)
    workspace.edit(label("Maya"), made(MAYA))
    workspace.undo()
    workspace.edit(label("Finn"), made(FINN))
    assert store.redoable() is None
    assert [workspace.undo().label.verb for _ in range(2)] == ["Finn", "added"]
    with pytest.raises(NothingToUndo):
        workspace.undo()
    assert store.find(SchoolClass) == ()


def test_history_that_cannot_be_undone_is_passed_over(workspace: Workspace) -> None:
    add(workspace, FOUR_B)
    workspace.edit(label("demo"), made(MAYA), undoable=False)
    assert workspace.next_undo == label("added")


def test_the_windows_hear_which_kinds_changed(workspace: Workspace) -> None:
    heard: list[frozenset[type]] = []
    stop = workspace.subscribe(heard.append)
    add(workspace, FOUR_B, MAYA)
    stop()
    add(workspace, FINN)
    assert heard == [frozenset({SchoolClass, Student})]


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    for turn in range(3):
        connection = fresh(tmp_path / "rondo.db")
        store = SqliteStore(connection)
        workspace = Workspace(store, ids(store.highest_id() + 1), FakeClock())
        if turn == 0:
            add(workspace, FOUR_B, MAYA)
            workspace.edit(label("Finn", name="Finn"), made(FINN))
        elif turn == 1:
            assert workspace.undo().label == label("Finn", name="Finn")
        else:
            assert workspace.redo().label.verb == "Finn"
            assert store.find(Student) == (MAYA, FINN)
        connection.close()


def test_a_step_read_back_is_the_step_that_was_written(store: Store) -> None:
    first = Step(StepId(5), 7, label("made", what="all"), (made(FOUR_B), made(MAYA)))
    store.record(first)
    assert store.undoable() == first


deeds = st.lists(
    st.tuples(st.sampled_from(["edit", "undo", "redo"]), st.integers(1, 5), st.text(max_size=4)),
    max_size=25,
)


@pytest.mark.parametrize("kind", ["fake", "sqlite"])
@settings(max_examples=20)
@given(deeds)
def test_undoing_everything_gives_back_the_start(
    kind: str, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    connection = fresh(tmp_path_factory.mktemp("undo") / "rondo.db")
    store: Store = FakeStore() if kind == "fake" else SqliteStore(connection)
    workspace = Workspace(store, ids(100), FakeClock())
    add(workspace, FOUR_B)
    start = store.find(Student)
    for deed, number, name in steps:
        do(workspace, store, deed, number, name)
    while workspace.next_undo != label("added"):
        workspace.undo()
    assert store.find(Student) == start
    while store.redoable() is not None:
        workspace.redo()
    connection.close()


def do(workspace: Workspace, store: Store, deed: str, number: int, name: str) -> None:
    if deed == "redo" and store.redoable() is not None:
        workspace.redo()
    elif deed == "undo" and workspace.next_undo != label("added"):
        workspace.undo()
    elif deed == "edit":
        before = store.get(Student, number)
        after = Student(StudentId(number), FOUR_B.id, "", name, "") if name else None
        if before is not None or after is not None:
            workspace.edit(label("deed"), Change(before, after))
