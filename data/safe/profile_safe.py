"""The safe of one profile: whether it is locked, and all that is done with its passphrase."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.secrets.left_out import LeftOut
from app.domain.secrets.patience import Tries, left_ms, one_more
from app.domain.secrets.recovery import BITS, recovery_code
from app.errors import (
    ClassroomError,
    DamagedFile,
    KeyFileDamaged,
    NotSaved,
    PassphraseMissing,
    TryLater,
    WrongCode,
    WrongPassphrase,
)
from data.database import connect_read_only, finish_exchange
from data.identity import is_plain
from data.inspecting import inspect
from data.keys import KEY_BYTES, Key
from data.paths import Profile
from data.safe.carry import carry_to_all
from data.safe.kept import (
    drop,
    plain_copies,
    plain_halves,
    relock,
    seal,
    sealed_copies,
    unseal,
)
from data.safe.key_file import KeyFile, key_of
from data.safe.rekey import needs_sweeping, rekey, sweep
from data.safe.trailer import vault_of
from data.safe.tries import TriesFile
from data.safe.vault import Vault, new_vault

Progress = Callable[[int, int], None]
"""How many copies are done, and how many there are."""


def unheard(_done: int, _all: int) -> None:
    """Nobody asked."""


class ProfileSafe:
    """Every call may run in a worker: to try one passphrase takes a fifth of a second.

    `random_bits` gives so many bits that nobody can guess, `now_ms` the time, `second_places` the
    folders outside the profile that hold backups of it, or once did.
    """

    def __init__(
        self,
        profile: Profile,
        random_bits: Callable[[int], int],
        now_ms: Callable[[], int],
        second_places: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        self._profile = profile
        self._random_bits = random_bits
        self._now_ms = now_ms
        self._second_places = second_places
        self._tries = TriesFile(profile.tries)
        self._file = KeyFile(profile.key_file, self._sealed)

    def is_set(self) -> bool:
        """Whether the class file, which nobody here has open, is encrypted and can be opened."""
        database = self._profile.database
        if not database.exists() or not database.stat().st_size or is_plain(database):
            return False
        return self._profile.key_file.exists() or any(True for _ in self._file.all())

    def seconds_left(self) -> int:
        """Seconds until the next try; 0 when it is free."""
        return _seconds(left_ms(self._tries.load(), self._now_ms()))

    def open(self, text: str, by_code: bool = False) -> Key:
        """The key of the class file.

        Raises `TryLater`, `WrongPassphrase`, `CodeMistyped`, `WrongCode`, `KeyFileDamaged`, or
        `DamagedFile` when a key that only a backup knew does not read it.
        """
        return self._patiently(lambda: self._key(text, by_code))

    def open_copy(self, copy: Path, text: str, by_code: bool = False) -> Key:
        """The key of an encrypted backup, of whatever profile.

        Raises what `open` raises, and `DamagedFile` of the backup where its own lock does not read.
        """
        try:
            vault = vault_of(copy)
        except KeyFileDamaged as error:
            raise DamagedFile(copy, "the part that holds its key does not read") from error
        if vault is None:
            return self.open(text, by_code)
        return self._patiently(lambda: key_of(vault, text, by_code))

    def unlock(self, text: str, by_code: bool = False) -> Key:
        """The key of the class file, also when that does not read. Raises what `open` raises."""
        return self._patiently(lambda: self._key(text, by_code, must_read=False))

    def is_own(self, key: Key, copy: Path) -> bool:
        """Whether the key of a backup is also that of the class file, which nobody here has open.

        Where that does not read, a backup that is locked like it tells.
        """
        return self._reads(key) or vault_of(copy) in {self._file.own()} - {None}

    def adopt(self, copy: Path) -> None:
        """Before an encrypted backup takes the place of a plain class: let the same words open it.

        Raises `NotSaved` or `KeyFileDamaged`.
        """
        vault = vault_of(copy)
        if vault is not None:
            self._file.write(vault)

    def new_code(self) -> str:
        """A recovery code nobody has seen yet."""
        return recovery_code(self._random_bits(BITS))

    def set(self, passphrase: str, code: str) -> Key:
        """Encrypt the class file, which nobody has open; the copies are for `tidy`.

        Raises `NotSaved` or `DamagedFile`, and everything is then as it was.
        """
        _refuse_empty(passphrase)
        if not is_plain(self._profile.database):
            raise NotSaved("other")  # its key lies in the file that would be written over
        self._carry_vault()
        key = Key(self._random_bits(KEY_BYTES * 8).to_bytes(KEY_BYTES, "big"))
        try:
            self._file.write(new_vault(key, passphrase, code))
            kept = self._file.vault()
            if {key_of(kept, passphrase, False), key_of(kept, code, True)} != {key}:
                raise NotSaved("other")
            self._rekey(None, key)
        except BaseException:
            self._forget_if_plain()
            raise
        self._tries.clear()
        return key

    def tidy(self, key: Key, progress: Progress = unheard) -> list[LeftOut]:
        """Encrypt whatever plain copies there are, and sweep up after what was stopped."""
        sweep(self._profile.database)
        vault = self._file.vault()
        halves = _each(plain_halves(self._profile), drop, unheard)
        plain = plain_copies(self._profile, self._second_places())
        return halves + _each(plain, lambda path: seal(path, key, vault), progress)

    def needs_tidying(self) -> bool:
        """Whether there is a plain copy beside an encrypted class file, or a stopped change."""
        swept = needs_sweeping(self._profile.database)
        plain = plain_copies(self._profile, self._second_places())
        return swept or bool(plain) or bool(plain_halves(self._profile))

    def change(self, key: Key, passphrase: str, progress: Progress = unheard) -> list[LeftOut]:
        """Another passphrase for the same key; the class file itself is not touched.

        What is left out is named, also a place that is not there.
        """
        _refuse_empty(passphrase)
        return self._relock(self._file.vault().with_passphrase(key, passphrase), progress)

    def renew_code(self, key: Key, code: str, progress: Progress = unheard) -> list[LeftOut]:
        """Another recovery code for the same key; the old one opens nothing in the profile."""
        return self._relock(self._file.vault().with_code(key, code), progress)

    def unseal_copies(self, key: Key, progress: Progress = unheard) -> list[LeftOut]:
        """Make the backups plain, before `remove`; those with another key are left out."""
        left = _each(self._sealed(), lambda path: unseal(path, key), progress)
        return left + self._absent()

    def remove(self, key: Key) -> None:
        """Make the class file, which nobody has open, plain again, and forget the key.

        Raises `NotSaved` or `DamagedFile`, and everything is then as it was.
        """
        self._carry_vault()
        self._rekey(key, None)
        self._profile.key_file.unlink(missing_ok=True)
        self._tries.clear()

    def unreached(self) -> list[Path]:
        """Places for backups that are not there; what lies in them stays as it is."""
        return [place for place in self._second_places() if not place.is_dir()]

    def delete(self, left: LeftOut) -> None:
        """Delete a copy that could not be rewritten. Raises `OSError`."""
        left.path.unlink(missing_ok=True)

    def _carry_vault(self) -> None:
        """Let every copy open without the key file, which goes. Raises `NotSaved`."""
        try:
            carry_to_all(self._profile)
        except OSError as error:
            raise NotSaved("other") from error

    def _forget_if_plain(self) -> None:
        """A key file beside a plain class would ask for a passphrase that opens nothing."""
        with suppress(OSError):
            if is_plain(self._profile.database):
                self._profile.key_file.unlink(missing_ok=True)

    def _absent(self) -> list[LeftOut]:
        reason = "it was not there, so backups in it keep the passphrase and code they have"
        return [LeftOut(place, reason, is_place=True) for place in self.unreached()]

    def _sealed(self) -> list[Path]:
        return sealed_copies(self._profile, self._second_places())

    def _rekey(self, old: Key | None, new: Key | None) -> None:
        rekey(self._profile.database, old, new, inspect)

    def _relock(self, vault: Vault, progress: Progress) -> list[LeftOut]:
        self._file.write(vault)
        left = _each(self._sealed(), lambda path: relock(path, vault), progress)
        return left + self._absent()

    def _patiently(self, attempt: Callable[[], Key]) -> Key:
        tries, now = self._tries.load(), self._now_ms()
        if left := left_ms(tries, now):
            raise TryLater(_seconds(left))
        try:
            key = attempt()
        except (WrongPassphrase, WrongCode):
            self._tries.save(one_more(tries, now))
            raise
        if tries != Tries():
            self._tries.clear()
        return key

    def _key(self, text: str, by_code: bool, must_read: bool = True) -> Key:
        """By the key file; where that is lost or damaged, by what the backups carry."""
        problem: ClassroomError = KeyFileDamaged(self._profile.key_file)
        finish_exchange(self._profile.database)
        for vault in self._file.all():
            try:
                key = key_of(vault, text, by_code)
            except (WrongPassphrase, WrongCode) as error:
                problem = error
                continue
            own = self._file.own()
            if not must_read or self._reads(key):
                if own is None:
                    self._file.write(vault)
                return key
            if own is not None:
                return key  # the class file does not read, which opening it will say
            problem = DamagedFile(self._profile.database, "it does not open with its own key")
        raise problem

    def _reads(self, key: Key) -> bool:
        try:
            with closing(connect_read_only(self._profile.database, key)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite.Error:
            return False
        return True


def _refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise PassphraseMissing


def _seconds(milliseconds: int) -> int:
    return -(-milliseconds // 1000)


def _each(
    paths: Sequence[Path], work: Callable[[Path], LeftOut | None], progress: Progress
) -> list[LeftOut]:
    left = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        if (out := work(path)) is not None:
            left.append(out)
    progress(len(paths), len(paths))
    return left
