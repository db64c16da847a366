"""Repairs what programs do to the letters of names on their way into a list."""

import html
import re
import unicodedata

# The code pages by which UTF-8 is most often misread.
_PAGES = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "cp1256")
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[A-Za-z]{2,8});")
# "Ã" and an invisible soft hyphen are a broken "í"; many programs drop the hyphen.
_HALF_I = re.compile(r"(?<=[a-z])Ã(?=[a-z]|$)")
_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r\d])")
_FORCED_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_TIMES = 3


def repaired(text: str) -> str:
    """The text as it was before a wrong reading broke its letters ("LucÃ­a" gives "Lucía").

    A text that was not broken comes back as it is. Broken twice is repaired twice.
    """
    if text.isascii() and "&" not in text:
        return text
    text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    for _ in range(_TIMES):
        # Only at real spaces: the no-break space is half of a broken "à".
        after = " ".join(_word_repaired(word) for word in text.split(" "))
        if after == text:
            break
        text = after
    return _HALF_I.sub("í", text)


def _word_repaired(word: str) -> str:
    if word.isascii():
        return word
    found = (_reread(word, page) for page in _PAGES)
    return next((text for text in found if text is not None and _reads_well(text)), word)


def _reread(word: str, page: str) -> str | None:
    """The word if it was UTF-8 read as `page`, else None: other text does not decode."""
    try:
        return b"".join(_byte(letter, page) for letter in word).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None


def _byte(letter: str, page: str) -> bytes:
    try:
        return letter.encode(page)
    except UnicodeEncodeError:
        # Programs let through as they are the bytes for which the page has no letter.
        return letter.encode("latin-1")


def _reads_well(text: str) -> bool:
    return all(unicodedata.category(letter) not in {"Cc", "Cn", "Co", "Cs"} for letter in text)


def has_lost_letters(text: str) -> bool:
    """Whether a letter was replaced by a stand-in and cannot be had back ("Luc?a")."""
    return _LOST.search(text) is not None


def unguarded(text: str) -> str:
    """The text without what spreadsheets put before it to keep it text ("'=", '="Amara"')."""
    forced = _FORCED_TEXT.match(text.strip())
    return _GUARDED.sub("", forced.group(1).replace('""', '"') if forced else text)


def hides_characters(text: str) -> bool:
    """Whether a text holds signs that do not show and can change how it looks or sorts.

    Direction marks, soft hyphens and the like are in honest lists too and are not counted.
    """
    return any(_is_hidden(char) for char in text)


def _is_hidden(char: str) -> bool:
    turning = "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    control = unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\r\n"
    return turning or control or char in "\u200b\u2060"
