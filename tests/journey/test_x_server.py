"""Where there is no X server the tests with a real pointer say so; in CI they may not be absent."""

import pytest

from tests.journey.x_server import must_have


def nothing_installed(_program: str) -> None:
    return None


def everything_installed(program: str) -> str:
    return program


def test_missing_programs_are_named_when_the_tests_are_skipped() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"Xvfb.*xdotool.*run\.py test"):
        must_have({}, nothing_installed, "linux")


def test_in_ci_missing_programs_are_a_failure() -> None:
    with pytest.raises(pytest.fail.Exception, match="Xvfb"):
        must_have({"CI": "true"}, nothing_installed, "linux")


def test_other_systems_are_skipped_with_the_reason() -> None:
    with pytest.raises(pytest.skip.Exception, match="win32 has none"):
        must_have({}, everything_installed, "win32")


def test_with_everything_installed_nothing_is_skipped() -> None:
    must_have({"CI": "true"}, everything_installed, "linux")
