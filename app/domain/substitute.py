"""What a substitute needs to teach a lesson from paper; levels and notes have no place here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetStation:
    """A station in words; `seats` is how many students it can hold."""

    name: str
    kind: str
    seats: int
    skill: str = ""
    next_task: str = ""
    adult: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A student and the station of each round, "" for nowhere; `out` says where and when else."""

    name: str
    places: tuple[str, ...]
    out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubstituteSheet:
    """One lesson on paper. `rounds` are minutes after its begin: from, to.

    `begins` is the minute of the local day, None when nobody said. `apart` and `together` are sets
    of names.
    """

    class_name: str
    day: str
    subject: str
    topic: str
    message: str
    begins: int | None
    rounds: tuple[tuple[int, int], ...]
    moving_seconds: int
    stations: tuple[SheetStation, ...]
    lines: tuple[SheetLine, ...]
    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
