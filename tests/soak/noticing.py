"""The teacher notes what she sees, and says who is here."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.journey.eyes import named, seen
from tests.soak.hand import Deed, Hand, NotNow
from ui.capture.line_input import LineInput
from ui.live.here.roll_tile import RollTile
from ui.widgets.field import Field
from ui.widgets.tag import TagChip

Key = Qt.Key
LEVELS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)
NOTES = ("counts on her fingers", "explains it to Ben", "drew it", "with the cubes", "to look at")


class Noticing(Hand):
    """Observations, flags, attendance and pull-outs of today."""

    def deeds(self) -> list[Deed]:
        own = (
            *(self._level, self._level, self._level_of_several, self._tag, self._note, self._flag),
            *(self._line, self._roll, self._call_off, self._write_pull_out, self._who_next),
        )
        return [Deed(do) for do in own]

    def _level(self) -> None:
        self.click(self.card())
        self.key(self.any_of(LEVELS))

    def _level_of_several(self) -> None:
        cards = self.cards_somewhere(3)
        self.click(cards[0])
        for card in cards[1:]:
            self.click(card, Qt.KeyboardModifier.ControlModifier)
        self.key(self.any_of(LEVELS))

    def _tag(self) -> None:
        self.click(self.card())
        self.rest()
        self.click(self.any_of(seen(TagChip, self.page.console.panel)))

    def _note(self) -> None:
        self.click(self.card())
        self.rest()
        self.click(self.any_of(named(Field, "One-line note", self.page.console.panel)))
        self.teacher.computer.come_back()
        self.teacher.type(self.any_of(NOTES))
        self.key(Key.Key_Return)
        self.page.setFocus()

    def _flag(self) -> None:
        self.click(self.card())
        self.key(Key.Key_F)

    def _line(self) -> None:
        name = plain(self.card().view.name.split()[0].lower())
        self.key(Key.Key_Slash)
        self.rest()
        if not seen(LineInput, self.teacher.window):
            raise NotNow  # a stand-in sees the lesson alone
        self.teacher.type(f"{name} {self.chance.randint(1, 4)} fra {self.any_of(NOTES)}")
        self.key(Key.Key_Return)

    def _roll(self) -> None:
        self.page.setFocus()
        self.key(Key.Key_H)
        self.rest()
        for _time in range(self.chance.randint(1, 4)):
            self.click(self.any_of(seen(RollTile, self.teacher.window)))
        if self.chance.random() < 0.5:
            self.press_button("Done")

    def _call_off(self) -> None:
        self.click(self.card())
        self.key(Key.Key_X)

    def _write_pull_out(self) -> None:
        self.menu_of(self.card())
        self.teacher.choose("Out later today")
        box = self.popup()
        yes = [b for b in seen(QAbstractButton, box) if b is getattr(box, "confirm", None)]
        self.click(self.any_of(yes))

    def _who_next(self) -> None:
        self.key(Key.Key_W)
        if self.chance.random() < 0.5:
            raise NotNow
        self.key(Key.Key_Return)


def plain(name: str) -> str:
    """Without its accents, as the keys of the tests have none."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if c.isascii())
