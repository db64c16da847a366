"""What the box says in which an observation is put right; the context is "Amend"."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.about import Version
from app.domain.amending import Difference, differences
from app.domain.observations import Observation
from app.services.amending import Names
from ui.student.words import seen_when

DOT = " · "
_NOTHING = "–"


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Amend", text).format(**facts)


def counted(one: str, many: str, count: int) -> str:
    """A sentence about a number, which is %n in it."""
    return QCoreApplication.translate("Amend", one if count == 1 else many, None, count).format()


def history_line(version: Version, names: Names, moment: datetime, now: datetime) -> str:
    """What happened to it then, and when."""
    return DOT.join((seen_when(moment, now), _deed(version, names)))


def _deed(version: Version, names: Names) -> str:
    before, after = version.before, version.after
    if isinstance(before, Observation) and isinstance(after, Observation):
        return "; ".join(_changed(one, names) for one in differences(before, after)) or tr(
            "Changed"
        )
    if isinstance(after, Observation):
        return tr("Written down: {what}", what=_said(after, names))
    return tr("Deleted")


def _changed(one: Difference, names: Names) -> str:
    if one.field == "private":
        return tr("Private from now on") if one.after else tr("A record from now on")
    titles = {
        "student_id": tr("Student"),
        "skill_id": tr("Skill"),
        "level": tr("Level"),
        "tag_ids": tr("Tags"),
        "note": tr("Note"),
    }
    before, after = (_value(one.field, value, names) for value in (one.before, one.after))
    return tr("{what}: {before} → {after}", what=titles[one.field], before=before, after=after)


def _value(field: str, value: object, names: Names) -> str:
    if field == "tag_ids" and isinstance(value, tuple):
        return ", ".join(names.tags.get(tag, "") for tag in value) or _NOTHING
    if isinstance(value, int) and field in {"student_id", "skill_id"}:
        known = names.students if field == "student_id" else names.skills
        return known.get(value, "") or _NOTHING
    return str(value) if value else _NOTHING


def _said(seen: Observation, names: Names) -> str:
    parts = (
        names.students.get(seen.student_id, ""),
        names.skills.get(seen.skill_id or 0, ""),
        str(seen.level or ""),
        ", ".join(filter(None, (names.tags.get(tag, "") for tag in seen.tag_ids))),
        seen.note,
    )
    return ", ".join(part for part in parts if part)
