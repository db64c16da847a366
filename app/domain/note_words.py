"""A note as the words it is found by, and what is typed to find one as the words looked for.

Case, accents and the forms of Arabic letters do not count. The start of a word is enough; scripts
that put no space between words are found by any of their letters, one or several in a row.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from app.domain.capture.search_keys import is_unspaced, search_key, word_starts


class Sought(NamedTuple):
    """A word that is looked for: as it is, or as the start of one."""

    key: str
    start: bool


def words_of(note: str) -> tuple[str, ...]:
    """The words of a note, each once, in no order that means anything."""
    return tuple(sorted({word for piece in _pieces(note) for word in _found_under(piece)}))


def sought_in(text: str) -> tuple[Sought, ...]:
    """What a note must have all of, for what was typed; nothing for a text without a letter."""
    return tuple(dict.fromkeys(sought for piece in _pieces(text) for sought in _sought(piece)))


def _found_under(piece: str) -> Iterator[str]:
    if is_unspaced(piece[0]):
        letters = search_key(piece)
        yield from letters
        yield from _pairs(letters)
    else:
        yield from (key for key in (search_key(piece), *_starts(piece)) if key)


def _starts(piece: str) -> Iterator[str]:
    return (key for key, _whole in word_starts(piece))


def _sought(piece: str) -> Iterator[Sought]:
    key = search_key(piece)
    if is_unspaced(piece[0]):
        yield from (Sought(pair, start=False) for pair in (_pairs(key) if key[1:] else key))
    elif key:
        yield Sought(key, start=True)


def _pairs(letters: str) -> Iterator[str]:
    """Two letters each: those of a word stand side by side, without a list of all its stretches."""
    return (first + second for first, second in pairwise(letters))


def _pieces(text: str) -> Iterator[str]:
    """Stretches without a blank, parted where a script without spaces begins or ends."""
    for chunk in unicodedata.normalize("NFC", text.lower()).split():
        start = 0
        for at in range(1, len(chunk)):
            is_mark = unicodedata.category(chunk[at])[0] == "M"
            if not is_mark and is_unspaced(chunk[at]) != is_unspaced(chunk[at - 1]):
                yield chunk[start:at]
                start = at
        yield chunk[start:]
