"""Which students the words of a capture line may name, and how surely."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.capture.vocabulary import NameStart, Vocabulary
from app.domain.capture.words import Word

NAMED = 3
"""A whole first name."""
LIKELY = 2
"""Three letters of a first name, or a whole family name."""

_TELLING = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """A student the line may name: by which words, how surely, and with a letter on its own."""

    student: int
    words: frozenset[int]
    grade: int
    loose: bool = False


def namings(
    vocabulary: Vocabulary, words: Sequence[Word], places: Iterable[int]
) -> tuple[Naming, ...]:
    """Every student one of the words at `places` may name."""
    found = _matches(vocabulary, words, places)
    return tuple(_naming(student, found, words) for student in found)


_Matches = Mapping[int, Mapping[int, Sequence[NameStart]]]


def _matches(vocabulary: Vocabulary, words: Sequence[Word], places: Iterable[int]) -> _Matches:
    """By student and word: the parts of the name that start as the word does."""
    found: defaultdict[int, defaultdict[int, list[NameStart]]]
    found = defaultdict(lambda: defaultdict(list))
    for place in places:
        for at in vocabulary.name_index.starting(words[place].key):
            start = vocabulary.names[at]
            found[start.student][place].append(start)
    return found


def _naming(student: int, found: _Matches, words: Sequence[Word]) -> Naming:
    graded = _each_its_own(found[student], words)
    lead = next(iter(graded))
    rivals = [match for match in found.values() if lead in match]
    taken, loose = {lead}, False
    for place, grade in graded.items():
        if place in taken:
            continue
        if grade >= LIKELY or (grade and words[place].letters >= _TELLING):
            taken.add(place)
        elif any(place not in rival for rival in rivals):
            taken.add(place)
            loose = loose or abs(place - lead) > 1
    return Naming(student, frozenset(taken), graded[lead], loose)


def _each_its_own(
    match: Mapping[int, Sequence[NameStart]], words: Sequence[Word]
) -> Mapping[int, int]:
    """The words that each name another part of the name, surest first, with their grades."""
    every = [
        (-_grade(words[place], start), place, start.key)
        for place, starts in match.items()
        for start in starts
    ]
    graded: dict[int, int] = {}
    named: set[str] = set()
    for grade, place, key in sorted(every):
        if place not in graded and key not in named:
            graded[place] = -grade
            named.add(key)
    return graded


def _grade(word: Word, start: NameStart) -> int:
    """How surely a word means the student: 3 a whole first name, down to 0, an initial."""
    letters = word.letters
    if start.whole and start.key == word.key:
        if start.first:
            return NAMED
        return LIKELY if letters >= _TELLING else letters - 1
    if start.first:
        return LIKELY if letters >= _TELLING else 1
    return 1 if letters >= _TELLING else 0
