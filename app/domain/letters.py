"""Names as a reader sees them: letters with their marks, nothing that does not show."""

import unicodedata
from functools import lru_cache

# Invisible, though Unicode calls them letters, marks or symbols.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
# They show nothing themselves but spell: Persian, Hindi and emoji look different without them.
_JOINERS = frozenset("\u200c\u200d")
_FIRST_JOINED_SCRIPT = "\u0590"
_HIDDEN = frozenset({"Cf", "Cs"})
_APART = frozenset({"Cc", "Zl", "Zp", "Zs"})


def clean(text: str) -> str:
    """The text in one line and one spelling (NFC), without controls and zero-width signs.

    Direction controls go: they could turn the text around a name. A joiner stays where it spells,
    between two letters of a script that joins.
    """
    if text.isascii() and text.isprintable():  # most names: nothing to look at letter by letter
        return " ".join(text.split())
    if text.isprintable() and _BLANK.isdisjoint(text):  # none of what is looked for below
        return unicodedata.normalize("NFC", " ".join(text.split()))
    shown = "".join(_shown(text, i) for i in range(len(text)))
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def _shown(text: str, index: int) -> str:
    char = text[index]
    if char in _JOINERS:
        return char if _spells(text, index) else ""
    kind = unicodedata.category(char)
    if kind in _APART:
        return " "
    return "" if kind in _HIDDEN or char in _BLANK else char


def _spells(text: str, index: int) -> bool:
    around = text[index - 1 : index] + text[index + 1 : index + 2]
    return len(around) == 2 and all(
        char >= _FIRST_JOINED_SCRIPT and unicodedata.category(char)[0] in "LMS" for char in around
    )


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """What two texts share when a reader could take one for the other.

    Case, width, spelling of accents, dots and joiners do not tell names apart; accents do. Kept,
    since a class is compared name by name.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.replace(".", "").casefold().split())
    plain = unicodedata.normalize("NFKC", clean(text)).casefold()
    plain = unicodedata.normalize("NFKC", plain).casefold()
    return " ".join("".join(_told_apart(char) for char in plain).split())


def _told_apart(char: str) -> str:
    selector = "\ufe00" <= char <= "\ufe0f"
    return "" if char == "." or char in _JOINERS or selector else char


def letters(text: str) -> tuple[str, ...]:
    """The signs a reader would count: each with its marks, flags and families whole.

    A short form of Unicode's rules for grapheme clusters (UAX 29).
    """
    if text.isascii():
        return tuple(text)
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return tuple(found)


def _continues(before: str, char: str) -> bool:
    last = before[-1]
    if (
        char in _JOINERS
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    ):
        return True
    if _is_flag_half(char):
        return len(before) == 1 and _is_flag_half(before)
    conjunct = unicodedata.combining(last) == 9 and unicodedata.category(char) == "Lo"
    return last == "\u200d" or conjunct


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
