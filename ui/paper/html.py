"""What the pages to read or print share: plain HTML, nothing from outside."""

from collections.abc import Iterable, Sequence
from html import escape

_PAPER = (
    "body{font-family:'Atkinson Hyperlegible Next',sans-serif;font-size:9pt}"
    "h1{font-size:14pt;margin-bottom:4px}h2{font-size:11pt;margin-top:14px;margin-bottom:4px}"
    "p{margin-top:0px;margin-bottom:3px}table{margin-bottom:8px}"
    "th,td{padding:2px 6px;border-bottom:1px solid #999999}"
)


def paper(title: str, parts: Iterable[str]) -> str:
    """A page for the printer, as Qt's rich text understands it; `parts` are HTML."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_PAPER}</style>'
    return f"<html><head>{head}</head><body>{''.join(parts)}</body></html>"


def line(text: str) -> str:
    """A paragraph in the direction of its words; nothing for no words."""
    return f'<p dir="auto">{escape(text)}</p>' if text else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """A table of words; each cell keeps the direction of its own."""
    top = "".join(f'<th scope="col" align="left">{escape(head)}</th>' for head in heads)
    lines = "\n".join(
        "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<table cellspacing="0">{said}<thead><tr>{top}</tr></thead>\n'
        f"<tbody>\n{lines}\n</tbody></table>"
    )
