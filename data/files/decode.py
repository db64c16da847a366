"""Bytes to letters: Unicode when it is, else the likeliest code page, and what else it may be."""

import codecs
import unicodedata

from app.domain.roster.errors import NotText
from app.domain.roster.table import Reading, TextReading
from data.files.code_pages import is_certain, rank

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "workbook"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "document"),
)
_PAGE_STARTS = (b"<html", b"<!doctype html", b"<table", b"<?xml")
_HEAD = 200
_ODD_SHARE = 0.02
_MOSTLY = 3


def decode(name: str, content: bytes, encoding: str | None = None) -> tuple[str, TextReading]:
    """The text and how sure we are of it; `encoding` is the teacher's own choice.

    Raises `NotText`. A guess is never silent: `TextReading.others` are the readings that fit.
    """
    _refuse_signatures(name, content)
    found = _unicode(content)
    if found is None and b"\0" in content:
        raise NotText(name, "other")
    if found is None and encoding is None and (text := _mostly_utf8(content)) is not None:
        return _checked(name, text), TextReading(Reading("utf-8"), certain=False)
    if found is not None and encoding in {None, found[1]}:
        text, used = found
        return _checked(name, text), TextReading(Reading(used))
    return _by_code_page(name, content, encoding)


def _refuse_signatures(name: str, content: bytes) -> None:
    kind = next((kind for mark, kind in _SIGNATURES if content.startswith(mark)), "")
    if content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS):
        kind = "page"  # also what many programs save under the name of a workbook
    if content.startswith(b"PK\x03\x04"):
        kind = "document" if b"word/" in content else "workbook"
    if kind:
        raise NotText(name, kind)


def _unicode(content: bytes) -> tuple[str, str] | None:
    """The text and its encoding when the bytes are some form of Unicode, else None."""
    marked = next((codec for mark, codec in _MARKS if content.startswith(mark)), None)
    wide = _unmarked_wide(content) if marked is None and b"\0" in content else None
    for codec in (marked, wide, None if b"\0" in content else "utf-8"):
        text = None if codec is None else _decoded(content, codec)
        if codec is not None and text is not None:
            return text, codec
    return None


def _unmarked_wide(content: bytes) -> str | None:
    """UTF-16 without a mark: line ends and spaces have their zero byte on one side only."""
    if len(content) % 2:
        return None
    high_first, low_first = content[0::2].count(0), content[1::2].count(0)
    codec = "utf-16-be" if high_first > low_first else "utf-16-le"
    text = _decoded(content, codec)
    return codec if text is not None and _odd_share(text) <= _ODD_SHARE else None


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _mostly_utf8(content: bytes) -> str | None:
    """UTF-8 into which a few letters of Windows-1252 were pasted; None when it is not that."""
    text = content.decode("utf-8", "surrogateescape")
    strays = sum(0xDC80 <= ord(letter) <= 0xDCFF for letter in text)
    whole = sum(ord(letter) > 0x7F for letter in text) - strays
    if whole < _MOSTLY * strays:
        return None
    return "".join(_stray(letter) if 0xDC80 <= ord(letter) <= 0xDCFF else letter for letter in text)


def _stray(letter: str) -> str:
    return bytes([ord(letter) - 0xDC00]).decode("cp1252", "replace")


def _by_code_page(name: str, content: bytes, encoding: str | None) -> tuple[str, TextReading]:
    ranked = rank(content)
    chosen = encoding or next((page.encoding for page in ranked), None)
    text = None if chosen is None else _decoded(content, chosen)
    if chosen is None or text is None:
        raise NotText(name, "other")
    sample = next((page.sample for page in ranked if page.encoding == chosen), "")
    others = tuple(
        Reading(page.encoding, page.sample) for page in ranked if page.encoding != chosen
    )
    certain = encoding is not None or is_certain(ranked)
    return _checked(name, text), TextReading(Reading(chosen, sample), certain, others)


def _checked(name: str, text: str) -> str:
    if _odd_share(text) > _ODD_SHARE:
        raise NotText(name, "other")
    return text


def _odd_share(text: str) -> float:
    """Share of characters that no text has: controls, unassigned, half pairs."""
    odd = sum(
        1
        for letter in text
        if letter not in "\t\r\n" and unicodedata.category(letter) in {"Cc", "Cn", "Cs"}
    )
    return odd / len(text) if text else 0.0
