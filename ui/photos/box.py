"""A student's photo: to choose one, to say whether the class may see it, to take it away."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.classes import Student
from app.errors import ClassroomError
from app.services.photos import PhotoService
from ui.dialogs import Dialogs
from ui.photos.picture import round_photo
from ui.photos.reading import read_photo
from ui.problems import problem
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.avatar import initials, paint_avatar, shape_of
from ui.widgets.box import Box
from ui.widgets.button import Button
from ui.widgets.note import Note
from ui.widgets.paint import start
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle

WIDTH, FACE = 480, 128


class Face(QWidget):
    """The photo, or the initials where there is none."""

    def __init__(self, theme: Theme, student: Student) -> None:
        super().__init__()
        self._theme = theme
        self._student = student
        self._image = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: str) -> None:
        """Show a photo; empty for none."""
        self._image = image
        said = self.tr("Photo of {student}") if image else self.tr("{student} has no photo")
        self.setAccessibleName(said.format(student=self._student.name.first))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(FACE), self._theme.px(FACE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo or the initials."""
        painter = start(self)
        photo = round_photo(self._image, self.width()) if self._image else None
        if photo is not None:
            painter.drawPixmap(0, 0, photo)
        else:
            name = self._student.name
            letters = initials(name.first, name.family if name.family != name.first else "")
            shape = shape_of(self._student.id)
            paint_avatar(painter, self._theme, QRectF(self.rect()), letters, shape)
        painter.end()


class PhotoBox(Box):
    """What is chosen holds at once, and each is an undo step."""

    def __init__(
        self,
        theme: Theme,
        student: Student,
        photos: PhotoService,
        tasks: Tasks,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._student = student
        self._photos = photos
        self._tasks = tasks
        self._dialogs = dialogs
        self.face = Face(theme, student)
        self.choose = Button(theme, "", "image", "primary")
        self.away = Button(theme, self.tr("Take it away"), "trash", "quiet")
        self.consent = Toggle(theme)
        self.note = Note(theme)
        self._left = False
        self._lay_out()
        self.choose.clicked.connect(lambda _on: self._tasks.spawn(self._choose()))
        self.away.clicked.connect(lambda _on: self._take_away())
        self.consent.clicked.connect(self._allow)
        self.finished.connect(lambda _code: self._leave())
        self.note.hide()
        self.show_photo()
        self._take_room()

    def show_photo(self) -> None:
        """Show what is kept now."""
        photo = self._photos.photo(self._student.id)
        self.face.show_image(photo.image if photo else "")
        self.choose.setText(self.tr("Another photo") if photo else self.tr("Choose a photo"))
        self.away.setEnabled(photo is not None)
        self.consent.setEnabled(photo is not None)
        self.consent.setChecked(photo is not None and photo.consent)

    async def _choose(self) -> None:
        pictures = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;All files (*)")
        chosen = await self._dialogs.open_file(self.tr("Choose a photo"), pictures)
        if chosen is not None and not self._left:
            await self._take(chosen)

    async def _take(self, path: Path) -> None:
        self.note.hide()
        self.choose.setEnabled(False)
        try:
            image = await self._tasks.off_thread(read_photo, path)
            self._photos.keep(self._student.id, image)
        except ClassroomError as error:
            if self._left:
                raise  # the window behind says it
            self._refuse(problem(error))
        if not self._left:
            self.choose.setEnabled(True)
            self.show_photo()

    def _refuse(self, text: str) -> None:
        self.note.set_note("", text)
        self.note.show()
        self._take_room()

    def _leave(self) -> None:
        """The box is closed, perhaps while a large picture is read."""
        self._left = True

    def _allow(self, on: bool) -> None:
        photo = self._photos.photo(self._student.id)
        try:
            if photo is not None:
                self._photos.allow(photo, on)
        finally:
            self.show_photo()  # where it was refused the switch goes back

    def _take_away(self) -> None:
        photo = self._photos.photo(self._student.id)
        if photo is not None:
            self._photos.take_away(photo)
        self.show_photo()

    def _lay_out(self) -> None:
        px = self._theme.px
        title = self.tr("Photo of {student}").format(student=self._student.name.first)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(WIDTH))
        self.away.setAccessibleName(self.tr("Take the photo away"))
        buttons = QVBoxLayout()
        buttons.setSpacing(px(8))
        for button in (self.choose, self.away):
            buttons.addWidget(button)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(20))
        top.addWidget(self.face)
        top.addLayout(buttons, 1)
        may = self.tr("The class may see it")
        self.consent.setAccessibleName(may)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._theme, may, "strong"))
        said = Text(
            self._theme,
            self.tr("Only with the family’s consent. On the board when Settings, Board says so."),
            "small",
            "text2",
        )
        said.setWordWrap(True)
        words.addWidget(said)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addLayout(words, 1)
        line.addWidget(self.consent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(18), px(20), px(20))
        rows.setSpacing(px(16))
        rows.addLayout(top)
        rows.addLayout(line)
        rows.addWidget(self.note)
        self._rows = rows
        self._take_room()

    def _take_room(self) -> None:
        """As high as the sentences need in this width: a dialog does not ask them by itself."""
        wide = max(self.width(), self._theme.px(WIDTH))
        self.resize(wide, self._rows.totalHeightForWidth(wide))
