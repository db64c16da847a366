"""What goes to a printer; a file stands for it."""

import gc
from pathlib import Path
from threading import Thread, current_thread

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fakes import FakeTasks, SlowTasks
from ui.paper.paper import put_on_paper, write_pdf


def fill(document: QTextDocument) -> None:
    document.setPlainText("EB2C-B7ZC")


def test_the_printer_lives_as_long_as_its_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    """A printer that is collected before would end the app as soon as the dialog asks for it."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = put_on_paper(window, FakeTasks(), fill)
    gc.collect()
    printer, page = dialog.printer(), tmp_path / "page.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(page))
    dialog.accepted.emit(printer)
    assert page.read_bytes().startswith(b"%PDF")
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))


class InAThread(SlowTasks):
    """Works in another thread, as the app does."""

    async def off_thread(self, work, *args):
        thread = Thread(target=work, args=args)
        thread.start()
        thread.join()


def test_pages_are_printed_in_a_worker_though_the_window_goes(qtbot: QtBot, tmp_path: Path) -> None:
    window, tasks, threads = QWidget(), InAThread(), []

    def noted(document: QTextDocument) -> None:
        threads.append(current_thread())
        fill(document)

    dialog = put_on_paper(window, tasks, noted)
    printer, page = dialog.printer(), tmp_path / "page.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(page))
    del printer
    dialog.accepted.emit(dialog.printer())
    assert not page.exists()
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    gc.collect()
    tasks.go_on()
    assert page.read_bytes().startswith(b"%PDF")
    assert threads != [current_thread()]


@pytest.mark.usefixtures("qapp")
def test_a_pdf_takes_the_place_of_an_older_one_whole(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_text("older")
    write_pdf("<p>EB2C-B7ZC</p>", page)
    assert page.read_bytes().startswith(b"%PDF")
    assert b"%%EOF" in page.read_bytes()[-16:]
    assert list(tmp_path.iterdir()) == [page]
