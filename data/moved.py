"""The note that is left where a profile was moved from, or was last looked for."""

import os
from pathlib import Path

from app.errors import NotSaved
from data.paths import Profile, plain

NOTE = "Rondo was moved.txt"
_TEXT = """Rondo keeps this class in another folder now, and opens it there by itself.
What lies here is as it was when it was moved. Nothing here is needed any more.
"""
_FOUND = """The class of this folder was found in another, and Rondo opens it there by itself.
As soon as a class file lies here again, that one is opened.
"""
_WHERE = """Folder: {folder}
Computer: {host}
"""


def leave_note(old: Profile, new: Profile, host: str) -> None:
    """Say where it went. Raises `NotSaved` when nothing can be written there."""
    _write(old, _TEXT, new, host)


def leave_trace(old: Profile, found: Profile) -> None:
    """Say where a class was found that is no longer here. Raises `NotSaved`."""
    _write(old, _FOUND, found, this_host())


def forget_trace(profile: Profile, stamp: str) -> None:
    """A class that was to be found elsewhere is begun anew here. Raises OSError."""
    note = profile.folder / NOTE
    if note.exists():
        note.rename(note.with_name(f"{NOTE}.left-{stamp}"))


def _write(old: Profile, words: str, new: Profile, host: str) -> None:
    text = words + _WHERE.format(folder=new.folder.absolute(), host=host)
    try:
        (old.folder / NOTE).write_text(text, "utf-8")
    except OSError as error:
        raise NotSaved("read_only") from error


def moved_to(profile: Profile) -> Profile:
    """Where it was moved to on this computer, if it was; else the profile itself."""
    try:
        lines = plain(profile.folder / NOTE).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return profile
    told = dict(line.split(": ", 1) for line in lines if ": " in line)
    if lines[:1] == _FOUND.splitlines()[:1] and profile.database.exists():
        return profile
    there = Profile(Path(told.get("Folder", "")))
    is_here = told.get("Computer") == this_host()
    return there if is_here and there.database.exists() else profile


def this_host() -> str:
    """The computer's name."""
    return os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename
