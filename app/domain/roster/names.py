"""Takes the names in one cell apart."""

import re
from dataclasses import dataclass

_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]*)[)）\]]")
_COMMA = re.compile(r"\s*[,،，]\s*")
_CALLED = re.compile(r"\s*[(（\[\"“”']([^\W\d_][^()（）\[\]\"“”\d]*)[)）\]\"“”'](?=\s|$|,)")
_INITIALS = re.compile(r"(?:\s+[^\W\d_]\.?)+$")
# Small words that begin a last name; "al" and "el" may be joined to it.
_PARTICLES = frozenset(
    "abu af ap bin bint da das de del della der des di do dos du el al ibn la las le los mac mc "
    "o' san st st. santa te ten ter van vande vanden vander vel vom von zu zum zur 't".split()
)
# Half of a first name, never one by itself: "عبد الرحمن", "Abu Bakr".
_HALVES = frozenset("abd abu umm عبد أبو ابو أم ام".split())


@dataclass(frozen=True, slots=True)
class NameParts:
    """What one cell says: either part may be empty; `called` is a name in brackets."""

    first: str
    last: str
    called: str = ""


def has_comma(text: str) -> bool:
    """Whether a cell holds a last and a first name with a comma between ("Rossi, Sofia")."""
    parts = _COMMA.split(text.strip())
    return len(parts) == 2 and all(parts)


def split_name(text: str) -> NameParts:
    """The parts of a whole name: "Last, First", "LAST First" or "First Last".

    Without a comma the last word is the last name, with the small words before it ("van der Berg").
    A single word is a first name.
    """
    text, called = without_called(text.strip())
    if has_comma(text):
        last, first = _COMMA.split(text)
        return NameParts(first, last, called)
    words = text.replace(",", " ").split()
    at = _last_name_start(words)
    if shouted := _shouted_first(words):
        return NameParts(" ".join(words[shouted:]), " ".join(words[:shouted]), called)
    return NameParts(" ".join(words[:at]), " ".join(words[at:]), called)


def without_remarks(text: str) -> str:
    """A name without notes in brackets: capitals such as (SEN), lower case, digits.

    They are often about needs or health, which a class list shall not bring in.
    """
    kept = _BRACKETS.sub(lambda found: "" if _is_remark(found.group(1)) else found.group(), text)
    return " ".join(kept.split()) if kept != text and kept.strip() else text


def without_called(text: str) -> tuple[str, str]:
    """A name and the one in brackets or quotes in it: "Benjamin (Ben) Wu" is called Ben."""
    found = _CALLED.search(text)
    if found is None or not found.start():
        return text, ""
    rest = text[: found.start()] + text[found.end() :]
    return " ".join(rest.split()), found.group(1).strip()


def _is_remark(text: str) -> bool:
    text = text.strip()
    plain = len(text) > 1 and all(char.isalpha() or char in " '’-" for char in text)
    return not plain or text.isupper() or text[0].islower()


def called_first(first: str) -> str:
    """What someone with these first names is called on the board: without middle initials."""
    return _INITIALS.sub("", first) or first


def everyday(first: str) -> str:
    """The first of several first names, whole: "Anna" of "Anna Maria", "عبد الرحمن"."""
    words = first.split()
    return " ".join(words[: _of_first(words)])


def _of_first(words: list[str]) -> int:
    """How many words one first name takes."""
    return 2 if words and words[0].casefold() in _HALVES else 1


def _last_name_start(words: list[str]) -> int:
    if len(words) == 2 and words[0].isascii():
        return 1  # "Abu Sayed": of two words one is the family's
    least = _of_first(words)
    if len(words) <= least:
        return len(words)
    particle = (i for i in range(least, len(words) - 1) if words[i].casefold() in _PARTICLES)
    return next(particle, len(words) - 1)


def _shouted_first(words: list[str]) -> int:
    """How many words at the start are a last name in capitals, as in "DUPONT Marie"."""
    shouted = [len(word) > 1 and _all_capitals(word) for word in words]
    count = shouted.index(False) if False in shouted else 0
    return count if count and not any(shouted[count:]) else 0


def _all_capitals(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)
