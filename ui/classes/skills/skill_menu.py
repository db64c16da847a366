"""What can be done with an entry of the framework, beside typing over it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.ids import SkillId
from app.domain.skill_tree import SkillRow as Entry
from app.domain.skills import Skill
from app.domain.stations import Station
from app.services.frameworks import FrameworkService
from app.services.skill_moves import SkillMoves
from ui.classes.skills.method_words import tr
from ui.theme import Theme
from ui.widgets.menu import Menu

MOST_LATER = 40
"""So many skills are offered as what comes next; with more a menu is no place to look."""


def skill_menu(
    theme: Theme,
    parent: QWidget,
    entry: Entry,
    leaves: Sequence[Skill],
    frameworks: FrameworkService,
    run: Callable[[Callable[[], object]], None],
    stations: Sequence[Station] = (),
) -> Menu:
    """The menu of one entry; `leaves` are the skills of the framework that take evidence.

    `run` does what is chosen, and tells when it is refused.
    """
    own, moves = entry.skill, frameworks.moves
    menu = Menu(theme, parent)

    def add(text: str, icon: str, deed: Callable[[], object], enabled: bool = True) -> None:
        menu.add(text, partial(run, deed), icon, enabled=enabled)

    add(tr("Move up"), "arrow-up", lambda: moves.move(own.id, -1))
    add(tr("Move down"), "arrow-down", lambda: moves.move(own.id, 1))
    add(tr("Put below the one above it"), "arrow-bend-down-right", lambda: moves.indent(own.id))
    beside = tr("Put beside the one it is below")
    add(beside, "arrow-left", lambda: moves.outdent(own.id), own.parent_id is not None)
    below = tr("New skill below it")
    fresh = tr("New skill")
    add(below, "plus", lambda: moves.add(own.framework_id, fresh, own.id), not own.retired)
    if not entry.strand:
        _add_later(theme, menu, own, leaves, moves, run)
    if not entry.strand and stations:
        places = Menu(theme, menu)
        places.setTitle(tr("Worked on at"))
        menu.addMenu(places)
        for station in stations:
            here = station.skill_id == own.id
            other = None if here else own.id
            set_so = partial(frameworks.stations.set_skill, station.id, other)
            places.add_choice(station.name, here, partial(run, set_so))
    return menu


def _add_later(
    theme: Theme,
    menu: Menu,
    own: Skill,
    leaves: Sequence[Skill],
    moves: SkillMoves,
    run: Callable[[Callable[[], object]], None],
) -> None:
    """A menu of skills this one is learned before: those it has, then those around it."""
    later = Menu(theme, menu)
    later.setTitle(tr("Learned before"))
    menu.addMenu(later)
    for skill in _offered(own, leaves):
        set_so = partial(moves.set_precedes, own.id, _turned(own.precedes, skill.id))
        later.add_choice(skill.statement, skill.id in own.precedes, partial(run, set_so))


def _turned(ids: Sequence[SkillId], one: SkillId) -> tuple[SkillId, ...]:
    return tuple(i for i in ids if i != one) if one in ids else (*ids, one)


def _offered(own: Skill, leaves: Sequence[Skill]) -> list[Skill]:
    at = next((at for at, skill in enumerate(leaves) if skill.id == own.id), 0)
    chosen = [skill for skill in leaves if skill.id in own.precedes]
    start = max(0, at - MOST_LATER // 4)
    near = leaves[start : start + MOST_LATER]
    return [s for s in dict.fromkeys([*chosen, *near]) if s.id != own.id]
