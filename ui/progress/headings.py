"""Breaking a skill's short name into the lines of a narrow column. No Qt in here."""

from collections.abc import Callable, Sequence

SOFT_HYPHEN = "\u00ad"
ELLIPSIS = "\u2026"
BEFORE, AFTER = 2, 3
"""So many letters at least stand before and after a break inside a word."""

Width = Callable[[str], float]


def heading_lines(text: str, room: float, width: Width, most: int = 2) -> tuple[str, ...]:
    """The text in at most `most` lines of `room` px; what does not fit ends in ….

    Lines break at spaces, then after a hyphen or at a soft hyphen, then inside a word. A break
    inside a word is marked by a hyphen in scripts that have one.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and width(_plain(f"{lines[-1]} {word}")) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines += _pieces(word, room, width)
    shown = [_plain(line) for line in lines]
    if len(shown) <= most:
        return tuple(shown)
    return (*shown[: most - 1], _elided(" ".join(shown[most - 1 :]), room, width))


def _pieces(word: str, room: float, width: Width) -> list[str]:
    pieces: list[str] = []
    while width(_plain(word)) > room and (cut := _cut(word, room, width)):
        head, mark = word[:cut], _mark(word, cut)
        pieces.append(head.rstrip(SOFT_HYPHEN) + mark)
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, room: float, width: Width) -> int:
    """Where to break: the last wanted place that fits, else the last that fits, 0 for nowhere."""
    fits = [
        at
        for at in range(BEFORE, len(word) - AFTER + 1)
        if width(_plain(word[:at]) + _mark(word, at)) <= room
    ]
    wanted = [at for at in fits if word[at - 1] in f"-{SOFT_HYPHEN}"]
    return (wanted or fits or [0])[-1]


def _mark(word: str, at: int) -> str:
    return "-" if word[at - 1] != "-" and _hyphenates(word[0]) else ""


def _hyphenates(letter: str) -> bool:
    """Latin, Greek and Cyrillic break with a hyphen; others without."""
    return letter.isalpha() and ord(letter) < 0x0530


def _elided(text: str, room: float, width: Width) -> str:
    for end in range(len(text), 0, -1):
        short = text[:end].rstrip(" -") + ELLIPSIS
        if width(short) <= room:
            return short
    return ELLIPSIS


def _plain(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def numbers(strands: Sequence[object]) -> tuple[str, ...]:
    """A number for each column within its strand, for columns too narrow for words."""
    found: list[int] = []
    for at, strand in enumerate(strands):
        found.append(found[-1] + 1 if at and strands[at - 1] == strand else 1)
    return tuple(map(str, found))
