"""A capture line as words, each with its place in the line."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.capture.search_keys import is_unspaced, letter_count, search_key

_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "\u300c": "\u300d"}
_CHUNK = re.compile(r"\S+")
_AROUND = ".,;:!?()[]\u060c\u061f\u3002\uff0c"
# What stands between two numbers of a count: "3 of 4", "3 de 4", "3 sur 4", "3 out of 4".
_OF = frozenset(
    {"of", "out of", "from", "de", "sur", "su", "von", "van", "z", "\u0645\u0646", "kati ya", "/"}
)
_LONGEST_OF = 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or a quoted stretch, of `line[start:end]`.

    `text` is how a note shows it, `key` how it is compared. `number` is a digit that stands alone.
    """

    start: int
    end: int
    text: str
    key: str
    quoted: bool = False
    number: int | None = None

    @property
    def letters(self) -> int:
        """How much it says, in letters of an alphabet."""
        return letter_count(self.text)


def split_line(line: str) -> tuple[Word, ...]:
    """The words of a line in order. A quote that is not closed reaches to the end."""
    words: list[Word] = []
    at = 0
    while match := _CHUNK.search(line, at):
        start = match.start()
        if line[start] in _QUOTES:
            words.append(_quoted(line, start))
        else:
            words.extend(_apart(line, start, match.end()))
        at = words[-1].end
    return tuple(words)


def word_of(line: str, start: int, end: int) -> Word:
    """The plain word at that place."""
    text = line[start:end]
    bare = text.strip(_AROUND)
    return Word(start, end, text, search_key(text), number=_number(bare))


def _quoted(line: str, start: int) -> Word:
    closing = line.find(_QUOTES[line[start]], start + 1)
    inner = line[start + 1 :] if closing < 0 else line[start + 1 : closing]
    end = len(line.rstrip()) if closing < 0 else closing + 1
    return Word(start, max(end, start + 1), " ".join(inner.split()), "", quoted=True)


def _apart(line: str, start: int, end: int) -> list[Word]:
    """A chunk as words: scripts without spaces part from what follows them."""
    cuts = [start]
    for at in range(start + 1, end):
        here, before = line[at], line[at - 1]
        if unicodedata.category(here)[0] != "M" and is_unspaced(here) != is_unspaced(before):
            cuts.append(at)
    return [word_of(line, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


def _number(text: str) -> int | None:
    if len(text) != 1 or not text.isdecimal():
        return None
    return unicodedata.digit(text)


def joined(words: Sequence[Word]) -> str:
    """Words as one line of text: as they stand, with one space where there was any."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        apart = before is not None and before.end != word.start
        text += (" " if apart and text else "") + word.text
    return text.strip()


def counts(words: Sequence[Word]) -> frozenset[int]:
    """Places of the words that count something, as "3 of 4" does: neither number is a level."""
    found: set[int] = set()
    numbers = [at for at, word in enumerate(words) if word.number is not None]
    for first, second in pairwise(numbers):
        between = words[first + 1 : second]
        said = " ".join(word.text.casefold() for word in between)
        if 1 <= len(between) <= _LONGEST_OF and said in _OF:
            found.update(range(first, second + 1))
    return frozenset(found)
