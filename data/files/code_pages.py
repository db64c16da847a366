"""Which code page some bytes were written in: a ranking, never a certainty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.files.alphabets import likeness, words_beyond_ascii

# A small liking for what schools have most; it decides ties.
_LIKING = {
    "cp1252": 0.10,
    "cp1250": 0.06,
    "cp1254": 0.05,
    "cp1251": 0.05,
    "cp1256": 0.05,
    "cp1253": 0.05,
    "cp1255": 0.05,
    "gb18030": 0.05,
    "shift_jis": 0.05,
    "big5": 0.04,
    "euc_kr": 0.04,
    "cp1257": 0.02,
    "mac_roman": 0.0,
    "cp850": -0.02,
}
_OPINION = 0.04
_EXCERPT_LINES = 400
_NEAR = 0.3
_DOUBTFUL = 0.3
_HOPELESS = -0.5
_OFFERED = 6
_SAMPLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A code page that can read the bytes; `sample` are words that it reads in its own way."""

    encoding: str
    score: float
    sample: str = ""


def rank(content: bytes) -> tuple[Page, ...]:
    """The code pages worth offering, likeliest first; each reads the bytes differently."""
    lines = [line for line in content.splitlines() if not line.isascii()]
    texts = _readable(content, b"\n".join(lines[:_EXCERPT_LINES]))
    opinions = _opinions(b"\n".join(lines[:_EXCERPT_LINES]), texts)
    pages = [_page(name, text, opinions.get(name, 0.0)) for name, text in texts.items()]
    pages.sort(key=lambda page: -page.score)
    return tuple(_with_samples(_distinct(pages, texts)[:_OFFERED], texts))


def is_certain(ranked: Sequence[Page]) -> bool:
    """Whether the first of a ranking is far ahead of the second and likely by itself."""
    if len(ranked) < 2:
        return bool(ranked) and ranked[0].score > _DOUBTFUL
    return ranked[0].score > _DOUBTFUL and ranked[0].score - ranked[1].score > _NEAR


def _readable(content: bytes, excerpt: bytes) -> dict[str, str]:
    """The excerpt as each code page reads it, if that page can read the whole."""
    found: dict[str, str] = {}
    for encoding in _LIKING:
        try:
            content.decode(encoding)
            found[encoding] = excerpt.decode(encoding)
        except UnicodeDecodeError:
            continue
    return found


def _opinions(excerpt: bytes, texts: dict[str, str]) -> dict[str, float]:
    """What charset-normalizer says, as a small weight: it is weak on lists of names.

    Measured on eight short lists: it puts cp1250 before cp1252 for Spanish and German names.
    """
    if len(texts) < 2:
        return {}
    # Here and not above: 25 ms of import that only a list in an old code page needs.
    from charset_normalizer import from_bytes

    matches = [match.encoding for match in from_bytes(excerpt, cp_isolation=list(texts))]
    return {encoding: _OPINION / (place + 1) for place, encoding in enumerate(matches)}


def _page(encoding: str, text: str, opinion: float) -> Page:
    words = words_beyond_ascii(text)
    fit = sum(likeness(word) for word in words) / len(words) if words else 0.0
    return Page(encoding, fit + _LIKING[encoding] + opinion)


def _distinct(pages: list[Page], texts: dict[str, str]) -> list[Page]:
    """Of pages that read the same, the likeliest; none that makes nonsense of every word."""
    first = {texts[page.encoding]: page for page in reversed(pages)}
    return [p for p in pages if first[texts[p.encoding]] is p and p.score > _HOPELESS]


def _with_samples(pages: list[Page], texts: dict[str, str]) -> list[Page]:
    """Give each page words that set it apart: from the second the first, from the first all."""
    if not pages:
        return []
    words = [list(dict.fromkeys(words_beyond_ascii(texts[page.encoding]))) for page in pages]
    rivals = [words[1] if len(words) > 1 else []] + [words[0]] * (len(words) - 1)
    return [
        replace(page, sample=", ".join([w for w in own if w not in rival][:_SAMPLE_WORDS]))
        for page, own, rival in zip(pages, words, rivals, strict=True)
    ]
