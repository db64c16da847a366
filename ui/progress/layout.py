"""Where the parts of the heat map lie, in design px from its top."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHeaderView

from ui.progress.measures import GAP, Measures

HEADER = 93
STRAND = (4, 20)
RULE = 22
BARS = (35, 60)
WORDS = 62
WORD_PITCH = 14
INSET = 2
"""Room around the rows for the outline of the one that is open."""
TEXT = 4
"""From a row's edge to its text."""
LEAD = 12
"""Empty px before the text of a column after the skills."""


def cell_span(header: QHeaderView, measures: Measures, column: int, scale: float) -> QRect:
    """Left edge and width of a skill's cells in the viewport, as seen; top and height are 0."""
    left = header.sectionViewportPosition(column)
    wide = measures.cell
    before = measures.leads[column]
    if header.isRightToLeft():
        return QRect(left + round(GAP * scale), 0, wide, 0)
    return QRect(left + before, 0, wide, 0)
