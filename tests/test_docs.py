"""What the documents say of the code is so: paths, rooms, buttons, commands."""

import ast
import re
from pathlib import Path

from ui.options import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
FLOORS = ("app", "data", "ui")
README = (ROOT / "README.md").read_text("utf-8")


def test_every_path_that_is_named_is_there() -> None:
    named = re.compile(r"(?<![\w./])(?:app|data|docs|resources|scripts|tests|ui)/[\w./]*\w")
    gone = [
        f"{doc.name}: {path}"
        for doc in DOCS
        for path in named.findall(doc.read_text("utf-8"))
        if not (ROOT / path).exists()
    ]
    assert gone == []


def test_every_room_is_on_the_one_screen_of_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8").replace("/", "`")
    rooms = {path.parent.name for floor in FLOORS for path in (ROOT / floor).glob("*/__init__.py")}
    assert [room for room in sorted(rooms) if f"`{room}`" not in page] == []


def words_of(path: Path) -> set[str]:
    """All that is written in the code as text, pieces of one sentence put together."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_what_the_readme_tells_a_teacher_to_press_is_called_so() -> None:
    pressed = re.findall(r"(?<![*])[*]([A-Z][^*]+)[*](?![*])", README)
    said = {" ".join(one.split()) for one in pressed}
    known = set().union(*(words_of(path) for path in (ROOT / "ui").rglob("*.py")))
    assert len(said) > 20
    assert said - known == set()


def test_the_commands_of_the_readme_are_there() -> None:
    named = set(re.findall(r"^python3 run[.]py ([a-z]+)", README, re.MULTILINE))
    assert named <= {*COMMANDS, "test"}
