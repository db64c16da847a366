"""The reader refuses what is no class list before it looks inside."""

from pathlib import Path

import pytest

from app.domain.roster.errors import FileTooLarge, ListIsEmpty, NotText
from app.domain.roster.table import MAX_BYTES, Delimiter, RosterReader
from data.files.class_list import ClassListReader

reader: RosterReader = ClassListReader()


def test_a_file_keeps_its_name_and_says_how_it_was_read() -> None:
    table = reader.read_file("4B.csv", "Nom;Prénom\nDupont;Zoé\n".encode("cp1252"))
    assert (table.source, table.delimiter) == ("4B.csv", Delimiter.SEMICOLON)
    assert table.reading.chosen.encoding == "cp1252"
    assert table.lines == 2


def test_a_paste_has_no_source_and_no_doubt() -> None:
    table = reader.read_text("Amara\nBen")
    assert (table.source, table.reading.certain) == ("", True)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(ListIsEmpty) as refused:
        reader.read_file("4B.csv", content)
    assert refused.value.file == "4B.csv"


def test_a_workbook_is_refused_with_its_kind() -> None:
    with pytest.raises(NotText) as refused:
        reader.read_file("4B.xlsx", b"PK\x03\x04....")
    assert refused.value.kind == "workbook"


def test_more_than_five_megabytes_are_refused_unread() -> None:
    with pytest.raises(FileTooLarge) as refused:
        reader.read_file("film.csv", b"x" * (MAX_BYTES + 1))
    assert (refused.value.size, refused.value.limit) == (MAX_BYTES + 1, MAX_BYTES)


def test_a_paste_of_more_than_five_megabytes_is_refused() -> None:
    with pytest.raises(FileTooLarge):
        reader.read_text("é" * (MAX_BYTES // 2 + 1))


def test_no_more_of_a_file_is_read_than_shows_that_it_is_no_class_list(tmp_path: Path) -> None:
    file = tmp_path / "film.csv"
    with file.open("wb") as out:
        out.truncate(50 * MAX_BYTES)
    assert len(reader.bytes_of(file)) == MAX_BYTES + 1


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body><table><tr><td>Maya",
        b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>",
        b'<?xml version="1.0"?><Workbook>',
    ],
)
def test_a_web_page_is_refused_under_whatever_name(content: bytes) -> None:
    with pytest.raises(NotText) as refused:
        reader.read_file("4B.xls", content)
    assert refused.value.kind == "page"
