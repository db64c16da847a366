"""What the app asks of the world. Implementations live in `data/`; tests have their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.changes import Earlier, Entity, Head, Step
from app.domain.ids import NeedId, ObservationId, StepId, StudentId
from app.ports.evidence import Attended as Attended
from app.ports.evidence import Counted as Counted
from app.ports.evidence import Evidence as Evidence
from app.ports.evidence import Latest as Latest
from app.ports.evidence import Looks as Looks
from app.ports.evidence import Visited as Visited

if TYPE_CHECKING:
    from app.domain.about import Version
    from app.domain.backups import BackupInfo, Stop
    from app.domain.beats import Beat
    from app.domain.damage import BrokenRow, Flipped
    from app.domain.erasing import ErasureRequest, Mention, Receipt, Tell
    from app.domain.retention import ClassUse

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Since:
    """For `Store.find`: this value or any after it."""

    value: int | str


class Clock(Protocol):
    """Time as an argument."""

    def now_ms(self) -> int:
        """Milliseconds UTC since 1970."""
        ...

    def local(self, at_ms: int) -> datetime:
        """That instant in the classroom's own time zone."""
        ...

    def beat(self) -> "Beat":
        """This moment by the clocks that tell sleep and a set clock from time that passed."""
        ...


class Pulse(Protocol):
    """A sign of life that outlasts the program, so that the next start knows when it ended."""

    def beat(self, at_ms: int) -> None:
        """Rondo is alive at this time. Never raises: a lesson does not end for it."""
        ...

    def last(self) -> int | None:
        """The newest time given, None when there was none."""
        ...


class Speaker(Protocol):
    """What makes a sound heard; every call may run in a worker, one at a time."""

    def play(self, file: Path, volume: int) -> float:
        """Begin to play a sound file (`volume` in per cent); returns how many seconds it lasts.

        What was playing ends. Raises `errors.NoSound`.
        """
        ...

    def stop(self) -> None:
        """Be silent, and let the device go."""
        ...


class Store(Protocol):
    """Keeps entities and the journal of steps."""

    def record(self, step: Step) -> None:
        """Write the step and all its changes durably, whole or not at all.

        Raises `errors.StaleChange` when an entity is no longer as the step has it before, and
        `errors.NotSaved` when the disk refuses. Nothing is kept in either case.
        """
        ...

    def get(self, kind: type[E], entity_id: int) -> E | None: ...

    def find(self, kind: type[E], **equal: object) -> tuple[E, ...]:
        """Entities of the kind whose named fields equal these values, by id.

        A tuple is for any of its values, `Since` for that value or any after it.
        """
        ...

    def earlier(self, kind: type[Entity], entity_id: int, since: int) -> tuple[Earlier, ...]:
        """What it was before each change from `since` (ms UTC) on that is kept, oldest first."""
        ...

    def undoable(self) -> Step | None:
        """The step that undo would turn round, None when there is none."""
        ...

    def redoable(self) -> Step | None:
        """The undo that redo would turn round, None when there is none."""
        ...

    def newest(self) -> Head | None:
        """The head of the step that undo would turn round; cheap however large the step is."""
        ...

    def turning(self, again: bool) -> int:
        """How many changes undo would turn round, or redo (`again`); cheap, 0 without a step."""
        ...

    def let_lie(self, step_id: StepId) -> None:
        """Undo passes this step from now on; or redo, when it is an undo. `NotSaved`."""
        ...

    def kept_since(self) -> int | None:
        """Since when (ms UTC) steps can be undone; None when none were forgotten by age."""
        ...

    def pass_erased(self) -> int:
        """Give up the newest steps that touched an erased student; returns how many there were.

        Undo comes to the steps before them the next time.
        """
        ...

    def count_steps(self) -> int: ...


class Backups(Protocol):
    """Copies of the database. Paths are opaque to the app: it only hands them on."""

    def save(self, target: Path) -> "BackupInfo":
        """Copy the live database to `target`, verify the copy, and say what it holds.

        An existing file is replaced only by a verified copy. Raises `errors.BackupFailed`, and
        `errors.DamagedFile` when it is the database itself that does not read whole.
        """
        ...

    def inspect(self, source: Path) -> "BackupInfo":
        """What a backup holds. Raises `errors.NotABackup`, `DamagedFile` or `FileIsNewer`."""
        ...

    def live(self) -> "BackupInfo":
        """What the live database says it holds; it is not verified. Raises as `inspect` does."""
        ...

    def restore(self, source: Path) -> Path:
        """Put a verified backup in place of the live database.

        The database that was there is kept, as a backup if it reads whole; its path is returned.
        The caller reopens.
        """
        ...


class Shelf(Protocol):
    """A folder in which backups lie, such as one on a stick that is not always there."""

    @property
    def place(self) -> Path: ...

    def there(self) -> bool:
        """Whether it can be used now."""
        ...

    def files(self) -> Sequence[Path]:
        """The backups in it, the newest by name first; empty when it is not there."""
        ...

    def add(self, stop: "Stop") -> "BackupInfo":
        """Save a verified backup under a new name. Raises as `Backups.save` does."""
        ...

    def glance(self, file: Path) -> "BackupInfo":
        """What a file says it holds; it is not verified. Raises as `Backups.inspect` does."""
        ...

    def inspect(self, file: Path, stop: "Stop") -> "BackupInfo":
        """What a file holds, after it was read whole. Raises as `Backups.inspect` does."""
        ...

    def remove(self, file: Path) -> None:
        """Delete a backup that is not needed any more."""
        ...


class Histories(Protocol):
    """What the journal tells of things as they were before."""

    def of(self, kind: type[E], ids: Sequence[int]) -> "Mapping[int, tuple[Version, ...]]":
        """Each change of these things that is still kept, oldest first, by id."""
        ...


class Flips(Protocol):
    """Rows that changed by themselves, and what the journal knows of them."""

    def of(self, rows: "Sequence[BrokenRow]") -> "tuple[Flipped, ...]":
        """Each with what it says and what was written."""
        ...

    def among(self, kind: type[Entity], ids: "Sequence[int]") -> "tuple[BrokenRow, ...]":
        """Those of these rows that are not what was written."""
        ...

    def write_again(self, flipped: "Flipped") -> None:
        """Write the row as the journal has it: no step, as the journal says nothing else.

        Raises `errors.NotSaved`.
        """
        ...


class Erasure(Protocol):
    """Taking people out of everything that is kept, for good; every call may run in a worker.

    The one write that is no step of the workspace: a step could be undone, and would keep in the
    journal what must go from there too.
    """

    def mentions(self, students: Sequence[StudentId]) -> "tuple[Mention, ...]":
        """Texts about others that hold a word of these students' names."""
        ...

    def classes(self) -> "tuple[ClassUse, ...]":
        """When each class was last used; classes that are put away only while a name is left."""
        ...

    def jottings(self, before: int) -> "tuple[ObservationId, ...]":
        """Private observations from before an instant (ms UTC) that still say something."""
        ...

    def needs(self, before: int) -> tuple[NeedId, ...]:
        """Needs written before an instant (ms UTC) that still say something."""
        ...

    def erase(self, request: "ErasureRequest", tell: "Tell") -> "Receipt":
        """Do it everywhere. Raises `errors.NotSaved`; what was begun is finished by `finish`."""
        ...

    def unfinished(self) -> int:
        """How many erasings wait: stopped in the middle, or for a place that was not there."""
        ...

    def finish(self, tell: "Tell") -> "tuple[Receipt, ...]":
        """Go on where an erasing was stopped; one that still waits gives no receipt."""
        ...
