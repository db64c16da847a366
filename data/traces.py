"""Whether a file whose beginning makes no sense was a class file of ours: its pages tell."""

import re
from pathlib import Path

from data.safe.tail import PAGE

_PAGES = 64
"""The first pages of a file, where its tables are described; more are not read at a start."""
_TABLE = re.compile(rb'CREATE TABLE "?(observation|framework|clock_event|attendance|step)\b')
_LEAF = 13
"""How a page begins that holds rows: section 1.6 of https://www.sqlite.org/fileformat2.html."""


def was_ours(path: Path) -> bool:
    """Whether pages after the first describe our tables; an encrypted file shows nothing.

    Never ask it of a file that this process has open: see `identity.look`.
    """
    with path.open("rb") as file:
        content = file.read(_PAGES * PAGE)
    pages = (content[at : at + PAGE] for at in range(PAGE, len(content), PAGE))
    known = {name for page in pages if page[0] == _LEAF for name in _TABLE.findall(page)}
    return len(known) > 1
