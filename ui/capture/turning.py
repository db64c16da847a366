"""Going through the matches of one part with a key."""

from app.domain.capture.reading import LEVEL, NO_WORDS, NOTE, SKILL, STUDENT, Reading


class Turning:
    """Remembers which part is gone through, until the line or the cursor changes.

    After the last match a level or a skill goes into the note; then the first comes again.
    """

    def __init__(self) -> None:
        self._part = ""
        self._places = NO_WORDS
        self._out = NO_WORDS

    def stop(self) -> None:
        """The line or the cursor has changed."""
        self._part, self._places, self._out = "", NO_WORDS, NO_WORDS

    def turn(self, reading: Reading, active: str, step: int) -> Reading:
        """The reading with the next match, or with `step` -1 the one before."""
        if not self._part:
            self._begin(reading, active)
        count, pick = _counted(reading, self._part)
        if self._out:
            freed = self._put(reading, NO_WORDS)
            return freed.with_pick(self._part, 0)
        if pick is not None and 0 <= pick + step < count:
            return reading.with_pick(self._part, pick + step)
        if self._may_go_out(reading):
            return self._put(reading, self._places)
        if not count:
            return reading
        return reading.with_pick(self._part, 0 if pick is None or step > 0 else count - 1)

    def _begin(self, reading: Reading, active: str) -> None:
        """The part under the cursor; from a note without tags, the part that may be another."""
        part = active
        if part == NOTE and len(reading.note.choices) < 2:
            part = STUDENT if len(reading.student.choices) > 1 else SKILL
        self._part = part
        self._places = frozenset(at for at, own in enumerate(reading.parts) if own == part)

    def _may_go_out(self, reading: Reading) -> bool:
        """Whether none of the matches leaves the words to the note already."""
        if self._part == SKILL:
            return all(choice.words for choice in reading.skill.choices) and bool(self._places)
        return self._part == LEVEL and bool(self._places)

    def _put(self, reading: Reading, places: frozenset[int]) -> Reading:
        """Put words into the note, or with none bring back those that were put there."""
        for place in places or self._out:
            reading = reading.with_word(place, in_note=bool(places))
        self._out = places
        return reading


def _counted(reading: Reading, part: str) -> tuple[int, int | None]:
    """How many choices a part has, and which is picked."""
    held = {
        STUDENT: (len(reading.student.choices), reading.student.pick),
        LEVEL: (len(reading.level.choices), reading.level.pick),
        SKILL: (len(reading.skill.choices), reading.skill.pick),
        NOTE: (len(reading.note.choices), reading.note.pick),
    }
    return held[part]
