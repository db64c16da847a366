"""Where a folder lies: in this computer, on a stick, on a share, or where a sync program copies."""

from typing import NamedTuple

LOCAL, STICK, SHARE, CLOUD = "local", "stick", "share", "cloud"
"""A stick is whatever can be pulled out while it is in use."""


class Place(NamedTuple):
    """`service` names the kind of share or the sync program, as people call it; none on a stick."""

    kind: str = LOCAL
    service: str = ""

    @property
    def mark(self) -> str:
        """What is remembered of it once the teacher has said that it may stay there."""
        return f"{self.kind} {self.service}".strip() if self.kind != LOCAL else ""

    @property
    def is_shared(self) -> bool:
        """Whether another computer may write there at the same time."""
        return self.kind in (SHARE, CLOUD)


HERE = Place()
