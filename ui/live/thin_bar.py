"""A scroll bar as narrow as the margin beside the cards, so that cards keep their width."""

from ui.theme import Theme
from ui.widgets.scroll import Scroll

_STYLE = """
QScrollBar:vertical {{ background: transparent; border: none; width: {wide}px; margin: 0; }}
QScrollBar::handle {{ background: {grip}; border-radius: {round}px; margin: 2px 1px; }}
QScrollBar::handle:vertical {{ min-height: {least}px; }}
QScrollBar::handle:hover {{ background: {lit}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
WIDTH = 7


def thin_bar(theme: Theme, area: Scroll) -> None:
    """Give the area's vertical bar this look now; call again when the theme changes."""
    wide = theme.px(WIDTH)
    style = _STYLE.format(
        wide=wide,
        round=(wide - 2) // 2,
        least=theme.px(24),
        grip=theme.colour("control").name(),
        lit=theme.colour("text2").name(),
    )
    area.verticalScrollBar().setStyleSheet(style)
