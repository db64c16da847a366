"""Every other copy of the database that lies in a profile: backups, and what was set aside."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.secrets.left_out import LeftOut
from app.errors import ClassroomError, DamagedFile
from data.damage.aside import WORKROOMS
from data.erasure.places import HALF_MADE, half_made
from data.identity import is_plain
from data.inspecting import inspect
from data.keys import Key
from data.paths import Profile
from data.safe.rekey import convert
from data.safe.tail import tail_size
from data.safe.trailer import add_vault, change_vault
from data.safe.vault import Vault
from data.safe.wipe import take_place, wipe

_LOGS = ("-wal", "-journal")
_WAL = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def copies(profile: Profile, more: Sequence[Path] = ()) -> Iterator[Path]:
    """Files in the profile, and in further folders for backups, that may hold a copy."""
    live = {profile.database.name + end for end in ("", *_LOGS, "-shm")}
    for folder in (profile.folder, profile.backups, *more):
        if not folder.is_dir():
            continue
        named = "rondo-*.rondo" if folder in more else "*"  # others' files may lie there
        for path in sorted(folder.glob(named)):
            own = path.name in live and folder == profile.folder
            if not own and path.is_file() and not path.name.endswith(HALF_MADE):
                yield path


def plain_copies(profile: Profile, more: Sequence[Path] = ()) -> list[Path]:
    """Those that anyone can read."""
    return [path for path in copies(profile, more) if is_plain(path) or _is_log(path)]


def plain_halves(profile: Profile) -> list[Path]:
    """What somebody who was stopped left of a copy that anyone can read; it holds nothing more."""
    rooms = (room for pattern in WORKROOMS for room in profile.folder.glob(pattern))
    inside = (path for room in rooms for path in sorted(room.rglob("*")) if path.is_file())
    found = (*half_made(profile, ()), *inside)
    return [path for path in found if is_plain(path) or _is_log(path)]


def drop(path: Path) -> LeftOut | None:
    """Take such a half away, with zeros over it."""
    try:
        wipe(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _left(path, error)
    return None


def sealed_copies(profile: Profile, more: Sequence[Path] = ()) -> list[Path]:
    """Those that carry a vault."""
    return [path for path in copies(profile, more) if tail_size(path)]


def seal(path: Path, key: Key, vault: Vault) -> LeftOut | None:
    """Encrypt one copy in its place; what does not read whole is left out."""
    return _rewritten(path, None, key, vault)


def unseal(path: Path, key: Key) -> LeftOut | None:
    """Make one copy plain again in its place; one with another key is left out."""
    return _rewritten(path, key, None, None)


def relock(path: Path, vault: Vault) -> LeftOut | None:
    """Let one copy open with the new passphrase."""
    try:
        change_vault(path, vault)
    except OSError as error:
        return _left(path, error)
    return None


def _rewritten(path: Path, old: Key | None, new: Key | None, vault: Vault | None) -> LeftOut | None:
    part = path.with_name(f"{path.name}.seal.part")
    try:
        stat = path.stat()
        if _is_log(path):
            raise DamagedFile(path, "it is a part of a damaged file")
        inspect(path, old)
        convert(path, part, old, new)
        if vault is not None:
            add_vault(part, vault)
        inspect(part, new)
        os.utime(part, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        take_place(part, path)
    except FileNotFoundError:
        return None  # it was thinned out meanwhile
    except (OSError, ClassroomError, sqlite.Error) as error:
        return _left(path, error)
    finally:
        if part.exists():
            wipe(part)
    return None


def _left(path: Path, error: Exception) -> LeftOut:
    if isinstance(error, DamagedFile):
        return LeftOut(path, error.finding)
    return LeftOut(path, getattr(error, "strerror", None) or "it could not be rewritten")


def _is_log(path: Path) -> bool:
    """Whether it is the log that belongs to a plain file."""
    if not path.name.endswith(_LOGS) or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(8)
    return head[:4] in _WAL or head == _JOURNAL
