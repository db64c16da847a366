"""The demo class in a file, made once and copied: tests ask what is done with it, not of it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fakes import FakeClock
from ui.bootstrap import Profile, build_demo, profile_at


def lay_demo(profile: Profile) -> None:
    """As `build_demo` at the time that a new `FakeClock` tells."""
    profile.database.parent.mkdir(parents=True, exist_ok=True)
    profile.database.write_bytes(_made())


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        profile = profile_at(Path(folder))
        build_demo(profile, FakeClock())
        return profile.database.read_bytes()
