"""Every fault has a test or a reason, and every test that is named exists."""

import ast
from pathlib import Path

from tests.faults.catalogue import ELSEWHERE, LAST, NOT_HERE, TESTS, proofs

EVERY = set(range(1, LAST + 1))


def functions_of(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_number_is_proven_or_has_a_reason() -> None:
    known = set(proofs()) | set(NOT_HERE)
    assert EVERY - known == set()
    assert known - EVERY == set()


def test_no_number_has_both_a_proof_and_an_excuse() -> None:
    assert set(proofs()) & set(NOT_HERE) == set()


def test_every_test_that_is_named_exists() -> None:
    named = [test for tests in ELSEWHERE.values() for test in tests]
    gone = [name for file, name in named if f"test_{name}" not in functions_of(TESTS / file)]
    assert gone == []
