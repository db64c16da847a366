"""The teacher decides, and every decision can be taken back."""

import pytest

from app.domain.names import PersonName
from app.domain.roster.columns import ColumnUse
from app.domain.roster.draft import (
    RosterDraft,
    add_row,
    empty_draft,
    fill,
    keep,
    map_column,
    redo_fix,
    skip,
    understand,
    undo_fix,
    use_headings,
)
from app.domain.roster.errors import NameTooLong
from app.domain.roster.lines import WhyLeftOut
from app.domain.roster.notes import NeedKind, RowState
from tests.app.domain.roster.class_lists import (
    AMARA,
    COMP,
    GARCIA,
    LUCIA,
    ROSSI,
    TOTAL,
    WANG,
    WHITAKER,
    called,
    lines,
    need,
    table,
)


@pytest.fixture
def draft() -> RosterDraft:
    return understand(table(COMP), (AMARA,))


def test_typing_the_first_name_makes_a_row_ready(draft) -> None:
    after = fill(draft, GARCIA, ColumnUse.FIRST, "  Iker\u200b ")
    assert after.row(GARCIA).name == PersonName("Iker", "Iker", "García")
    assert after.row(GARCIA).state is RowState.READY
    assert fill(after, GARCIA, ColumnUse.FIRST, "").row(GARCIA).state is RowState.NEEDS


def test_last_name_and_board_name_can_be_typed_too(draft) -> None:
    after = fill(fill(draft, WANG, ColumnUse.LAST, "王"), WANG, ColumnUse.BOARD, "Zihan")
    assert after.row(WANG).name == PersonName("Zihan", "王梓涵", "王")


def test_a_typed_name_that_is_too_long_is_refused(draft) -> None:
    with pytest.raises(NameTooLong):
        fill(draft, GARCIA, ColumnUse.FIRST, "x" * 201)


def test_skipping_and_keeping_undo_each_other(draft) -> None:
    skipped = skip(draft, LUCIA)
    assert skipped.row(LUCIA).note.why is WhyLeftOut.SKIPPED
    assert keep(skipped, LUCIA).rows == draft.rows


def test_a_line_left_out_can_be_kept_as_a_student(draft) -> None:
    kept = keep(understand(lines("Class 4B", "Ben Wu", "Amara Ray")), 0)
    assert kept.row(0).state is RowState.READY
    assert keep(draft, TOTAL).row(TOTAL).state is RowState.NEEDS


def test_a_last_name_may_be_kept_as_the_only_name(draft) -> None:
    after = keep(draft, GARCIA)
    assert after.row(GARCIA).state is RowState.READY
    assert after.row(GARCIA).board == "García"


def test_undoing_a_repair_shows_the_row_as_it_came_and_can_be_taken_back(draft) -> None:
    undone = undo_fix(draft, LUCIA)
    assert undone.row(LUCIA).name.given == "LucÃa"
    assert undone.row(LUCIA).state is RowState.READY
    assert redo_fix(undone, LUCIA).rows == draft.rows


def test_undoing_a_split_leaves_the_first_name_to_be_typed(draft) -> None:
    undone = undo_fix(draft, ROSSI)
    assert need(undone.row(ROSSI)) is NeedKind.NO_FIRST_NAME
    assert undone.row(ROSSI).name.family == "Rossi, Sofia"


def test_exchanging_two_columns_exchanges_the_names(draft) -> None:
    after = map_column(draft, 0, ColumnUse.FIRST)
    assert after.row(WHITAKER).name == PersonName("Whitaker", "Whitaker", "Ben")


def test_another_row_can_be_the_headings_or_none(draft) -> None:
    none = use_headings(draft, None)
    assert len(none.rows) == len(draft.rows) + 1
    assert use_headings(none, 0).rows == draft.rows


def test_students_can_be_typed_one_by_one_without_a_list() -> None:
    draft = add_row(empty_draft((AMARA,)))
    assert need(draft.rows[-1]) is NeedKind.NO_FIRST_NAME
    named = fill(draft, draft.rows[-1].index, ColumnUse.FIRST, "Iker")
    assert called(named) == ["Iker"]
    assert add_row(named).counts.all == 2


def test_a_row_that_is_not_there_is_our_bug(draft) -> None:
    with pytest.raises(KeyError):
        skip(draft, 0)
