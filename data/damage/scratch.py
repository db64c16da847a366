"""A private copy of a damaged file, with its first pages made readable as far as that goes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2 as sqlite

from data.damage.grafting import graft
from data.damage.walk import Source
from data.database import connect
from data.keys import Key

LOG = "-wal"
_PAGE = 4096
_HEADER = 100
_INNER_TABLE_PAGE = 5


@contextmanager
def scratch(
    damaged: Path, template: Path | None, key: Key | None, with_log: bool = True
) -> Iterator[Path]:
    """A copy beside the file, so that no name goes to another disk; it is gone afterwards.

    Where the first page does not read it is taken from `template`, a whole backup of the same
    file, or from a new file: tables begin on the same pages in all of them. An encrypted first
    page holds the salt of its file, which only its own backups have.
    """
    with TemporaryDirectory(prefix="rondo-look-", dir=damaged.parent) as folder:
        copy = Path(folder) / damaged.name
        shutil.copyfile(damaged, copy)
        log = damaged.with_name(damaged.name + LOG)
        if with_log and log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + LOG))
        if key is None and not opens(copy):
            _lend_first_pages(copy, template or _fresh(Path(folder)))
        if key is not None and template is not None and not opens(copy, key):
            graft(copy, template, key)
        yield copy


def opens(copy: Path, key: Key | None = None) -> bool:
    """Whether SQLite finds its way to the tables. A log beside an empty file would be dropped."""
    if copy.stat().st_size < _PAGE:
        return False
    source = Source(copy, key)
    try:
        return bool(list(source.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'step'")))
    except sqlite.DatabaseError:
        return False
    finally:
        source.close()


def _fresh(folder: Path) -> Path:
    new = folder / "new.db"
    connect(new).close()
    return new


def _lend_first_pages(copy: Path, template: Path) -> None:
    """First only the header, as more may have moved since; then every page of the schema."""
    first = _page(template, 1)
    header = _header_for(copy, first[:_HEADER])
    _write(copy, 1, header)
    if opens(copy):
        return
    for number in (1, *_inner_pages(first)):
        _write(copy, number, _page(template, number))
    _write(copy, 1, header)


def _page(template: Path, number: int) -> bytes:
    with template.open("rb") as file:
        file.seek((number - 1) * _PAGE)
        return file.read(_PAGE)


def _write(copy: Path, number: int, content: bytes) -> None:
    with copy.open("rb+") as file:
        file.seek((number - 1) * _PAGE)
        file.write(content)


def _header_for(copy: Path, header: bytes) -> bytes:
    """The header of another file, with this one's number of pages and no list of free ones.

    What stands where: section 1.3 of https://www.sqlite.org/fileformat2.html.
    """
    pages = max(1, copy.stat().st_size // _PAGE)
    in_wal_mode = b"\x02\x02"
    parts = (header[:18], in_wal_mode, header[20:28], pages.to_bytes(4, "big"), bytes(8))
    return b"".join((*parts, header[40:]))


def _inner_pages(first: bytes) -> Iterator[int]:
    """The pages of the schema below the first one (section 1.6)."""
    if first[_HEADER] != _INNER_TABLE_PAGE:
        return
    cells = int.from_bytes(first[_HEADER + 3 : _HEADER + 5], "big")
    for cell in range(cells):
        at = _HEADER + 12 + 2 * cell
        place = int.from_bytes(first[at : at + 2], "big")
        yield int.from_bytes(first[place : place + 4], "big")
    yield int.from_bytes(first[_HEADER + 8 : _HEADER + 12], "big")


def alone(database: Path, target: Path) -> Path:
    """Copy the file without the log beside it."""
    shutil.copyfile(database, target)
    return target
