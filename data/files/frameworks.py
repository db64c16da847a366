"""A framework from a file, whichever format it is in."""

from collections.abc import Callable

from app.domain.framework_file import FileFramework
from app.errors import FrameworkUnread
from data.files.case import read_case
from data.files.decode import decode
from data.files.skills_csv import read_skills

MAX_BYTES = 200_000_000


def read_framework(
    name: str, content: bytes, go_on: Callable[[object], bool] = lambda _done: True
) -> FileFramework:
    """What the file holds; `go_on` is told how many entries were read, and may stop it.

    Raises `errors.FrameworkUnread` and the `NotText` of `app.domain.roster.errors`.
    """
    if len(content) > MAX_BYTES:
        raise FrameworkUnread("large")
    if not content.strip():
        raise FrameworkUnread("empty")
    if _is_json(content):
        return read_case(content, go_on)
    text, _ = decode(name, content)
    return read_skills(text, go_on)


def _is_json(content: bytes) -> bool:
    head = content[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head[:1] in {b"{", b"["}
