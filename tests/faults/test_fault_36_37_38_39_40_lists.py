"""36 to 40: class lists as they come out of offices: code pages, rags, titles, twins, numbers."""

import re
from pathlib import Path

import pytest

from tests.faults.shell import ListShell
from tests.faults.tally import Tally
from ui.cli.output import WRONG_USE

NAMES = {
    "cp1252": "Vorname,Nachname\nJürgen,Groß\nZoë,Åberg\n",
    "cp1250": "Jméno,Příjmení\nJiří,Dvořák\nŠárka,Žižková\n",
    "cp1251": "Имя,Фамилия\nАнна,Иванова\nДмитрий,Петров\n",
    "cp1256": "الاسم\nمحمد العلي\nفاطمة حسن\nيوسف أحمد\n",
    "shift_jis": "姓,名\n佐藤,花子\n鈴木,太郎\n",
    "utf-16": "First,Last\nЖанна,O’Neill\n王,小明\n",
    "utf-16-le": "First,Last\nZoë,O’Neill\nŽofia,Nováková\n",
    "utf-8-sig": "First,Last\nZoë,O’Neill\n王,小明\n",
    "mac_roman": "Nombre,Apellido\nLucía,Fernández\nJosé,García\n",
    "cp850": "Nombre,Apellido\nLucía,Fernández\nJosé,García\n",
}
RAGGED = 'First;Last;Note\nAmara;Okafor;"two\nlines; here"\nBen\nMaya;Patel;;;;\n'


@pytest.fixture
def rondo(tmp_path: Path) -> ListShell:
    return ListShell(tmp_path)


@pytest.mark.parametrize("encoding", NAMES)
def test_every_code_page_comes_in_right_or_is_asked_about(
    rondo: ListShell, tally: Tally, encoding: str
) -> None:
    """What a guess got wrong is named with the reading that is right, and can be chosen."""
    said = rondo.import_bytes(NAMES[encoding].encode(encoding), "--dry-run")
    added, meant = said["added"], meant_by(NAMES[encoding])
    right = [shown(name) for name in list_of(added)] == meant
    asked = not said["encoding_certain"] and "check the names" in rondo.err
    tally.must_open_right(right or asked, f"{encoding}: {added}")
    if not right:
        chosen = rondo.import_bytes(NAMES[encoding].encode(encoding), "--encoding", encoding)
        assert [shown(name) for name in list_of(chosen["added"])] == meant


def list_of(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def shown(name: str) -> set[str]:
    return set(name.split())


def meant_by(text: str) -> list[set[str]]:
    return [set(line.replace(",", " ").split()) for line in text.splitlines()[1:]]


def test_an_encoding_that_does_not_exist_is_refused(
    rondo: ListShell, capsys: pytest.CaptureFixture[str]
) -> None:
    (rondo.folder / "list.csv").write_bytes("Zoë\nJürgen\n".encode("cp1252"))
    file = str(rondo.folder / "list.csv")
    assert rondo("import", file, "--class", "4B", "--encoding", "martian") == WRONG_USE
    assert "martian is no encoding" in capsys.readouterr().err
    assert rondo.students() == []


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_rags_and_line_breaks_within_quotes_cost_nobody(rondo: ListShell, delimiter: str) -> None:
    said = rondo.import_bytes(RAGGED.replace(";", delimiter).encode())
    assert said["added"] == ["Amara Okafor", "Ben", "Maya Patel"]
    assert [name.first for name in rondo.students()] == ["Amara", "Ben", "Maya"]


@pytest.mark.parametrize("content", [b"Amara\0Okafor\nBen\0\n", b"\0" * 512, b"PK\x03\x04list"])
def test_what_is_no_list_is_refused_whole(rondo: ListShell, tally: Tally, content: bytes) -> None:
    file = rondo.folder / "list.csv"
    file.write_bytes(content)
    with tally.untouched(rondo.folder):
        assert rondo("import", str(file), "--class", "4B") == 1
    assert re.search(r"list.csv is .*(paste|CSV)", rondo.err)


def test_one_row_that_is_too_much_keeps_everyone_out_and_is_named(rondo: ListShell) -> None:
    rows = ["First,Last", *(f"Amara,Okafor{n}" for n in range(30)), "A" * 4000 + ",Whitaker"]
    (rondo.folder / "list.csv").write_text("\n".join(rows))
    assert rondo("import", str(rondo.folder / "list.csv"), "--class", "4B") == 1
    assert "32" in rondo.err
    assert rondo.students() == []


def test_titles_above_and_totals_below_are_no_students(rondo: ListShell) -> None:
    said = rondo.import_bytes(
        b"Greenfield School,,\nClass 4B - autumn,,\n\nForename,Surname,DOB\n"
        b"Amara,Okafor,2016-10-14\nBen,Whitaker,2016-11-03\n\nTotal: 2,,\nPrinted 2026-09-01,,\n"
    )
    assert said["added"] == ["Amara Okafor", "Ben Whitaker"]
    assert len(list_of(said["left_out"])) == 4


def test_twins_and_namesakes_stay_apart_and_nobody_is_merged(rondo: ListShell) -> None:
    """The same whole name twice is asked about; the twins and the other class's Jun come in."""
    said = rondo.import_bytes(
        b"First,Last\nJun,Park\nMaya,Patel\nMira,Patel\nMaya,Lindqvist\nJun,Park\n"
    )
    assert said["added"] == ["Jun Park", "Maya Patel", "Mira Patel", "Maya Lindqvist"]
    assert [row["name"] for row in said["needs_you"]] == ["Jun Park"]
    (rondo.folder / "5A.csv").write_text("First,Last\nJun,Park\n")
    rondo.json("import", str(rondo.folder / "5A.csv"), "--class", "5A")
    assert [name.full for name in rondo.students()].count("Jun Park") == 2


def test_numbers_that_are_there_twice_merge_nobody_and_are_not_kept(rondo: ListShell) -> None:
    """Rondo keeps names and nothing else of a list: an office's number decides nothing."""
    said = rondo.import_bytes(b"ID,First,Last\n10017,Amara,Okafor\n10017,Ben,Whitaker\n,Maya,Ito\n")
    assert said["added"] == ["Amara Okafor", "Ben Whitaker", "Maya Ito"]
    kept = (rondo.profile / "rondo.db").read_bytes() + rondo.out.encode()
    assert b"10017" not in kept
