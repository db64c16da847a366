"""An import under way: reads lists off the GUI thread and keeps the teacher's decisions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.classes import SchoolClass, Student
from app.domain.ids import ClassId
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
    skip_known,
    still_open,
    understand,
    undo_fix,
    use_headings,
    with_existing,
)
from app.domain.roster.lines import WhyLeftOut
from app.domain.roster.notes import KnownStudent
from app.domain.roster.table import RosterReader, RosterTable
from app.errors import ClassroomError, NotFound
from app.services.roster import RosterService
from app.workspace import Kinds
from ui.importing.words import say
from ui.problems import problem
from ui.tasks import Tasks

ReadBytes = Callable[[Path], bytes]
_DECISIONS = {"skip": skip, "keep": keep, "undo": undo_fix, "redo": redo_fix}


class ImportWork(QObject):
    """The draft, and what happens to it.

    `begun`: a list was read. `changed`: a decision changed it. `refused`: in words, why a list
    cannot be read or a decision not be taken. `joined`: how many students are in the class now.
    `undone`: they are out of it again.
    Without a class the students begin a new one.
    """

    begun = Signal()
    changed = Signal()
    undone = Signal()
    refused = Signal(str)
    joined = Signal(int)

    def __init__(
        self,
        roster: RosterService,
        reader: RosterReader,
        tasks: Tasks,
        read_bytes: ReadBytes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._roster = roster
        self._reader = reader
        self._tasks = tasks
        self._read_bytes = read_bytes
        self._file: tuple[str, bytes] | None = None
        self._reads = 0
        self._joining = False
        self._joined_from: RosterDraft | None = None
        self.class_id: ClassId | None = None
        self.class_name = ""
        self.draft: RosterDraft = empty_draft()

    def open_class(self, class_id: ClassId | None) -> None:
        """Begin with nothing, for a class there is or a new one. Raises `errors.NotFound`."""
        self._reads += 1
        self._file = None
        self._joined_from = None
        self.class_id = class_id
        self.class_name = "" if class_id is None else self._roster.class_name(class_id)
        self.draft = empty_draft(self._known())

    def read_text(self, text: str) -> None:
        """Read a paste."""
        self._file = None
        self._tasks.spawn(self._read(self._reader.read_text, text))

    def read_file(self, path: Path) -> None:
        """Read a file."""
        self._tasks.spawn(self.load_file(path))

    async def load_file(self, path: Path) -> None:
        """Read a file, inside a task."""
        try:
            content = await self._tasks.off_thread(self._read_bytes, path)
        except OSError:
            text = say("{file} can’t be opened. Nothing was added. Choose another file.")
            self.refused.emit(text.format(file=path.name))
            return
        self._file = (path.name, content)
        await self._read(self._reader.read_file, path.name, content)

    def read_again(self, encoding: str) -> None:
        """Read the same file's bytes as other letters."""
        if self._file is not None:
            self._tasks.spawn(self._read(self._reader.read_file, *self._file, encoding))

    def decide(self, row: int, decision: str) -> None:
        """Skip, keep, undo or redo, as the row's buttons say."""
        self._try(lambda: _DECISIONS[decision](self.draft, row))

    def type_name(self, row: int, use: ColumnUse, text: str) -> None:
        """Put a typed name into a row."""
        self._try(lambda: fill(self.draft, row, use, text))

    def use_column(self, column: int, use: ColumnUse) -> None:
        """Use a column for something else."""
        self._try(lambda: map_column(self.draft, column, use))

    def take_headings(self, row: int | None) -> None:
        """Take another row for the headings, or none."""
        self._try(lambda: use_headings(self.draft, row))

    def skip_known(self) -> None:
        """Leave out everyone who is already in the class."""
        self._try(lambda: skip_known(self.draft))

    def add_one(self) -> int:
        """A new row to type a student into; its key."""
        self._try(lambda: add_row(self.draft))
        return self.draft.rows[-1].index

    def suggested_name(self) -> str:
        """What a new class may be called: what the list's title says, or its file's name."""
        titles = [row for row in self.draft.rows if row.note.why is WhyLeftOut.CLASS]
        words = " ".join(cell.text for cell in titles[0].cells if cell.text) if titles else ""
        first, _, rest = words.partition(" ")
        bare = rest if rest and first.casefold().rstrip(":") == say("class") else words
        return bare.strip(" :") or say("My class")

    def join(self, class_name: str) -> None:
        """Put everyone who is ready into the class, in one step that undo takes back."""
        before, names = self.draft, self.draft.ready
        self._joining = True
        try:
            if self.class_id is None:
                self.class_id = self._roster.begin_class(class_name, names)
                self.class_name = self._roster.class_name(self.class_id)
            else:
                self._roster.add_students(self.class_id, names)
        except ClassroomError as error:
            self.refused.emit(problem(error))
            return
        finally:
            self._joining = False
        self._joined_from = before
        self.draft = still_open(before, self._known())
        self.joined.emit(len(names))

    def on_changed(self, kinds: Kinds) -> None:
        """Students or classes changed: undo brings back the list that had joined."""
        if self._joining or not kinds & {Student, SchoolClass}:
            return
        self._lose_class()
        known, joined = self._known(), self._joined_from
        if joined is not None and [k.id for k in known] == [k.id for k in joined.existing]:
            self.draft, self._joined_from = with_existing(joined, known), None
            self.undone.emit()
        elif known != self.draft.existing:
            self.draft = with_existing(self.draft, known)
            self.changed.emit()

    def _lose_class(self) -> None:
        """A new class is gone when its import was undone; the list begins a new one then."""
        try:
            if self.class_id is not None:
                self.class_name = self._roster.class_name(self.class_id)
        except NotFound:
            self.class_id, self.class_name = None, ""

    def _known(self) -> tuple[KnownStudent, ...]:
        return () if self.class_id is None else self._roster.known_students(self.class_id)

    def _try(self, decide: Callable[[], RosterDraft]) -> None:
        try:
            self.draft = decide()
        except ClassroomError as error:
            self.refused.emit(problem(error))
            return
        self.changed.emit()

    async def _read(self, read: Callable[..., RosterTable], *source: object) -> None:
        """Read and understand; what was there before stays until that has gone well."""
        self._reads += 1
        ticket, known = self._reads, self._known()
        try:
            draft = await self._tasks.off_thread(_understood, read, source, known)
        except ClassroomError as error:
            if ticket == self._reads:
                self.refused.emit(problem(error))
            return
        if ticket == self._reads:
            self.draft = draft
            self.begun.emit()


def _understood(
    read: Callable[..., RosterTable], source: tuple[object, ...], known: tuple[KnownStudent, ...]
) -> RosterDraft:
    return understand(read(*source), known)
