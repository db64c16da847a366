"""Erasing: what is asked, what was done, and what is left. Receipts hold no name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.ids import NeedId, ObservationId, StepId, StudentId

ERASING = "erasing"
"""The verb of a step that says an erasing has begun and is not yet done everywhere."""
ERASED = "erased"
"""The verb of that step when it is done."""
ERASED_STEP = "erased step"
"""The verb of a step that told of a student who was erased since."""

MentionKey = tuple[str, int]
"""A kind of thing (the name of its table) and its id."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text about something else in which a word of the name stands.

    `about` is what or whom the text is about. A `past` mention stands only in an earlier version.
    """

    kind: str
    entity_id: int
    field: str
    about: str
    text: str
    past: bool = False

    @property
    def key(self) -> MentionKey:
        """What the teacher ticks: one text, however many fields name somebody."""
        return (self.kind, self.entity_id)


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What is to be erased; it holds ids alone, so that it may be kept while the work is done.

    `students` go with every word about them. Of `observations` the words go, such as of old
    jottings, and of `needs`. `mentions` are the texts about others in which the name goes too; None
    is all of them. `delete_unreadable`: copies that cannot be rewritten are deleted, not left out.
    """

    id: StepId
    at: int
    students: tuple[StudentId, ...] = ()
    observations: tuple[ObservationId, ...] = ()
    needs: tuple[NeedId, ...] = ()
    mentions: tuple[MentionKey, ...] | None = ()
    delete_unreadable: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that may still hold the name. `where` is its path without the name.

    `reason` is one of `LEFT_REASONS`; `marked` says that its file name tells of it now.
    """

    where: str
    reason: str
    marked: bool = False


LEFT_REASONS = (
    "damaged",
    "locked",
    "newer",
    "refused",
    "absent",
    "forgotten",
    "foreign",
    "busy",
    "setting",
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed, when, and what was left out.

    Times in ms UTC. `removed` counts by kind of thing, in the order of `REMOVED`; `rewritten`,
    `clean` and `deleted` are files: copies without the student now, copies that never held or no
    longer held anything, and files that are gone. `mentions_left` texts about others keep a word.
    `again`: they had been erased before, and a backup was opened that still told of them.
    """

    began_at: int
    ended_at: int
    students: int
    removed: Mapping[str, int] = field(default_factory=dict)
    rewritten: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    left: tuple[LeftOut, ...] = ()
    mentions_left: int = 0
    again: bool = False


REMOVED = (
    "names",
    "photos",
    "attachments",
    "observations",
    "goals",
    "reasons",
    "reflections",
    "needs",
    "choices",
    "rules",
    "mentions",
    "changes",
    "steps",
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: `what` is "copies", "rows" or "space"; `done` of `total` files."""

    what: str
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]


def silent(_progress: Progress) -> None:
    """For whoever does not look."""
