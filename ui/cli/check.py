"""check: the whole truth about what is kept, in one screen."""

from argparse import Namespace

from app.domain.damage import Part
from app.ports import Clock
from data.checking import check_profile
from data.paths import Profile
from ui.checking.words import Line, Moment, details, end_of, line_of, moments
from ui.cli.output import NOT_MET, Output

_MARKS = {True: "ok", False: "NO", None: "--"}
_DETAILS = 3


def check(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Read everything that is kept, and the files named, from end to end; nothing is written."""
    report = check_profile(profile, arguments.key, arguments.files)
    when = moments(clock)
    parts: list[object] = [_as_data(part, when) for part in report.parts]
    told = [line_of(part, when) for part in report.parts]
    width = max(len(line.name) for line in told)
    lines = [text for line in told for text in _lines(line, width)]
    done = output.result({"whole": report.is_whole, "parts": parts}, [*lines, end_of(report)])
    return done if report.is_whole else NOT_MET


def _lines(line: Line, width: int) -> list[str]:
    """What is said of a part, and the first few of what was found in it."""
    head = f"{_MARKS[line.whole]}  {line.name:<{width}}  "
    more = [f"{'':<{len(head)}}{text}" for text in line.details]
    left = len(more) - _DETAILS
    cut = [f"{'':<{len(head)}}and {left} more"] if left > 0 else []
    return [head + line.text, *more[:_DETAILS], *cut]


def _as_data(part: Part, when: Moment) -> dict[str, object]:
    return {
        "part": part.name,
        "whole": part.whole,
        "found": part.found,
        **part.facts,
        "details": details(part, when),
    }
