"""The end of a lesson on paper: one page of plain HTML, nothing from outside."""

from collections import Counter
from html import escape

from app.domain.lesson_end import EndRow, LessonEnd
from app.domain.voice import FACES
from app.ports import Clock
from ui.live.ending import words
from ui.live.words import tr
from ui.paper.html import line, paper, table
from ui.student.voice_words import face_word


def as_html(end: LessonEnd, clock: Clock) -> str:
    """Where everyone was, who was seen, who moved up, and what was said of it."""
    title = tr("Lesson finished")
    counts = f"{words.here(end)} · {words.observed(end)}"
    return paper(
        title,
        (
            f"<h1>{escape(title)}</h1>",
            line(words.subtitle(end, clock)),
            line(counts),
            _where(end),
            _moved_up(end),
            _said(end),
        ),
    )


def _where(end: LessonEnd) -> str:
    heads = [tr("Name"), *(str(n) for n in range(1, end.rounds + 1)), tr("Seen")]
    return table(heads, (_cells(end, row) for row in end.rows))


def _cells(end: LessonEnd, row: EndRow) -> list[str]:
    return [row.name, *(words.place(at, end.stations) for at in row.places), str(row.seen)]


def _moved_up(end: LessonEnd) -> str:
    if not end.moved_up:
        return ""
    names = {row.student.id: row.name for row in end.rows}
    lines = "".join(
        line(f"{names.get(up.student_id, '')}: {up.skill}, {up.before} → {up.after}")
        for up in end.moved_up
    )
    return f"<h2>{escape(tr('Moved up'))}</h2>{lines}"


def _said(end: LessonEnd) -> str:
    if not end.said:
        return ""
    faces = Counter(end.faces.values())
    counts = " · ".join(f"{face_word(face)} {faces[face]}" for face in FACES if faces[face])
    told = "".join(map(line, words.sentences(end)))
    return f"<h2>{escape(tr('Exit reflections'))}</h2>{line(counts) if counts else ''}{told}"
