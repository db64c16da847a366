"""Backups from the command line: one more, those there are, the newest that reads whole."""

from pathlib import Path

from app.domain.backups import BackupInfo
from app.errors import ClassroomError
from app.ports import Clock
from app.services.backups import ABSENT, FAILED, SAVED, Kept, Look
from data.backup_shelf import service_of
from data.keys import Key
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import NOT_MET, Output
from ui.problems import problem

NEWEST = "newest"
NONE_WHOLE = (
    "No backup of this profile reads whole, so nothing was changed."
    " If you keep one elsewhere, name its file."
)


def back_up(profile: Profile, clock: Clock, key: Key | None, output: Output) -> int:
    """Save where the window's backups lie, and at the second place when it is there."""
    opened = open_profile(profile, clock, key)
    try:
        places = opened.backup_service().back_up()
    finally:
        opened.close()
    value: list[object] = [_as_data(kept) for kept in places]
    done = output.result({"places": value}, [_came_of(kept) for kept in places])
    return NOT_MET if any(kept.outcome == FAILED for kept in places) else done


def listing(profile: Profile, clock: Clock, key: Key | None, output: Output) -> int:
    """Every backup there is, newest first, each read whole."""
    service = service_of(profile, clock, key)
    looks = [service.look(found.shelf, found.file) for found in service.found()]
    value: list[object] = [_look_data(look) for look in looks]
    lines = [f"{look.file}: {_look_said(look)}" for look in looks]
    return output.result({"backups": value}, lines or ["There is no backup yet."])


def newest(profile: Profile, clock: Clock, key: Key | None) -> Path | None:
    """The newest backup that reads whole."""
    info = service_of(profile, clock, key).newest_whole()
    return info.path if info else None


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


def _as_data(kept: Kept) -> dict[str, object]:
    return {
        "place": str(kept.place),
        "outcome": kept.outcome,
        "backup": as_data(kept.info) if kept.info else None,
        "problem": problem(kept.reason) if kept.reason else None,
    }


def _came_of(kept: Kept) -> str:
    if kept.reason is not None:
        return problem(kept.reason)
    if kept.outcome == ABSENT:
        return f"{kept.place} is not plugged in; a backup goes there when it is."
    if kept.info is None:
        return "There is nothing to back up yet."
    if kept.outcome == SAVED:
        return f"Saved {kept.info.path}: {said(kept.info)}"
    return f"Nothing is new since {kept.info.path}: {said(kept.info)}"


def _look_said(look: Look) -> str:
    if look.info is not None:
        return said(look.info)
    if isinstance(look.problem, ClassroomError):
        return problem(look.problem)
    return f"it cannot be read ({look.problem})"


def _look_data(look: Look) -> dict[str, object]:
    if look.info is not None:
        return {**as_data(look.info), "whole": True}
    return {"path": str(look.file), "whole": False, "problem": _look_said(look)}
