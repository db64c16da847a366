"""What is shown of a table that stays on."""

from typing import NamedTuple


class StayView(NamedTuple):
    """The words in the head, in full and in short, and those for a screen reader.

    The latter change with the minute only.
    """

    text: str
    short: str
    spoken: str
