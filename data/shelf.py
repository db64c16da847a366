"""What could not be written, kept in another place than the class file until it can be."""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import final
from zlib import crc32

from app.domain.changes import Change, Entity, Label, Step
from app.domain.ids import StepId
from data.mapping import KINDS, TABLES, from_json, to_json
from data.paths import plain

Plain = Mapping[str, object]
_ABOUT = "Notes that Rondo could not write yet. It writes them when it can and takes this away."
_OPEN = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@final
class FileShelf:
    """One small file for each class file, readable by its owner alone.

    It lies in the first of `places` that takes it; the class file's own folder is none of them.
    """

    def __init__(self, database: Path, places: Sequence[Path]) -> None:
        self._database = database
        mark = crc32(str(database.absolute()).encode())
        name = f"rondo-not-saved-{mark:08x}.json"
        self._files = [place / name for place in places]

    def keep(self, steps: Sequence[Step]) -> str:
        """Where no place takes them, what was kept before stays: half of it is better than none."""
        kept = next((file for file in self._files if self._write(file, steps)), None)
        if steps and kept is None:
            return ""
        for file in self._files:
            if file != kept:
                with suppress(OSError):
                    file.unlink()
        return str(kept or "")

    def load(self) -> tuple[Step, ...]:
        found = (step for file in self._files for step in self._read(file))
        return tuple({step.id: step for step in found}.values())

    def _write(self, file: Path, steps: Sequence[Step]) -> bool:
        """A power cut leaves the old file or the new one; nobody else may read either."""
        if not steps:
            return False
        partial = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            partial.unlink(missing_ok=True)
            with os.fdopen(os.open(partial, _OPEN, 0o600), "w", encoding="utf-8") as out:
                json.dump(self._as_text(steps), out, ensure_ascii=False, indent=1)
                out.flush()
                os.fsync(out.fileno())
            partial.replace(file)
        except OSError:
            with suppress(OSError):
                partial.unlink()
            return False
        return True

    def _as_text(self, steps: Sequence[Step]) -> Plain:
        return {"about": _ABOUT, "class file": str(self._database), "steps": [*map(_plain, steps)]}

    def _read(self, file: Path) -> tuple[Step, ...]:
        """Nothing of a file that is not this user's own, or does not read."""
        try:
            if hasattr(os, "getuid") and file.lstat().st_uid != os.getuid():
                return ()
            kept = json.loads(plain(file).read_text("utf-8"))
            if kept["class file"] != str(self._database):
                return ()
            return tuple(map(_step, kept["steps"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return ()


@final
class NoShelf:
    """For a class that is only a demo: nothing of it is written elsewhere."""

    def keep(self, steps: Sequence[Step]) -> str:
        """Only memory holds them."""
        del steps
        return ""

    def load(self) -> tuple[Step, ...]:
        return ()


@final
class LockedShelf:
    """For a class that is encrypted now: nothing new is kept but in memory.

    What was held before the passphrase was set is still taken up, and goes once it is written.
    """

    def __init__(self, before: FileShelf) -> None:
        self._before = before

    def keep(self, steps: Sequence[Step]) -> str:
        if not steps:
            self._before.keep(())
        return ""

    def load(self) -> tuple[Step, ...]:
        return self._before.load()


def _plain(step: Step) -> Plain:
    return {
        "id": step.id,
        "at": step.at,
        "verb": step.label.verb,
        "facts": dict(step.label.facts),
        "changes": [_plain_change(change) for change in step.changes],
    }


def _plain_change(change: Change) -> Plain:
    sides = {"before": change.before, "after": change.after}
    return {"kind": TABLES[change.kind], **{side: _values(e) for side, e in sides.items()}}


def _values(entity: Entity | None) -> object:
    text = to_json(entity)
    return None if text is None else json.loads(text)


def _step(kept: Mapping[str, object]) -> Step:
    """Raises KeyError, TypeError or ValueError where that is no step."""
    changes, facts = kept["changes"], kept["facts"]
    if not isinstance(changes, list) or not isinstance(facts, dict):
        raise TypeError
    return Step(
        StepId(_number(kept["id"])),
        _number(kept["at"]),
        Label(str(kept["verb"]), {str(k): str(v) for k, v in facts.items()}),
        tuple(map(_change, changes)),
    )


def _change(kept: Mapping[str, object]) -> Change:
    kind = KINDS[str(kept["kind"])]
    before, after = (from_json(kind, _text(kept[side])) for side in ("before", "after"))
    return Change(before, after)


def _text(values: object) -> str | None:
    return None if values is None else json.dumps(values)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def shelf_of(database: Path, is_locked: bool, in_memory: bool) -> FileShelf | LockedShelf | NoShelf:
    """Where what is held of that class file is kept."""
    if in_memory:
        return NoShelf()
    kept = FileShelf(database, other_places())
    return LockedShelf(kept) if is_locked else kept


def other_places() -> tuple[Path, ...]:
    """Where something small can be kept besides the class file's own folder."""
    return (Path.home(), Path(gettempdir()))
