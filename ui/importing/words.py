"""What the import page says: one sentence for each thing a row can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.roster.columns import Column, ColumnKind, ColumnUse
from app.domain.roster.draft import RosterDraft
from app.domain.roster.lines import WhyLeftOut
from app.domain.roster.notes import Decision, DraftRow, Fix, FixKind, Need, NeedKind, RowState
from app.domain.roster.table import Delimiter

USES = (
    ColumnUse.FIRST,
    ColumnUse.LAST,
    ColumnUse.BOARD,
    ColumnUse.FULL,
    ColumnUse.LEAVE_OUT,
)


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button in a row: `key` names the decision, `boxed` draws an edge around the words."""

    key: str
    text: str
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class RowSay:
    """How a row's note looks: icon, style of the icon, paints, weight of the words."""

    icon: str
    style: str
    icon_paint: str
    text_paint: str
    weight: int


LOOKS = {
    RowState.NEEDS: RowSay("warning", "fill", "warn", "warn", 600),
    RowState.FIXED: RowSay("check-circle", "fill", "ok", "text", 500),
    RowState.READY: RowSay("check", "bold", "ok", "ok", 500),
    RowState.LEFT_OUT: RowSay("minus-circle", "bold", "ok", "text", 500),
}


def say(text: str) -> str:
    """In the teacher's language."""
    return QCoreApplication.translate("Import", text)


def use_word(use: ColumnUse) -> str:
    """What a column is used for."""
    return {
        ColumnUse.FIRST: say("First name"),
        ColumnUse.LAST: say("Last name"),
        ColumnUse.BOARD: say("Name on board"),
        ColumnUse.FULL: say("Full name"),
        ColumnUse.LEAVE_OUT: say("Leave out"),
    }[use]


def state_word(state: RowState | None) -> str:
    """What rows of a state are called; None is all of them."""
    if state is None:
        return say("All")
    return {
        RowState.NEEDS: say("Needs you"),
        RowState.FIXED: say("Fixed for you"),
        RowState.READY: say("Ready"),
        RowState.LEFT_OUT: say("Left out"),
    }[state]


def note_text(row: DraftRow, class_name: str, decision: Decision | None = None) -> str:
    """Why a row is where it is."""
    note = row.note
    if note.need is not None:
        return _need_text(note.need, class_name)
    if note.why is not None:
        return _left_out_text(note.why)
    if note.fixes:
        return ". ".join(_fix_text(fix, row) for fix in note.fixes)
    return say("Ready, as in the list") if decision and decision.unfixed else say("Ready")


def _need_text(need: Need, class_name: str) -> str:
    if need.kind is NeedKind.NO_FIRST_NAME:
        return say("No first name. Type it here.")
    if need.kind is NeedKind.LOST_LETTERS:
        return say("A letter is lost. Type the name.")
    if need.kind is NeedKind.TWICE_IN_LIST:
        return say("{name} is also in row {row}").format(name=need.name, row=need.line)
    return say("{name} is already in {class_name}").format(name=need.name, class_name=class_name)


def _left_out_text(why: WhyLeftOut) -> str:
    return {
        WhyLeftOut.TITLE: say("A title, left out"),
        WhyLeftOut.TOTAL: say("Not a student, left out"),
        WhyLeftOut.CLASS: say("A class, left out"),
        WhyLeftOut.ADULT: say("An adult, left out"),
        WhyLeftOut.DATE: say("A date, left out"),
        WhyLeftOut.NO_NAME: say("No name in this row"),
        WhyLeftOut.HEADING_AGAIN: say("Headings again, left out"),
        WhyLeftOut.TEST: say("A test student, left out"),
        WhyLeftOut.SKIPPED: say("Skipped"),
    }[why]


def _fix_text(fix: Fix, row: DraftRow) -> str:
    if fix.kind is FixKind.SAME_FIRST:
        return _same_first_text(fix, row)
    if fix.kind is FixKind.CALLED:
        return say("{name} goes on the board").format(name=" ".join(fix.names))
    return {
        FixKind.LETTERS: say("Broken letters repaired"),
        FixKind.SPLIT: say("Both names in one cell, split"),
        FixKind.REMARK: say("Note in brackets left out"),
        FixKind.MARK: say("Number in front left out"),
        FixKind.GUARD: say("Spreadsheet mark left out"),
        FixKind.HIDDEN: say("Hidden characters removed"),
    }[fix.kind]


