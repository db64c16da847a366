"""The bars of scrolled areas: the grip is drawn where Qt takes hold of it."""

from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from ui.widgets.scroll import Bar

WAYS = some.sampled_from([Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
READ = some.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])


def as_the_style_says(bar: Bar) -> QRect:
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    whole, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
    return bar.style().subControlRect(whole, option, part, bar)


@settings(deadline=None)
@given(
    way=WAYS,
    read=READ,
    long=some.integers(30, 900),
    most=some.integers(1, 5000),
    page=some.integers(1, 900),
    share=some.floats(0, 1),
)
def test_the_grip_is_where_the_style_has_it(
    one_theme, way: Qt.Orientation, read: Qt.LayoutDirection, long, most, page, share
) -> None:
    bar = Bar(one_theme, way)
    bar.setLayoutDirection(read)
    upright = way == Qt.Orientation.Vertical
    bar.resize(12 if upright else long, long if upright else 12)
    bar.setRange(0, most)
    bar.setPageStep(page)
    bar.setValue(round(share * most))
    assert bar.grip() == as_the_style_says(bar)
