"""What the recipe for the built program names is there, so that it can be built."""

import ast
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEC = ast.parse((ROOT / "build.spec").read_text("utf-8"))


def given(call: str) -> dict[str, ast.expr]:
    """The named arguments of a call in the recipe; what it is given first is named ""."""
    calls = [node for node in ast.walk(SPEC) if isinstance(node, ast.Call)]
    (found,) = [one for one in calls if ast.unparse(one.func) == call]
    named = {one.arg: one.value for one in found.keywords if one.arg}
    return named | ({"": found.args[0]} if found.args else {})


def test_the_program_starts_with_what_is_there() -> None:
    scripts = ast.literal_eval(given("Analysis")[""])
    assert scripts
    assert all((ROOT / script).is_file() for script in scripts)


def test_what_is_packed_beside_it_is_there() -> None:
    packed = [source for source, _target in ast.literal_eval(given("Analysis")["datas"])]
    assert packed
    assert [source for source in packed if not (ROOT / source).exists()] == []


@pytest.mark.parametrize("name", ast.literal_eval(given("Analysis")["hiddenimports"]))
def test_what_it_could_not_find_by_itself_can_be_imported(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


def test_its_sign_is_there() -> None:
    icon = given("EXE")["icon"]
    assert isinstance(icon, ast.IfExp)
    assert (ROOT / ast.literal_eval(icon.body)).is_file()
