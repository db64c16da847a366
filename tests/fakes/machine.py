"""A computer that only pretends, for run.py."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
PYPROJECT = """
[project]
dependencies = ["qt==6.1", "lite==2.0"]
[dependency-groups]
dev = ["tester==9.0"]
"""


def load_run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load_run()


def fine(_command: str) -> int:
    return 0


class PretendMachine(run.Machine):
    """Knows a computer's answers and keeps what was asked of it; touches nothing but `.venv`."""

    platform = "linux"
    is_debian = True
    is_root = False

    def __init__(self, lacking: tuple[str, ...] = (), trouble: Callable[[str], int] = fine) -> None:
        self.environment = {"DISPLAY": ":0"}
        self.lacking = lacking
        self.trouble = trouble
        self.said: list[str] = []
        self.ran: list[str] = []
        self.became: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def run(self, command: list[str], heard: Callable[[str], object], _keep: int = -1) -> int:
        self.ran.append(" ".join(command))
        if code := self.trouble(self.ran[-1]):
            heard("ERROR: it went wrong")
            return code
        if "venv" in command:
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.touch()
        return 0

    def missing(self, wanted: dict[str, str]) -> dict[str, str]:
        return {name: package for name, package in wanted.items() if name in self.lacking}

    def become(self, command: list[str]) -> int:
        self.became = command
        return 0

    def installed(self) -> list[str]:
        """The packages that pip was asked for, in the last of its calls."""
        calls = [command.split() for command in self.ran if " pip " in command]
        return [word for call in calls if "install" in call for word in call if "==" in word]


def start(folder: Path, *arguments: str, machine: PretendMachine | None = None) -> PretendMachine:
    """Type `python3 run.py ARGUMENTS` in a folder on a pretended machine."""
    machine = machine or PretendMachine()
    run.main(list(arguments), machine, folder)
    return machine
