"""Whatever the list and the decisions: no row is lost, and every row says why it is there."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.letters import clean
from app.domain.roster.columns import ColumnUse
from app.domain.roster.draft import (
    RosterDraft,
    add_row,
    fill,
    keep,
    map_column,
    redo_fix,
    skip,
    skip_known,
    understand,
    undo_fix,
    use_headings,
)
from app.domain.roster.notes import RowState
from app.domain.roster.table import Delimiter, RosterTable, TableRow
from tests.app.domain.roster.class_lists import AMARA, lines

cells = st.one_of(
    st.sampled_from(
        ["", "Maya", "Ben Wu", "Rossi, Sofia", "Total: 28", "4B", "1. Ben", "LucÃ­a", "2016-01-02"]
    ),
    st.text("aáéМم王 '-.,()?1\u202e", max_size=9),
)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=9).map(
        lambda rows: RosterTable(
            "", tuple(TableRow(at, tuple(row)) for at, row in enumerate(rows, 1) if any(row))
        )
    )
)
decisions = st.lists(
    st.tuples(
        st.sampled_from(["skip", "keep", "undo", "redo", "fill", "map", "add", "known", "head"]),
        st.integers(0, 12),
        st.sampled_from(list(ColumnUse)),
        st.text("aMم ", max_size=4),
    ),
    max_size=8,
)


def decide(draft: RosterDraft, verb: str, at: int, use: ColumnUse, text: str) -> RosterDraft:
    row = draft.rows[at % len(draft.rows)].index if draft.rows else None
    if verb == "add":
        return add_row(draft)
    if verb == "known":
        return skip_known(draft)
    if verb == "head":
        return use_headings(draft, at % len(draft.layout.rows) if draft.layout.rows else None)
    if verb == "map":
        found = [c.index for c in draft.columns]
        return map_column(draft, found[at % len(found)], use) if found else draft
    if row is None:
        return draft
    if verb == "fill":
        return fill(draft, row, use if use is not ColumnUse.FULL else ColumnUse.FIRST, text)
    return {"skip": skip, "keep": keep, "undo": undo_fix, "redo": redo_fix}[verb](draft, row)


@given(tables, st.booleans(), decisions)
def test_no_decision_ever_loses_a_row(table, with_class, steps) -> None:
    draft = understand(table, (AMARA,) if with_class else ())
    for step in steps:
        draft = decide(draft, *step)
        headings = 0 if draft.heading_line is None else 1
        assert len(draft.rows) == len(draft.layout.rows) - headings
        assert [row.index for row in draft.rows] == sorted({row.index for row in draft.rows})
        counts = draft.counts
        assert counts.needs + counts.fixed + counts.ready + counts.left_out == counts.all
        assert counts.added == len(draft.ready) == len(draft.members) - len(draft.existing)


@given(tables, decisions)
def test_every_name_that_joins_can_be_shown_and_stands_alone_on_the_board(table, steps) -> None:
    draft = understand(table)
    for step in steps:
        draft = decide(draft, *step)
    assert all(clean(name.first) == name.first != "" for name in draft.ready)
    boards = [member.board.casefold() for member in draft.members]
    assert len(boards) == len(set(boards))


@given(tables, decisions)
def test_every_row_says_why_it_is_where_it_is(table, steps) -> None:
    draft = understand(table)
    for step in steps:
        draft = decide(draft, *step)
    for row in draft.rows:
        assert (row.state is RowState.NEEDS) == (row.note.need is not None)
        assert (row.state is RowState.LEFT_OUT) == (row.note.why is not None)
        assert row.state is not RowState.FIXED or row.note.fixes
        assert len(row.cells) == len(draft.columns)


first_names = st.text("abcdéñżمح", min_size=2, max_size=8).map(str.title)
last_names = st.text("efghółşкл", min_size=2, max_size=8).map(lambda text: f"Q{text}")
people = st.lists(
    st.tuples(first_names, last_names), min_size=1, max_size=20, unique_by=lambda p: p
)


@given(people)
def test_any_names_one_per_line_come_back(names: list[tuple[str, str]]) -> None:
    draft = understand(lines(*(f"{first} {last}" for first, last in names)))
    taken = [keep(draft, row.index).row(row.index).name for row in draft.rows]
    assert [(name.given, name.family) for name in taken] == names


@given(people, st.permutations(["Surname", "Forename", "DOB"]))
def test_any_names_under_headings_come_back(names, headings: list[str]) -> None:
    def row(first: str, last: str) -> tuple[str, ...]:
        values = {"Surname": last, "Forename": first, "DOB": "2016-01-02"}
        return tuple(values[heading] for heading in headings)

    rows = [tuple(headings), *(row(*name) for name in names)]
    table = RosterTable("", tuple(TableRow(at, cells) for at, cells in enumerate(rows, 1)))
    draft = understand(replace(table, delimiter=Delimiter.TAB))
    taken = [keep(draft, row.index).row(row.index).name for row in draft.rows]
    assert [(name.given, name.family) for name in taken] == names
