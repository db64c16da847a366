"""The tags of a class: a starter set, and everything a teacher changes about them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, label, made
from app.domain.ids import ClassId, TagId
from app.domain.letters import folded
from app.domain.skills import Tag
from app.errors import NameTaken
from app.services.known import known, named

POSITIVE = "positive"
NEUTRAL = "neutral"
TONES = (POSITIVE, NEUTRAL)

STARTER = (
    ("Explains strategy", POSITIVE),
    ("Prompted", NEUTRAL),
    ("Drew it", POSITIVE),
    ("Helped", POSITIVE),
    ("Stuck", NEUTRAL),
)


def starter_tags(class_id: ClassId, ids: Callable[[], int]) -> tuple[Tag, ...]:
    """Five tags that fit any subject."""
    return tuple(
        Tag(TagId(ids()), class_id, name, tone, position)
        for position, (name, tone) in enumerate(STARTER)
    )


class TagService:
    """Setting up tags; each call is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def tags(self, class_id: ClassId) -> tuple[Tag, ...]:
        """The tags in use, in the teacher's order."""
        return tuple(tag for tag in self._all(class_id) if not tag.retired)

    def add(self, class_id: ClassId, name: str, tone: str = NEUTRAL) -> Tag:
        """A tag at the end; a retired one of that name comes back.

        Raises `errors.NameMissing` and `errors.NameTaken`.
        """
        wanted = self._free_name(class_id, name)
        there = self._all(class_id)
        place = max((tag.position for tag in there), default=-1) + 1
        old = next((tag for tag in there if folded(tag.name) == folded(wanted)), None)
        new = Tag(old.id if old else TagId(self._room.ids()), class_id, wanted, _tone(tone), place)
        change = Change(old, new) if old else made(new)
        self._room.workspace.edit(label("tag added", tag=new.name), change)
        return new

    def rename(self, tag_id: TagId, name: str) -> None:
        """Observations that carry it show the new name. Raises as `add` does."""
        before = self._tag(tag_id)
        wanted = self._free_name(before.class_id, name, but=tag_id)
        self._change(before, replace(before, name=wanted))

    def set_tone(self, tag_id: TagId, tone: str) -> None:
        """Say whether it is "positive" or "neutral"."""
        before = self._tag(tag_id)
        self._change(before, replace(before, tone=_tone(tone)))

    def remove(self, tag_id: TagId) -> None:
        """Offer it no longer; what was tagged with it keeps it."""
        before = self._tag(tag_id)
        after = replace(before, retired=True)
        self._room.workspace.edit(label("tag removed", tag=before.name), Change(before, after))

    def reorder(self, class_id: ClassId, order: Sequence[TagId]) -> None:
        """Put the tags in this order; those not named come after, as they were."""
        place = {tag_id: at for at, tag_id in enumerate(order)}
        wanted = sorted(self.tags(class_id), key=lambda tag: place.get(tag.id, len(place)))
        moved = [Change(tag, replace(tag, position=at)) for at, tag in enumerate(wanted)]
        self._room.workspace.edit(label("tags ordered"), *moved)

    def _change(self, before: Tag, after: Tag) -> None:
        self._room.workspace.edit(label("tag changed", tag=after.name), Change(before, after))

    def _free_name(self, class_id: ClassId, name: str, but: TagId | None = None) -> str:
        wanted = named(name)
        for tag in self.tags(class_id):
            if tag.id != but and folded(tag.name) == folded(wanted):
                raise NameTaken("tag", tag.name)
        return wanted

    def _all(self, class_id: ClassId) -> tuple[Tag, ...]:
        found = self._room.store.find(Tag, class_id=class_id)
        return tuple(sorted(found, key=lambda tag: (tag.position, tag.id)))

    def _tag(self, tag_id: TagId) -> Tag:
        return known(self._room.store, Tag, tag_id, "tag")


def _tone(tone: str) -> str:
    if tone not in TONES:
        raise ValueError(f"{tone!r} is no tone of a tag")
    return tone
