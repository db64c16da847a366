"""backup and restore."""

from argparse import Namespace
from pathlib import Path

from app.domain.backups import BackupInfo
from app.errors import PassphraseNeeded
from app.ports import Clock
from data.backups import inspect
from data.paths import Profile
from ui.bootstrap import backups_of, open_profile
from ui.cli.doorstep import alone
from ui.cli.output import Output
from ui.cli.secret import key_of_copy


def backup(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Save a verified copy of the database."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        target = arguments.file or _suggested(clock)
        info = opened.backups.save(target)
    finally:
        opened.close()
    return output.result(as_data(info), [f"Saved {info.path}: {said(info)}"])


def restore(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Put a backup in place of the database, keeping what was there beside it."""
    backups = backups_of(profile.made(), clock, arguments.key)
    try:
        info = backups.inspect(arguments.file)
    except PassphraseNeeded:
        other = key_of_copy(arguments, profile, clock, arguments.file)
        info = inspect(arguments.file, other)
        backups = backups_of(profile, clock, arguments.key, other)
    with alone(profile, clock):
        kept = backups.restore(arguments.file)
    there = kept if kept.exists() else None
    lines = [f"Restored {arguments.file}: {said(info)}"]
    if there:
        lines.append(f"What was there before is kept in {there}")
    data: dict[str, object] = {"restored": as_data(info), "kept": str(there) if there else None}
    return output.result(data, lines)


def _suggested(clock: Clock) -> Path:
    return Path(f"Rondo {clock.local(clock.now_ms()):%Y-%m-%d %H%M}.rondo")


def said(info: BackupInfo) -> str:
    """What a file holds, such as "28 students, last lesson 2026-05-14, 4.1 MB, whole"."""
    lesson = f"last lesson {info.last_lesson}" if info.last_lesson else "no lesson yet"
    students = "1 student" if info.students == 1 else f"{info.students} students"
    return f"{students}, {lesson}, {info.size / 1_000_000:.1f} MB, whole"


def as_data(info: BackupInfo) -> dict[str, object]:
    return {
        "path": str(info.path),
        "size": info.size,
        "saved_at": info.saved_at,
        "classes": list(info.classes),
        "students": info.students,
        "observations": info.observations,
        "last_lesson": info.last_lesson or None,
    }
