"""A loudspeaker that writes down what it plays."""

from pathlib import Path

from app.errors import NoSound


class FakeSpeaker:
    """`broken` is the reason why nothing is heard; empty when all is well."""

    def __init__(self, broken: str = "") -> None:
        self.broken = broken
        self.played: list[tuple[str, int]] = []
        self.silent = 0

    def play(self, file: Path, volume: int) -> float:
        if self.broken:
            raise NoSound(self.broken)
        self.played.append((file.name, volume))
        return 0.01

    def stop(self) -> None:
        self.silent += 1
