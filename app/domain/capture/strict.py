"""A capture line that nobody looks at while it is read: refused rather than guessed."""

from collections.abc import Iterable

from app.domain.capture.line import parse
from app.domain.capture.reading import (
    LEVEL,
    NO_WORDS,
    SKILL,
    STUDENT,
    Captured,
    Reading,
    StudentChoice,
)
from app.domain.capture.students import LIKELY, NAMED
from app.domain.capture.vocabulary import Vocabulary
from app.domain.skills import LEVELS
from app.errors import Ambiguous, NoSuchLevel, NotFound, NothingSeen, SkillMissing

_MOST_NAMED = 8


def strict(text: str, vocabulary: Vocabulary) -> Captured:
    """What a line says when it says one thing alone.

    Raises `errors.Ambiguous` with the candidates, `errors.NotFound` with the words that name no
    student, `errors.SkillMissing`, `errors.NoSuchLevel` and `errors.NothingSeen`.
    """
    reading = parse(text, vocabulary)
    _one_student(reading)
    _one_skill(reading)
    _one_level(reading)
    captured = reading.captured()
    if captured is None:
        raise SkillMissing if reading.missing == SKILL else NothingSeen
    _no_lone_number(reading, captured)
    return captured


def _no_lone_number(reading: Reading, captured: Captured) -> None:
    """A number and nothing else is no note: it is a level that there is not."""
    if captured.level is None and not captured.tag_ids and captured.note.isdecimal():
        skills = reading.skill.choices
        levels = skills[0].skill.levels if skills else LEVELS
        raise NoSuchLevel(int(captured.note), len(levels))


def _one_student(reading: Reading) -> None:
    choices = reading.student.choices
    if not choices:
        left = reading.note.best
        raise NotFound(STUDENT, left.text if left else reading.line.strip())
    others = [c for c in choices[1:] if any(reading.parts[p] != SKILL for p in c.words)]
    rivals = [choice for choice in others if _rivals(choices[0], choice)]
    if rivals:
        both = (choices[0], *rivals)
        said = _said(reading, frozenset().union(*(choice.words for choice in both)))
        raise Ambiguous(STUDENT, said, _names(choice.student.name for choice in both))


def _rivals(best: StudentChoice, other: StudentChoice) -> bool:
    """Whether the line might as well mean the other one."""
    if best.words & other.words:
        return best.loose or (best.grade, len(best.words)) == (other.grade, len(other.words))
    if best.grade < LIKELY or other.grade < LIKELY:
        return best.grade == other.grade
    if best.apart and (other.told or (other.grade < NAMED and not other.apart)):
        return False
    # A whole name at the start beats the chance that a later word is the start of a name.
    return not (best.grade == NAMED > other.grade and min(best.words) < min(other.words))


def _one_skill(reading: Reading) -> None:
    choices = reading.skill.choices
    if len(choices) < 2 or not choices[0].words or choices[0].here:
        return
    best = choices[0]
    rivals = [
        choice
        for choice in choices
        if (len(choice.words), choice.named) == (len(best.words), best.named)
    ]
    if len(rivals) > 1:
        names = _names(choice.skill.statement for choice in rivals)
        raise Ambiguous(SKILL, _said(reading, best.words), names)


def _one_level(reading: Reading) -> None:
    choices = reading.level.choices
    if len({choice.level for choice in choices}) > 1:
        numbers = frozenset().union(*(choice.words for choice in choices))
        raise Ambiguous(LEVEL, _said(reading, numbers), _names(str(c.level) for c in choices))


def _said(reading: Reading, places: frozenset[int] = NO_WORDS) -> str:
    return " ".join(reading.words[place].text for place in sorted(places))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:_MOST_NAMED]
