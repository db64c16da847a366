"""Every import rule is broken once, on a copy of the house with empty rooms, and must notice."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

BROKEN = [
    ("floors", "app.domain.stations", "data.store"),
    ("floors", "data.store", "ui.theme"),
    ("app", "app.domain.stations", "PySide6.QtCore"),
    ("app", "app.services.known", "sqlite_utils"),
    ("app", "app.workspace", "sqlite3"),
    ("app", "app.domain.clock", "time"),
    ("app", "app.ports", "os"),
    ("app-floor", "app.domain.stations", "app.services.known"),
    ("app-floor", "app.ports", "app.workspace"),
    ("app-floor", "app.attic", ""),
    ("data", "data.store", "PySide6.QtSql"),
    ("data", "data.store", "ui.theme"),
    ("ui", "ui.widgets.card", "data.store"),
    ("ui", "ui.theme", "data.paths"),
    ("ui", "ui.upkeep.care", "data.store"),
    ("sql", "ui.bootstrap", "sqlite_utils"),
    ("sql", "ui.bootstrap.opened", "sqlcipher3"),
    ("sql", "ui.theme", "sqlite3"),
    ("sql", "ui.cli.main", "sqlcipher3.dbapi2"),
    ("qasync", "ui.widgets.card", "qasync"),
    ("qasync", "ui.bootstrap.classroom", "qasync"),
    ("rooms", "ui.widgets.card", "ui.live.stations.views"),
    ("rooms", "ui.theme", "ui.widgets.card"),
    ("board", "ui.board", "app.services.known"),
    ("board", "app.domain.board.scene", "app.domain.observations"),
    ("network", "app.workspace", "socket"),
    ("network", "data.files", "urllib.request"),
    ("network", "ui.tasks", "http.client"),
]
ALLOWED = [
    ("ui.bootstrap", "data.store"),
    ("ui.bootstrap.opened", "data.store"),
    ("ui.cli.main", "data.paths"),
    ("ui.tasks", "qasync"),
    ("data.store", "app.ports"),
    ("ui.board", "app.domain.board.scene"),
]


@pytest.fixture(scope="module")
def empty_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules of the real house without a line in them, and the real rules."""
    house = tmp_path_factory.mktemp("house")
    (house / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for floor in CONTRACTS["root_packages"]:
        for module in (ROOT / floor).rglob("*.py"):
            empty = house / module.relative_to(ROOT)
            empty.parent.mkdir(parents=True, exist_ok=True)
            empty.touch()
    return house


def file_of(house: Path, module: str) -> Path:
    path = house.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def lint(house: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache", *options]
    return subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)


def lint_with(house: Path, importer: str, imported: str, *options: str) -> str:
    """What the rules say when one module of the empty house imports another."""
    module = file_of(house, importer)
    was_there = module.exists()
    module.write_text(f"import {imported}\n" if imported else "")
    try:
        return lint(house, *options).stdout
    finally:
        module.write_text("") if was_there else module.unlink()


def test_the_empty_house_keeps_every_rule(empty_house: Path) -> None:
    ended = lint(empty_house)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(("rule", "importer", "imported"), BROKEN)
def test_a_broken_rule_is_noticed(
    empty_house: Path, rule: str, importer: str, imported: str
) -> None:
    assert lint_with(empty_house, importer, imported, "--contract", rule).count(" BROKEN") == 1


@pytest.mark.parametrize(("importer", "imported"), ALLOWED)
def test_what_the_rules_allow_passes(empty_house: Path, importer: str, imported: str) -> None:
    assert ", 0 broken." in lint_with(empty_house, importer, imported)


def test_every_rule_is_broken_once() -> None:
    rules = {contract["id"] for contract in CONTRACTS["contracts"]}
    assert rules == {rule for rule, _importer, _imported in BROKEN}


def test_every_broken_rule_names_rooms_that_exist() -> None:
    importers = {importer for _rule, importer, _imported in BROKEN} - {"app.attic"}
    assert all(file_of(ROOT, importer).exists() for importer in importers)
