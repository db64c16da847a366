"""backup and restore."""

from argparse import Namespace
from pathlib import Path

from app.domain.erasing import silent
from app.errors import PassphraseNeeded
from app.ports import Clock
from data.backups import inspect
from data.keys import Key
from data.paths import Profile
from ui.backups.restoring import restored
from ui.bootstrap import erasure_of, open_profile
from ui.cli.doorstep import alone
from ui.cli.kept import NEWEST, NONE_WHOLE, as_data, back_up, listing, newest, said
from ui.cli.output import Output
from ui.cli.secret import key_of_copy


def backup(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Save a verified copy of the database, in a file that is named or with the others."""
    if arguments.listing:
        return listing(profile, clock, arguments.key, output)
    if arguments.file is None:
        return back_up(profile, clock, arguments.key, output)
    opened = open_profile(profile, clock, arguments.key)
    try:
        info = opened.backups.save(arguments.file)
    finally:
        opened.close()
    return output.result(as_data(info), [f"Saved {info.path}: {said(info)}"])


def restore(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Put a backup in place of the database, keeping what was there beside it."""
    source = Path(arguments.file)
    if arguments.file == NEWEST:
        found = newest(profile, clock, arguments.key)
        if found is None:
            return output.problem(NONE_WHOLE)
        source = found
    other: Key | None = None
    try:
        info = inspect(source, arguments.key)
    except PassphraseNeeded:
        other = key_of_copy(arguments, profile, clock, source)
        info = inspect(source, other)
    profile.made()
    with alone(profile, clock):
        kept = restored(profile, clock, source, arguments.key, other)
        again = _erase_again(profile, clock, arguments.key)
    there = kept if kept.exists() else None
    lines = [f"Restored {source}: {said(info)}"]
    if there:
        lines.append(f"What was there before is kept in {there}")
    if again:
        lines.append(
            f"It still told of {_students(again)} erased before: erased again, here and in"
            f" every copy that Rondo knows of. Delete {source} if you keep it elsewhere."
        )
    lines.append("No new backups come by themselves until you say in the window: Keep this.")
    data: dict[str, object] = {
        "restored": as_data(info),
        "kept": str(there) if there else None,
        "erased_again": again,
    }
    return output.result(data, lines)


def _erase_again(profile: Profile, clock: Clock, key: Key | None) -> int:
    """Finish what was erased before and was still told of in the backup; how many students."""
    erasure = erasure_of(profile, clock, key)
    done = erasure.finish(silent) if erasure.unfinished() else ()
    return sum(receipt.students for receipt in done if receipt.again)


def _students(count: int) -> str:
    return "1 student" if count == 1 else f"{count} students"
