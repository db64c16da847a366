"""A framework as one text, to be handed from one process to another: as a value it is too slow."""

import json
from dataclasses import dataclass, replace

from app.domain.framework_file import FileFramework, FileSkill


@dataclass(frozen=True, slots=True)
class Packed:
    """A framework without its entries, and they as text."""

    framework: FileFramework
    skills: str


def packed(framework: FileFramework) -> Packed:
    """The framework, ready to be sent."""
    rows = [
        (s.key, s.statement, s.parent, s.code, s.short, s.order, s.precedes)
        for s in framework.skills
    ]
    return Packed(replace(framework, skills=()), json.dumps(rows))


def unpacked(sent: Packed) -> FileFramework:
    """The framework that was sent."""
    rows = json.loads(sent.skills)
    skills = tuple(
        FileSkill(key, statement, parent, code, short, order, tuple(later))
        for key, statement, parent, code, short, order, later in rows
    )
    return replace(sent.framework, skills=skills)
