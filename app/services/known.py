"""Looking up what must be there."""

from typing import TypeVar

from app.domain.changes import Entity
from app.domain.letters import clean
from app.errors import NameMissing, NotFound
from app.ports import Store

E = TypeVar("E", bound=Entity)


def known(store: Store, kind: type[E], entity_id: int, word: str) -> E:
    """The entity with that id. Raises `errors.NotFound`; `word` is what a teacher calls it."""
    found = store.get(kind, entity_id)
    if found is None:
        raise NotFound(word, str(entity_id))
    return found


def named(text: str) -> str:
    """A name as it is kept. Raises `errors.NameMissing` when nothing of it shows."""
    name = clean(text)
    if not name:
        raise NameMissing
    return name
