"""Profiles that end with the program: the demo class, and what is only to be tried."""

import tempfile
from pathlib import Path

from ui.bootstrap import Profile, profile_at


class Scratch:
    """Makes such profiles and takes them away at the end."""

    def __init__(self) -> None:
        self._folders: list[tempfile.TemporaryDirectory[str]] = []

    def new(self) -> Profile:
        """An empty one."""
        folder = tempfile.TemporaryDirectory(prefix="rondo-", ignore_cleanup_errors=True)
        self._folders.append(folder)
        return profile_at(Path(folder.name))

    def holds(self, profile: Profile) -> bool:
        """Whether a profile is one of them."""
        return profile.folder in {Path(folder.name) for folder in self._folders}

    def clear(self) -> None:
        """Take them all away."""
        for folder in self._folders:
            folder.cleanup()
        self._folders.clear()
