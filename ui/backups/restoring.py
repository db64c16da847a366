"""A backup takes the place of the class file."""

from dataclasses import replace
from pathlib import Path

from app.ports import Clock
from ui.bootstrap import Key, Profile, backups_of, settings_keeper


def restored(profile: Profile, clock: Clock, source: Path, key: Key | None) -> Key | None:
    """Take a backup for a profile that is not open; its key is given back.

    What was there first is remembered until the teacher says that the backup is the right one.
    """
    kept = backups_of(profile.made(), clock, key).restore(source)
    keeper = settings_keeper(profile)
    before = keeper.load()
    if str(source) == before.before_restore:
        keeper.save(replace(before, restored="", before_restore=""))
    else:
        first = before.before_restore or (str(kept) if kept.exists() else "")
        keeper.save(replace(before, restored=str(source), before_restore=first))
    return key
