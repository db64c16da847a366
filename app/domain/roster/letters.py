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
        text = " ".join(_word_repaired(word) for word in text.split(" "))
    return _HALF_I.sub("í", text)


def _word_repaired(word: str, times: int = _TIMES) -> str:
    if word.isascii() or not times:
        return word
    for page in _PAGES:
        text = _reread(word, page)
        # Broken twice, the first repair still holds controls; only the second one reads well.
        found = None if text is None or _reads_well(text) else _word_repaired(text, times - 1)
        if (found := found or text) is not None and _reads_well(found):
            return found
    return word


def _reread(word: str, page: str) -> str | None:
    """The word if it was UTF-8 read as `page`, else None: other text hardly ever decodes.

    A single letter out of two is no proof: a short name may look like that by chance.
    """
    try:
        text = b"".join(_byte(letter, page) for letter in word).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return text if len(text) > 1 else None


def _byte(letter: str, page: str) -> bytes:
    try:
        return letter.encode(page)
    except UnicodeEncodeError:
        # Programs let through as they are the bytes for which the page has no letter.
        return letter.encode("latin-1")


def _reads_well(text: str) -> bool:
    """Whether a repair made a name: assigned letters of one script, none only of phonetics."""
    letters = [char for char in text if char.isalpha()]
    assigned = all(unicodedata.category(char) not in {"Cc", "Cn", "Co", "Cs"} for char in text)
    phonetic = any("\u0250" <= char <= "\u02ff" and char != "ə" for char in letters)
    return assigned and not phonetic and len({_script(char) for char in letters}) <= 1


def _script(letter: str) -> str:
    script = unicodedata.name(letter, "?").split()[0]
    return "CJK" if script in {"HIRAGANA", "KATAKANA"} else script


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
