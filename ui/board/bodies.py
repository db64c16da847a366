"""How high the small letters of a script are: it decides from how far a name can be read."""

import unicodedata

from app.domain.board.legible import X_HEIGHT
from ui.board.lettering import NAME, Lettering

_LETTERS = {
    "ARABIC": "د",
    "DEVANAGARI": "न",
    "THAI": "ก",
    "HEBREW": "א",
    "CJK": "口",
    "HIRAGANA": "口",
    "KATAKANA": "口",
    "HANGUL": "口",
}
_DENSE = frozenset({"口"})
_DENSE_SHARE = 0.62
"""A sign of many strokes must be larger to be read than its height alone says."""


class Bodies:
    """Small letters as a share of the size, measured on the face itself."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._known: dict[str, float] = {}

    def of(self, text: str) -> float:
        """The height of the small letters of a text, by its first letter."""
        first = next((char for char in text if char.isalpha()), "x")
        sample = _LETTERS.get(unicodedata.name(first, "").split(" ")[0], "x")
        if sample not in self._known:
            self._known[sample] = self._measured(sample)
        return self._known[sample]

    def _measured(self, sample: str) -> float:
        if sample == "x":
            return X_HEIGHT
        high = self._lettering.ink_height(sample, NAME)
        return high * (_DENSE_SHARE if sample in _DENSE else 1)
