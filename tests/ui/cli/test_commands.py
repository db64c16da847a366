"""The command line, from a list of names to the progress of a class."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell import Shell
from ui.cli.main import COMMANDS
from ui.options import COMMANDS as WORDS

ROOT = Path(__file__).resolve().parents[3]
LIST = """Surname,Forename,DOB
Okafor,Amara,2016-10-14
Whitaker,Ben,2016-11-03
Patel,Maya,2017-02-08
"""


@pytest.fixture
def rondo(tmp_path: Path) -> Shell:
    (tmp_path / "4B.csv").write_text(LIST, encoding="utf-8")
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of the demo command, to be copied."""
    made = Shell(tmp_path_factory.mktemp("demo"))
    assert made("demo", "--years", "0.05", "--students", "28") == 0, made.err
    return made.profile


@pytest.fixture
def demo(rondo: Shell, made_demo: Path) -> Shell:
    shutil.copytree(made_demo, rondo.profile)
    rondo.clock.advance(1000)
    return rondo


def test_the_window_knows_every_command_by_name() -> None:
    assert set(WORDS) == set(COMMANDS)


def test_a_dry_run_says_what_would_change_and_changes_nothing(rondo: Shell) -> None:
    file = str(rondo.folder / "4B.csv")
    said = rondo.json("import", file, "--class", "4B", "--dry-run")
    assert isinstance(said, dict)
    assert said["added"] == ["Amara Okafor", "Ben Whitaker", "Maya Patel"]
    assert rondo("progress", "--class", "4B") == 1
    assert "no class called “4B”" in rondo.err


def test_a_list_becomes_a_class_and_nobody_is_added_twice(rondo: Shell) -> None:
    file = str(rondo.folder / "4B.csv")
    assert rondo("import", file, "--class", "4B") == 0
    assert rondo.out.startswith("Added 3 students to 4B.")
    again = rondo.json("import", file, "--class", "4b")
    assert isinstance(again, dict)
    assert again["added"] == []
    assert len(again["needs_you"]) == 3


def test_what_is_private_in_a_list_is_never_repeated(rondo: Shell) -> None:
    file = str(rondo.folder / "4B.csv")
    rondo("import", file, "--class", "4B")
    rondo("import", file, "--class", "4B", "--json")
    assert "2016" not in rondo.out


def test_a_paste_comes_from_standard_input(rondo: Shell) -> None:
    assert rondo("import", "-", "--class", "5C", stdin="1. Amara\n2. Ben\n") == 0
    assert "Added 2 students to 5C." in rondo.out


