"""What looks after the profile's folder once the first picture is there."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.bootstrap import Profile, clear_requests, make_room, take_requests
from ui.desk.desk import Desk
from ui.opening.reading import show_copies


class Watchman(QObject):
    """Hears of requests that a second copy of the app leaves; `came` carries each one."""

    came = Signal(object)

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = profile.requests
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        if make_room(self._folder):
            self._watcher.addPath(str(self._folder))
        self._look()

    def tell_copies(self, desk: Desk | None, names: tuple[str, ...]) -> None:
        """Say it when a sync program made second copies of the class file."""
        if desk is not None and names:
            show_copies(desk.window.banners, names, desk.open_backup)

    def stop(self) -> None:
        """Hear of nothing any more, and leave no trace."""
        self._watcher.directoryChanged.disconnect(self._look)
        clear_requests(self._folder)

    def _look(self) -> None:
        for request in take_requests(self._folder):
            self.came.emit(request)


def bring_forward(window: QWidget) -> None:
    """Show a window before all others, also when it was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
