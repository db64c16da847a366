"""An encrypted backup opens with the passphrase or the code alone, on any computer."""

import shutil
from pathlib import Path

import pytest

from app.errors import KeyFileDamaged, PassphraseNeeded, WrongPassphrase
from data.inspecting import inspect
from data.safe.tail import tail_size
from data.safe.trailer import add_vault, change_vault, vault_of
from tests.data.safe.conftest import WORDS, Room


@pytest.fixture
def sealed(room: Room) -> tuple[Path, str]:
    """A backup that was made encrypted, and its recovery code."""
    code = room.safe.new_code()
    room.back_up()
    room.safe.tidy(room.safe.set(WORDS, code))
    return next(room.profile.backups.iterdir()), code


def test_it_opens_on_another_computer(sealed: tuple[Path, str], tmp_path: Path) -> None:
    path, code = sealed
    elsewhere = Path(shutil.copy(path, tmp_path / "stick.rondo"))
    other = Room(tmp_path / "other")
    for words in (WORDS, code):
        assert inspect(elsewhere, other.safe.open_copy(elsewhere, words)).students == 40
    with pytest.raises(WrongPassphrase):
        other.safe.open_copy(elsewhere, "red tram")


def test_without_its_key_it_says_that_it_is_locked(sealed: tuple[Path, str]) -> None:
    with pytest.raises(PassphraseNeeded):
        inspect(sealed[0])


def test_its_vault_can_be_changed_in_place(sealed: tuple[Path, str], room: Room) -> None:
    path, code = sealed
    key = room.safe.open(WORDS)
    vault = vault_of(path)
    assert vault is not None
    change_vault(path, vault.with_passphrase(key, "red tram"))
    assert room.safe.open_copy(path, "red tram") == room.safe.open_copy(path, code) == key
    assert inspect(path, key).students == 40
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_damaged_vault_is_told_as_such(sealed: tuple[Path, str], room: Room) -> None:
    path, _code = sealed
    content = bytearray(path.read_bytes())
    content[-tail_size(path) + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        vault_of(path)
    assert inspect(path, room.safe.open(WORDS)).students == 40


def test_a_plain_file_has_none(room: Room, tmp_path: Path) -> None:
    assert vault_of(room.back_up()) is None
    (tmp_path / "short").write_bytes(b"x")
    assert vault_of(tmp_path / "short") is None


def test_a_plain_file_with_a_vault_reads_as_before(room: Room, sealed: tuple[Path, str]) -> None:
    """SQLite reads as many pages as its header says."""
    path, _code = sealed
    vault = vault_of(path)
    key = room.safe.open(WORDS)
    room.safe.unseal_copies(key)
    room.safe.remove(key)
    assert vault is not None
    add_vault(path, vault)
    assert inspect(path).students == 40
