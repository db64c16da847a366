"""Into a lesson and out of it: plan, start, end, replay, carry over; now and then another class."""

from PySide6.QtCore import Qt

from tests.journey.eyes import named, seen
from tests.soak.hand import Hand
from tests.soak.school import FIRST, SECOND
from ui.live.ending.page import LessonFinished
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.segmented import Segment

PLANS = ("Use this plan", "Show the lesson")
MOST = 8


class Lessons(Hand):
    """Each lesson begins and ends through the real pages."""

    def begin(self) -> None:
        """Take a lesson into the room, from a plan that is there or is made now, and start."""
        if not self.teaches and self.chance.random() < 0.25:
            self._turn_to_another_class()
        self.press_button("Plan")
        for _time in range(MOST):
            self.rest()
            if self._press(*PLANS):
                break
            again = [b for b in seen(Button, self.teacher.window) if b.text().startswith("Same")]
            if again and self.chance.random() < 0.7:
                self.click(again[0])
            else:
                self._press("Plan a lesson")
        self.teacher.wait(lambda: self.teaches)
        self._press("Start")
        self.rest()
        self.calm()

    def look_everywhere(self) -> None:
        """See every page and tab once: what is made when first seen is there from now on."""
        for page in ("Plan", "Progress", "Class", "Settings"):
            self.press_button(page)
            self.rest()
            tabs = seen(Segment, self.teacher.window) if page == "Class" else []
            for tab in tabs:
                self.click(tab)
                self.rest()
        self.calm()

    def end(self) -> None:
        """End it, look at it again minute by minute, and carry over or not."""
        if not self.teaches:
            return
        self.press_button("More for this lesson")
        self.teacher.choose("End lesson")
        self.rest()
        assert self.teacher.board_places() == {}
        page = seen(LessonFinished, self.teacher.window)
        if self.page.top_bar.buttons.is_simple:
            return  # a stand-in is shown nothing about anybody
        assert page, "there is no end of the lesson"
        self._replay(page[0])
        button = self.chance.choice((page[0].carry.button, page[0].carry.leave))
        self.click(button)
        self.rest()
        self.calm()

    def _replay(self, page: LessonFinished) -> None:
        if not page.again.isEnabled():
            return
        self.click(page.again)
        slider = page.replay.slider
        slider.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_End):
            self.key(key)
        self.click(page.again)

    def _turn_to_another_class(self) -> None:
        """By the list on the page of the class; its lesson is another one."""
        self.press_button("Class")
        self.rest()
        lists = [d for d in seen(Dropdown, self.teacher.window) if d.count() == 2]
        now = lists[0].currentText()
        self.teacher.pick(lists[0], SECOND if now == FIRST else FIRST)
        self.rest()

    def _press(self, *names: str) -> bool:
        """Press the first of these buttons that is there."""
        for name in names:
            found = named(Button, name, self.teacher.window)
            if found:
                self.click(found[0])
                return True
        return False
