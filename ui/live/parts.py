"""The parts of the live page that hands and keys reach."""

from typing import NamedTuple

from ui.live.bar.top_bar import TopBar
from ui.live.carry.band import Band
from ui.live.carry.carry import Carry
from ui.live.console import Console
from ui.live.deeds import Deeds
from ui.live.selection import Selection
from ui.widgets.announce import Announcer


class Parts(NamedTuple):
    """The parts of the page that keys and clicks reach."""

    top_bar: TopBar
    console: Console
    selection: Selection
    band: Band
    carry: Carry
    deeds: Deeds
    say: Announcer
