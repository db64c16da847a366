"""What is left of a capture line: a note, a tag, or a note that a tag would fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.capture.search_keys import is_unspaced, letter_count, search_key
from app.domain.capture.vocabulary import KnownTag
from app.domain.capture.words import Word
from app.domain.ids import TagId

_FEWEST_LETTERS = 3
_MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """A way to keep what is left: as a note, as a tag, or both."""

    text: str
    tags: tuple[KnownTag, ...] = ()

    @property
    def kept(self) -> tuple[bool, tuple[TagId, ...]]:
        """What of it is kept: the words or not, and which tags."""
        return (bool(self.text), tuple(tag.id for tag in self.tags))


def note_choices(
    text: str, words: Sequence[Word], tags: Sequence[KnownTag]
) -> tuple[NoteChoice, ...]:
    """The ways to keep the words that are left, best first; `text` is how they read.

    Words that all are starts of one tag's words are that tag. A note that has half of a tag's
    words in it can get the tag as well.
    """
    if not text:
        return ()
    note = NoteChoice(text)
    meant = [NoteChoice("", (tag,)) for tag in tags if _is_tag(words, tag)]
    if meant:
        return (*meant, note)
    fitting = sorted(tags, key=lambda tag: -_shared(words, tag))
    with_tag = [NoteChoice(text, (tag,)) for tag in fitting if _fits(words, tag)]
    return (note, *with_tag[:_MOST_SUGGESTED])


def _is_tag(words: Sequence[Word], tag: KnownTag) -> bool:
    """Whether each word starts another word of the tag, the first of them tellingly."""
    if any(word.quoted or not word.key for word in words) or not words:
        return False
    if max(word.letters for word in words) < _FEWEST_LETTERS:
        return False
    free = _keys(tag)
    for word in sorted(words, key=lambda w: -len(w.key)):
        start = next((key for key in free if key.startswith(word.key)), None)
        if start is None:
            return False
        free.remove(start)
    return True


def _fits(words: Sequence[Word], tag: KnownTag) -> bool:
    shared = _shared(words, tag)
    return shared > 0 and 2 * shared >= len(_keys(tag))


def _shared(words: Iterable[Word], tag: KnownTag) -> int:
    """How many telling words of the tag are among the words."""
    said = {key for word in words for key in map(search_key, word.text.split())}
    return sum(1 for key in _keys(tag) if letter_count(key) >= _FEWEST_LETTERS and _in(key, said))


def _in(key: str, said: set[str]) -> bool:
    return key in said or (is_unspaced(key[0]) and any(key in word for word in said))


def _keys(tag: KnownTag) -> list[str]:
    return [key for key in map(search_key, tag.name.split()) if key]
