"""One open database, as everything that works on it is given it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.classes import SchoolClass
from app.errors import Ambiguous, NotFound
from app.ports import Clock, Evidence, Store
from app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Classroom:
    """What a service works with: the store to read, the workspace to write, new ids, the time.

    Services are cheap values around it; whoever needs one makes it. What only reads is given no
    more than what it reads.
    """

    store: Store
    evidence: Evidence
    workspace: Workspace
    ids: Callable[[], int]
    clock: Clock

    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes that are taught, oldest first."""
        return self.store.find(SchoolClass, archived=False)

    def class_named(self, name: str) -> SchoolClass:
        """The class of that name, case aside. Raises `errors.NotFound` or `errors.Ambiguous`."""
        wanted = name.strip().casefold()
        found = [c for c in self.classes() if c.name.casefold() == wanted]
        if not found:
            raise NotFound("class", name)
        if len(found) > 1:
            raise Ambiguous("class", name, tuple(f"{c.name} ({c.subject})" for c in found))
        return found[0]


def furnish(store: Store, evidence: Evidence, clock: Clock, ids: Callable[[], int]) -> Classroom:
    """A classroom on these ports."""
    return Classroom(store, evidence, Workspace(store, ids, clock), ids, clock)
