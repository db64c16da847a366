"""A backup takes the place of the class file."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.errors import NotSaved
from app.ports import Clock
from app.settings import SettingsKeeper
from ui.bootstrap import Key, Profile, opens_again, settings_keeper, take_back


def restored(
    profile: Profile, clock: Clock, source: Path, own: Key | None, of_copy: Key | None
) -> Path:
    """Take a backup for a profile that is not open; what was there is kept in the returned file.

    `own` encrypts the class from then on, `of_copy` opens a backup that `own` does not. What was
    there first is remembered until the teacher says that the backup is the right one; until then
    no backup is made by itself. Raises what `Backups.restore` raises.
    """
    source = source.absolute()
    kept = take_back(profile.made(), clock, source, own, of_copy)
    with suppress(NotSaved):  # the class is restored all the same, and that is what is told
        _remember(settings_keeper(profile), source, kept)
    return kept


def _remember(keeper: SettingsKeeper, source: Path, kept: Path) -> None:
    before = keeper.load()
    if str(source) == before.before_restore:
        keeper.save(replace(before, restored="", before_restore=""))
    else:
        first = before.before_restore or (str(kept) if opens_again(kept) else "")
        keeper.save(replace(before, restored=str(source), before_restore=first))
