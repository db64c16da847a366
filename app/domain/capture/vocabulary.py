"""What the words of a capture line can mean in one class at one moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.capture.search_keys import word_starts
from app.domain.capture.word_index import WordIndex
from app.domain.ids import SkillId, StationId, StudentId, TagId
from app.domain.skills import LEVELS

SEVERAL = 200
"""A list of more skills than this has every common word in it somewhere."""
_TELLING_SHARE = 5


@dataclass(frozen=True, slots=True)
class KnownStudent:
    """A student; `name` is the board name, `firsts` what comes before the family name."""

    id: StudentId
    name: str
    firsts: tuple[str, ...]
    family: str = ""
    station_id: StationId | None = None
    in_room: bool = True


@dataclass(frozen=True, slots=True)
class KnownSkill:
    """A skill that takes evidence, with the words of its framework's levels."""

    id: SkillId
    statement: str
    short: str = ""
    code: str = ""
    levels: tuple[str, ...] = LEVELS


@dataclass(frozen=True, slots=True)
class KnownTag:
    """A tag of the class, which a word may mean."""

    id: TagId
    name: str


@dataclass(frozen=True, slots=True)
class NameStart:
    """One key a student is found under; `whole` when it is a whole word of the name."""

    student: int
    key: str
    first: bool
    whole: bool


class SkillIndex:
    """All skills of a class, found by the starts of their words. Outlives many a vocabulary."""

    def __init__(self, skills: Sequence[KnownSkill]) -> None:
        self.skills = tuple(skills)
        self.index = WordIndex(
            (key, at) for at, skill in enumerate(self.skills) for key in _skill_keys(skill)
        )
        self.places = {skill.id: at for at, skill in enumerate(self.skills)}
        self._sizes = [_size(skill) for skill in self.skills]

    @property
    def long(self) -> bool:
        """Whether it is so long that an ordinary word of a note is bound to be in it."""
        return len(self.skills) > SEVERAL

    @property
    def most_telling(self) -> int:
        """A word that more skills have than this does not choose one of them."""
        return len(self.skills) // _TELLING_SHARE if self.long else len(self.skills)

    def size(self, at: int) -> int:
        """How many words the shorter of statement and heading has."""
        return self._sizes[at]

    def is_named_by(self, at: int, keys: frozenset[str]) -> bool:
        """Whether the keys are its whole statement, heading or code, word for word."""
        skill = self.skills[at]
        texts = (skill.statement, skill.short, skill.code)
        return any(text and _chunks(text) == keys for text in texts)


class Vocabulary:
    """Students, skills and tags of a class as they are now.

    `stations` are the lesson's, in the order groups move on, each with its target skill.
    `observed` is the station the teacher looks at; its students come first.
    """

    def __init__(
        self,
        students: Sequence[KnownStudent],
        skills: SkillIndex,
        tags: Sequence[KnownTag] = (),
        stations: Sequence[tuple[StationId, SkillId | None]] = (),
        observed: StationId | None = None,
    ) -> None:
        self.students = tuple(students)
        self.skills = skills
        self.tags = tuple(tags)
        self.stations = tuple(stations)
        self.observed = observed
        self.names = [start for at, s in enumerate(self.students) for start in _name_starts(at, s)]
        self.name_index = WordIndex((start.key, at) for at, start in enumerate(self.names))
        targets = (skills.places.get(skill) for _, skill in self.stations if skill is not None)
        self.lesson = frozenset(at for at in targets if at is not None)

    @property
    def levels(self) -> tuple[str, ...]:
        """The words of the levels while no skill is known."""
        return self.skills.skills[0].levels if self.skills.skills else LEVELS

    def station_skill(self, station: StationId | None) -> int | None:
        """The place in the skills of a station's target skill."""
        targets = dict(self.stations)
        skill = targets.get(station) if station is not None else None
        return self.skills.places.get(skill) if skill is not None else None

    def upcoming(self, station: StationId | None) -> tuple[int, ...]:
        """The lesson's skills from this station on, in the order its students will meet them."""
        order = [place for place, _ in self.stations]
        turn = order.index(station) if station in order else 0
        turned = self.stations[turn:] + self.stations[:turn]
        found = (self.skills.places.get(skill) for _, skill in turned if skill is not None)
        return tuple(dict.fromkeys(at for at in found if at is not None))


def _skill_keys(skill: KnownSkill) -> set[str]:
    return {
        key for text in (skill.statement, skill.short, skill.code) for key, _ in word_starts(text)
    }


def _size(skill: KnownSkill) -> int:
    return min(len(text.split()) for text in (skill.statement, skill.short or skill.statement))


def _chunks(text: str) -> frozenset[str]:
    return frozenset(key for chunk in text.split() for key, _ in list(word_starts(chunk))[:1])


def _name_starts(at: int, student: KnownStudent) -> Iterator[NameStart]:
    known: set[str] = set()
    for text, first in [*((name, True) for name in student.firsts), (student.family, False)]:
        for key, whole in word_starts(text):
            if key not in known:
                known.add(key)
                yield NameStart(at, key, first, whole)
