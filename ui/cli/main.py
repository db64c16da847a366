"""The `rondo` command without a window."""

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from app.domain.opening.errors import NotAFile
from app.errors import ClassroomError, PassphraseNeeded
from app.ports import Clock
from app.settings import BOARD_SCHEMES
from data.database import Unreadable
from data.paths import Profile
from ui.bootstrap import profile_at
from ui.cli import about, bench, board, check, demo, erase, observe, plan, progress, roster, safety
from ui.cli.doorstep import about_place
from ui.cli.output import WRONG_USE, Output, Unheard
from ui.cli.secret import key_for
from ui.cli.streams import drop, streams
from ui.opening.met import met
from ui.problems import problem

NO_PROFILE = frozenset({"bench"})
_TELL_IT = " On the command line give it with --passphrase-file FILE, or - for standard input."
Command = Callable[[Namespace, Profile, Clock, Output], int]

COMMANDS: Mapping[str, Command] = {
    "import": roster.import_list,
    "observe": observe.observe,
    "plan": plan.plan,
    "board": board.board,
    "progress": progress.progress,
    "backup": safety.backup,
    "restore": safety.restore,
    "check": check.check,
    "erase": erase.erase,
    "about": about.about,
    "demo": demo.demo,
    "bench": bench.bench,
}


def run(
    arguments: Sequence[str],
    clock: Clock,
    given: tuple[TextIO, TextIO, TextIO] | None = None,
) -> int:
    """Carry out one command; returns 0 done, 1 not met (says why), 2 wrong use."""
    try:
        parsed = parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong, or given the help asked for
        return WRONG_USE if stop.code else 0
    parsed.stdin, stdout, stderr = given or streams()
    output = Output(stdout, stderr, parsed.json)
    profile = profile_at(parsed.profile)
    try:
        return _done(parsed, profile, clock, output)
    except Unheard:
        drop(stdout)
        return output.aside("Nobody read the result to its end. What was done stays done.")


