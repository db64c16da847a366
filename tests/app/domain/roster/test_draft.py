"""A draft understands any list and says what it makes of each row."""

import pytest

from app.domain.names import PersonName
from app.domain.roster.columns import ColumnKind, ColumnUse
from app.domain.roster.draft import (
    RosterDraft,
    fill,
    keep,
    map_column,
    skip,
    skip_known,
    understand,
    undo_fix,
)
from app.domain.roster.errors import NameTooLong, TooManyRows
from app.domain.roster.lines import WhyLeftOut
from app.domain.roster.notes import Cell, FixKind, NeedKind, RowState
from app.domain.roster.table import Delimiter, RosterTable, TableRow
from tests.app.domain.roster.class_lists import (
    AMARA,
    AMARA_ROW,
    COMP,
    GARCIA,
    LUCIA,
    MAYA_L,
    MAYA_P,
    ROSSI,
    TOTAL,
    called,
    fixes,
    lines,
    need,
    table,
)


@pytest.fixture
def draft() -> RosterDraft:
    return understand(table(COMP), (AMARA,))


def test_the_list_of_the_design_is_understood_as_drawn(draft) -> None:
    counts = draft.counts
    assert (counts.needs, counts.fixed, counts.ready, counts.left_out) == (2, 4, 3, 1)
    assert draft.heading_line == 1
    assert [c.use for c in draft.columns[:3]] == [ColumnUse.LAST, ColumnUse.FIRST, ColumnUse.BOARD]
    assert draft.left_out_kinds == (ColumnKind.BIRTH, ColumnKind.SUPPORT)
    assert draft.row(LUCIA).cells[1] == Cell("Lucía", was="LucÃa")
    assert draft.row(ROSSI).cells[:2] == (Cell("Rossi", was="Rossi, Sofia"), Cell("Sofia"))
    assert need(draft.row(GARCIA)) is NeedKind.NO_FIRST_NAME
    assert need(draft.row(AMARA_ROW)) is NeedKind.ALREADY_IN_CLASS
    assert draft.row(TOTAL).note.why is WhyLeftOut.TOTAL


def test_two_who_share_a_first_name_get_letters_on_the_board_and_say_so(draft) -> None:
    one, two = draft.row(MAYA_L), draft.row(MAYA_P)
    assert (one.board, two.board) == ("Maya L.", "Maya P.")
    assert one.note.fixes[0].names == ("Maya L.", "Maya P.")
    assert (one.note.fixes[0].line, two.note.fixes[0].line) == (None, one.line)
    assert not one.note.can_undo


def test_someone_in_the_class_may_share_a_first_name_too() -> None:
    draft = understand(lines("Amara Bello"), (AMARA,))
    assert draft.rows[0].board == "Amara B."
    assert [member.board for member in draft.members] == ["Amara O.", "Amara B."]


def test_members_are_the_class_and_then_the_new_ones(draft) -> None:
    members = draft.members
    assert (members[0].id, members[0].row) == (AMARA.id, None)
    assert [member.row for member in members[1:]] == [r.index for r in draft.rows if r.is_added]


def test_a_name_alone_is_a_first_name_and_a_whole_name_is_taken_apart() -> None:
    draft = understand(lines("Amara", "Ben Whitaker", "Maya van der Berg", "王梓涵", "Ana Li Mora"))
    assert [(name.preferred, name.given, name.family) for name in draft.ready] == [
        ("Amara", "Amara", ""),
        ("Ben", "Ben", "Whitaker"),
        ("Maya", "Maya", "van der Berg"),
        ("王梓涵", "王梓涵", ""),
        ("Ana", "Ana Li", "Mora"),
    ]


def test_numbered_lines_lose_their_numbers_without_a_word() -> None:
    draft = understand(lines("1. Amara Bello", "2. Ben Whitaker", "3. Chidi"))
    assert called(draft) == ["Amara Bello", "Ben Whitaker", "Chidi"]
    assert draft.layout.numbered
    assert draft.counts.ready == 3


def test_a_single_number_in_front_is_a_fix_that_can_be_taken_back() -> None:
    draft = understand(lines("Amara", "7. Ben", "Chidi", "Dan"))
    assert fixes(draft.row(1)) == [FixKind.MARK]
    assert undo_fix(draft, 1).row(1).name.given == "7. Ben"


