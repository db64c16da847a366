"""Frameworks of skills, and the tags an observation may carry."""

from dataclasses import dataclass

from app.domain.ids import ClassId, FrameworkId, SkillId, TagId

LEVELS = ("Beginning", "Developing", "Secure", "Extending")


@dataclass(frozen=True, slots=True)
class Framework:
    """A tree of skills. `levels` are the words for level 1, 2, ... (two to six of them)."""

    id: FrameworkId
    class_id: ClassId
    name: str
    levels: tuple[str, ...] = LEVELS


@dataclass(frozen=True, slots=True)
class Skill:
    """One statement in a framework; `parent_id` None is a top-level entry.

    A skill with children is a strand: it groups, and takes no evidence. `short` is the heading of
    its column on the progress screen, empty when the statement itself is short enough.
    """

    id: SkillId
    framework_id: FrameworkId
    parent_id: SkillId | None
    statement: str
    short: str = ""
    code: str = ""
    position: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A word for how the work went; `tone` is "positive" or "neutral".

    A retired tag is no longer offered; observations that carry it keep it.
    """

    id: TagId
    class_id: ClassId
    name: str
    tone: str = "neutral"
    position: int = 0
    retired: bool = False
