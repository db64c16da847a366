"""Which skills the words of a capture line may mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from app.domain.capture.sentence import LITTLE
from app.domain.capture.vocabulary import Vocabulary
from app.domain.capture.words import Word
from app.domain.ids import StationId

MOST_LISTED = 12
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A skill the line may mean: by which words, and whether they name all of it."""

    skill: int
    words: frozenset[int]
    named: bool = False


def skill_hits(
    vocabulary: Vocabulary, words: Sequence[Word], places: Iterable[int]
) -> Mapping[int, frozenset[int]]:
    """By place: the skills a word starts a word of. It takes three letters.

    "With" is no start of a word, and where a skill has it, it means that skill beside another word.
    """
    index = vocabulary.skills.index
    telling = [place for place in places if words[place].letters >= _FEWEST_LETTERS]
    found = {place: index.starting(words[place].key) for place in telling}
    found = {place: skills for place, skills in found.items() if skills}
    little = {place for place in found if words[place].key in LITTLE}
    for place in little:
        beside = {place - 1, place + 1} & (found.keys() - little)
        if not beside or not index.exactly(words[place].key):
            del found[place]
    return found


class SkillFinder:
    """The skills for one line; the words that name the student are left out when asking."""

    def __init__(
        self, vocabulary: Vocabulary, words: Sequence[Word], hits: Mapping[int, frozenset[int]]
    ) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._hits = hits
        self._shortened = sum(1 << p for p in hits if is_shortened(vocabulary, words[p]))
        self._found: dict[frozenset[int], tuple[Mapping[int, int], int]] = {}

    def most_explained(self, without: frozenset[int]) -> int:
        """How many words the best skill explains."""
        return self._find(without)[1]

    def suits(self, without: frozenset[int], station: StationId | None) -> bool:
        """Whether a station's own skill is one that explains most."""
        own = self._vocabulary.station_skill(station)
        found, most = self._find(without)
        return own is not None and found.get(own, 0).bit_count() == most > 0

    def ranked(
        self, without: frozenset[int], station: StationId | None
    ) -> tuple[tuple[Meaning, ...], int]:
        """The likeliest skills, best first, and how many there are in all.

        Most words explained first; then a skill named in full, the station's own, those of the
        stations to come, and the framework's order.
        """
        found, _ = self._find(without)
        own = self._vocabulary.station_skill(station)
        turns = {at: turn for turn, at in enumerate(self._vocabulary.upcoming(station))}

        def rank(at: int) -> tuple[int, bool, bool, int, int]:
            named = self._is_named(at, found[at])
            turn = turns.get(at, len(turns))
            return (-found[at].bit_count(), not named, at != own, turn, at)

        best = nsmallest(MOST_LISTED, found, key=rank)
        listed = [Meaning(at, _places(found[at]), self._is_named(at, found[at])) for at in best]
        return tuple(listed), len(found)

    def _find(self, without: frozenset[int]) -> tuple[Mapping[int, int], int]:
        """By skill: the words that fit it, as bits by their place; and the most of them."""
        left_out = without.intersection(self._hits)
        if left_out not in self._found:
            hits = {p: found for p, found in self._hits.items() if p not in left_out}
            masks = self._match(hits)
            most = max((mask.bit_count() for mask in masks.values()), default=0)
            self._found[left_out] = (masks, most)
        return self._found[left_out]

    def _match(self, hits: Mapping[int, frozenset[int]]) -> Mapping[int, int]:
        skills, lesson = self._vocabulary.skills, self._vocabulary.lesson
        common = {p: found for p, found in hits.items() if len(found) > skills.most_telling}
        masks: dict[int, int] = {}
        for place, found in hits.items():
            for at in found & lesson if place in common else found:
                masks[at] = masks.get(at, 0) | 1 << place
        for place, found in common.items():
            for at in masks.keys() & found:
                masks[at] |= 1 << place
        if not skills.long:
            return masks
        meant = ((at, self._meant(at, mask)) for at, mask in masks.items())
        return {at: mask for at, mask in meant if mask}

    def _meant(self, at: int, mask: int) -> int:
        """In a long list a word typed short counts, and spelled words only if they are half of it.

        Every common word is in some skill of thousands, and would be lost to the note. The skills
        of the lesson are few; and who shortens one word does not spell out another skill.
        """
        if at in self._vocabulary.lesson:
            return mask
        short = mask & self._shortened
        spelled = 2 * mask.bit_count() >= self._vocabulary.skills.size(at)
        return mask if spelled and (short or not self._shortened) else short

    def _is_named(self, at: int, mask: int) -> bool:
        skills = self._vocabulary.skills
        if mask.bit_count() < skills.size(at):
            return False
        return skills.is_named_by(at, frozenset(self._words[p].key for p in _places(mask)))


def _places(mask: int) -> frozenset[int]:
    return frozenset(at for at in range(mask.bit_length()) if mask >> at & 1)


def is_shortened(vocabulary: Vocabulary, word: Word) -> bool:
    """Whether it is only the start of words, as nobody writes it in a sentence."""
    return not vocabulary.skills.index.is_form(word.key)
