"""What came of all the faults: counted as the tests go, told in one line at their end."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """Faults tried, and the three things that must stay 0. Whoever finds one counts it here.

    Each of the last three takes what went wrong, in words, and fails the test at once.
    """

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    wrong_openings: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def fault(self, number: int = 1) -> None:
        """So many more faults were done to real files or processes."""
        self.tried += number

    def must_be_kept(self, kept: bool, what: str) -> None:
        """What was said to be saved is there."""
        self._must(kept, self.lost, what)

    def must_open_right(self, right: bool, what: str) -> None:
        """What opens holds what it should, or says that it does not."""
        self._must(right, self.wrong_openings, what)

    @contextmanager
    def untouched(self, *paths: Path) -> Iterator[None]:
        """Whatever is done meanwhile, every byte of these stays, also that they are not there.

        A folder stands for all files below it.
        """
        before = fingerprints(*paths)
        yield
        after = fingerprints(*paths)
        others = [str(path) for path in {*before, *after} if before.get(path) != after.get(path)]
        self._must(not others, self.changed, f"changed: {', '.join(sorted(others))}")

    def line(self) -> str:
        """The figure."""
        return (
            f"faults tried {self.tried}, acknowledged writes lost {len(self.lost)},"
            f" wrong openings {len(self.wrong_openings)},"
            f" files changed that should not have been {len(self.changed)}"
        )

    @staticmethod
    def _must(good: bool, bad: list[str], what: str) -> None:
        if not good:
            bad.append(what)
        assert good, what


def fingerprints(*paths: Path) -> dict[Path, str]:
    """A hash of each file there is, folders looked through."""
    files = [f for p in paths for f in (sorted(p.rglob("*")) if p.is_dir() else [p])]
    return {f: hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.is_file()}
