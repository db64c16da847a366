"""Going through all files: copies are rewritten, texts that hold a name go."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.erasing import ErasureRequest, LeftOut, Progress, Tell
from app.domain.mentions import NameWords
from app.domain.names import PersonName
from data.erasure.copying import CLEAN, REWRITTEN, rewrite
from data.erasure.places import MARK, beside, copies, half_made, is_ours, texts
from data.keys import Key
from data.passing import clear_left
from data.paths import Profile

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
DELETED = "deleted"


@dataclass
class Findings:
    """What became of each file, and of files in places that were not there; by path."""

    outcomes: dict[str, str] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)

    def add(self, where: str, outcome: str) -> None:
        """The worse news of a file stays news; what was rewritten is clean the second time."""
        if outcome != CLEAN or where not in self.outcomes:
            self.outcomes[where] = outcome

    def of(self, *outcomes: str) -> tuple[str, ...]:
        return tuple(where for where, found in self.outcomes.items() if found in outcomes)

    def left(self) -> tuple[LeftOut, ...]:
        fine = {CLEAN, REWRITTEN, DELETED}
        return tuple(
            LeftOut(where, found, where in self.marked)
            for where, found in self.outcomes.items()
            if found not in fine
        )


class Sweep:
    """One pass over all files of a profile and of the second places."""

    def __init__(
        self,
        profile: Profile,
        second: Sequence[Path],
        key: Key | None,
        request: ErasureRequest,
        names: tuple[PersonName, ...],
    ) -> None:
        self._profile = profile
        self._second = [place for place in second if place.is_dir()]
        self._key = key
        self._request = request
        self._names = names
        self._words = NameWords(names)

    def run(self, findings: Findings, tell: Tell) -> None:
        """Do it; a file that cannot be cleaned is left out, and said so."""
        clear_left()
        for path in half_made(self._profile, self._second):
            self._delete(path, findings)
        if self._words:
            for path in texts(self._profile):
                self._read_text(path, findings)
            self._read_settings(findings)
        found = copies(self._profile, self._second)
        for done, path in enumerate(found):
            tell(Progress("copies", done, len(found)))
            self._clean(path, findings)
        tell(Progress("copies", len(found), len(found)))

    def name_absent(self, places: Sequence[Path], reason: str, findings: Findings) -> bool:
        """Say which places were not there to be gone through; returns whether there are any."""
        absent = [place for place in places if place not in self._second]
        for place in absent:
            findings.add(self._where(place), reason)
        return bool(absent)

    def _clean(self, path: Path, findings: Findings) -> None:
        outcome = rewrite(path, self._key, self._request, self._names)
        if outcome in {CLEAN, REWRITTEN}:
            findings.add(self._where(self._renamed(path)), outcome)
        elif self._request.delete_unreadable:
            self._delete(path, findings, outcome)
        else:
            marked = self._mark(path)
            findings.add(self._where(marked), outcome)
            if marked.name.endswith(MARK):
                findings.marked.add(self._where(marked))

    def _delete(self, path: Path, findings: Findings, otherwise: str = "busy") -> None:
        where = self._where(path)
        try:
            for part in (path, *beside(path)):
                part.unlink(missing_ok=True)
        except OSError:
            findings.add(where, otherwise)
        else:
            findings.add(where, DELETED)

    def _mark(self, path: Path) -> Path:
        """Say in the file's own name that it may still hold what was erased."""
        if path.name.endswith(MARK):
            return path
        target = _free(path.with_name(self._words.without(path.name) + MARK))
        try:
            path.rename(target)
            for part in beside(path):
                if part.exists():
                    part.rename(target.with_name(target.name + part.name[len(path.name) :]))
        except OSError:
            return path
        return target

    def _renamed(self, path: Path) -> Path:
        if not self._words.found(path.name):
            return path
        target = _free(path.with_name(self._words.without(path.name)))
        with suppress(OSError):
            path.rename(target)
            return target
        return path

    def _read_text(self, path: Path, findings: Findings) -> None:
        relative = str(path.relative_to(self._profile.folder))
        try:
            if not self._words.found(relative) and not self._holds(path):
                return
        except OSError:
            findings.add(self._where(path), "refused")
            return
        if is_ours(path, self._profile):
            self._delete(path, findings)
        else:
            findings.add(self._where(path), "foreign")

    def _read_settings(self, findings: Findings) -> None:
        """A setting with the name in it goes, unless it is a place that is in use."""
        path = self._profile.settings
        try:
            kept = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(kept, dict):
            return
        bad = [key for key, value in kept.items() if self._words.found(f"{key} {value}")]
        places = [key for key in bad if str(kept[key]) in map(str, self._second)]
        left = {key: value for key, value in kept.items() if key not in bad or key in places}
        if left != kept:
            _replace_text(path, json.dumps(left, indent=1, ensure_ascii=False))
            findings.add(self._where(path), REWRITTEN)
        if places:
            findings.add(self._where(path), "setting")

    def _holds(self, path: Path) -> bool:
        return any(self._words.found(text) for text in _readings(path.read_bytes()))

    def _where(self, path: Path) -> str:
        """The path, told without the name."""
        folder = self._profile.folder
        if path.is_relative_to(folder):
            return self._words.without(path.relative_to(folder).as_posix())
        return self._words.without(str(path))


def _readings(content: bytes) -> Iterator[str]:
    """The text of a file in every way it may be meant."""
    plain = content.decode("utf-8", "replace")
    yield plain
    if b"\\u" in content:
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), plain)
    if b"\x00" in content:
        yield content.decode("utf-16-le", "replace")
        yield content.decode("utf-16-be", "replace")


def _free(path: Path) -> Path:
    """The path, or the next one like it that nothing has yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def _replace_text(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.part")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)
