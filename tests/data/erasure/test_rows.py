"""What goes from the database and its journal, and what stays."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.changes import made
from app.domain.choices import Choice
from app.domain.classes import Goal, Rule, Student
from app.domain.erasing import ErasureRequest, Receipt, silent
from app.domain.ids import ChoiceId, GoalId, ObservationId, RuleId, StepId
from app.domain.observations import Attachment, Observation
from app.errors import NothingToUndo, StepIsStuck, StepsErased
from app.services.erasing import ErasingService
from app.services.roll import class_roll
from data.damage.look import broken_seals
from data.erasure.erasure import SqliteErasure
from data.erasure.texts import BLANKS, TEXTS
from data.inspecting import inspect
from data.mapping import TABLES, fields_of
from tests.erasing import ABOUT, CHILD, CLASS, WORDS, Crowd, texts_in


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    made = Crowd(tmp_path / "profile")
    with closing(made.connection):
        yield made


def erasure_of(crowd: Crowd) -> SqliteErasure:
    return SqliteErasure(crowd.profile, lambda: 2_000, crowd.key)


def erase(crowd: Crowd, mentions: tuple[tuple[str, int], ...] | None = ()) -> Receipt:
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,), mentions=mentions)
    return erasure_of(crowd).erase(request, silent)


def counts(crowd: Crowd) -> dict[str, int]:
    return {
        table: crowd.connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in TABLES.values()
    }


def test_every_count_stays_but_that_of_rules_with_nobody_left_to_bind(crowd: Crowd) -> None:
    before = counts(crowd)
    erase(crowd)
    assert counts(crowd) == {**before, "rule": before["rule"] - 2}


def test_what_is_left_of_the_student_is_a_row_that_no_list_shows(crowd: Crowd) -> None:
    erase(crowd)
    left = crowd.room.store.get(Student, crowd.child)
    assert left == Student(crowd.child, CLASS, "", "", "", archived=True)
    students, _ = class_roll(crowd.room.store, CLASS)
    assert crowd.child not in {student.id for student in students}


def test_observations_keep_what_is_counted(crowd: Crowd) -> None:
    erase(crowd)
    seen = crowd.room.store.get(Observation, 301)
    assert seen is not None
    assert (seen.seen_at, seen.note, seen.tag_ids) == (311, "", ())


def test_every_row_that_was_changed_has_its_seal_again(crowd: Crowd) -> None:
    erase(crowd, None)
    assert list(broken_seals(crowd.connection)) == []


def test_a_row_that_had_changed_by_itself_is_not_called_whole(crowd: Crowd) -> None:
    crowd.connection.execute("UPDATE observation SET round = 9 WHERE id = 302")
    erase(crowd, None)
    assert list(broken_seals(crowd.connection)) == [("observation", 302)]


def test_rules_go_on_for_those_who_are_left(crowd: Crowd) -> None:
    erase(crowd)
    table = crowd.taught.stations["Teacher table"].id
    assert crowd.room.store.find(Rule) == (
        Rule(RuleId(501), CLASS, "together", (11, 12)),
        Rule(RuleId(503), CLASS, "visit", (11,), (table,)),
    )


def test_choices_say_nothing_any_more(crowd: Crowd) -> None:
    erase(crowd)
    assert crowd.room.store.find(Choice) == (Choice(ChoiceId(460), CLASS, crowd.child, ()),)


def test_goals_are_closed_and_say_nothing(crowd: Crowd) -> None:
    erase(crowd)
    assert crowd.room.store.get(Goal, 450) == Goal(GoalId(450), crowd.child, "", 1, closed=True)


def test_mentions_that_nobody_chose_stay_and_are_counted(crowd: Crowd) -> None:
    receipt = erase(crowd)
    assert receipt.mentions_left == 5
    kept = crowd.room.store.get(Observation, 302)
    assert kept is not None
    assert kept.note == f"worked with {CHILD} on fractions"
    assert ABOUT not in texts_in(crowd.connection)


def test_only_the_mention_that_was_chosen_loses_the_word(crowd: Crowd) -> None:
    receipt = erase(crowd, (("observation", 302),))
    notes = {seen.id: seen.note for seen in crowd.room.store.find(Observation)}
    assert notes[ObservationId(302)] == "worked with … on fractions"
    assert receipt.mentions_left == 4


def test_every_mention_is_listed_with_what_it_is_about(crowd: Crowd) -> None:
    found = erasure_of(crowd).mentions((crowd.child,))
    assert [(m.kind, m.field, m.about, m.past) for m in found] == [
        ("lesson", "topic", "", False),
        ("observation", "note", "Ben Benson", False),
        ("observation", "note", "Ben Benson", True),
        ("station", "name", "", False),
        ("student", "flag", "Ben Benson", False),
    ]


def test_a_sealed_observation_is_sealed_anew(crowd: Crowd) -> None:
    erase(crowd, None)
    crowd.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert inspect(crowd.profile.database).students == 5


def test_undo_says_once_that_steps_were_erased_and_goes_on_before_them(crowd: Crowd) -> None:
    crowd.look(310, crowd.child, "the newest step")
    erase(crowd, None)
    with pytest.raises(StepsErased) as raised:
        crowd.room.workspace.undo()
    assert raised.value.count == 1
    assert crowd.room.workspace.undo().label.verb == "flagged"
    assert crowd.room.workspace.undo().label.verb == "lesson changed"
    assert crowd.room.workspace.undo().label.facts == {"student": "Ben", "station": "…’s games"}


def undo_all(crowd: Crowd) -> int:
    """How many steps were undone until there was none left."""
    undone = 0
    while True:
        try:
            crowd.room.workspace.undo()
            undone += 1
        except NothingToUndo:
            return undone
        except StepIsStuck as stuck:  # the lesson was opened: the child's visits are in it
            crowd.room.workspace.step_over(stuck.step_id)
        except StepsErased:
            continue


def test_everything_that_can_still_be_undone_can_be(crowd: Crowd) -> None:
    erase(crowd, None)
    assert undo_all(crowd) >= 5
    assert [word for word in WORDS if word in texts_in(crowd.connection)] == []


def test_erasing_again_changes_nothing_more(crowd: Crowd) -> None:
    erase(crowd, None)
    again = erasure_of(crowd).erase(ErasureRequest(StepId(5_000_001), 1, (crowd.child,)), silent)
    assert dict(again.removed) == {}


def test_the_words_of_an_old_jotting_go_and_its_student_stays(crowd: Crowd) -> None:
    request = ErasureRequest(StepId(5_000_000), 1, observations=(ObservationId(303),))
    receipt = erasure_of(crowd).erase(request, silent)
    assert receipt.removed["observations"] == 1
    assert "counts in tens" not in texts_in(crowd.connection)
    assert CHILD in texts_in(crowd.connection)


def test_a_new_kind_of_words_about_a_student_cannot_be_forgotten() -> None:
    """Whoever adds a table or column with words in it decides here whose they are."""
    of_students = {
        table
        for kind, table in TABLES.items()
        if "student_id" in dict(fields_of(kind)) and table in TEXTS
    }
    assert of_students <= set(BLANKS)
    for table in of_students:
        assert set(TEXTS[table]) <= set(BLANKS[table])


def test_the_plan_counts_what_the_receipt_counts(crowd: Crowd) -> None:
    room = crowd.room
    crowd.look(309, crowd.child, "")  # a tag and no words
    service = ErasingService(room, lambda: 0)
    plan = service.plan([crowd.child], erasure_of(crowd).mentions([crowd.child]))
    left = erase(crowd, ())
    assert left.removed["observations"] == plan.observations
    assert left.removed["goals"] == plan.goals
    assert left.mentions_left == plan.texts > 0


def test_a_look_that_says_nothing_in_words_is_in_neither_count(crowd: Crowd) -> None:
    room = crowd.room
    bare = Observation(ObservationId(309), CLASS, crowd.child, seen_at=400, level=3)
    crowd.edit("noted", made(bare), student=CHILD)
    service = ErasingService(room, lambda: 0)
    every = len(room.store.find(Observation, student_id=crowd.child))
    plan = service.plan([crowd.child], erasure_of(crowd).mentions([crowd.child]))
    assert plan.observations == every - 1
    gone = erase(crowd, None)
    assert (gone.removed["observations"], gone.removed["mentions"]) == (every - 1, plan.texts)


def test_a_picture_goes_with_the_jotting_it_belongs_to(crowd: Crowd) -> None:
    jotting = ErasureRequest(StepId(5_000_000), 1_000, observations=(ObservationId(300),))
    erasure_of(crowd).erase(jotting, silent)
    (left,) = crowd.room.store.find(Attachment)
    assert (left.name, left.content) == ("", "")
    kept = crowd.connection.execute(
        "SELECT count(*) FROM change WHERE after LIKE ?", (f"%{ABOUT}=%",)
    )
    assert kept.fetchone() == (0,)
