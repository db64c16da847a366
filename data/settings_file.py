"""Settings as a small JSON file in the profile."""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from app.errors import NotSaved
from app.settings import (
    BOARD_CLOCKS,
    BOARD_SCHEMES,
    BOARD_VIEWS,
    CHIMES,
    FIRST_PAGES,
    LOCK_AFTER,
    SCHEMES,
    TEXT_SCALES,
    VOLUMES,
    Settings,
)
from data.paths import plain

_ALLOWED: dict[str, tuple[object, ...]] = {
    "scheme": SCHEMES,
    "board_scheme": BOARD_SCHEMES,
    "board_clock": BOARD_CLOCKS,
    "chime": CHIMES,
    "volume": VOLUMES,
    "board_view": BOARD_VIEWS,
    "text_scale": TEXT_SCALES,
    "last_page": FIRST_PAGES,
    "lock_after": LOCK_AFTER,
}
_FULL = {errno.ENOSPC, errno.EDQUOT}


class SettingsFile:
    """The settings file; a power cut leaves the old one or the new one, never half of one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        try:
            kept = json.loads(plain(self._path).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _from_json(kept) if isinstance(kept, dict) else Settings()

    def save(self, settings: Settings) -> None:
        text = json.dumps(asdict(settings), indent=1, ensure_ascii=False)
        partial = self._path.with_name(f"{self._path.name}.part")
        try:
            with partial.open("w", encoding="utf-8") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            partial.replace(self._path)
        except OSError as error:
            raise NotSaved("full" if error.errno in _FULL else "other") from error


def _from_json(kept: dict[str, object]) -> Settings:
    defaults = asdict(Settings())
    good = {name: _value(name, default, kept.get(name)) for name, default in defaults.items()}
    build: Callable[..., Settings] = Settings
    return build(**{name: value for name, value in good.items() if value is not None})


def _value(name: str, default: object, value: object) -> object:
    """The kept value as the field wants it; None when it makes no sense."""
    if name == "window":
        return _window(value)
    if isinstance(default, tuple):
        return _texts(value)
    if isinstance(default, float) and type(value) is int:
        value = float(value)
    if type(value) is not type(default):
        return None
    return value if value in _ALLOWED.get(name, (value,)) else None


def _window(value: object) -> tuple[int, ...] | None:
    if isinstance(value, list) and len(value) == 4 and all(type(n) is int for n in value):
        return tuple(value)
    return None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(type(text) is str for text in value):
        return tuple(value)
    return None
