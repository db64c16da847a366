"""The end of a lesson on paper: one page of plain HTML, nothing from outside."""

from html import escape

from app.domain.lesson_end import EndRow, LessonEnd
from app.ports import Clock
from ui.live.ending import words
from ui.live.words import tr

_STYLE = (
    "body{font-family:sans-serif;font-size:9pt}h1{font-size:14pt}h2{font-size:11pt}"
    "th,td{padding:2px 6px;border-bottom:1px solid #999999}"
)


def as_html(end: LessonEnd, clock: Clock) -> str:
    """Where everyone was, who was seen, who moved up."""
    title = escape(tr("Lesson finished"))
    about = escape(words.subtitle(end, clock))
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
        f'<body><h1>{title}</h1><p dir="auto">{about}</p>'
        f"<p>{escape(words.here(end))} · {escape(words.observed(end))}</p>"
        f"{_where(end)}{_moved_up(end)}</body></html>"
    )


def _where(end: LessonEnd) -> str:
    heads = [tr("Name"), *(str(n) for n in range(1, end.rounds + 1)), tr("Seen")]
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    lines = "".join(f"<tr>{_line(end, row)}</tr>" for row in end.rows)
    return f'<table cellspacing="0"><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>'


def _line(end: LessonEnd, row: EndRow) -> str:
    places = [words.place(place, end.stations) for place in row.places]
    cells = [row.name, *places, str(row.seen)]
    return "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells)


def _moved_up(end: LessonEnd) -> str:
    if not end.moved_up:
        return ""
    names = {row.student.id: row.name for row in end.rows}
    lines = "".join(
        f'<p dir="auto">{escape(names.get(up.student_id, ""))}: {escape(up.skill)},'
        f" {up.before} → {up.after}</p>"
        for up in end.moved_up
    )
    return f"<h2>{escape(tr('Moved up'))}</h2>{lines}"
