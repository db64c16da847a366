"""The sheet for a substitute: one lesson as plain HTML, nothing from outside."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from app.domain.substitute import SheetLine, SheetStation, SubstituteSheet
from ui.format import class_title, minutes
from ui.paper.html import line, paper, table
from ui.plan import plan_words


def _tr(text: str, **holes: object) -> str:
    return QCoreApplication.translate("Substitute", text).format(**holes)


def as_html(sheet: SubstituteSheet) -> str:
    """The whole page."""
    title = _tr("{name}: lesson for a substitute", name=class_title(sheet.class_name))
    what = ", ".join(filter(None, (sheet.subject, sheet.topic)))
    about = " · ".join(filter(None, (plan_words.day(sheet.day), what)))
    parts = [
        f'<h1 dir="auto">{escape(title)}</h1>',
        line(about),
        line(_moving(sheet)),
        line(sheet.message and _tr("On the board: {message}", message=sheet.message)),
        _stations(sheet.stations),
        _places(sheet),
        _out(sheet.lines),
        _sets(_tr("Keep apart"), sheet.apart),
        _sets(_tr("Keep together"), sheet.together),
    ]
    return paper(title, parts)


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
    rows = [(one.name, *(place or "–" for place in one.places)) for one in sheet.lines]
    return _table(_tr("Who goes where"), heads, rows)


def _round(sheet: SubstituteSheet, at: int) -> str:
    number = at + 1
    if sheet.begins is None:
        return _tr("Round {number}", number=number)
    begins = sheet.begins + sheet.rounds[at][0]
    time = f"{begins // 60 % 24:02}:{begins % 60:02}"
    return _tr("Round {number}, {time}", number=number, time=time)


def _out(lines: Sequence[SheetLine]) -> str:
    rows = [(one.name, "; ".join(one.out)) for one in lines if one.out]
    return _table(_tr("Out of the room"), (_tr("Name"), _tr("When and where")), rows)


def _sets(title: str, sets: Iterable[Sequence[str]]) -> str:
    rows = [(", ".join(names),) for names in sets]
    return _table(title, (_tr("Names"),), rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A column in which nothing is said is left out."""
    if not rows:
        return ""
    said = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    kept = ([row[at] for at in said] for row in rows)
    return f"<h2>{escape(title)}</h2>{table([heads[at] for at in said], kept)}"
