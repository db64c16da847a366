"""How words are compared when a teacher types the start of one: case and accents do not count."""

import re
import unicodedata
from collections.abc import Iterator

# Letters that are one letter with a stroke or two joined, which Unicode does not take apart.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # Arabic and Persian forms of one letter, as hands and keyboards mix them.
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u06cc": "\u064a",
        "\u06d2": "\u064a",
        "\u06a9": "\u0643",
        "\u0629": "\u0647",
        "\u06c1": "\u0647",
        "\u06be": "\u0647",
        "\u06c0": "\u0647",
        "\u0621": None,
        "\u0640": None,
    }
)
_ARTICLE = "\u0627\u0644"
_JOINTS = re.compile(r"[-\u2010-\u2015'\u2018\u2019\u02bc`\u00b4./\\&+_(),:;]+")
_PLAIN_WORDS = re.compile(r"[a-z0-9]+")
# Scripts that put no space between words (and Hangul, where names have none): a word may start
# at any letter.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3041", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def search_key(word: str) -> str:
    """What two spellings of a word share: letters and digits only, without case and accents."""
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    # Twice: what letters such as mathematical ones are made of has a case of its own.
    apart = _taken_apart(_taken_apart(word)).translate(_PLAIN)
    return "".join(_digit(char) for char in apart if _counts(char))


def _taken_apart(word: str) -> str:
    return unicodedata.normalize("NFKD", word.casefold())


def _counts(char: str) -> bool:
    kind = unicodedata.category(char)[0]
    if kind == "M":
        return not _is_accent(char)
    return kind in "LN"


def _is_accent(char: str) -> bool:
    """Accents and the vowel points of Arabic and Hebrew; not the vowel signs of Hindi or Thai."""
    place = unicodedata.combining(char)
    return place >= 200 or 10 <= place <= 36 or place == 1


def _digit(char: str) -> str:
    return str(unicodedata.digit(char)) if char.isdecimal() else char


def word_starts(text: str) -> Iterator[tuple[str, bool]]:
    """The keys under which the words of a text are found, and whether each is a whole word.

    Hyphenated words are found whole and by their parts, Arabic ones also without the article,
    and in scripts without spaces from every letter on.
    """
    low = text.lower()
    if low.isascii() and not any(mark in low for mark in "-'."):
        for word in _PLAIN_WORDS.findall(low):
            yield word, True
        return
    for chunk in unicodedata.normalize("NFC", low).split():
        yield from _starts_of_chunk(chunk)


def _starts_of_chunk(chunk: str) -> Iterator[tuple[str, bool]]:
    pieces = _JOINTS.split(chunk)
    whole = search_key(chunk)
    if whole:
        yield whole, True
    if whole.startswith(_ARTICLE) and len(whole) > 4:
        yield whole.removeprefix(_ARTICLE), True
    if len(pieces) > 1:
        for piece in pieces:
            if key := search_key(piece):
                yield key, True
    if not chunk.isascii():
        yield from _later_starts(chunk)


def _later_starts(chunk: str) -> Iterator[tuple[str, bool]]:
    """Where no spaces are, a word may start at any letter."""
    for at in range(1, len(chunk)):
        if is_unspaced(chunk[at]) and (key := search_key(chunk[at:])):
            yield key, False


def is_unspaced(char: str) -> bool:
    """Whether it belongs to a script that puts no space between words."""
    return char > "\u0dff" and any(low <= char <= high for low, high in _UNSPACED)


def letter_count(word: str) -> int:
    """How much a typed word says, in letters of an alphabet; an ideograph or syllable says more."""
    return sum(2 if is_unspaced(char) else 1 for char in word if char.isalnum())
