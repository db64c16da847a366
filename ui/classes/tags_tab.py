"""The tags of the class."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId, TagId
from app.domain.skills import Tag
from app.services.tags import NEUTRAL, POSITIVE, TagService
from ui.classes.add_box import AddBox
from ui.classes.line import Line
from ui.classes.rows import Rows
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface


class TagRow(Surface):
    """A tag's name and tone."""

    def __init__(self, theme: Theme, tags: TagService, tag_id: TagId) -> None:
        super().__init__(theme, "", ("bottom",))
        self.name = Line(theme, lambda text: tags.rename(tag_id, text), self.tr("Tag"))
        self.tone = Dropdown(theme, small=True)
        self.tone.set_items(((POSITIVE, self.tr("Positive")), (NEUTRAL, self.tr("Neutral"))))
        self.remove_button = Button(theme, self.tr("Remove"), "trash", "quiet", small=True)
        self.tone.picked.connect(lambda tone: tags.set_tone(tag_id, str(tone)))
        self.remove_button.clicked.connect(lambda _on: tags.remove(tag_id))
        row = QHBoxLayout(self)
        row.addWidget(self.name, 1)
        row.addWidget(self.tone)
        row.addWidget(self.remove_button)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))

    def show_tag(self, tag: Tag) -> None:
        """Show what is kept."""
        self.name.show_text(tag.name)
        self.tone.set_current(tag.tone)
        self.tone.setAccessibleName(self.tr("Tone of {tag}").format(tag=tag.name))
        self.remove_button.setAccessibleName(self.tr("Remove {tag}").format(tag=tag.name))


class TagsTab(QWidget):
    """The list of tags, and one more."""

    refused = Signal(str)

    def __init__(self, theme: Theme, tags: TagService) -> None:
        super().__init__()
        self._theme = theme
        self._tags = tags
        self._class_id: ClassId | None = None
        self.rows = Rows[TagRow](theme, self._new_row)
        self.more = AddBox(theme, self.tr("One more tag, for example: asks for help"), self._add)
        box = Surface(theme, "surface", radius=10)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(Scroll(theme, self.rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.more)
        column.addWidget(box, 1)
        self.more.refused.connect(self.refused)

    def show_class(self, class_id: ClassId) -> int:
        """Show the tags of a class; returns how many there are."""
        self._class_id = class_id
        tags = self._tags.tags(class_id)
        self.rows.sync([tag.id for tag in tags])
        for tag in tags:
            self.rows.row(tag.id).show_tag(tag)
        return len(tags)

    def _new_row(self, tag_id: int) -> TagRow:
        row = TagRow(self._theme, self._tags, TagId(tag_id))
        row.name.refused.connect(self.refused)
        return row

    def _add(self, name: str) -> None:
        if self._class_id is not None:
            self._tags.add(self._class_id, name)
