"""The files that may tell of a student: copies of the database, and texts beside it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.identity import MAGIC
from data.paths import Profile
from data.safe.tail import tail_size

COPY_ENDINGS = (".rondo", ".db")
_BESIDE = ("-wal", "-shm", "-journal")
HALF_MADE = tuple(f"{half}{more}" for half in (".part", ".new") for more in ("", *_BESIDE))
MARK = ".left-out"
"""Ends the name of a copy that could not be rewritten, so that no list offers it."""
_LEFT_LOG = ("rondo.db-wal.left-", "rondo.db-journal.left-")
_ASIDE = ("rondo.db.damaged-", "rondo-before-", *_LEFT_LOG)


def copies(profile: Profile, second: Sequence[Path]) -> list[Path]:
    """Every copy of the database in the profile, and in the second places that are there."""
    own = [path for path in _own(profile) if is_copy(path)]
    away = [
        path
        for place in second
        for path in _in_folder(place)
        if path.name.endswith(COPY_ENDINGS) and not _is_live(path, profile)
    ]
    return sorted({*own, *away})


def half_made(profile: Profile, second: Sequence[Path]) -> list[Path]:
    """What somebody who was stopped left, or writes at this moment: it may hold anything."""
    away = [path for place in second for path in _in_folder(place)]
    return [
        path for path in (*_own(profile), *away) if path.name.endswith(HALF_MADE) and _is_half(path)
    ]


def _is_half(path: Path) -> bool:
    """By the name of what it was to be; between the two may stand who wrote it, or why."""
    ours = path.name.startswith("rondo") and any(f"{end}." in path.name for end in COPY_ENDINGS)
    return ours or is_copy(path.with_suffix(""), there=False)


def _is_live(path: Path, profile: Profile) -> bool:
    """Whether it is the class itself, in use, which is never rewritten as a copy is."""
    return path.name == profile.database.name and path.samefile(profile.database)


def texts(profile: Profile) -> list[Path]:
    """Every other file in the profile."""
    live = (profile.settings, profile.key_file, profile.lock, profile.pulse, profile.erased)
    return [path for path in _own(profile) if not is_copy(path) and path not in live]


def is_ours(path: Path, profile: Profile) -> bool:
    """Whether the file lies where Rondo alone keeps things, so that it may go."""
    return path.is_relative_to(profile.reports) or path.is_relative_to(profile.requests)


def is_copy(path: Path, there: bool = True) -> bool:
    """Whether this is or was a database: by its name, or by how it begins or ends."""
    if path.name.endswith((*COPY_ENDINGS, MARK)) or path.name.startswith(_ASIDE):
        return not path.name.endswith(_BESIDE)
    return there and (_begins(path) == MAGIC or tail_size(path) > 0)


def is_left_log(path: Path) -> bool:
    """Whether it is the log of a class file that was gone: alone, nothing makes it readable."""
    return path.name.startswith(_LEFT_LOG)


def beside(path: Path) -> Iterator[Path]:
    """The files that SQLite keeps beside one."""
    return (path.with_name(path.name + ending) for ending in _BESIDE)


def _own(profile: Profile) -> Iterator[Path]:
    live = {profile.database, *beside(profile.database)}
    found = (path for path in sorted(profile.folder.rglob("*")) if path not in live)
    return (path for path in found if path.is_file() and not path.is_symlink())


def _in_folder(place: Path) -> Iterator[Path]:
    return (path for path in sorted(place.glob("*")) if path.is_file() and not path.is_symlink())


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(MAGIC))
