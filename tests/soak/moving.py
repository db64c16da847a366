"""Students go from place to place: by pointer, by click, by key, one by one and together."""

from PySide6.QtCore import QPoint, Qt

from tests.journey.teacher import CTRL
from tests.soak.hand import Deed, Hand, NotNow

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
NUMBERS = (Key.Key_0, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
LEADS_AWAY = ("Student page",)


class Moving(Hand):
    """Each way a card can go."""

    def deeds(self) -> list[Deed]:
        own = (
            *(self._drag_to_a_station, self._drag_on_a_card, self._drag_out, self._drag_a_chip_in),
            *(self._drag_and_escape, self._drag_several, self._drag_a_group, self._draw_a_box),
            *(self._click_and_head, self._number_key, self._arrow_keys, self._cut_and_paste),
            *(self._take_all, self._menu_of_a_card, self._menu_of_a_chip, self._menu_of_a_station),
            *(self._mark_absent, self._mark_done, self._lift_and_click),
        )
        return [Deed(do) for do in own]

    def _drag_to_a_station(self) -> None:
        self.drag(self.spot(self.card()), self.foot(self.column()))

    def _drag_on_a_card(self) -> None:
        end = self.spot(self.card())
        self.drag(self.spot(self.card()), end)

    def _drag_out(self) -> None:
        tray = self.page.console.tray
        self.drag(self.spot(self.card()), tray.mapTo(tray.window(), QPoint(24, 24)))

    def _drag_a_chip_in(self) -> None:
        self.drag(self.spot(self.chip()), self.foot(self.column()))

    def _drag_and_escape(self) -> None:
        self.drag(self.spot(self.card()), self.foot(self.column()), drop=False)

    def _drag_several(self) -> None:
        cards = self.cards_somewhere(4)
        self.click(cards[0])
        for card in cards[1:]:
            self.click(card, CTRL)
        self.drag(self.spot(cards[0]), self.foot(self.column()))

    def _drag_a_group(self) -> None:
        self.drag(self.spot(self.column().head), self.foot(self.column()))

    def _draw_a_box(self) -> None:
        self.drag(self.foot(self.column()), self.spot(self.card()))
        if self.chance.random() < 0.5:
            self.key(Key.Key_M, self.any_of(NUMBERS[1:]))

    def _click_and_head(self) -> None:
        self.click(self.card())
        self.click(self.column().head)

    def _number_key(self) -> None:
        self.click(self.card())
        self.key(Key.Key_M, self.any_of(NUMBERS))

    def _arrow_keys(self) -> None:
        self.click(self.card())
        ways = [self.any_of(ARROWS) for _step in range(self.chance.randint(1, 4))]
        self.key(Key.Key_M, *ways, self.any_of((Key.Key_Return, Key.Key_Escape)))

    def _cut_and_paste(self) -> None:
        self.click(self.card())
        self.key(Key.Key_X, held=CTRL)
        self.key(self.any_of(ARROWS))
        self.key(Key.Key_V, held=CTRL)

    def _take_all(self) -> None:
        self.click(self.card())
        if self.chance.random() < 0.5:
            self.key(Key.Key_A, held=CTRL)
        else:
            self.click(self.card(), SHIFT)
        if self.chance.random() < 0.3:
            self.key(Key.Key_M, self.any_of(NUMBERS[1:]))

    def _lift_and_click(self) -> None:
        self.click(self.card())
        self.key(Key.Key_M)
        self.click(self.card())

    def _menu_of_a_card(self) -> None:
        self.menu_of(self.card())
        self.pick_any(but=LEADS_AWAY)

    def _menu_of_a_chip(self) -> None:
        self.click(self.chip())
        self.pick_any(but=LEADS_AWAY)

    def _menu_of_a_station(self) -> None:
        self.menu_of(self.column().head)
        self.pick_any()

    def _mark_absent(self) -> None:
        if len(self.page.console.tray.chips) > 8:
            raise NotNow  # a class must be left to teach
        self.click(self.card())
        self.key(Key.Key_A)

    def _mark_done(self) -> None:
        self.click(self.card())
        self.key(Key.Key_D)
