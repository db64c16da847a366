"""A term on paper: the numbers behind its pictures."""

from html import escape

from app.domain.term import TermPicture
from ui.format import class_title
from ui.paper.html import line, paper, table
from ui.reports.numbers import Numbers, growth_numbers, shares_numbers
from ui.reports.words import day_month, growth_words, seen_words, shares_words, tr


def as_html(term: TermPicture) -> str:
    """The page for the printer."""
    title = tr(
        "{name}: the weeks from {first} to {last}",
        name=class_title(term.class_name),
        first=day_month(term.weeks[0]),
        last=day_month(term.weeks[-1]),
    )
    seen = [(row.full_name, seen_words(row)) for row in term.coverage]
    parts = [
        f'<h1 dir="auto">{escape(title)}</h1>',
        f"<h2>{escape(tr('Growth, strand by strand'))}</h2>",
        line(growth_words(term)),
        _table(tr("Strand and level"), growth_numbers(term)),
        f"<h2>{escape(tr('Who was seen when'))}</h2>",
        table((tr("Student"), tr("Days seen, of the days here")), seen),
        f"<h2>{escape(tr('Who had how much'))}</h2>",
        line(shares_words(term)),
        _table(tr("Student"), shares_numbers(term)),
    ]
    return paper(title, parts)


def _table(corner: str, numbers: Numbers) -> str:
    rows = ((name, *row) for name, row in zip(numbers.names, numbers.rows, strict=True))
    return table((corner, *numbers.heads), rows)
