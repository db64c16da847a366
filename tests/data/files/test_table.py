"""Whatever a teacher pastes or a program writes comes out as the cells that went in."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.roster.errors import ListIsEmpty, NameTooLong, TooManyRows
from app.domain.roster.table import MAX_ROWS, Delimiter, RosterTable
from data.files.table import table_of

DELIMITERS = (Delimiter.TAB, Delimiter.COMMA, Delimiter.SEMICOLON)
letters = "aéżлم王'-. "
plain_cells = st.text(letters, max_size=8)
cells = st.one_of(plain_cells, st.text(letters + '"\n', max_size=8))
rows_of = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(cells, min_size=width, max_size=width).filter(lambda row: "".join(row).strip()),
        min_size=1,
        max_size=8,
    )
)
names = st.text("abcéżлم王'- ", min_size=1, max_size=20).filter(str.strip)


def written(rows: list[list[str]], delimiter: Delimiter, ending: str = "\r\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter.value, lineterminator=ending).writerows(rows)
    return out.getvalue()


def contents(table: RosterTable) -> list[list[str]]:
    return [list(row.cells) for row in table.rows]


@given(st.lists(names, min_size=1, max_size=40), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_names_pasted_one_per_line_come_back(lines: list[str], ending: str) -> None:
    table = table_of(ending.join(lines))
    assert contents(table) == [[line] for line in lines]
    assert table.delimiter is Delimiter.NONE
    assert [row.line for row in table.rows] == list(range(1, len(lines) + 1))


@given(rows_of, st.sampled_from(DELIMITERS), st.sampled_from(["\n", "\r\n"]))
def test_what_a_csv_writer_wrote_comes_back(
    rows: list[list[str]], delimiter: Delimiter, ending: str
) -> None:
    table = table_of(written(rows, delimiter, ending))
    assert contents(table) == rows
    assert table.delimiter is delimiter


@given(rows_of)
def test_commas_inside_the_cells_of_a_wider_delimiter_stay(rows: list[list[str]]) -> None:
    spoken = [[f"{cell}, x" for cell in row] for row in rows]
    for delimiter in (Delimiter.TAB, Delimiter.SEMICOLON):
        assert contents(table_of(written(spoken, delimiter))) == spoken


@given(st.lists(st.tuples(names, names), min_size=1, max_size=10))
def test_names_quoted_because_of_their_comma_are_one_cell_each(pairs) -> None:
    assume(all('"' not in part for pair in pairs for part in pair))
    table = table_of(written([[f"{last}, {first}"] for last, first in pairs], Delimiter.COMMA))
    assert contents(table) == [[f"{last}, {first}"] for last, first in pairs]


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_a_plain_refusal(text: str) -> None:
    try:
        table = table_of(text)
    except ListIsEmpty:
        assert not any(char.isalnum() for char in text)
    else:
        assert all(any(cell.strip() for cell in row.cells) for row in table.rows)
        lines = [row.line for row in table.rows]
        assert lines == sorted(set(lines))


def test_last_comma_first_on_most_lines_is_two_columns() -> None:
    table = table_of("Class 4B\nWhitaker, Ben\nPatel, Maya\nTotal: 2")
    assert contents(table)[1] == ["Whitaker", " Ben"]


def test_one_comma_in_a_list_of_names_does_not_make_it_a_table() -> None:
    assert table_of("Amara\nRossi, Sofia\nBen\nChidi").delimiter is Delimiter.NONE


def test_a_line_break_inside_quotes_keeps_the_row_and_the_lines_after_it() -> None:
    table = table_of('Surname,First\n"Whit\naker",Ben\nPatel,Maya\n')
    assert contents(table)[1] == ["Whit\naker", "Ben"]
    assert [row.line for row in table.rows] == [1, 2, 4]


def test_a_quote_that_is_never_closed_swallows_nobody() -> None:
    table = table_of('Name,Class\n"Amara,4B\nBen,4B\nChidi,4B\nElif,4B\nFinn,4B\n')
    assert len(table.rows) == 6
    assert table.rows[2].cells == ("Ben", "4B")


def test_one_badly_quoted_row_does_not_spoil_the_others() -> None:
    table = table_of('"Wu","Benjamin "Ben"","4B"\n"Patel","Maya","4B"\n')
    assert contents(table)[1] == ["Patel", "Maya", "4B"]


def test_a_name_in_quotes_keeps_them_in_a_plain_list() -> None:
    assert contents(table_of('"Bob" Smith\nAmara')) == [['"Bob" Smith'], ["Amara"]]


def test_rows_may_be_ragged_and_missing_cells_are_empty() -> None:
    table = table_of("a\tb\tc\nd\te\nf\tg\th\n")
    assert table.width == 3
    assert table.rows[1].cell(2) == ""


def test_blank_rows_are_left_away_and_lines_still_count_them() -> None:
    assert [row.line for row in table_of("Amara\n\n \t \nBen").rows] == [1, 4]


def test_the_spreadsheet_line_that_names_the_delimiter_is_no_row() -> None:
    table = table_of("sep=;\nPatel;Maya\n")
    assert contents(table) == [["Patel", "Maya"]]
    assert table.rows[0].line == 2


def test_soft_line_breaks_of_word_processors_end_a_line() -> None:
    assert len(table_of("Amara\u2028Ben\vChidi").rows) == 3


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t\n", ",,,\n,,"])
def test_a_text_without_any_cell_is_empty(text: str) -> None:
    with pytest.raises(ListIsEmpty):
        table_of(text, "4B.csv")


def test_five_thousand_rows_are_refused_with_their_number() -> None:
    with pytest.raises(TooManyRows) as refused:
        table_of("Amara\n" * 5000, "all.csv")
    assert (refused.value.count, refused.value.limit) == (5000, MAX_ROWS)
    assert refused.value.file == "all.csv"


def test_two_thousand_rows_are_taken() -> None:
    assert len(table_of("Amara\n" * MAX_ROWS).rows) == MAX_ROWS


def test_a_cell_too_long_for_any_reader_is_refused_with_its_line() -> None:
    with pytest.raises(NameTooLong) as refused:
        table_of("Name,Class\nBen,4B\n" + "x" * 200_000 + ",4B\n")
    assert refused.value.line == 3
