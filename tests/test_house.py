"""Rules of the house that no tool knows: sizes, names, imports that wait, licences, the lock."""

import ast
import importlib.metadata
import inspect
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

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
TEXTS = {path: path.read_text("utf-8") for path in OURS}


def where(path: Path, line: int = 0) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def statements(node: ast.AST) -> Iterator[ast.stmt]:
    """All in its blocks, in theirs too. Expressions, which are most of a tree, hold none."""
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, block, ()):
            if isinstance(inner, ast.stmt):
                yield inner
            yield from statements(inner)


class Written(NamedTuple):
    """A function from its first to its last line; `late` has those of each import in it."""

    path: Path
    name: str
    first: int
    last: int
    late: tuple[tuple[int, int], ...]


def functions_of(path: Path) -> Iterator[Written]:
    for node in statements(ast.parse(TEXTS[path])):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            late = [n for n in statements(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            waits = tuple((one.lineno, one.end_lineno or one.lineno) for one in late)
            yield Written(path, node.name, node.lineno, node.end_lineno or node.lineno, waits)


@pytest.fixture(scope="module")
def functions() -> tuple[Written, ...]:
    """Every function of ours. The trees go again: kept, they would slow every test after these."""
    return tuple(one for path in OURS for one in functions_of(path))


def lines_of(path: Path) -> list[str]:
    return TEXTS[path].splitlines()


def test_no_file_is_long_and_most_are_short() -> None:
    sizes = {where(path): len(lines_of(path)) for path in OURS}
    assert {name: size for name, size in sizes.items() if size > 300} == {}
    assert statistics.median(size for size in sizes.values() if size) <= 120


def test_functions_are_short(functions) -> None:
    sizes = sorted(one.last - one.first + 1 for one in functions)
    assert statistics.median(sizes) <= 8
    assert statistics.quantiles(sizes, n=20)[-1] <= 40


def waits_with_a_reason(lines: list[str], first: int, last: int) -> bool:
    """Whether an import in a function says, beside it or above its group, what waiting saves."""
    above = first - 2
    while not lines[above].strip() or lines[above].lstrip().startswith(("import ", "from ")):
        above -= 1
    said = [*lines[first - 1 : last], lines[above]]
    return any(re.search(r"#.*\b(start|ms)\b", line) for line in said)


def test_an_import_in_a_function_says_what_it_saves_at_the_start(functions) -> None:
    silent = [
        where(one.path, first)
        for one in functions
        for first, last in one.late
        if not waits_with_a_reason(lines_of(one.path), first, last)
    ]
    assert silent == []


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


def test_only_overrides_of_qt_are_in_camel_case(functions) -> None:
    classes = [
        kind
        for module in (QtCore, QtGui, QtSvg, QtWidgets)
        for _name, kind in inspect.getmembers(module, inspect.isclass)
    ]
    of_qt = {name for kind in classes for name in vars(kind)}
    strange = [
        f"{where(one.path, one.first)} {one.name}"
        for one in functions
        if one.name != one.name.lower() and not (one.name in of_qt and one.path.parts[-2] != "app")
    ]
    assert strange == []


def test_every_room_of_a_floor_is_a_package_and_says_what_it_holds() -> None:
    rooms = {path.parent for floor in FLOORS for path in (ROOT / floor).rglob("*.py")}
    heads = {where(room): TEXTS.get(room / "__init__.py", "") for room in rooms}
    assert [room for room, head in heads.items() if not head.startswith('"""')] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    ours = [*OURS, *ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / ".ci" / "run"]
    paths = re.compile(r"(?<![\w.:/])/(work|root|home|Users)/\w")
    found = [
        where(path, number)
        for path in ours
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
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


def test_the_built_program_lacks_no_module_that_is_imported() -> None:
    """`rondo bench` types with QtTest: without it no command of the built program ran at all."""
    spec = ast.parse((ROOT / "build.spec").read_text("utf-8"))
    named = {ast.unparse(s.targets[0]): s.value for s in spec.body if isinstance(s, ast.Assign)}
    left_out = "|".join(map(re.escape, ast.literal_eval(named["UNUSED_MODULES"])))
    imports = re.compile(rf"^\s*(?:from|import) (?:{left_out})\b", re.MULTILINE)
    floors = {path: TEXTS[path] for path in OURS if path.relative_to(ROOT).parts[0] in FLOORS}
    assert [where(path) for path, text in floors.items() if imports.search(text)] == []
