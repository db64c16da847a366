"""What people are called."""

from typing import NamedTuple


class PersonName(NamedTuple):
    """A name in parts, any of which may be empty; some people have one name."""

    preferred: str
    given: str
    family: str

    @property
    def first(self) -> str:
        """What the person is called."""
        return self.preferred or self.given or self.family

    @property
    def full(self) -> str:
        """The name as a list shows it: first and family name."""
        first = self.first
        family = self.family if self.family != first else ""
        return f"{first} {family}".strip()
