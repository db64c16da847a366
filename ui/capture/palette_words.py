"""What the palette shows of a reading."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from app.domain.capture.notes import NoteChoice
from app.domain.capture.reading import (
    NOTE,
    LevelChoice,
    Part,
    Reading,
    SkillChoice,
    StudentChoice,
)
from app.domain.ids import StationId
from ui.capture.choice_row import ChoiceView
from ui.capture.line_input import Run
from ui.capture.words import DOT, counted, tr
from ui.format import day_short
from ui.widgets.avatar import initials, shape_of

C = TypeVar("C")
_MISSING = {
    "student": "Type a name first.",
    "skill": "Type a skill: this student is at no station with one.",
    "seen": "Add a level, a tag or a note.",
}


def student_view(choice: StudentChoice, stations: Mapping[StationId, str]) -> ChoiceView:
    """A student and the station where he or she is."""
    student = choice.student
    place = stations.get(student.station_id, "") if student.station_id is not None else ""
    letters = initials(student.firsts[0] if student.firsts else student.name, student.family)
    remark = place if student.in_room else tr("not here")
    return ChoiceView(student.name, remark, face=(letters, shape_of(student.id)))


def level_view(choice: LevelChoice) -> ChoiceView:
    """A level and its word."""
    spoken = tr("{level} {word}", level=choice.level, word=choice.word)
    if choice.own:
        said = tr("own rating {level}", level=spoken)
        return ChoiceView(
            tr("Own: {word}", word=choice.word), level=choice.level, spoken=said, own=True
        )
    return ChoiceView(choice.word, level=choice.level, spoken=spoken)


def skill_view(choice: SkillChoice) -> ChoiceView:
    """A skill, and whether it is the station's own."""
    return ChoiceView(choice.skill.statement, tr("this station") if choice.here else "")


def note_pick(choice: NoteChoice) -> ChoiceView:
    """What is kept: the words, or the tag, or both."""
    tags = ", ".join(tag.name for tag in choice.tags)
    if not choice.text:
        return ChoiceView(tr("Tag: {tag}", tag=tags), icon="check")
    return ChoiceView(choice.text, tr("and tag: {tag}", tag=tags) if tags else "")


def note_option(choice: NoteChoice, picked: NoteChoice) -> ChoiceView:
    """What else could be done with what is left."""
    if not choice.tags:
        if picked.text:
            return ChoiceView(tr("Without the tag"), icon="minus")
        return ChoiceView(tr("Note: {note}", note=choice.text), icon="note-pencil")
    tags = ", ".join(tag.name for tag in choice.tags)
    if choice.text:
        return ChoiceView(tr("Add tag: {tag}", tag=tags), icon="plus")
    return ChoiceView(tr("Tag: {tag}", tag=tags), icon="plus")


def following(part: Part[C]) -> list[tuple[int, C]]:
    """The other choices with their numbers: those that Tab comes to next stand first."""
    count, first = len(part.choices), 0 if part.pick is None else part.pick + 1
    order = [(first + step) % count for step in range(count)] if count else []
    return [(number, part.choices[number]) for number in order if number != part.pick]


def matches(part: Part[C]) -> str:
    """How many match what was typed; nothing when nothing was."""
    return counted("%n match", "%n match", part.matches) if part.matches else ""


def runs(reading: Reading, active: str) -> list[Run]:
    """The stretches of the line that are one part; a note's words stand on one line together."""
    found: list[Run] = []
    last = ""
    for word, part in zip(reading.words, reading.parts, strict=True):
        if part == last and part == NOTE:
            found[-1] = Run(found[-1].start, word.end, found[-1].active)
        else:
            found.append(Run(word.start, word.end, part == active))
        last = part
    return found


def missing(reading: Reading) -> str:
    """What is still needed before it can be saved; nothing when it can."""
    return tr(_MISSING[reading.missing]) if reading.missing else ""


def summary(reading: Reading) -> str:
    """The line as it is understood, in one sentence."""
    student, level = reading.student.best, reading.level.best
    skill, note = reading.skill.best, reading.note.best
    parts = [
        student.student.name if student else "",
        level_view(level).text if level else "",
        skill.skill.statement if skill and (level or skill.words) else "",
        note_pick(note).text if note else "",
    ]
    return DOT.join(part for part in parts if part)


def day_words(seen: datetime, now: datetime) -> str:
    """When the level was given before: today, on a day of this week, or on a date."""
    days = (now.date() - seen.date()).days
    if days <= 0:
        return tr("today")
    weekday, _, date = day_short(seen.date()).partition(" ")
    return tr("on {day}", day=weekday if days < 7 else date)
