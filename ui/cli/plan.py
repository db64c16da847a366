"""Planning from a brief in a file."""

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from app.ports import Clock
from data.paths import Profile
from ui.cli.output import NOT_MET, WRONG_USE, Output

if TYPE_CHECKING:
    from app.planner.ways import Way

_WHOLE = {
    "max": "{} has only so many places",
    "min": "{} needs a few students to run",
    "visits": "{} may be visited only so often",
    "closed": "{} is closed in some rounds",
    "share": "{} takes one group at a time",
    "allowed": "{} may go to some stations only",
}
_SINGLE = {
    "devices": "there are only so many devices",
    "group_size": "the size of groups has limits",
}


def plan(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Answer a brief; 1 when its rules clash or the time was too short, 2 when it is no brief.

    With `--class` the brief is a lesson of the class.
    """
    if (arguments.brief is None) == (arguments.class_name is None):
        output.problem("Name a BRIEF.json, or a class with --class.")
        return WRONG_USE
    if arguments.class_name is not None:
        from ui.cli.plan_lesson import plan_lesson  # start: other commands need no planner

        return plan_lesson(arguments, profile, clock, output)
    from app.planner.errors import BriefIsWrong  # start: other commands need no planner
    from data.files.plan_brief import brief_from_json, plan_as_json  # start: the same
    from ui.cli.side_by_side import best_answer  # start: the same

    try:
        brief = brief_from_json(arguments.brief.read_bytes())
    except BriefIsWrong as error:
        output.problem(f"{arguments.brief}: {error.where} is not {error.expected}.")
        return WRONG_USE
    found = best_answer(brief, arguments.seed, arguments.seconds)
    if found.conflict:
        return _clash(found.conflict.rules, found.ways, output)
    if found.plan is None or found.measured is None:
        return output.problem("No plan was found in this time. Give it more seconds.")
    made = plan_as_json(brief, found.plan)
    if arguments.out:
        arguments.out.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    told = {**made, "terms": found.measured.terms, "total": found.measured.total}
    if found.ended_early:
        told["ended_early"] = True
        output.aside("The time was over before the search had come to its end.")
    if found.changes is not None:
        told |= {"changes": found.changes, "fewest_proved": found.proved}
    lines = [f"total cost {found.measured.total}"]
    lines += [
        f"{student}: {', '.join(at or 'out' for at in row)}"
        for student, row in found.plan.placement.items()
    ]
    return output.result(told, lines)


def _clash(rules: tuple[str, ...], ways: tuple["Way", ...], output: Output) -> int:
    why = "These can't all hold; without any one of them the others can: "
    why += "; ".join(map(_in_words, rules)) + "."
    if output.as_json:
        named = {rule: _in_words(rule) for rule in rules}
        told: dict[str, object] = {
            "conflict": list(rules),
            "why": why,
            "words": named,
            "without": _told(ways),
        }
        output.result(told, ())
        output.aside(why)
    else:
        output.problem(why)
    return NOT_MET


def _told(ways: tuple["Way", ...]) -> list[object]:
    """What dropping each rule gives: whether the others can hold, and the best cost found."""
    return [
        {
            "rule": way.rule,
            "possible": way.measured is not None,
            "total": way.measured.total if way.measured else None,
            "terms": way.measured.terms if way.measured else None,
        }
        for way in ways
    ]


def _in_words(rule: str) -> str:
    kind, _, name = rule.partition(":")
    if name and kind in _WHOLE:
        return _WHOLE[kind].format(name)
    visit, _, student = rule.rpartition("/")
    return _SINGLE.get(rule) or (f"{student} is owed “{visit}”" if visit else f"rule “{rule}”")
