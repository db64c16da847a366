"""Profiles that end with the program: the demo class, and what is only to be tried."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.bootstrap import Profile, passing_folder, profile_at

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class Scratch:
    """Makes such profiles and takes them away at the end."""

    def __init__(self) -> None:
        self._folders: list[TemporaryDirectory[str]] = []

    def new(self) -> Profile:
        """An empty one."""
        folder = passing_folder("scratch")
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
