"""How many wrong passphrases there were: a small file, so that a restart does not forget them."""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.secrets.patience import Tries
from data.paths import plain


class TriesFile:
    """The count in a file; where the disk refuses it is kept while the program runs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = Tries()

    def load(self) -> Tries:
        try:
            failed, last = (int(word) for word in plain(self._path).read_text("ascii").split())
        except (OSError, ValueError):
            return self._known
        found = Tries(max(0, failed), max(0, last))
        return max(found, self._known)

    def save(self, tries: Tries) -> None:
        self._known = tries
        partial = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        with suppress(OSError):
            partial.write_text(f"{tries.failed} {tries.last}\n", "ascii")
            partial.replace(self._path)

    def clear(self) -> None:
        self._known = Tries()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