def _same_first_text(fix: Fix, row: DraftRow) -> str:
    if fix.line is not None:
        return say("Same first name, see row {row}").format(row=fix.line)
    numbers = (say("Two"), say("Three"), say("Four"))
    count = len(fix.names)
    if count > len(numbers) + 1:
        text = say("{count} are called {name}, so the board shows a letter more")
        return text.format(count=count, name=row.name.first)
    text = say("{count} are called {name}, so the board shows {names}")
    return text.format(count=numbers[count - 2], name=row.name.first, names=listed(fix.names))


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return say("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])


def actions(row: DraftRow, decision: Decision) -> tuple[RowAction, ...]:
    """The buttons of a row, in their order."""
    note = row.note
    if note.need is not None:
        return _answers(note.need.kind)
    if note.why is WhyLeftOut.SKIPPED:
        return (RowAction("keep", say("Put back")),)
    if note.why is not None:
        return (RowAction("keep", say("Keep")),)
    if note.can_undo:
        return (RowAction("undo", say("Undo")),)
    return (RowAction("redo", say("Repair")),) if decision.unfixed else ()


def _answers(kind: NeedKind) -> tuple[RowAction, ...]:
    leave = RowAction("skip", say("Skip"), boxed=True)
    if kind is NeedKind.NO_FIRST_NAME:
        return (leave,)
    both = kind is not NeedKind.LOST_LETTERS
    return (leave, RowAction("keep", say("Keep both") if both else say("Keep"), boxed=True))


def heading_of(column: Column) -> str:
    """A column's heading, or its place when the list has none."""
    return column.heading or say("Column {number}").format(number=column.index + 1)


def left_out_text(kinds: Sequence[ColumnKind]) -> str:
    """Which columns are left out because of what they hold; empty when none is."""
    words = {
        ColumnKind.BIRTH: say("birth dates"),
        ColumnKind.GENDER: say("gender"),
        ColumnKind.SUPPORT: say("support notes"),
        ColumnKind.EMAIL: say("e-mail"),
        ColumnKind.PHONE: say("phone numbers"),
        ColumnKind.ADDRESS: say("addresses"),
        ColumnKind.CONTACT: say("family"),
        ColumnKind.ID: say("ID numbers"),
    }
    found = [words[kind] for kind in kinds if kind in words]
    if not found:
        return ""
    text = say("{things} are left out and never stored.").format(things=listed(found))
    return text[:1].upper() + text[1:]


def source_text(draft: RosterDraft) -> str:
    """Where the list came from and how it was read, on one line."""
    table = draft.table
    rows = table.lines
    if not rows:
        return ""
    parts = [
        table.source or say("Pasted list"),
        say("1 row") if rows == 1 else say("{count} rows").format(count=rows),
        {
            Delimiter.TAB: say("tabs"),
            Delimiter.COMMA: say("commas"),
            Delimiter.SEMICOLON: say("semicolons"),
            Delimiter.NONE: say("one name on each line"),
        }[table.delimiter],
        _headings_text(draft.heading_line),
    ]
    if draft.layout.numbered:
        parts.append(say("numbers left out"))
    return " · ".join(part for part in parts if part)


def _headings_text(line: int | None) -> str:
    if line is None:
        return ""
    return (
        say("first row is headings") if line == 1 else say("headings in row {row}").format(row=line)
    )


def encoding_word(encoding: str) -> str:
    """What a way of writing letters is called by people who never heard of code pages."""
    names = {
        "cp1252": say("Western European"),
        "cp1250": say("Central European"),
        "cp1251": say("Cyrillic"),
        "cp1253": say("Greek"),
        "cp1254": say("Turkish"),
        "cp1255": say("Hebrew"),
        "cp1256": say("Arabic"),
        "cp1257": say("Baltic"),
        "mac_roman": say("Old Mac"),
        "cp850": say("Old Western European"),
        "shift_jis": say("Japanese"),
        "gb18030": say("Chinese"),
        "big5": say("Traditional Chinese"),
        "euc_kr": say("Korean"),
    }
    return names.get(encoding, say("Unicode"))


def needs_text(count: int) -> str:
    """How many rows wait for the teacher."""
    if not count:
        return say("Every row is clear")
    return (
        say("1 row needs you") if count == 1 else say("{count} rows need you").format(count=count)
    )


def promise_text(needs: int, added: int) -> str:
    """What can be done now."""
    undo = say("You can undo the whole import.")
    if not added:
        return say("Nobody can be added yet.")
    if not needs:
        return undo
    if added == 1:
        return say("The other 1 can be added now.") + " " + undo
    return say("The other {count} can be added now.").format(count=added) + " " + undo


def add_text(count: int) -> str:
    """The button that adds them."""
    return say("Add 1 student") if count == 1 else say("Add {count} students").format(count=count)


def added_text(count: int, class_name: str) -> str:
    """What was done."""
    if count == 1:
        return say("1 student is in {class_name} now").format(class_name=class_name)
    text = say("{count} students are in {class_name} now")
    return text.format(count=count, class_name=class_name)