def _done(parsed: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    try:
        if parsed.command not in NO_PROFILE and (warning := about_place(profile)):
            output.aside(warning)
        parsed.key = parsed.words = None
        if parsed.command not in NO_PROFILE:
            parsed.key = key_for(parsed, profile, clock)
        return COMMANDS[parsed.command](parsed, profile, clock, output)
    except PassphraseNeeded as error:
        return output.problem(problem(error) + _TELL_IT)
    except (ClassroomError, Unreadable) as error:
        return output.problem(problem(met(error, profile.database)))
    except OSError as error:
        return output.problem(_refused(error, profile))


def _refused(error: OSError, profile: Profile) -> str:
    name = error.filename or profile.folder
    if isinstance(error, NotAFile):
        return problem(error)
    if isinstance(error, FileNotFoundError):
        return f"There is no file called {name}. Nothing was changed."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; name a file. Nothing was changed."
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{name} is not a folder. Nothing was changed."
    return f"{name}: {error.strerror or error}. Nothing was changed."


def parser() -> ArgumentParser:
    """Every command and its options."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--profile", type=Path, metavar="DIR", help="all data is in this folder")
    common.add_argument(
        "--passphrase-file", metavar="FILE", help="its first line unlocks; - is standard input"
    )
    common.add_argument("--json", action="store_true", help="give the result as one JSON value")
    top = ArgumentParser(prog="rondo", description="Run a station-rotation lesson.")
    kinds = top.add_subparsers(dest="command", required=True)

    def command(name: str, words: str) -> ArgumentParser:
        return kinds.add_parser(name, help=words, description=words, parents=[common])

    _roster(command("import", "add a class list"))
    _observe(command("observe", "record what was seen, as in the capture line"))
    _plan(command("plan", "who goes where, from a planner brief or in a lesson of a class"))
    _board(command("board", "draw the board as the projector shows it"))
    _progress(command("progress", "every student's progress"))
    _safety(command)
    _people(command)
    _demo(command("demo", "write a demo class of any size into a new profile"))
    _bench(command("bench", "measure, as ratios to floors measured in the same run"))
    return top


def _roster(sub: ArgumentParser) -> None:
    sub.add_argument("file", metavar="FILE", help="a CSV or text file; - reads a paste")
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME")
    sub.add_argument("--encoding", type=_encoding, metavar="NAME", help="how letters are written")
    sub.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")


def _observe(sub: ArgumentParser) -> None:
    what = sub.add_mutually_exclusive_group(required=True)
    what.add_argument("line", nargs="?", metavar="LINE", help='such as "may 3 fra explains"')
    what.add_argument("--stdin", dest="lines", action="store_true", help="one observation a line")
    what.add_argument("--list", dest="listing", action="store_true", help="those there are")
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME")
    sub.add_argument("--limit", type=_count, default=50, help="how many --list gives")


def _plan(sub: ArgumentParser) -> None:
    sub.add_argument("brief", nargs="?", type=Path, metavar="BRIEF.json")
    sub.add_argument("--class", dest="class_name", metavar="NAME", help="plan its next lesson")
    sub.add_argument("--lesson", metavar="DAY", help="or the one of that day, such as 2026-05-18")
    sub.add_argument("--way", choices=("mix", "moves", "level", "shuffle"), default="mix")
    sub.add_argument("--keep", action="store_true", help="keep the plan in the lesson")
    sub.add_argument("--seed", type=int, default=1, metavar="N")
    sub.add_argument("--seconds", type=_seconds, default=1.0, metavar="S")
    sub.add_argument("--out", type=Path, metavar="PLAN.json")


def _board(sub: ArgumentParser) -> None:
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME")
    sub.add_argument("--size", default="1920x1080", metavar="WxH")
    sub.add_argument("--png", type=Path, metavar="FILE")
    sub.add_argument("--look", choices=BOARD_SCHEMES, default="light")
    sub.add_argument("--room", action="store_true", help="stations as they stand in the room")
    sub.add_argument("--calm", action="store_true", help="time as a shape, without digits")
    sub.add_argument("--page", type=int, default=1, metavar="N", help="which page, from 1")
    sub.add_argument(
        "--seat", type=_metres, default=None, metavar="M", help="the last row, in metres"
    )
    sub.add_argument("--image-height", type=_metres, default=1.2, metavar="M", help="in metres")


def _progress(sub: ArgumentParser) -> None:
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME")


def _safety(command: Callable[[str, str], ArgumentParser]) -> None:
    backup = command("backup", "save a verified copy of everything")
    where = backup.add_mutually_exclusive_group()
    where.add_argument("file", nargs="?", type=Path, metavar="FILE", help="else with the others")
    where.add_argument("--list", dest="listing", action="store_true", help="those there are")
    restore = command("restore", "put a backup in place; what was there is kept beside it")
    restore.add_argument("file", metavar="FILE", help="or: newest, the newest that reads whole")
    look = command("check", "read all that is kept from end to end, and any backups named")
    look.add_argument("files", nargs="*", type=Path, metavar="BACKUP")


def _people(command: Callable[[str, str], ArgumentParser]) -> None:
    erase = command("erase", "erase a student everywhere, for good, with a receipt")
    erase.add_argument("--class", dest="class_name", metavar="NAME")
    erase.add_argument("--student", metavar="NAME")
    erase.add_argument("--yes", action="store_true", help="do not ask for the name to be typed")
    erase.add_argument(
        "--mentions",
        choices=("leave", "erase"),
        default="leave",
        help="what becomes of the name in texts about others",
    )
    erase.add_argument(
        "--delete-unreadable",
        action="store_true",
        help="delete copies that cannot be written anew, instead of leaving them out",
    )
    erase.add_argument("--finish", action="store_true", help="only finish what was interrupted")
    about = command("about", "everything about one student, as HTML and JSON")
    about.add_argument("--class", dest="class_name", required=True, metavar="NAME")
    about.add_argument("--student", required=True, metavar="NAME")
    about.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    about.add_argument("--private", action="store_true", help="private jottings too")
    about.add_argument("--needs", action="store_true", help="learning support, health, ... too")


def _demo(sub: ArgumentParser) -> None:
    sub.add_argument("--students", type=_count, default=28, metavar="N")
    sub.add_argument("--skills", type=_count, default=12, metavar="N")
    sub.add_argument("--years", type=_years, default=1.0, metavar="Y")
    sub.add_argument("--seed", type=int, default=1, metavar="S")


def _bench(sub: ArgumentParser) -> None:
    sub.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(bench.NAMES)}")
    sub.add_argument("--runs", type=_count, default=5, metavar="N")
    sub.add_argument("--briefs", type=Path, metavar="FOLDER", help="the briefs of planner")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number from 1 up")
    return int(text)


def _encoding(text: str) -> str:
    try:
        b" ".decode(text, "replace")
    except LookupError as error:
        raise ArgumentTypeError(f"{text} is no encoding, such as cp1252 or shift_jis") from error
    return text


def _metres(text: str) -> float:
    return _between(text, 0.1, 100)


def _seconds(text: str) -> float:
    return _between(text, 0.05, 3600)


def _years(text: str) -> float:
    return _between(text, 0, 50)


def _between(text: str, low: float, high: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not low <= number <= high:
        raise ArgumentTypeError(f"{text} is not a number from {low} to {high}")
    return number
