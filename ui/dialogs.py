"""Questions to the teacher: opened and awaited, never run in a loop of their own."""

from pathlib import Path
from typing import Protocol


class Dialogs(Protocol):
    """What pages may ask the teacher; tests answer for her."""

    async def open_file(self, title: str, name_filter: str) -> Path | None: ...

    async def open_folder(self, title: str) -> Path | None: ...

    async def save_file(self, title: str, suggestion: str, name_filter: str) -> Path | None: ...

    async def confirm(self, title: str, text: str, yes: str) -> bool:
        """Ask before something that cannot be undone; `yes` is the verb on the button."""
        ...
