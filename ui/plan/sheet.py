"""The sheet for a substitute: one lesson as plain HTML, nothing from outside."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from app.domain.substitute import SheetLine, SheetStation, SubstituteSheet
from ui.format import class_title, minutes
from ui.plan import plan_words

_STYLE = (
    "body{font-family:sans-serif;font-size:9pt}h1{font-size:14pt}h2{font-size:11pt}"
    "th,td{padding:2px 6px;border-bottom:1px solid #999999}"
)


def _tr(text: str, **holes: object) -> str:
    return QCoreApplication.translate("Substitute", text).format(**holes)


def as_html(sheet: SubstituteSheet) -> str:
    """The whole page."""
    title = escape(_tr("{name}: lesson for a substitute", name=class_title(sheet.class_name)))
    what = ", ".join(filter(None, (sheet.subject, sheet.topic)))
    about = " · ".join(filter(None, (plan_words.day(sheet.day), what)))
    parts = [
        f'<h1 dir="auto">{title}</h1>',
        _line(about),
        _line(_moving(sheet)),
        _line(sheet.message and _tr("On the board: {message}", message=sheet.message)),
        _stations(sheet.stations),
        _places(sheet),
        _out(sheet.lines),
        _sets(_tr("Keep apart"), sheet.apart),
        _sets(_tr("Keep together"), sheet.together),
    ]
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f"<html><head>{head}</head><body>{''.join(parts)}</body></html>"


def _moving(sheet: SubstituteSheet) -> str:
    rounds = len(sheet.rounds)
    each = sheet.rounds[0][1] - sheet.rounds[0][0] if sheet.rounds else 0
    moving = minutes(sheet.moving_seconds)
    if rounds == 1:
        return _tr("1 round of {each} min.", each=each)
    return _tr(
        "{rounds} rounds of {each} min, {moving} min to move. Everybody moves when the board says.",
        rounds=rounds,
        each=each,
        moving=moving,
    )


def _stations(stations: Iterable[SheetStation]) -> str:
    heads = (_tr("Station"), _tr("Work"), _tr("Seats"), _tr("Adult"), _tr("When done"))
    rows = [(s.name, s.skill, str(s.seats), s.adult, s.next_task) for s in stations]
    return _table(_tr("Stations"), heads, rows)


def _places(sheet: SubstituteSheet) -> str:
    heads = [_tr("Name"), *(_round(sheet, at) for at in range(len(sheet.rounds)))]
    rows = [(line.name, *(place or "–" for place in line.places)) for line in sheet.lines]
    return _table(_tr("Who goes where"), heads, rows)


def _round(sheet: SubstituteSheet, at: int) -> str:
    number = at + 1
    if sheet.begins is None:
        return _tr("Round {number}", number=number)
    begins = sheet.begins + sheet.rounds[at][0]
    time = f"{begins // 60 % 24:02}:{begins % 60:02}"
    return _tr("Round {number}, {time}", number=number, time=time)


def _out(lines: Sequence[SheetLine]) -> str:
    rows = [(line.name, "; ".join(line.out)) for line in lines if line.out]
    return _table(_tr("Out of the room"), (_tr("Name"), _tr("When and where")), rows)


def _sets(title: str, sets: Iterable[Sequence[str]]) -> str:
    rows = [(", ".join(names),) for names in sets]
    return _table(title, (_tr("Names"),), rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A column in which nothing is said is left out."""
    if not rows:
        return ""
    said = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    top = "".join(f'<th align="left">{escape(heads[at])}</th>' for at in said)
    lines = "".join(
        "<tr>" + "".join(f'<td dir="auto">{escape(row[at])}</td>' for at in said) + "</tr>"
        for row in rows
    )
    return (
        f"<h2>{escape(title)}</h2>"
        f'<table cellspacing="0"><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>'
    )


def _line(text: str) -> str:
    return f'<p dir="auto">{escape(text)}</p>' if text else ""
