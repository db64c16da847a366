"""Tables of which nothing is lost when they are: all in them can be made again from the others."""

from data.finding.tables import is_index
from data.tallies import TALLY


def is_derived(table: str) -> bool:
    """Whether it is one of them."""
    return table == TALLY or is_index(table)
