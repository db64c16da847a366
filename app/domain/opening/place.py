"""Where a folder lies: on this computer alone, on a share, or copied about by a sync program."""

from dataclasses import dataclass

LOCAL, SHARE, CLOUD = "local", "share", "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """`service` names the kind of share or the sync program, as people call it."""

    kind: str = LOCAL
    service: str = ""

    @property
    def mark(self) -> str:
        """What is remembered of it once the teacher has said that it may stay there."""
        return f"{self.kind} {self.service}" if self.kind != LOCAL else ""


HERE = Place()
