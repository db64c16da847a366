"""A student's own rating in a capture line: "maya says 3"."""

from collections.abc import Sequence

from app.domain.capture.words import Word

# "Says" as `search_key` writes it, by language: it stands before the level a student gives.
SAYS = frozenset(
    "says said dice dijo dit diz disse anasema alisema \u064a\u0642\u0648\u0644"
    " \u062a\u0642\u0648\u0644 \u0642\u0627\u0644 \u0642\u0627\u0644\u062a"
    " \u0915\u0939\u0924\u093e \u0915\u0939\u0924\u0940 \u8bf4 \u8aaa".split()
)


def said_before(words: Sequence[Word], number: int, plain: frozenset[int]) -> int | None:
    """The place of "says" before a number, None when there is none.

    With a plain word before it or after the number it is part of a sentence.
    """
    says = number - 1
    if says < 0 or words[says].key not in SAYS:
        return None
    return None if {says - 1, number + 1} & plain else says