@pytest.mark.parametrize(
    "text",
    [
        "Whitaker, Ben\nOkafor, Amara\nPatel, Maya",
        "Ben,Whitaker\nAmara,Okafor\nMaya,Patel",
        "Whitaker,Ben\nOkafor,Amara\nPatel,Maya",
        (
            "Vezetéknév,Keresztnév,Szül\nWhitaker,Ben,2016-01-02\nOkafor,Amara,2016-01-03\n"
            "Patel,Maya,2016-04-05"
        ),
        "Last name,Pila\nWhitaker,Ben\nOkafor,Amara\nPatel,Maya",
    ],
)
def test_first_and_last_names_are_told_apart(text: str) -> None:
    assert called(understand(table(text))) == ["Ben Whitaker", "Amara Okafor", "Maya Patel"]


def test_titles_above_and_totals_below_are_left_out_with_their_reasons() -> None:
    text = "Park Lane School,\nClass 4B,\nSurname,Forename\nKane,Ruth\nOde,Tom\nTotal,2"
    draft = understand(table(text))
    assert called(draft) == ["Ruth Kane", "Tom Ode"]
    assert [row.note.why for row in draft.rows if row.note.why] == [
        WhyLeftOut.TITLE,
        WhyLeftOut.CLASS,
        WhyLeftOut.TOTAL,
    ]


def test_headings_repeated_on_the_next_page_are_left_out() -> None:
    draft = understand(table("Surname,Forename\nKane,Ruth\nSurname,Forename\nOde,Tom"))
    assert draft.rows[1].note.why is WhyLeftOut.HEADING_AGAIN


def test_adults_in_a_list_of_users_are_left_out() -> None:
    draft = understand(table("givenName,familyName,role\nAda,Love,student\nGrace,Hop,Teacher"))
    assert called(draft) == ["Ada Love"]
    assert draft.rows[1].note.why is WhyLeftOut.ADULT


def test_lines_numbered_in_advance_and_never_filled_are_left_out() -> None:
    draft = understand(table("No,Name,Class\n1,Amara,4B\n2,Ben,4B\n3,,"))
    assert draft.rows[2].note.why is WhyLeftOut.NO_NAME


@pytest.mark.parametrize("cells", [("Amara", "Ben", "Chidi"), (" 1. Amara", "2. Ben", "3. Chidi ")])
def test_names_on_one_line_are_one_student_each(cells: tuple[str, ...]) -> None:
    draft = understand(RosterTable("", (TableRow(1, cells),), Delimiter.COMMA))
    assert called(draft) == ["Amara", "Ben", "Chidi"]
    assert [row.line for row in draft.rows] == [1, 2, 3]


def test_names_between_other_commas_on_one_line_are_one_student_each() -> None:
    assert called(understand(lines("王梓涵、李明、张伟"))) == ["王梓涵", "李明", "张伟"]


def test_names_in_a_grid_as_on_a_seating_plan_are_one_student_each() -> None:
    grid = (("Amara", "Ben", "", "Chidi", "Dan"), ("Elif", "", "Finn", "Grace", "Hana"))
    rows = tuple(TableRow(at, cells) for at, cells in enumerate(grid, 1))
    draft = understand(RosterTable("", rows, Delimiter.TAB))
    assert called(draft) == ["Amara", "Ben", "Chidi", "Dan", "Elif", "Finn", "Grace", "Hana"]


def test_a_row_of_a_register_is_not_a_line_of_names() -> None:
    rows = (TableRow(1, ("García", "Lucía", "2016-10-30")),)
    assert called(understand(RosterTable("", rows, Delimiter.COMMA))) == ["Lucía García"]


def test_empty_columns_of_a_spreadsheet_are_no_columns() -> None:
    rows = tuple(TableRow(at, ("", "Amara", "", "Bello", "", "")) for at in (1, 2))
    assert [c.index for c in understand(RosterTable("", rows, Delimiter.TAB)).columns] == [1, 3]


