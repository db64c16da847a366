"""Two letters and a shape that tell students with equal names apart."""

import unicodedata
from functools import lru_cache

SHAPES = ("circle", "square", "hexagon", "leaf")
ARABIC_ARTICLE = "\u0627\u0644"
_IDEOGRAPHS = ("CJK UNIFIED", "CJK COMPATIBILITY", "HANGUL SYLLABLE")


def shape_of(key: int) -> str:
    """The avatar shape of a student: the same all year, and not the next student's."""
    return SHAPES[key % len(SHAPES)]


@lru_cache(maxsize=512)
def initials(name: str, family: str = "") -> str:
    """One or two letters for a name in any script.

    First and last word give a letter each; a name in ideographs or Hangul gives one sign, of the
    given name, since two of them would be most of the name itself. They are asked for with every
    card that is drawn, so they are kept.
    """
    words = [word for word in f"{name} {family}".split() if _first(word)]
    if not words:
        return name.strip()[:1]
    if _is_ideographic(words[0]):
        return _given_sign(words[0], family.strip())
    last = words[-1] if len(words) > 1 else ""
    return _first(words[0]) + _first(last)


def _given_sign(word: str, family: str) -> str:
    if family and word.startswith(family) and word != family:
        return word[len(family)]
    if family and not word.startswith(family):
        return word[0]
    return word[0] if len(word) == 1 else word[2] if len(word) > 3 else word[1]


def _is_ideographic(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith(_IDEOGRAPHS)


def _first(word: str) -> str:
    """The first letter with its marks, large where the script has large letters."""
    word = unicodedata.normalize("NFC", word)
    if word.startswith(ARABIC_ARTICLE) and len(word) > 3:
        word = word.removeprefix(ARABIC_ARTICLE)
    at = next((at for at, sign in enumerate(word) if sign.isalnum()), None)
    if at is None:
        return ""
    end = at + 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[at].title() + word[at + 1 : end]
