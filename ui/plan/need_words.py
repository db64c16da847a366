"""How those stand who come to a station for what they need, in words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from app.domain.planning.table import PlanTable
from app.domain.planning.values import RuleState


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanNeeds", text)


def need_words(table: PlanTable, state: RuleState) -> str:
    """How many stand at which level on the skill that a rule is for, the lowest level first.

    Empty for a rule that is for no skill.
    """
    skill = state.rule.skill_id if state.rule is not None else None
    levels = table.levels.get(skill, {}) if skill is not None else {}
    if skill is None or not levels:
        return ""
    none = table.unknown.get(skill, frozenset())
    known = [student for student in state.students if student in levels and student not in none]
    counts = Counter(levels[student] for student in known)
    parts = [
        _tr("{count} at level {level}").format(count=count, level=level)
        for level, count in sorted(counts.items())
    ]
    if rest := len(state.students) - len(known):
        parts.append(_tr("{count} without evidence").format(count=rest))
    return ", ".join(parts)
