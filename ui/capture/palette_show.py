"""Filling the columns of the palette from a reading."""

from collections.abc import Mapping

from app.domain.capture.reading import Reading
from app.domain.ids import StationId
from app.domain.skills import LEVELS
from ui.capture import palette_words as words
from ui.capture.palette_column import PaletteColumn
from ui.capture.words import tr


def show_student(
    column: PaletteColumn, reading: Reading, stations: Mapping[StationId, str]
) -> None:
    """Who is meant, and who else could be."""
    part = reading.student
    pick = words.student_view(part.best, stations) if part.best else None
    others = [(n, words.student_view(c, stations)) for n, c in words.following(part)]
    column.show_choices(pick, tr("Type a name"), others)
    column.count.setText(words.matches(part))


def show_level(column: PaletteColumn, reading: Reading) -> None:
    """The level, and other numbers in the line; without one there are keys to press."""
    part, skill = reading.level, reading.skill.best
    highest = len(skill.skill.levels if skill else LEVELS)
    pick = words.level_view(part.best) if part.best else None
    others = [(n, words.level_view(c)) for n, c in words.following(part)] if pick else []
    column.show_choices(pick, tr("1 to {highest}", highest=highest), others)


def show_skill(column: PaletteColumn, reading: Reading) -> None:
    """The skill, typed or the station's own, and the others."""
    part = reading.skill
    pick = words.skill_view(part.best) if part.best else None
    others = [(n, words.skill_view(c)) for n, c in words.following(part)]
    column.show_choices(pick, tr("Type a skill"), others)
    column.count.setText(words.matches(part))


def show_note(column: PaletteColumn, reading: Reading) -> None:
    """What is left as a note, and the tags it could be."""
    part, best = reading.note, reading.note.best
    pick = words.note_pick(best) if best else None
    following = words.following(part) if best else []
    others = [(n, words.note_option(c, best)) for n, c in following if best]
    column.show_choices(pick, tr("A note or a tag"), others)
