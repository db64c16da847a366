"""The backups of a profile and its safe."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

from app.ports import Backups, Clock
from data.keys import Key
from data.paths import Profile
from ui.bootstrap.folders import second_places

if TYPE_CHECKING:
    from app.ports import Erasure
    from data.safe.profile_safe import ProfileSafe

_BITS = random.SystemRandom().getrandbits


def backups_of(
    profile: Profile, clock: Clock, key: Key | None = None, of_others: Key | None = None
) -> Backups:
    """Backups of a profile; `of_others` opens one that has another key when it is taken back."""
    from data.safe.sealing import sealed_backups  # not for the start

    return sealed_backups(profile, lambda: clock.local(clock.now_ms()), key, of_others)


def take_back(
    profile: Profile, clock: Clock, source: Path, own: Key | None, of_copy: Key | None
) -> Path:
    """Let a backup take the place of the class file, which nobody has open; see `Backups.restore`.

    The class has the key `own` from then on; `of_copy` opens a backup that `own` does not.
    """
    from data.identity import is_plain  # not for the start
    from data.safe.sealing import unsealed_backups  # not for the start

    database = profile.database
    if own is not None and database.exists() and is_plain(database):
        safe_of(profile, clock).adopt(source)
        backups = unsealed_backups(profile, lambda: clock.local(clock.now_ms()), own, of_copy)
        return backups.restore(source)
    return backups_of(profile, clock, own, of_copy).restore(source)


def opens_again(kept: Path) -> bool:
    """Whether what a restore has kept can be opened: it was whole, or only its key was not known.

    Nobody may have it open.
    """
    from data.safe.tail import is_sealed  # not for the start

    return kept.exists() and (kept.suffix == ".rondo" or is_sealed(kept))


def safe_of(profile: Profile, clock: Clock) -> "ProfileSafe":
    """The safe of a profile: its passphrase, and what is done with it."""
    from data.safe.profile_safe import ProfileSafe  # not for the start

    def places() -> list[Path]:
        now, earlier = second_places(profile)
        return now + earlier

    return ProfileSafe(profile, _BITS, clock.now_ms, places)


def erasure_of(profile: Profile, clock: Clock, key: Key | None = None) -> "Erasure":
    """Takes people out of everything there is of a profile; it has connections of its own."""
    from data.erasure.erasure import SqliteErasure  # not for the start

    return SqliteErasure(profile, clock.now_ms, key, *second_places(profile))
