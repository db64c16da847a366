"""The capture line: a few words in any order become a student, a level, a skill and a note.

A number from 1 to the highest level is the level. The start of a word is enough for a student, a
skill or a tag; what is left is the note. Where no skill is typed it is the one of the student's
station. Parts may come in any order. Order decides only where a line says more than one thing: of
two students named equally well, or two numbers, the first counts, and what stands in the middle of
a note stays there: a word that is written out, and a number ("did 2 pages").
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from app.domain.capture.heads import words_of_line
from app.domain.capture.notes import NoteChoice, note_choices
from app.domain.capture.reading import (
    LEVEL,
    NO_WORDS,
    NOTE,
    SKILL,
    STUDENT,
    LevelChoice,
    Part,
    Picks,
    Reading,
    SkillChoice,
    StudentChoice,
    word_sign,
)
from app.domain.capture.says import said_before
from app.domain.capture.sentence import LITTLE, inside, is_apart
from app.domain.capture.skills import Meaning, SkillFinder, is_shortened, skill_hits
from app.domain.capture.students import LIKELY, Naming, namings
from app.domain.capture.vocabulary import Vocabulary
from app.domain.capture.words import counts, joined
from app.domain.ids import StationId

_MOST_MENTIONED = 3


def parse(
    text: str, vocabulary: Vocabulary, picks: Picks | None = None, own: bool = False
) -> Reading:
    """Understand a line; it never fails, whatever is typed.

    With `own` a level after "says" is the student's own.
    """
    return _Parse(text, vocabulary, picks or Picks(), own).reading()


class _Parse:
    """One line on its way to a reading."""

    def __init__(self, line: str, vocabulary: Vocabulary, picks: Picks, own: bool) -> None:
        self._line = line
        self._own = own
        self._vocabulary = vocabulary
        self._picks = picks
        self._words = words_of_line(line, vocabulary)
        held = counts(self._words) | self._forced()
        free = [p for p, w in enumerate(self._words) if p not in held and not w.quoted]
        self._numbers = [p for p in free if self._words[p].number is not None]
        self._open = [p for p in free if self._words[p].number is None]
        self._namings = namings(vocabulary, self._words, self._open)
        hits = skill_hits(vocabulary, self._words, self._open)
        likely = NO_WORDS.union(*(n.words for n in self._namings if n.grade >= LIKELY))
        self._plain = frozenset(self._open) - hits.keys() - likely
        written = [
            p for p in hits if p not in likely and not is_shortened(vocabulary, self._words[p])
        ]
        numbers = self._numbers_in_note(likely)
        told = inside([*written, *numbers], self._plain | self._named_in_note(likely), self._words)
        self._told = told
        self._finder = self._finder_of({p: found for p, found in hits.items() if p not in told})
        said = (place for place in hits if place in told and self._words[place].key not in LITTLE)
        self._mentions = {place: hits[place] for place in said}

    def _numbers_in_note(self, likely: frozenset[int]) -> list[int]:
        """Numbers that may count something; beside the only name there is one is the level."""
        if not self._namings:
            return []
        short = NO_WORDS.union(*(n.words for n in self._namings)) if not likely else NO_WORDS
        return [place for place in self._numbers if not short & {place - 1, place + 1}]

    def _named_in_note(self, likely: frozenset[int]) -> frozenset[int]:
        """Names in the middle of the note, where another one stands apart from it."""
        after = frozenset(place for place in likely if place - 1 in self._plain)
        return after if likely - after else NO_WORDS

    def _finder_of(self, hits: Mapping[int, frozenset[int]]) -> SkillFinder:
        return SkillFinder(self._vocabulary, self._words, hits)

    def reading(self) -> Reading:
        student = self._student()
        skill = self._skill(student.best)
        level = self._level(skill.best)
        parts = self._parts(student.best, level.best, skill.best)
        return Reading(
            line=self._line,
            words=self._words,
            parts=parts,
            student=student,
            level=level,
            skill=skill,
            note=self._note(parts, level.best is not None and level.best.own),
            picks=self._picks,
            rivals=self._rivals(),
            again=lambda picks: parse(self._line, self._vocabulary, picks, self._own),
        )

    def _forced(self) -> frozenset[int]:
        """The places of the words the teacher put into the note."""
        signs = self._picks.in_note
        if not signs:
            return NO_WORDS
        places = range(len(self._words))
        return frozenset(p for p in places if word_sign(self._words, p) in signs)

    def _student(self) -> Part[StudentChoice]:
        found = self._worth_showing(sorted(self._namings, key=self._rank))
        choices = tuple(self._student_choice(naming) for naming in found)
        pick = _pick([choice.student.id for choice in choices], self._picks.student)
        best = found[pick].words if pick is not None else NO_WORDS
        return Part(choices, pick, sum(1 for naming in found if naming.words >= best))

    def _rivals(self) -> tuple[StudentChoice, ...]:
        """Those who come first alike; a guess between them would be no more than the alphabet's."""
        if self._picks.student is not None or not self._namings:
            return ()
        ranks = {naming: self._rank(naming)[:-1] for naming in self._namings}
        best = min(ranks.values())
        alike = sorted((n for n in ranks if ranks[n] == best), key=self._rank)
        return tuple(map(self._student_choice, alike)) if len(alike) > 1 else ()

    def _worth_showing(self, ranked: Sequence[Naming]) -> list[Naming]:
        """Without those whom only a short word of the note might name."""
        return [
            naming
            for naming in ranked
            if naming.grade >= LIKELY
            or naming.words & ranked[0].words
            or is_apart(naming.words, self._plain)
        ]

    def _student_choice(self, naming: Naming) -> StudentChoice:
        return StudentChoice(
            student=self._vocabulary.students[naming.student],
            words=naming.words,
            grade=naming.grade,
            loose=naming.loose,
            apart=is_apart(naming.words, self._plain),
            told=naming.words <= inside(naming.words, self._plain),
        )

    def _rank(self, naming: Naming) -> tuple[int, bool, int, int, bool, int, bool, bool, int]:
        """Likely and apart from the note, most surely named, most words explained, in the room.

        Then who is named first, who is at the station, and who works on what is typed.
        """
        student = self._vocabulary.students[naming.student]
        station, observed = student.station_id, self._vocabulary.observed
        return (
            -min(naming.grade, LIKELY),
            not is_apart(naming.words, self._plain),
            -naming.grade,
            -len(naming.words) - self._finder.most_explained(naming.words),
            not student.in_room,
            min(naming.words),
            station is None or station != observed,
            not self._finder.suits(naming.words, station),
            naming.student,
        )

    def _skill(self, student: StudentChoice | None) -> Part[SkillChoice]:
        station = student.student.station_id if student else None
        own = self._vocabulary.station_skill(station)
        found, matches = self._finder.ranked(student.words if student else NO_WORDS, station)
        meanings = list(found)
        mentioned, alone = self._mentioned(station)
        if not found:
            meant = [at for at in [own] if at is not None] + mentioned
            offered = dict.fromkeys((*meant, *self._vocabulary.upcoming(station)))
            meanings = [Meaning(at, NO_WORDS) for at in offered]
        elif own is not None and all(meaning.skill != own for meaning in found):
            meanings.append(Meaning(own, NO_WORDS))
        choices = tuple(self._skill_choice(meaning, own) for meaning in meanings)
        ids = [choice.skill.id for choice in choices]
        settled = bool(found) or alone or own is not None or self._picks.skill in ids
        return Part(choices, _pick(ids, self._picks.skill) if settled else None, matches)

    def _mentioned(self, station: StationId | None) -> tuple[list[int], bool]:
        """Skills that the sentence of the note speaks of, and whether it is one alone.

        Its words stay in it.
        """
        if not self._mentions:
            return [], False
        found, _ = self._finder_of(self._mentions).ranked(NO_WORDS, station)
        most = [meaning for meaning in found if len(meaning.words) == len(found[0].words)]
        return [meaning.skill for meaning in found[:_MOST_MENTIONED]], len(most) == 1

    def _skill_choice(self, meaning: Meaning, own: int | None) -> SkillChoice:
        skill = self._vocabulary.skills.skills[meaning.skill]
        return SkillChoice(skill, meaning.words, meaning.skill == own, meaning.named)

    def _level(self, skill: SkillChoice | None) -> Part[LevelChoice]:
        levels = skill.skill.levels if skill else self._vocabulary.levels
        choices = [
            LevelChoice(number, levels[number - 1], frozenset({place}), place in self._told)
            for place in sorted(self._numbers, key=lambda place: place in self._told)
            if 1 <= (number := self._words[place].number or 0) <= len(levels)
        ]
        typed = {choice.level for choice in choices if not choice.told}
        choices = [one for one in choices if not (one.told and one.level in typed)]
        if self._own:
            choices = [*self._said(choices), *choices]
        pick = _pick([choice.kept for choice in choices], self._picks.level)
        if pick == 0 and choices[0].told and self._picks.level is None:
            pick = None
        return Part(tuple(choices), pick, len(choices))

    def _said(self, choices: Sequence[LevelChoice]) -> list[LevelChoice]:
        """The first of them again as the student's own, where "says" stands before it."""
        for choice in choices[:1]:
            says = said_before(self._words, min(choice.words), self._plain)
            if says in self._open and not choice.told:
                return [replace(choice, words=choice.words | {says}, own=True)]
        return []

    def _parts(
        self, student: StudentChoice | None, level: LevelChoice | None, skill: SkillChoice | None
    ) -> tuple[str, ...]:
        owners = ((STUDENT, student), (LEVEL, level), (SKILL, skill))
        own = {place: part for part, choice in owners if choice for place in choice.words}
        return tuple(own.get(place, NOTE) for place in range(len(self._words)))

    def _note(self, parts: Sequence[str], own: bool) -> Part[NoteChoice]:
        """What is left; of what a student says it is the student's words, and no tag."""
        left = [word for word, part in zip(self._words, parts, strict=True) if part == NOTE]
        choices = (
            (NoteChoice(joined(left)),)
            if own and left
            else note_choices(joined(left), left, self._vocabulary.tags)
        )
        pick = _pick([choice.kept for choice in choices], self._picks.note)
        return Part(choices, pick, len(choices))


def _pick(offered: Sequence[Hashable], wanted: Hashable) -> int | None:
    """The place of what is wanted, else the first, None when nothing is offered."""
    if wanted in offered:
        return offered.index(wanted)
    return 0 if offered else None
