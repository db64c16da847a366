"""Reading a framework's file, in a process of its own: a stranger made it, and it may be large."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.framework_file import Refused
from app.domain.framework_packing import packed
from app.domain.roster.errors import NotText
from app.errors import FrameworkUnread
from data.files.frameworks import MAX_BYTES, read_framework
from data.paths import plain


@dataclass(frozen=True, slots=True)
class ReadFramework:
    """The job: the answer is a `Packed` framework or `Refused`; progress is how many entries."""

    path: str

    def run(self, go_on: Callable[[object], bool]) -> object:
        path = Path(self.path)
        try:
            with plain(path).open("rb") as file:
                content = file.read(MAX_BYTES + 1)
            return packed(read_framework(path.name, content, go_on))
        except FrameworkUnread as error:
            return Refused(error.reason)
        except NotText as error:
            return Refused("text", error.kind)
        except OSError:
            return Refused("unread")
        except MemoryError:
            return Refused("large")
