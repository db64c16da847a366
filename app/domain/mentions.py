"""Finding what a person is called in other texts, and taking it out of them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from app.domain.names import PersonName

GAP = "…"
"""What stands where a name was: it says nothing in any language."""

_WORD = re.compile(r"[^\W_\u0300-\u036f][\w\u0300-\u036f]*")
_GAPS = re.compile(rf"{GAP}(?:[ \-]{GAP})+")
# In these a word stands between blanks; in others a name is found inside longer signs too.
_SPACED = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "COMBINING")


class NameWords:
    """The words of some people's names. One letter alone is none, nor is a particle such as "van".

    Case and accents do not matter, and the s of a genitive may follow: "Maya", "MAYA's", "Mayas".
    """

    def __init__(self, names: Iterable[PersonName]) -> None:
        found = {word for name in names for word in _words_of(name)}
        self._words = frozenset(_plain(word) for word in found if _is_spaced(word))
        inside = sorted((word for word in found if not _is_spaced(word)), key=len, reverse=True)
        self._inside = re.compile("|".join(map(re.escape, inside))) if inside else None

    def __bool__(self) -> bool:
        return bool(self._words) or self._inside is not None

    def found(self, text: str) -> bool:
        """Whether the text holds one of the words."""
        if not text:
            return False
        if self._inside is not None and self._inside.search(text):
            return True
        return any(self._is_one(word) for word in _WORD.findall(text))

    def without(self, text: str) -> str:
        """The text with `GAP` where the words were; the same text when there were none."""
        if not self.found(text):
            return text
        left = _WORD.sub(lambda m: GAP if self._is_one(m[0]) else m[0], text)
        if self._inside is not None:
            left = self._inside.sub(GAP, left)
        return _GAPS.sub(GAP, left)

    def _is_one(self, word: str) -> bool:
        plain = _plain(word)
        return plain in self._words or (plain.endswith("s") and plain[:-1] in self._words)


def _words_of(name: PersonName) -> list[str]:
    """The words a person may be called by, without particles and single letters."""
    parts = (name.preferred, name.given, name.family)
    words = [word for part in parts for word in _WORD.findall(unicodedata.normalize("NFC", part))]
    if any(not word.islower() for word in words):
        words = [word for word in words if not word.islower()]
    return [word for word in words if len(word) > 1]


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def _is_spaced(word: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith(_SPACED) for c in word)
