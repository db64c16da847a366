"""The app in a process of its own, with a teacher who types her passphrase at once."""

import gc
import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer

from ui.application import run_app
from ui.bench.windows import unlock_window
from ui.clock import SystemClock
from ui.host import Host
from ui.options import read_options

WORDS = "blue bicycle in the rain"
UNLOCKED = "unlocked"


def main(arguments: Sequence[str]) -> int:
    """Say "unlocked" on standard output when the class is on the screen."""
    gc.disable()
    return run_app(read_options(arguments), SystemClock(), _stand_in)


def _stand_in(host: Host) -> None:
    once = Qt.ConnectionType.SingleShotConnection

    def type_words() -> None:
        host.painted.connect(_tell, once)
        form = unlock_window().form
        form.secret.field.setText(WORDS)
        form.submit()

    def asked() -> None:
        QTimer.singleShot(0, host, type_words)

    host.painted.connect(asked, once)


def _tell() -> None:
    sys.stdout.write(UNLOCKED + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
