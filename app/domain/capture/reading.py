"""How a capture line is understood: its parts, each with ranked choices and the one picked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from app.domain.capture.notes import NoteChoice
from app.domain.capture.vocabulary import KnownSkill, KnownStudent
from app.domain.capture.words import Word
from app.domain.ids import SkillId, StudentId, TagId

STUDENT = "student"
LEVEL = "level"
SKILL = "skill"
NOTE = "note"
PARTS = (STUDENT, LEVEL, SKILL, NOTE)

NO_WORDS: frozenset[int] = frozenset()
C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class StudentChoice:
    """A student, the places of the words that name her, and how surely they do (3 to 0).

    `loose`: an initial that tells her from others stands elsewhere in the line. `apart`: the name
    touches no word of a note. `told`: it stands in the middle of one.
    """

    student: KnownStudent
    words: frozenset[int] = NO_WORDS
    grade: int = 0
    loose: bool = False
    apart: bool = True
    told: bool = False


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """A level and its word of the skill's framework.

    `told`: it stands in the middle of a note. `own`: it is the one the student gives.
    """

    level: int
    word: str
    words: frozenset[int] = NO_WORDS
    told: bool = False
    own: bool = False

    @property
    def kept(self) -> tuple[int, bool]:
        """What of it is kept: the number, and whether it is the student's own."""
        return self.level, self.own


@dataclass(frozen=True, slots=True)
class SkillChoice:
    """A skill and the words that mean it, none when it was not typed.

    `here` says that it is the target of the student's station, `named` that the words are all of
    its statement.
    """

    skill: KnownSkill
    words: frozenset[int] = NO_WORDS
    here: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Part(Generic[C]):
    """Ranked choices, which of them is picked, and how many the words match in all."""

    choices: tuple[C, ...] = ()
    pick: int | None = None
    matches: int = 0

    @property
    def best(self) -> C | None:
        """The choice that is picked."""
        return None if self.pick is None else self.choices[self.pick]


@dataclass(frozen=True, slots=True)
class Picks:
    """What the teacher chose over the first guess; it holds while the line is typed on.

    A level is picked by its number and whether it is the student's own, a note by whether its words
    are kept and its tags. `in_note` are words that belong to the note, each by its key and how many
    of the same key stand before it.
    """

    student: StudentId | None = None
    level: tuple[int, bool] | None = None
    skill: SkillId | None = None
    note: tuple[bool, tuple[TagId, ...]] | None = None
    in_note: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says."""

    student_id: StudentId
    skill_id: SkillId | None
    level: int | None
    tag_ids: tuple[TagId, ...]
    note: str
    own: bool = False
    """Whether the student says so: the level is no evidence, and the note are their words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A line understood. `parts` names the part of each of its `words`; `again` reads it anew.

    `rivals` are all students, best first, of whom nothing but the order of the list tells the best
    from the others: none when she was picked, or is the only one so likely.
    """

    line: str
    words: tuple[Word, ...]
    parts: tuple[str, ...]
    student: Part[StudentChoice]
    level: Part[LevelChoice]
    skill: Part[SkillChoice]
    note: Part[NoteChoice]
    picks: Picks
    rivals: tuple[StudentChoice, ...]
    again: Callable[[Picks], "Reading"] = field(repr=False, compare=False)

    @property
    def missing(self) -> str:
        """What is still needed before it can be saved: "student", "skill", "seen" or nothing."""
        if self.student.best is None:
            return STUDENT
        if self.level.best is not None:
            return SKILL if self.skill.best is None else ""
        return "" if self.note.best is not None else "seen"

    def captured(self) -> Captured | None:
        """What would be saved, None while something is missing."""
        student, level, note = self.student.best, self.level.best, self.note.best
        if self.missing or student is None:
            return None
        return Captured(
            student_id=student.student.id,
            skill_id=self.skill.best.skill.id if self.skill.best else None,
            level=level.level if level else None,
            tag_ids=tuple(tag.id for tag in note.tags) if note else (),
            note=note.text if note else "",
            own=level is not None and level.own,
        )

    def with_pick(self, part: str, index: int) -> "Reading":
        """The reading with another choice in one part; what follows from it follows."""
        match part:
            case "student":
                picks = replace(self.picks, student=self.student.choices[index].student.id)
            case "level":
                picks = replace(self.picks, level=self.level.choices[index].kept)
            case "skill":
                picks = replace(self.picks, skill=self.skill.choices[index].skill.id)
            case _:
                picks = replace(self.picks, note=self.note.choices[index].kept)
        return self.again(picks)

    def with_word(self, place: int, in_note: bool) -> "Reading":
        """The reading with a word forced into the note, or free again."""
        sign = word_sign(self.words, place)
        signs = self.picks.in_note | {sign} if in_note else self.picks.in_note - {sign}
        return self.again(replace(self.picks, in_note=signs))

    def place_at(self, position: int) -> int | None:
        """The word at (or just before) a position in the line, None in an empty line."""
        before = [at for at, word in enumerate(self.words) if word.start <= position]
        return before[-1] if before else (0 if self.words else None)

    def part_at(self, position: int) -> str:
        """The part at a position in the line; an empty line asks for the student."""
        place = self.place_at(position)
        return STUDENT if place is None else self.parts[place]


def word_sign(words: Sequence[Word], place: int) -> tuple[str, int]:
    """What a word is recognised by while the line is typed on: itself, and the how manieth."""
    own = words[place]
    same = [word for word in words[:place] if word.key == own.key and word.text == own.text]
    return (own.key or own.text, len(same))
