"""A class of an older Rondo is brought up to date: said in a small window when it takes a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.looking import Progress
from ui.tasks import Early
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.text import Text

UNSEEN_S = 0.3
"""Most files take less: then nobody sees anything of it."""
_LOOK_MS = 50


class HowFar:
    """Told in the worker, read by the window."""

    def __init__(self, part: str = "copy") -> None:
        self.now = Progress(part)

    def __call__(self, progress: Progress) -> None:
        self.now = progress


class Updating(QObject):
    """Shows how far the work is, and goes on when it is over; `closed` comes instead of that.

    A window that is closed goes at once; the work is done to its end all the same.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, job: Early[None], progress: HowFar, then: Callable[[], None]
    ) -> None:
        super().__init__()
        self._job = job
        self._progress = progress
        self._then = then
        self.window = UpdatingWindow(theme, progress.now)
        self.window.closed.connect(self.window.hide)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self.window.show()

    def end(self) -> None:
        """Something else is on the screen now."""
        self._timer.stop()
        self.window.hide()
        self.window.deleteLater()

    def _look(self) -> None:
        if not self._job.is_over():
            self.window.show_step(self._progress.now)
            return
        self._timer.stop()
        if self.window.was_closed:
            self.closed.emit()
        else:
            self._then()


class UpdatingWindow(QWidget):
    """What is done, why nothing can be lost by it, and how far it is."""

    closed = Signal()

    def __init__(self, theme: Theme, begun: Progress | None = None) -> None:
        super().__init__()
        begun = begun or Progress("copy")
        self.was_closed = False
        self.setWindowTitle("Rondo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading, why = self._why(begun)
        title = Text(theme, heading, "title")
        said = Text(theme, why, "body", "text2")
        said.setWordWrap(True)
        self.step = Text(theme, "", "small", "text2")
        self._announce = Announcer(self)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(24),) * 4)
        column.setSpacing(px(12))
        for text in (title, said, self.step):
            column.addWidget(text)
        column.addStretch(1)
        self.setMinimumWidth(min(px(460), self.screen().availableGeometry().width()))
        self.show_step(begun)
        self._announce(f"{title.text()} {why}")

    def show_step(self, progress: Progress) -> None:
        """What is done just now."""
        self.step.setText(self._words(progress))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Rondo ends when the file is whole; nobody has to look on."""
        self.was_closed = True
        self.closed.emit()
        event.accept()

    def _why(self, begun: Progress) -> tuple[str, str]:
        if begun.part == "log":
            return self.tr("Reading your class…"), self.tr(
                "Rondo was ended without warning the last time. What it wrote last is put together"
                " with your class, so nothing is lost. With many years in it this takes some"
                " seconds."
            )
        return self.tr("Bringing your class up to date…"), self.tr(
            "This class was kept by an older Rondo. It is copied first, and the copy is read, so"
            " nothing can be lost. With many years in it this takes up to a minute, once."
        )

    def _words(self, progress: Progress) -> str:
        if progress.part == "log":
            return ""
        if progress.part == "copy":
            share = 100 * progress.done // max(1, progress.all)
            return self.tr("Step 1 of 3: your class is copied, {share} %").format(share=share)
        if progress.part == "read":
            return self.tr("Step 2 of 3: the copy is read from end to end")
        return self.tr("Step 3 of 3: your class is written in its new form")
