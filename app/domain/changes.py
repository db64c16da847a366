"""Changes: what a write does to one entity, and how to turn it round."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from app.domain.ids import StepId


class Entity(Protocol):
    """Anything kept: a frozen dataclass with an integer id."""

    @property
    def id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; None before means made, None after means taken away."""

    before: Entity | None
    after: Entity | None

    @property
    def kind(self) -> type[Entity]:
        """What kind of thing changes; notices are about kinds."""
        return type(self.subject)

    @property
    def subject(self) -> Entity:
        """The entity this is about, whichever side exists."""
        found = self.after if self.after is not None else self.before
        if found is None:
            raise ValueError("a change needs a before or an after")
        return found

    def inverse(self) -> "Change":
        """The change that takes it back."""
        return Change(self.after, self.before)


class Earlier(NamedTuple):
    """What an entity was until a step of the journal changed it at `at` (ms UTC)."""

    step_id: StepId
    at: int
    was: Entity


def made(entity: Entity) -> Change:
    """The change that adds an entity."""
    return Change(None, entity)


def gone(entity: Entity) -> Change:
    """The change that takes an entity away."""
    return Change(entity, None)


@dataclass(frozen=True, slots=True)
class Label:
    """What a step did, as a verb and its facts; ui/wording.py makes the sentence."""

    verb: str
    facts: Mapping[str, str] = field(default_factory=dict)


def label(verb: str, **facts: str) -> Label:
    """A verb and its facts, which are texts."""
    return Label(verb, facts)


@dataclass(frozen=True, slots=True)
class Step:
    """One write: all its changes happen or none. `at` is in milliseconds UTC.

    `reverses` names the step that this one turns round (an undo), or the undo it turns round
    again (a redo). A step that is not `undoable` is history, such as the demo class.
    """

    id: StepId
    at: int
    label: Label
    changes: tuple[Change, ...]
    reverses: StepId | None = None
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """What a step was called and when it was made, without its changes."""

    id: StepId
    at: int
    label: Label
