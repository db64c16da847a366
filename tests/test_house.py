"""Rules of the house that no tool knows: sizes, names, imports that wait, licences, the lock."""

import ast
import importlib.metadata
import inspect
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["app", "data", "ui"]
OURS = [
    ROOT / "run.py",
    *(path for room in [*FLOORS, "scripts", "tests"] for path in (ROOT / room).rglob("*.py")),
]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in OURS}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def where(path: Path, line: int = 0) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in TREES.items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, Function))


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_no_file_is_long_and_most_are_short() -> None:
    sizes = {where(path): len(lines_of(path)) for path in OURS}
    assert {name: size for name, size in sizes.items() if size > 300} == {}
    assert statistics.median(size for size in sizes.values() if size) <= 120


def test_functions_are_short() -> None:
    sizes = sorted(node.end_lineno - node.lineno + 1 for _path, node in functions())
    assert statistics.median(sizes) <= 8
    assert statistics.quantiles(sizes, n=20)[-1] <= 40


def waits_with_a_reason(lines: list[str], node: ast.stmt) -> bool:
    """Whether an import in a function says, beside it or above its group, what waiting saves."""
    above = node.lineno - 2
    while not lines[above].strip() or lines[above].lstrip().startswith(("import ", "from ")):
        above -= 1
    said = [*lines[node.lineno - 1 : node.end_lineno], lines[above]]
    return any(re.search(r"#.*\b(start|ms)\b", line) for line in said)


def test_an_import_in_a_function_says_what_it_saves_at_the_start() -> None:
    late = {
        where(path, inner.lineno): waits_with_a_reason(lines_of(path), inner)
        for path, function in functions()
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }
    assert [place for place, reason in late.items() if not reason] == []


def test_no_tool_is_told_to_look_away() -> None:
    silencers = re.compile(r"#\s*(type:\s*ignore|noqa|ruff:|pragma|mypy:|pylint:)")
    found = [
        where(path, number)
        for path in OURS
        for number, line in enumerate(lines_of(path), 1)
        if silencers.search(line)
    ]
    assert found == []


def test_no_file_or_module_is_exempt() -> None:
    assert not {"per-file-ignores", "extend-per-file-ignores"} & set(
        SETTINGS["tool"]["ruff"]["lint"]
    )
    assert "overrides" not in SETTINGS["tool"]["mypy"]
    assert SETTINGS["tool"]["mypy"]["strict"]


def test_only_overrides_of_qt_are_in_camel_case() -> None:
    classes = [
        kind
        for module in (QtCore, QtGui, QtSvg, QtWidgets)
        for _name, kind in inspect.getmembers(module, inspect.isclass)
    ]
    of_qt = {name for kind in classes for name in dir(kind)}
    strange = [
        f"{where(path, node.lineno)} {node.name}"
        for path, node in functions()
        if node.name != node.name.lower() and not (node.name in of_qt and path.parts[-2] != "app")
    ]
    assert strange == []


def test_every_room_of_a_floor_is_a_package() -> None:
    rooms = {path.parent for floor in FLOORS for path in (ROOT / floor).rglob("*.py")}
    assert [where(room) for room in rooms if not (room / "__init__.py").exists()] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    ours = [*OURS, *ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / ".ci" / "run"]
    paths = re.compile(r"(?<![\w.:/])/(work|root|home|Users)/\w")
    found = [
        where(path, number)
        for path in ours
        for number, line in enumerate(lines_of(path), 1)
        if paths.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("kind", ["fonts", "icons"])
def test_what_others_made_lies_beside_its_licence(kind: str) -> None:
    licences = [path for path in (ROOT / "resources" / kind).iterdir() if path.suffix == ".txt"]
    assert any(len(path.read_text("utf-8")) > 900 for path in licences)


def test_every_font_family_has_its_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    families = {re.sub(r"-\d+$", "", path.stem).replace("-", "") for path in fonts.glob("*.ttf")}
    licensed = {path.stem.removeprefix("OFL-").lower() for path in fonts.glob("OFL-*.txt")}
    assert families == licensed


def test_our_own_licence_is_there_in_full() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert SETTINGS["project"]["license"] == "GPL-3.0-or-later"


def pins(*groups: str) -> dict[str, Requirement]:
    lines = [*SETTINGS["project"]["dependencies"]]
    lines += [line for group in groups for line in SETTINGS["dependency-groups"][group]]
    return {canonicalize_name(pin.name): pin for pin in map(Requirement, lines)}


def test_every_version_is_locked() -> None:
    loose = [
        str(pin) for pin in pins("dev", "build").values() if not str(pin.specifier).startswith("==")
    ]
    assert loose == []


@pytest.mark.parametrize("groups", [(), ("dev",)])
def test_whatever_a_locked_package_needs_is_locked_too(groups: tuple[str, ...]) -> None:
    locked = pins(*groups)
    needed = {
        canonicalize_name(need.name)
        for name, pin in locked.items()
        if not pin.marker or pin.marker.evaluate()
        for need in map(Requirement, importlib.metadata.requires(name) or [])
        if not need.marker or need.marker.evaluate({"extra": ""})
    }
    assert needed - set(locked) <= {"pip"}  # which every environment has


def test_nothing_brings_numpy() -> None:
    """PySide6 would load it at every start: a tenth of a second."""
    assert "numpy" not in pins("dev", "build")