def test_a_file_that_is_no_list_gets_a_plain_message(rondo: Shell) -> None:
    (rondo.folder / "empty.csv").write_text("")
    (rondo.folder / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    for name in ("empty.csv", "picture.csv", "nowhere.csv"):
        assert rondo("import", str(rondo.folder / name), "--class", "4B") == 1
        assert "Traceback" not in rondo.err
        assert name in rondo.err


def test_an_observation_knows_station_skill_and_round(demo: Shell) -> None:
    seen = demo.json("observe", "fatima 3 explains own strategy", "--class", "4B")
    assert isinstance(seen, dict)
    assert (seen["student"], seen["level"], seen["skill"]) == ("Fatima", 3, "Add fractions")
    assert (seen["station"], seen["round"]) == ("Teacher table", 2)
    assert seen["note"] == "explains own strategy"


def test_a_line_that_could_mean_two_is_refused_with_its_candidates(demo: Shell) -> None:
    assert demo("observe", "maya 3", "--class", "4B") == 1
    assert "Maya L." in demo.err
    assert "Maya P." in demo.err


def test_lines_are_saved_one_by_one_and_a_bad_one_stops_nothing(demo: Shell) -> None:
    lines = "fatima 3\nnobodyatall 2\nyusuf 2 used a number line\n"
    assert demo("observe", "--stdin", "--class", "4B", stdin=lines) == 1
    saved = demo.out.splitlines()
    assert [line.split()[0] for line in saved] == ["saved", "saved"]
    assert demo.err.startswith("line 2:")
    listed = demo.json("observe", "--list", "--class", "4B", "--limit", "2")
    assert isinstance(listed, list)
    assert [str(one["id"]) for one in listed] == [line.split()[1] for line in reversed(saved)]


def test_progress_gives_every_student_and_skill(demo: Shell) -> None:
    table = demo.json("progress", "--class", "4B")
    assert isinstance(table, dict)
    assert (len(table["students"]), len(table["skills"])) == (28, 12)
    assert demo("progress", "--class", "4B") == 0
    assert "Anneliese-Marie" in demo.out


def test_a_backup_is_checked_and_restored(demo: Shell) -> None:
    file = str(demo.folder / "safe.rondo")
    assert demo("backup", file) == 0
    assert "28 students" in demo.out
    demo("observe", "fatima 4", "--class", "4B")
    assert demo("check", file) == 0
    assert demo("restore", file) == 0
    listed = demo.json("observe", "--list", "--class", "4B", "--limit", "5000")
    assert isinstance(listed, list)
    assert not [
        one
        for one in listed
        if one["student"] == "Fatima" and one["level"] == 4 and one["skill"] == "Add fractions"
    ]


def test_check_says_which_file_is_damaged(demo: Shell) -> None:
    bad = demo.folder / "bad.rondo"
    bad.write_bytes(b"SQLite format 3\x00" + b"\x01" * 5000)
    assert demo("check", str(bad)) == 1
    assert "bad.rondo" in demo.out


def test_a_second_demo_does_not_touch_the_first(demo: Shell) -> None:
    assert demo("demo") == 1
    assert "Nothing was changed" in demo.err


@pytest.mark.parametrize(
    "words", [["observe"], ["fly"], ["demo", "--students", "0"], ["bench", "x"]]
)
def test_wrong_use_exits_2(
    rondo: Shell, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert rondo(*words) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    "words",
    [
        ["demo", "--years", "nan"],
        ["demo", "--years", "-1"],
        ["demo", "--years", "1e9"],
        ["board", "--class", "4B", "--image-height", "0"],
        ["observe", "--list", "--class", "4B", "--limit", "-1"],
    ],
)
def test_a_number_out_of_reason_is_wrong_use(
    rondo: Shell, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert rondo(*words) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_what_cannot_be_met_is_also_said_as_data(rondo: Shell) -> None:
    assert rondo.json("progress", "--class", "9Z", code=1) == {
        "problem": "There is no class called “9Z”."
    }


def test_a_folder_for_a_file_is_said_in_plain_words(demo: Shell) -> None:
    folder = str(demo.folder)
    for words in (["import", folder, "--class", "4B"], ["backup", folder], ["restore", folder]):
        assert demo(*words) == 1
        assert "a folder" in demo.err
    assert demo("check", folder) == 1
    assert f"{folder}: it is a folder" in demo.out


def test_a_database_damaged_inside_is_said_in_one_line(demo: Shell) -> None:
    file = demo.profile / "rondo.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))
    assert demo("progress", "--class", "4B") == 1
    assert "is damaged" in demo.err
    assert demo.err.count("\n") == 1


def test_a_paste_in_an_old_code_page_is_understood(rondo: Shell) -> None:
    paste = b"J\xe9r\xf4me Berg\nZo\xeb Chen\n".decode(errors="surrogateescape")
    said = rondo.json("import", "-", "--class", "4B", stdin=paste)
    assert isinstance(said, dict)
    assert said["added"] == ["Jérôme Berg", "Zoë Chen"]


def test_a_line_that_is_no_text_is_refused_whole(demo: Shell) -> None:
    lines = "fat 3 expl\udce9\n\ufefffat 2\n"
    assert demo("observe", "--stdin", "--class", "4B", stdin=lines) == 1
    assert demo.err == "line 1: The line is not UTF-8 text. Nothing was saved.\n"
    assert demo.out.startswith("saved ")


@pytest.mark.parametrize("shell", ["| head -1", ">&-", "<&-", ">/dev/full"])
@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_streams_that_are_closed_or_full_make_no_traceback(demo: Shell, shell: str) -> None:
    command = [sys.executable, "-m", "ui", "observe", "--list", "--class", "4B", "--limit", "9999"]
    words = shlex.join([*command, "--profile", str(demo.profile)])
    done = subprocess.run(
        ["sh", "-c", f"{words} {shell}"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_every_script_is_written_whatever_the_locale(demo: Shell) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "progress", "--class", "4B", "--json",
         "--profile", str(demo.profile)],
        cwd=ROOT, capture_output=True, check=True, timeout=60,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert "محمد" in done.stdout.decode()


def test_the_board_is_drawn_and_its_names_measured(demo: Shell, tmp_path: Path) -> None:
    """In a process of its own: the command makes its own application."""
    png = tmp_path / "board.png"
    done = subprocess.run(
        [sys.executable, "-m", "ui", "board", "--class", "4B", "--size", "1920x1080", "--json",
         "--png", str(png), "--profile", str(demo.profile)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert png.read_bytes().startswith(b"\x89PNG")
    assert said["phase"] in {"round", "transition"}
    for name in said["names"]:
        x, y, width, height = name["box"]
        assert x >= 0
        assert x + width <= 1920
        assert y + height <= 1080


def test_the_board_says_whom_a_last_row_cannot_read(demo: Shell) -> None:
    """In another look, with the room's own places and a clock without digits."""
    done = subprocess.run(
        [sys.executable, "-m", "ui", "board", "--class", "4B", "--look", "contrast", "--room",
         "--calm", "--seat", "30", "--json", "--profile", str(demo.profile)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert {name["name"] for name in said["names"]} == set(said["not_read_from_the_last_row"])
    assert {name["page"] for name in said["names"]} == {1}
    assert (said["pages"], said["tier"]) == (1, "roomy")
