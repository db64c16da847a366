"""What is said about each row of a class list, and what the teacher said back."""

from dataclasses import dataclass
from enum import Enum

from app.domain.ids import StudentId
from app.domain.names import PersonName
from app.domain.roster.lines import WhyLeftOut


class RowState(Enum):
    """Every row is in exactly one of these."""

    NEEDS = "needs you"
    FIXED = "fixed for you"
    READY = "ready"
    LEFT_OUT = "left out"


class FixKind(Enum):
    """What was put right without asking. SAME_FIRST and HIDDEN cannot be taken back."""

    LETTERS = "broken letters repaired"
    SPLIT = "both names in one cell"
    CALLED = "name in brackets goes on the board"
    REMARK = "note in brackets left out"
    MARK = "number in front left out"
    GUARD = "spreadsheet mark left out"
    HIDDEN = "hidden characters removed"
    SAME_FIRST = "same first name"


STANDING_FIXES = frozenset({FixKind.HIDDEN, FixKind.SAME_FIRST})


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing put right.

    For SAME_FIRST, `names` are the board names of all who share it, and `line` the first of
    their rows in the list, None for that row itself; otherwise `names` holds what came out.
    """

    kind: FixKind
    names: tuple[str, ...] = ()
    line: int | None = None


class NeedKind(Enum):
    """What the teacher must decide."""

    NO_FIRST_NAME = "no first name"
    LOST_LETTERS = "a letter is lost"
    ALREADY_IN_CLASS = "already in the class"
    TWICE_IN_LIST = "twice in the list"


@dataclass(frozen=True, slots=True)
class Need:
    """One question: `name` is whom it is about, `line` the row with the same name."""

    kind: NeedKind
    name: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row's state and its reasons."""

    state: RowState
    fixes: tuple[Fix, ...] = ()
    need: Need | None = None
    why: WhyLeftOut | None = None

    @property
    def can_undo(self) -> bool:
        """Whether a fix can be taken back."""
        return any(fix.kind not in STANDING_FIXES for fix in self.fixes)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the teacher said about a row; typed texts are None until something was typed.

    `student` takes a row that looked like something else, `accepted` answers its question.
    """

    skipped: bool = False
    student: bool = False
    accepted: bool = False
    unfixed: bool = False
    first: str | None = None
    last: str | None = None
    board: str | None = None


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it will be used; `was` is what stood there when that differs."""

    text: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row as understood. `index` is its place and its key, `line` where the source has it.

    `cells` stand in the order of the draft's columns; `board` is empty for rows left out.
    """

    index: int
    line: int
    cells: tuple[Cell, ...]
    name: PersonName
    board: str
    note: RowNote

    @property
    def state(self) -> RowState:
        """Whether the row is ready, needs the teacher, was fixed or is left out."""
        return self.note.state

    @property
    def is_added(self) -> bool:
        """Whether the row's student joins the class as things stand."""
        return self.state in {RowState.READY, RowState.FIXED}


@dataclass(frozen=True, slots=True)
class KnownStudent:
    """Someone already in the class."""

    id: StudentId
    name: PersonName


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in the class after the import; `row` is None for those already in it."""

    name: PersonName
    board: str
    row: int | None = None
    id: StudentId | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are of each state."""

    all: int
    needs: int
    fixed: int
    ready: int
    left_out: int

    @property
    def added(self) -> int:
        """How many students would join the class now."""
        return self.fixed + self.ready
