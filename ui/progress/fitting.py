"""Whether the heat map has room enough beside the panel."""

from collections.abc import Sequence

from app.domain.progress import SkillColumn
from ui.progress.fitted_table import firsts_of
from ui.progress.measures import least_width
from ui.progress.name_header import NARROWEST
from ui.progress.side_panel import WIDTH
from ui.theme import Theme

PANEL_FROM = 1000
"""In a narrower page (design px) the panel gives its room to the heat map."""
AROUND = 36
"""Design px around the heat map, with a bar to scroll by."""


def fits_beside_panel(
    theme: Theme, width: int, columns: Sequence[SkillColumn], choices: bool = False
) -> bool:
    """Whether all skills can be seen at once beside the panel, on a page that wide."""
    if width < theme.px(PANEL_FROM):
        return False
    skills = least_width(firsts_of(columns), theme.scale, choices)
    return width - theme.px(WIDTH + AROUND + NARROWEST) >= skills
