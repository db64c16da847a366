"""How much a word looks like a name in some language, judged by its letters alone."""

import re
import unicodedata
from functools import cache

# The letters beyond a to z that a language uses; one word rarely mixes two of these sets.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "áéíóúñü",  # Spanish
        "àâçéèêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áâãàçéêíóôõú",  # Portuguese
        "àèéìòù",  # Italian
        "åäöæøéü",  # Nordic
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "ąćęłńóśźż",  # Polish
        "áéíóöőúüű",  # Hungarian
        "ăâîșțşţ",  # Romanian
        "čćđšž",  # Croatian, Slovene
        "çğıiöşüâ",  # Turkish
        "áàâäéèêëíìîïóòôöúùûüŵŷ",  # Welsh
    )
)
# Their bytes are also those of far more common names: a list that fits both is rather the other.
_RARER_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "áéíóúýþæöð",  # Icelandic
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äöõüšž",  # Estonian
    )
)
_WORD = re.compile(r"[^\s,;\"()/|:]+")
_FINE_MARKS = frozenset("’‘ʼ´`–-·.•،、")
_PART = re.compile(r"[-’'‘·–]")
_MOSTLY = 0.6


def words_beyond_ascii(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]


def likeness(word: str) -> float:
    """From -1 (no language writes that) to 1 (a name could be written so)."""
    letters = [letter for letter in word if letter.isalpha() or unicodedata.combining(letter)]
    scripts = {script_of(letter) for letter in letters}
    odd = any(not _fine(letter) for letter in word)
    if odd or len(scripts) > 1 or any(_mixes_case(part) for part in _PART.split(word)):
        return -1.0
    if not letters or all(letter.isascii() for letter in letters):
        return 0.3 if word[-1:].isalpha() else -0.5
    return _of_script(next(iter(scripts)), letters)


def _fine(letter: str) -> bool:
    return (
        letter.isascii()
        or letter in _FINE_MARKS
        or unicodedata.category(letter) in {"Lu", "Ll", "Lo", "Lt", "Lm", "Mn", "Mc", "Nd"}
    )


def _mixes_case(part: str) -> bool:
    """Capitals and small letters after the first letter, as in a wrong reading (LucÃa)."""
    tail = part[1:]
    beyond = not part.isascii()
    return beyond and any(c.isupper() for c in tail) and any(c.islower() for c in tail)


def _of_script(script: str, letters: list[str]) -> float:
    if script == "LATIN":
        return _latin(letters)
    if script == "CJK":
        return sum(_common(letter) for letter in letters) / len(letters)
    if script == "HALFWIDTH":
        return -1.0
    return 0.6 if letters[0].islower() else 1.0


def _latin(letters: list[str]) -> float:
    accented = {letter.lower() for letter in letters if not letter.isascii()}
    count = sum(not letter.isascii() for letter in letters)
    if len(letters) > 2 and count / len(letters) > _MOSTLY:
        return -1.0
    small_start = 0.3 if letters[0].islower() else 0.0
    if any(accented <= alphabet for alphabet in _ALPHABETS):
        return 1.0 - small_start
    rarer = any(accented <= alphabet for alphabet in _RARER_ALPHABETS)
    return 0.6 - small_start if rarer else 0.1


@cache
def script_of(letter: str) -> str:
    """The first word of a letter's Unicode name: LATIN, CYRILLIC, ARABIC, CJK, ..."""
    if unicodedata.combining(letter):
        return "LATIN"
    name = unicodedata.name(letter, "?")
    # Japanese names mix these freely.
    japanese = name.startswith(("HIRAGANA", "KATAKANA")) or letter == "々"
    return "CJK" if japanese else name.split()[0]


@cache
def _common(letter: str) -> bool:
    """Whether a sign is among the few thousand in use, by the first halves of three standards."""
    halves = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("shift_jis", 0x82, 0x97))
    return any(_in_half(letter, *half) for half in halves)


def _in_half(letter: str, encoding: str, low: int, high: int) -> bool:
    try:
        return low <= letter.encode(encoding)[0] <= high
    except UnicodeEncodeError:
        return False
