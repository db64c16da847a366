"""The teacher's window: the rail, one page at a time, and the toast. It decides nothing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.workspace import Kinds
from ui.theme import Theme
from ui.widgets.focus import as_read, first_stop, focused, holds, in_turn
from ui.widgets.rail import Rail

if TYPE_CHECKING:
    from ui.widgets.banner import Banners
    from ui.widgets.toast import Toast


class PageEntry(NamedTuple):
    """A page, what it does when it is shown, and how it hears what changed."""

    widget: QWidget
    show: Callable[[], None]
    on_changed: Callable[[Kinds], None]


PART_OF = {"import": "class", "year": "settings", "times": "class"}
"""Pages that have no place on the rail, and the place they belong to."""

DEEDS = {"Ctrl+F": "find", "/": "capture"}
"""Keys of every page that open something over it; typed into a field they are typed."""

LEAST = (640, 400)
"""Px of the window: a laptop of 1366 by 768 at 175 % has 780 by 438."""

PageFactory = Callable[[], PageEntry]


class MainWindow(QWidget):
    """Makes each page when it is first wanted, so that the start pays for one alone."""

    page_wanted = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    closing = Signal()
    painted = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._factories: dict[str, PageFactory] = {}
        self._pages: dict[str, PageEntry] = {}
        self._was_painted = False
        self._theme = theme
        self._toast: Toast | None = None
        self._banners: Banners | None = None
        self._foot = 0
        self._page_keys: tuple[str, ...] = ()
        self._by_key = False
        self._stops: tuple[QWidget, ...] = ()
        self.may_close: Callable[[], bool] | None = None
        self.current = ""
        self.setWindowTitle(title)
        self.setMinimumSize(*LEAST)
        self.rail = Rail(theme)
        self.stack = QStackedWidget()
        self._work = QVBoxLayout()
        self._inside = QWidget()
        self._cover: QWidget | None = None
        self._focus: QWidget | None = None
        self._toast_held: frozenset[str] = frozenset()
        self._lay_out()

    @property
    def toast(self) -> "Toast":
        """The toast, made when there is something to say."""
        if self._toast is None:
            from ui.widgets.toast import Toast  # nothing to say at the start

            self._toast = Toast(self._theme, self.stack)
            self._toast.keep_clear(self._foot)
            self._toast.set_held(bool(self._toast_held))
        return self._toast

    def hold_toast(self, held: bool, why: str = "") -> None:
        """Say nothing for now; the last thing there was to say comes when nothing holds it."""
        holds = self._toast_held | {why} if held else self._toast_held - {why}
        if holds == self._toast_held:
            return
        self._toast_held = holds
        if self._toast is not None:
            self._toast.set_held(bool(holds))

    def cover(self, page: QWidget) -> None:
        """Show a page in the place of everything, which is taken out of the window meanwhile.

        So neither the eye, nor a key, nor a screen reader finds it.
        """
        self.uncover()
        self._focus = focused(self)
        self._cover = page
        self._inside.setLayoutDirection(self.layoutDirection())
        self._whole.removeWidget(self._inside)
        self._inside.setParent(None)
        self._whole.addWidget(page)
        page.show()

    def uncover(self) -> None:
        """Show everything again, with the keyboard where it was."""
        page, self._cover = self._cover, None
        if page is None:
            return
        self._whole.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._whole.addWidget(self._inside)
        self._inside.unsetLayoutDirection()
        self._inside.show()
        focus, self._focus = self._focus, None
        if holds(self.rail, focus):  # she locked it there: the next key is meant for the lesson
            focus = _stop_of(self._pages[self.current].widget)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def banners(self) -> "Banners":
        """The quiet lines above the page, made when there is one to show."""
        if self._banners is None:
            from ui.widgets.banner import Banners  # nothing to tell at the start

            self._banners = Banners(self._theme, self)
            self._work.insertWidget(0, self._banners)
            self._banners.left.connect(self._give_to_page)
            self._banners.show()
        return self._banners

    def keep_clear(self, px: int) -> None:
        """Keep the toast off the lowest design px of the page."""
        self._foot = px
        if self._toast is not None:
            self._toast.keep_clear(px)

    def add_page(self, key: str, factory: PageFactory) -> None:
        """A page for later; the factory is called the first time the page is shown."""
        self._factories[key] = factory

    def page(self, key: str) -> PageEntry:
        """The page, made now if it was not yet."""
        if key not in self._pages:
            entry = self._factories[key]()
            self._pages[key] = entry
            self.stack.addWidget(entry.widget)
        return self._pages[key]

    def go(self, key: str) -> None:
        """Show a page as things are now."""
        entry = self.page(key)
        entry.show()
        self.current = key
        self.stack.setCurrentWidget(entry.widget)
        if self._toast is not None:
            self._toast.raise_()
        place = PART_OF.get(key, key)
        if self.rail.has(place):
            self.rail.set_current(place)
        self._take_keyboard(entry.widget)

    def set_page_keys(self, keys: Sequence[str]) -> None:
        """Reach these places of the rail with Ctrl 1, Ctrl 2 and so on. Call it before `show`."""
        self._page_keys = tuple(keys)
        for number, key in enumerate(keys, 1):
            item = self.rail.item(key)
            item.setToolTip(
                self.tr("{page} (Ctrl {number})").format(page=item.label(), number=number)
            )

    def tell(self, kinds: Kinds) -> None:
        """Hand a notice to the page that is seen; the others ask anew when they are shown."""
        if self.current in self._pages:
            self._pages[self.current].on_changed(kinds)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as the page is read, also to what was made late."""
        if self.current in self._pages:
            stops = tuple(as_read(self._pages[self.current].widget))
            if stops != self._stops:
                self._stops = stops
                in_turn(*stops)
        return super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 goes on to the next part, on pages that have no use of their own for it."""
        if event.key() != Qt.Key.Key_F6 or self.current not in self._pages:
            super().keyPressEvent(event)
            return
        from ui.widgets.regions import go_to_next, regions_of  # no key at the start

        back = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        parts = [*regions_of(self._pages[self.current].widget), self.rail]
        go_to_next(parts, focused(self), -1 if back else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the first picture is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_first_picture)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the board and the files be closed with the window, unless something is not saved."""
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def _go_by_key(self, key: str) -> None:
        """Where there is no rail yet there is nowhere to go."""
        if not self.rail.isHidden():
            self._by_key = True
            self.page_wanted.emit(key)
            self._by_key = False

    def _want(self, key: str) -> None:
        """Not while another page lies over everything, as when it is locked."""
        if self._cover is None:
            self.page_wanted.emit(key)

    def _take_keyboard(self, page: QWidget) -> None:
        """The keyboard goes along with the page, unless it is on the rail."""
        focus, stop = focused(self), _stop_of(page)
        on_rail = holds(self.rail, focus) and not self._by_key
        if stop is None or on_rail or holds(page, focus):
            return
        reason = Qt.FocusReason
        stop.setFocus(reason.ShortcutFocusReason if self._by_key else reason.OtherFocusReason)

    def _give_to_page(self) -> None:
        """What had the keyboard is gone, and the next key is meant for the page."""
        stop = _stop_of(self._pages[self.current].widget) if self.current in self._pages else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._inside)
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._work.setContentsMargins(0, 0, 0, 0)
        self._work.setSpacing(0)
        self._work.addWidget(self.stack, 1)
        row.addLayout(self._work, 1)
        self.rail.picked.connect(self.page_wanted)

    def _after_first_picture(self) -> None:
        self.painted.emit()
        from ui.desk.shortcuts import (
            add_shortcuts,  # not for the start: Qt's names of keys cost 3 ms
        )

        pages = [partial(self._go_by_key, key) for key in self._page_keys]
        others = {key: partial(self._want, place) for key, place in DEEDS.items()}
        others["Ctrl+L"] = partial(self.page_wanted.emit, "lock")
        add_shortcuts(self, self.undo_wanted.emit, self.redo_wanted.emit, pages, others)


def _stop_of(page: QWidget) -> QWidget | None:
    """Where the keyboard goes on a page: to the page itself where it has keys of its own."""
    own = page.focusPolicy() != Qt.FocusPolicy.NoFocus
    return page if own else first_stop(page)