def test_a_column_that_only_looks_like_names_is_not_taken() -> None:
    text = "Surname,Forename,Tutor\nKane,Ruth,Jo Ray\nOde,Tom,Al Fey\nMoe,Ann,Jo Ray"
    draft = understand(table(text))
    assert draft.columns[2].use is ColumnUse.LEAVE_OUT
    assert called(draft)[0] == "Ruth Kane"


def test_notes_in_brackets_do_not_come_in_and_called_names_go_on_the_board() -> None:
    draft = understand(lines("Ben Ray (SEN)", "Benjamin (Jamie) Wu"))
    assert [fixes(row) for row in draft.rows] == [[FixKind.REMARK], [FixKind.CALLED]]
    assert draft.ready[0] == PersonName("Ben", "Ben", "Ray")
    assert draft.ready[1] == PersonName("Jamie", "Benjamin", "Wu")


def test_hidden_characters_go_for_good() -> None:
    draft = understand(lines("Ben\u202e Ray", "Amara"))
    assert fixes(draft.row(0)) == [FixKind.HIDDEN]
    assert undo_fix(draft, 0).row(0).name.full == "Ben Ray"
    assert not draft.row(0).note.can_undo


def test_a_lost_letter_is_asked_about_and_may_be_typed_or_kept() -> None:
    draft = understand(lines("Luc?a Ray", "Ben Wu"))
    assert need(draft.row(0)) is NeedKind.LOST_LETTERS
    assert fill(draft, 0, ColumnUse.FIRST, "Lucía").row(0).state is RowState.READY
    assert keep(draft, 0).row(0).name.given == "Luc?a"


@pytest.mark.parametrize("again", ["Maya Lind", "maya  LIND", "Máya Lind", "Maya Lind."])
def test_the_same_name_twice_is_asked_about_never_merged(again: str) -> None:
    draft = understand(lines("Maya Lind", "Ben Wu", again))
    assert need(draft.row(2)) is NeedKind.TWICE_IN_LIST
    assert draft.row(2).note.need.line == 1
    assert len(keep(draft, 2).ready) == 3
    assert len(skip(draft, 2).ready) == 2


def test_the_second_of_two_is_no_question_once_the_first_is_skipped() -> None:
    draft = skip(understand(lines("Maya Lind", "Maya Lind")), 0)
    assert draft.row(1).state is RowState.READY


def test_two_first_names_alike_with_different_last_names_are_two_students() -> None:
    assert understand(lines("Maya Lind", "Maya Patel", "Maya")).counts.needs == 0


@pytest.mark.parametrize("text", ["Amara Okafor", "AMARA OKAFOR", "Okafor, Amara", "Amara"])
def test_someone_already_in_the_class_is_asked_about(text: str) -> None:
    assert need(understand(lines(text), (AMARA,)).row(0)) is NeedKind.ALREADY_IN_CLASS


def test_everyone_already_in_the_class_can_be_skipped_at_once(draft) -> None:
    after = skip_known(draft)
    assert after.row(AMARA_ROW).note.why is WhyLeftOut.SKIPPED
    assert need(after.row(GARCIA)) is NeedKind.NO_FIRST_NAME


def test_a_name_of_a_hundred_letters_is_fine_and_of_three_thousand_is_refused() -> None:
    assert len(understand(lines("A" * 100, "Ben")).ready) == 2
    with pytest.raises(NameTooLong) as refused:
        understand(lines("Ben", "A" * 3000))
    assert (refused.value.line, refused.value.count, refused.value.limit) == (2, 3000, 200)


def test_more_names_on_one_line_than_a_list_may_have_are_refused() -> None:
    row = TableRow(1, tuple(f"Ben{chr(97 + at % 26)}" for at in range(2001)))
    with pytest.raises(TooManyRows):
        understand(RosterTable("", (row,), Delimiter.COMMA))


def test_a_long_note_in_a_column_that_is_left_out_disturbs_nobody() -> None:
    text = f"Name,Notes\nBen,{'x' * 3000}\nAmara,\n"
    draft = understand(table(text.strip()))
    assert called(draft) == ["Ben", "Amara"]
    with pytest.raises(NameTooLong):
        map_column(draft, 1, ColumnUse.FIRST)
