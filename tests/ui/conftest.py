"""What tests of windows share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import QT_ARGUMENTS, Theme


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Qt's own widgets look as in the app."""
    return [*QT_ARGUMENTS]


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """One theme for the run: fonts are loaded once, as in the app."""
    theme = Theme()
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    """Light, 100 % and still: a test that wants movement or another look chooses it."""
    one_theme.choose(scheme="light", scale=1.0, reduced_motion=True)
    yield one_theme
    one_theme.choose(scheme="light", scale=1.0, reduced_motion=True)
