"""Which skills have a column: all of a framework, or, of thousands, those that are in use."""

from collections.abc import Sequence

from app.domain.changes import Entity
from app.domain.ids import FrameworkId
from app.domain.skills import Framework, Skill
from app.domain.stations import Station
from app.domain.strands import Leaf, leaves
from app.ports import Evidence, Store

MOST = 200
"""With more skills nobody looks at all of them."""
FEWEST = 40
"""So many are shown at least, the first of the framework among them."""


class ShownSkills:
    """Reads them; the entries of a large framework are kept until they change."""

    def __init__(self, store: Store, evidence: Evidence) -> None:
        self._store = store
        self._evidence = evidence
        self._large: dict[FrameworkId, tuple[Leaf, ...]] = {}

    def forget(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: what was kept may be old."""
        if kinds & {Framework, Skill}:
            self._large.clear()

    def of(self, frameworks: Sequence[Framework]) -> tuple[Leaf, ...]:
        """Of these frameworks, in the order of their trees.

        Of a large one those that were looked at or that a station works on, and its first ones.
        """
        return tuple(leaf for f in frameworks for leaf in self._of(f))

    def _of(self, framework: Framework) -> tuple[Leaf, ...]:
        found = self._large.get(framework.id)
        if found is None:
            found = leaves(self._store.find(Skill, framework_id=framework.id))
        if len(found) <= MOST:
            return found
        self._large[framework.id] = found
        stations = self._store.find(Station, class_id=framework.class_id)
        used = {station.skill_id for station in stations}
        used |= self._evidence.looked_at(framework.id)
        rest = FEWEST - sum(1 for leaf in found if leaf.skill.id in used)
        others = [leaf.skill.id for leaf in found if leaf.skill.id not in used]
        used.update(others[: max(0, rest)])
        return tuple(leaf for leaf in found if leaf.skill.id in used)
