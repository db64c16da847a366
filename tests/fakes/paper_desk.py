"""What papers ask of the desk: where a file goes, and to hear that it is written."""

from pathlib import Path

from tests.fakes.world import FakeDialogs, FakeTasks


class PaperDesk:
    """The teacher saves at `target`; `said` keeps what she is told."""

    def __init__(self, target: Path, room=None, theme=None) -> None:
        self.room, self.theme = room, theme
        self.tasks = FakeTasks()
        self.dialogs = FakeDialogs(target)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    done = say
