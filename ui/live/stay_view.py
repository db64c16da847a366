"""What is shown of a table that stays on."""

from typing import NamedTuple


class StayView(NamedTuple):
    """The words in the head, and those for a screen reader, which change with the minute."""

    text: str
    spoken: str
