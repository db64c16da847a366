"""rondo check: what it tells of a profile that is whole, and of every part that is not."""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from data.database import connect
from data.paths import Profile
from tests.fakes import FakeClock
from tests.faults.damaged import BEFORE, SINCE, Taught, nonsense
from ui.bootstrap import safe_of
from ui.cli.main import run

WORDS = "wet chalk on sunday"


def checked(folder: Path, *more: str, stdin: str = "") -> tuple[int, str]:
    """The code and what it said; what is in the folder must be as it was, byte for byte."""
    before = content(folder)
    out, err = io.StringIO(), io.StringIO()
    given = ["check", *more, "--profile", str(folder)]
    code = run(given, FakeClock(), (io.StringIO(stdin), out, err))
    assert content(folder) == before
    assert not err.getvalue()
    return code, out.getvalue()


def content(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def parts(folder: Path, *more: str, code: int = 0) -> dict[str, Mapping[str, object]]:
    found, said = checked(folder, "--json", *more)
    assert found == code, said
    report = json.loads(said)
    assert report["whole"] is (code == 0)
    return {part["part"]: part for part in report["parts"]}


@pytest.fixture
def taught(tmp_path: Path) -> Taught:
    return Taught(tmp_path / "class")


def edit(taught: Taught, sql: str) -> None:
    with closing(connect(taught.database, taught.key)) as connection:
        connection.execute(sql)


def test_what_is_whole_is_told_in_one_screen(taught: Taught) -> None:
    code, said = checked(taught.folder)
    lines = said.splitlines()
    assert code == 0
    assert lines[-1] == "All is whole."
    assert len(lines) < 24
    words = (
        "class file",
        "pages of the file",
        "what was written",
        "history",
        "finding notes",
        "backup",
        "space left",
        "settings",
    )
    assert [word for word in words if not any(word in line for line in lines)] == []
    assert f"every entry is as it was written; observations: {BEFORE + SINCE}" in said
    assert "there are changes since" in said


def test_what_a_power_cut_left_in_the_log_is_read_and_left_there(tmp_path: Path) -> None:
    taught = Taught(tmp_path / "class")
    connection = connect(taught.database)
    connection.execute("UPDATE class SET subject = 'Music'")
    left = {part: part.read_bytes() for part in taught.folder.glob("rondo.db*")}
    connection.close()
    for part, whole in left.items():
        part.write_bytes(whole)
    assert (taught.folder / "rondo.db-wal").stat().st_size
    found = parts(taught.folder, code=1)
    assert found["journal"]["details"] == [f"class number {one_id(taught, 'class')}"]


def one_id(taught: Taught, table: str) -> int:
    with closing(connect(taught.database)) as connection:
        return int(connection.execute(f'SELECT min(id) FROM "{table}"').fetchone()[0])


def test_a_note_that_changed_by_itself_is_named_by_whose_it_is(taught: Taught) -> None:
    taught.overwrite(lambda content: content.replace(b"note 7 x", b"nose 7 x"))
    found = parts(taught.folder, code=1)
    assert found["integrity"]["whole"] is True
    assert found["seals"]["whole"] is False
    seen, told = str(found["seals"]["details"]).split("', '")
    assert "observation of" in seen
    assert "entry of the history" in told  # the journal had it too


def test_a_row_the_journal_knows_nothing_of_is_told(taught: Taught) -> None:
    edit(taught, "UPDATE station SET name = 'Elsewhere' WHERE name = 'Tablets'")
    found = parts(taught.folder, code=1)
    assert (found["journal"]["whole"], found["journal"]["count"]) == (False, 1)


def test_a_row_that_belongs_to_nothing_is_told(taught: Taught) -> None:
    with closing(connect(taught.database)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE move SET station_id = 5")
    assert parts(taught.folder, code=1)["references"]["whole"] is False


def test_notes_that_are_not_found_by_their_words_are_told_and_none_is_lost(taught: Taught) -> None:
    edit(taught, "DELETE FROM note_index_docsize")
    found = parts(taught.folder, code=1)
    assert [name for name, part in found.items() if part["whole"] is False] == ["finding"]


def test_levels_that_are_not_worked_out_from_all_evidence_are_told(taught: Taught) -> None:
    edit(taught, "INSERT INTO tally VALUES (1, 1, 1, 0, 0, 0, 0, 0)")
    found = parts(taught.folder, code=1)
    assert [name for name, part in found.items() if part["whole"] is False] == ["tallies"]


def test_a_damaged_page_leaves_the_rest_unread_and_the_backup_whole(taught: Taught) -> None:
    taught.overwrite(lambda content: nonsense(content, len(content) // 4096 - 3))
    found = parts(taught.folder, code=1)
    assert found["integrity"]["whole"] is False
    assert (found["journal"]["whole"], found["journal"]["found"]) == (None, "unread")
    assert found["backup"]["whole"] is True


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda _content: b"", "empty"),
        (lambda content: bytes(100) + bytes(content[100:]), "damaged"),
        (lambda content: content[: len(content) // 2], "damaged"),
        (lambda _content: b"Dear parents, ...", "not_ours"),
    ],
)
def test_a_file_that_is_not_read_says_why(
    taught: Taught, change: Callable[[bytearray], bytes], state: str
) -> None:
    taught.overwrite(change)
    assert parts(taught.folder, code=1)["file"]["found"] == state


def test_without_a_class_file_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    code, said = checked(tmp_path / "class")
    assert code == 1
    assert "there is no such file" in said


def test_a_damaged_backup_is_told_and_the_class_file_is_whole(taught: Taught) -> None:
    (backup,) = taught.backups.glob("*.rondo")
    backup.write_bytes(nonsense(bytearray(backup.read_bytes()), 5))
    found = parts(taught.folder, code=1)
    assert (found["file"]["whole"], found["backup"]["whole"]) == (True, False)
    assert found["last_backup"]["found"] == "none"


def test_backups_in_the_second_place_and_those_named_are_read_too(
    taught: Taught, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (backup,) = taught.backups.glob("*.rondo")
    bad = stick / "rondo-2026-05-13-090000.rondo"
    bad.write_bytes(backup.read_bytes()[:9000])
    settings = json.dumps({"second_place": str(stick)})
    (taught.folder / "settings.json").write_text(settings)
    found = parts(taught.folder, str(backup), code=1)
    assert found["second_place"]["count"] == 1
    assert found["backup"]["path"] == str(bad)
    assert found["named"]["whole"] is True
    (taught.folder / "settings.json").write_text(json.dumps({"second_place": "nowhere"}))
    assert parts(taught.folder)["second_place"]["found"] == "absent"


@pytest.mark.parametrize(
    ("text", "told"),
    [("{", "defaults"), ('{"scheme": "pink"}', "partly"), ('{"scheme": "dark"}', "read")],
)
def test_settings_that_make_no_sense_are_told_and_nothing_is_lost(
    taught: Taught, text: str, told: str
) -> None:
    (taught.folder / "settings.json").write_text(text)
    assert parts(taught.folder)["settings"]["found"] == told


def test_an_encrypted_class_and_its_backups_are_read_with_the_passphrase(taught: Taught) -> None:
    profile = Profile(taught.folder)
    safe = safe_of(profile, FakeClock())
    safe.tidy(safe.set(WORDS, safe.new_code()))
    code, said = checked(taught.folder, "--passphrase-file", "-", stdin=WORDS + "\n")
    assert code == 0, said
    assert ": encrypted, " in said
