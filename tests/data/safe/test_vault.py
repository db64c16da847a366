"""The vault holds the key twice, and knows damage from a wrong passphrase."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.secrets.recovery import in_groups, recovery_code
from app.errors import CodeMistyped, KeyFileDamaged, WrongCode, WrongPassphrase
from data.keys import Key
from data.safe.vault import Vault, new_vault, unpacked

KEY = Key(bytes(range(32)))
CODE = recovery_code(123456789)
HERE = Path("rondo.key")


@pytest.fixture(scope="module")
def vault() -> Vault:
    return new_vault(KEY, "blue bicycle", CODE)


def test_the_passphrase_opens_it_and_so_does_the_code_alone(vault: Vault) -> None:
    kept = unpacked(vault.packed(), HERE)
    assert kept.open_with_passphrase("blue bicycle") == KEY
    assert kept.open_with_code(CODE.lower().replace("-", " ")) == KEY


@pytest.mark.parametrize(
    "text", ["Blue bicycle", "blue  bicycle", "", "x'00'", "' OR 1", "\0", "\ud800"]
)
def test_any_other_words_are_wrong_and_no_damage(vault: Vault, text: str) -> None:
    with pytest.raises(WrongPassphrase):
        vault.open_with_passphrase(text)


def test_a_raw_key_typed_as_a_passphrase_opens_nothing(vault: Vault) -> None:
    """SQLCipher takes words of that form for the key itself, were they handed on as they are."""
    with pytest.raises(WrongPassphrase):
        vault.open_with_passphrase(f"x'{KEY.reveal().hex()}'")


def test_another_code_is_wrong_and_a_slip_is_a_slip(vault: Vault) -> None:
    with pytest.raises(WrongCode):
        vault.open_with_code(recovery_code(5))
    with pytest.raises(CodeMistyped):
        vault.open_with_code(CODE[:-1])


@given(st.text(min_size=1).filter(lambda text: text.strip()))
@settings(max_examples=8)
def test_any_text_can_be_a_passphrase(text: str) -> None:
    assert Vault(b"", b"").with_passphrase(KEY, text).open_with_passphrase(text) == KEY


def test_the_other_way_stays_when_one_is_changed(vault: Vault) -> None:
    changed = vault.with_passphrase(KEY, "red tram")
    assert changed.open_with_code(CODE) == KEY
    with pytest.raises(WrongPassphrase):
        changed.open_with_passphrase("blue bicycle")
    renewed = vault.with_code(KEY, recovery_code(6))
    assert renewed.open_with_passphrase("blue bicycle") == KEY
    with pytest.raises(WrongCode):
        renewed.open_with_code(CODE)


@given(st.data())
def test_every_changed_byte_is_damage(vault: Vault, data: st.DataObject) -> None:
    packed = bytearray(vault.packed())
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(KeyFileDamaged):
        unpacked(bytes(packed), HERE)


@given(st.data())
def test_every_cut_is_damage(vault: Vault, data: st.DataObject) -> None:
    packed = vault.packed()
    with pytest.raises(KeyFileDamaged):
        unpacked(packed[: data.draw(st.integers(0, len(packed) - 1))], HERE)
    with pytest.raises(KeyFileDamaged):
        unpacked(packed + b"x", HERE)


def test_neither_key_nor_words_can_be_read_in_it(vault: Vault) -> None:
    for secret in (KEY.reveal(), KEY.reveal().hex().encode(), b"blue bicycle", CODE.encode()):
        assert secret not in vault.packed()
    assert "blue" not in repr(vault)
    assert len(repr(vault)) < 100


def test_the_same_words_make_another_lock_each_time(vault: Vault) -> None:
    assert new_vault(KEY, "blue bicycle", CODE).by_passphrase != vault.by_passphrase


def test_a_lock_is_an_ordinary_sqlcipher_file(vault: Vault, tmp_path: Path) -> None:
    """So that its key can be had without Rondo too, by whoever knows the words."""
    lock = tmp_path / "lock"
    lock.write_bytes(vault.by_code)
    with closing(sqlite3.connect(lock)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM secret")
    words = "recovery:" + CODE.replace("-", "")
    script = (
        "import sys; from sqlcipher3 import dbapi2\n"
        "c = dbapi2.connect(sys.argv[1]); c.execute(f\"PRAGMA key = '{sys.argv[2]}'\")\n"
        "print(c.execute('SELECT hex(key) FROM secret').fetchone()[0])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(lock), words], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip().lower() == KEY.reveal().hex()
    assert in_groups(words.removeprefix("recovery:")) == CODE


def test_a_wrong_passphrase_says_nothing_on_standard_error() -> None:
    """SQLCipher has a log of its own there, unless it is told not to."""
    script = (
        "from data.keys import Key\nfrom data.safe.vault import new_vault\n"
        f"vault = new_vault(Key(bytes(32)), 'blue', {CODE!r})\n"
        "try:\n    vault.open_with_passphrase('red')\nexcept Exception as e:\n    print(repr(e))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (told.stdout.strip(), told.stderr) == ("WrongPassphrase()", "")
