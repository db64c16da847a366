"""A passphrase: as it is understood, and how hard it is to guess."""

import unicodedata
from enum import Enum
from itertools import pairwise


class Strength(Enum):
    """What is said of a passphrase; none is refused but the empty one."""

    EMPTY = "empty"
    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def understood(text: str) -> str:
    """The passphrase, however the keyboard put it together.

    One letter may come as one sign or as two, and blanks differ between systems; both are made
    one, as RFC 8265 (OpaqueString) does. Capitals and blanks count.
    """
    plain = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    return unicodedata.normalize("NFC", plain)


def strength(text: str) -> Strength:
    """A plain hint from length and variety: three or four words are good."""
    known = understood(text)
    if not known.strip():
        return Strength.EMPTY
    letters = _fresh(known)
    if letters >= 15:
        return Strength.GOOD
    return Strength.FAIR if letters >= 9 else Strength.WEAK


def _fresh(text: str) -> int:
    """Letters that do not just repeat or continue the one before: `aaaa` and `1234` count 1."""
    lower = text.casefold()
    steps = [abs(ord(now) - ord(before)) for before, now in pairwise(lower)]
    return min(1 + sum(step > 1 for step in steps), 3 * len(set(lower)))
