"""How good a plan is, in short facts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.planning import values as is_
from app.domain.planning.values import Quality, RuleState

NEVER = frozenset({is_.IS_OUT, is_.NOT_LED})
"""Facts that no other plan changes."""


class Said(NamedTuple):
    """A fact above the plan; `strong` is the part that is written strongly, `key` what it says.

    `short` says it where not all facts have room beside each other; empty where it is short.
    """

    key: str
    text: str
    icon: str
    tone: str = ""
    strong: str | None = None
    short: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quality", text)


def quality_facts(quality: Quality, never: bool = False) -> Iterator[Said]:
    """The facts that there are, the rules first; `never`: no plan keeps what is not kept."""
    count = _tr("{kept} of {rules}").format(kept=quality.kept, rules=quality.rules)
    kept = _tr("{count} rules kept").format(count=count)
    yield Said("kept", kept, "check-circle", "ok", count)
    missing = quality.rules - quality.kept
    if missing:
        text = _tr("{count} not possible") if never else _tr("{count} not kept")
        yield Said("broken", text.format(count=missing), "warning", "warn")
    if quality.new_partners is not None:
        part = _tr("{count} %").format(count=quality.new_partners)
        yield Said(
            "partners", _tr("{percent} new partners").format(percent=part), "users", "", part
        )
    if quality.longest_wait is not None:
        yield _wait(quality.longest_wait)
    if quality.choices_asked:
        part = _tr("{count} of {all}").format(
            count=quality.choices_first, all=quality.choices_asked
        )
        yield Said("choices", _tr("{count} first choices").format(count=part), "star", "", part)
    if quality.owed:
        part = _tr("{count} of {all}").format(count=quality.owed_repaid, all=quality.owed)
        text = _tr("{count} owed visits given back").format(count=part)
        short = _tr("{count} owed visits").format(count=part)
        yield Said("owed", text, "arrow-u-up-left", "", part, short)


def in_short(quality: Quality) -> str:
    """One sentence about a plan."""
    return " · ".join(said.text for said in quality_facts(quality) if said.key != "broken")


def _wait(lessons: int) -> Said:
    """`lessons` without the teacher are made good in the next one."""
    if lessons == 0:
        return Said("wait", _tr("Everyone meets the teacher"), "chalkboard-teacher", "", "")
    part = str(lessons + 1)
    text = _tr("Everyone meets the teacher within {count} lessons").format(count=part)
    short = _tr("Teacher within {count} lessons").format(count=part)
    return Said("wait", text, "chalkboard-teacher", "", part, short)


def never_kept(states: Sequence[RuleState]) -> bool:
    """Whether all that is not kept is so in every plan."""
    broken = [state for state in states if not state.kept]
    return bool(broken) and all(_never(state) for state in broken)


def _never(state: RuleState) -> bool:
    return bool(state.reasons) and all(fact.word in NEVER for fact in state.reasons)
