"""Commands on an encrypted profile ask for the passphrase, and never take it as an argument."""

import io
import json
import random
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import PassphraseNeeded
from data.inspecting import inspect
from data.safe.profile_safe import ProfileSafe
from tests.demo import lay_demo
from tests.fakes import FakeClock
from ui.bootstrap import open_profile, profile_at
from ui.cli.main import run

WORDS = "blue bicycle on tuesdays"


class Shell:
    """Types commands at an encrypted profile, without a terminal."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.profile = profile_at(folder / "profile")
        lay_demo(self.profile)
        self.safe = ProfileSafe(self.profile, random.Random(3).getrandbits, self.clock.now_ms)
        self.code = self.safe.new_code()
        self.safe.set(WORDS, self.code)
        self.words = folder / "words.txt"
        self.words.write_text(f"{WORDS}\n", "utf-8")

    def type(self, *arguments: str, given: str = "") -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        line = [arguments[0], "--profile", str(self.profile.folder), *arguments[1:]]
        code = run(line, self.clock, (io.StringIO(given), out, err))
        return code, out.getvalue(), err.getvalue()


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_without_a_passphrase_nothing_is_told(shell: Shell) -> None:
    code, out, err = shell.type("progress", "--class", "4B")
    assert (code, out) == (1, "")
    assert "--passphrase-file" in err


def test_a_file_with_the_passphrase_unlocks(shell: Shell) -> None:
    code, out, _ = shell.type(
        "progress", "--class", "4B", "--json", "--passphrase-file", str(shell.words)
    )
    assert code == 0
    assert json.loads(out)


@pytest.mark.parametrize("what", ["passphrase", "code"])
def test_standard_input_unlocks_and_then_gives_the_lines(shell: Shell, what: str) -> None:
    words = WORDS if what == "passphrase" else shell.code
    code, out, err = shell.type(
        *("observe", "--class", "4B", "--stdin", "--passphrase-file", "-"),
        given=f"{words}\nleila calm\n",
    )
    assert (code, err) == (0, "")
    assert out.startswith("saved ")


def test_a_wrong_one_is_told_plainly_and_the_delay_too(shell: Shell) -> None:
    wrong = ("progress", "--class", "4B", "--passphrase-file", "-")
    said = [shell.type(*wrong, given="red tram\n") for _ in range(4)]
    assert [code for code, _out, _err in said] == [1] * 4
    assert "not the passphrase" in said[0][2]
    assert "Try again in 2 seconds" in said[3][2]
    assert "red tram" not in str(said)


def test_a_backup_is_encrypted_and_opens_in_another_profile(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "stick.rondo"
    code, _out, err = shell.type("backup", str(target), "--passphrase-file", str(shell.words))
    assert (code, err) == (0, "")
    with pytest.raises(PassphraseNeeded):
        inspect(target)
    other = tmp_path / "other"
    out, told = io.StringIO(), io.StringIO()
    line = ["restore", str(target), "--profile", str(other)]
    assert run(line, shell.clock, (io.StringIO(), out, told)) == 1
    line += ["--passphrase-file", str(shell.words)]
    assert run(line, shell.clock, (io.StringIO(), out, told)) == 0
    with closing(open_profile(profile_at(other), shell.clock)) as opened:
        assert opened.classroom.class_named("4B")


def test_a_plain_backup_becomes_encrypted_where_it_is_opened(shell: Shell, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    lay_demo(profile_at(plain))
    with closing(open_profile(profile_at(plain), shell.clock)) as opened:
        opened.backups.save(tmp_path / "plain.rondo")
    line = ("restore", str(tmp_path / "plain.rondo"), "--passphrase-file", str(shell.words))
    assert shell.type(*line)[0] == 0
    assert b"Maya" not in shell.profile.database.read_bytes()
    assert shell.safe.is_set()
