"""Reads class lists: pasted text and text files."""

from pathlib import Path

from app.domain.roster.errors import FileTooLarge, ListIsEmpty
from app.domain.roster.table import MAX_BYTES, RosterTable
from data.files.decode import decode
from data.files.table import table_of
from data.paths import plain


class ClassListReader:
    """The `RosterReader` for text. Spreadsheets are told apart and refused with their kind."""

    def bytes_of(self, path: Path) -> bytes:
        with plain(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)

    def read_text(self, text: str) -> RosterTable:
        size = len(text.encode(errors="surrogatepass"))
        if size > MAX_BYTES:
            raise FileTooLarge("", size, MAX_BYTES)
        return table_of(text)

    def read_file(self, name: str, content: bytes, encoding: str | None = None) -> RosterTable:
        if len(content) > MAX_BYTES:
            raise FileTooLarge(name, len(content), MAX_BYTES)
        if not content.strip():
            raise ListIsEmpty(name)
        text, reading = decode(name, content, encoding)
        return table_of(text, name, reading)
