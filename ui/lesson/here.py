"""Joins the lesson with who is here: attendance, leaving, early finishers, who is owed a visit."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from app.domain.changes import Entity
from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.errors import NotRead
from app.services.moves import MoveService
from ui.capture.panel import ObservePanel
from ui.desk.pages import Errands
from ui.live.here.leaving import Leaving
from ui.live.here.taking_roll import TakingRoll
from ui.live.page import LivePage

if TYPE_CHECKING:
    from app.services.owed import OwedReader
    from app.services.pull_outs import PullOutService
    from app.services.who_next import WhoNextReader
    from ui.capture.next_list import NextList
    from ui.live.here.early import Early
    from ui.live.here.going_out import GoingOut
    from ui.widgets.menu import Menu

SOON_MS = 50
"""What a drop changes of who is next may be said after the drop is painted."""


class HereLink(QObject):
    """Hears of every lesson that is shown and every key about who is here.

    Who is owed and who is next are read from many lessons: not before `begin`, which is called
    when the window is painted, and not with the change itself.
    """

    def __init__(self, desk: Errands, page: LivePage, panel: ObservePanel) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._panel = panel
        self._list: NextList | None = None
        room, theme = desk.room, desk.theme
        self.leaving = Leaving(
            theme, page.console.tray, lambda: self.pull_outs, room.clock, page.say
        )
        self.taking = TakingRoll(theme, page, page.console, MoveService(room), room.clock)
        self.later = QTimer(self, singleShot=True, interval=SOON_MS)
        self.later.timeout.connect(self._read)
        self._begun = False
        self._connect()

    @cached_property
    def pull_outs(self) -> "PullOutService":
        """Writes pull-outs, made when the first is called off."""
        from app.services.pull_outs import PullOutService  # nobody leaves at the start

        room = self._desk.room
        return PullOutService(room)

    @property
    def next_list(self) -> "NextList | None":
        """Who is next, None before it was read."""
        return self._list

    def begin(self) -> None:
        """The window is painted: what takes longer may be read now."""
        self._begun = True
        self.later.start()

    def tell(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written."""
        if self._begun:
            self._owed.forget(kinds)
            self.later.start()

    def stop(self) -> None:
        """Ask nothing of the files any more."""
        self.later.stop()
        self._begun = False

    def _connect(self) -> None:
        page, keys = self._page, self._page.handling.keys
        page.scene_changed.connect(self._show_scene)
        page.selected.connect(lambda _student: self._show_offer())
        page.ticked.connect(lambda _reading: self.leaving.tick())
        page.deeds.menu_made.connect(self._add_to)
        keys.roll.connect(self.taking.toggle)
        keys.absent.connect(lambda: self.taking.absent(self._subjects()))
        keys.done.connect(self._toggle_done)
        keys.call_off.connect(lambda: self.leaving.call_off(page.selection.students))
        keys.who_next.connect(self._go_to_next)

    def _show_scene(self, scene: LiveScene | None) -> None:
        self.leaving.show_scene(scene)
        self.taking.show_scene(scene)
        self._show_offer()
        if self._begun:
            self.later.start()

    def _show_offer(self) -> None:
        """What the student who is looked at may do next, when done early."""
        scene, student = self._page.scene, self._page.selection.student
        done = scene is not None and student is not None and scene.finished_early(student)
        if scene is None or student is None or not done:
            if self._panel.body.has_student:
                self._panel.body.student.show_offer("")
            return
        from ui.live.here.words import done_line  # nobody is done at the start

        self._panel.body.student.show_offer(done_line(self.early.offer(scene, student)))

    def _subjects(self) -> Sequence[StudentId]:
        """Who a key is about: all who are selected, or whom the pointer is on."""
        self._page.handling.subject()
        return self._page.selection.students

    def _toggle_done(self) -> None:
        self.early.toggle(self._subjects())

    def _add_to(self, menu: "Menu", students: Sequence[StudentId]) -> None:
        menu.addSeparator()
        self.early.add_to(menu, students)
        self.going_out.add_to(menu, students)

    @cached_property
    def early(self) -> "Early":
        """Who is done early, made when the first is."""
        # Nobody is done, and no menu is open, at the start.
        from app.services.early import EarlyService
        from ui.live.here.early import Early

        room, page = self._desk.room, self._page
        service = EarlyService(room)
        return Early(service, lambda: page.scene, page.deeds.move)

    @cached_property
    def going_out(self) -> "GoingOut":
        """The lines about leaving the room, made with the first menu."""
        from ui.live.here.going_out import GoingOut  # no menu is open at the start

        theme, clock, page = self._desk.theme, self._desk.room.clock, self._page
        return GoingOut(
            theme, page, self.pull_outs, clock, lambda: page.scene, lambda: page.deeds.spot
        )

    @cached_property
    def _owed(self) -> "OwedReader":
        from app.services.owed import OwedReader  # read after the start

        return OwedReader(self._desk.room.store, self._desk.room.clock)

    @cached_property
    def _next(self) -> "WhoNextReader":
        from app.services.who_next import WhoNextReader  # read after the start

        room = self._desk.room
        return WhoNextReader(room.store, room.evidence, room.clock, self._owed)

    def _read(self) -> None:
        """Work out who is owed and who is next, and show both."""
        scene = self._page.scene
        if scene is None:
            return
        if self._page.carry.lifted is not None:
            self.later.start()  # a card that is carried comes first
            return
        try:
            self._show_owed(scene)
            self._show_next(scene)
        except NotRead:
            return  # the disk does not answer: what was known before is still shown

    def _show_owed(self, scene: LiveScene) -> None:
        from ui.live.here.words import owed_line  # read after the start

        clock = self._desk.room.clock
        today = clock.local(clock.now_ms()).date()
        stations = {s.id: s.name for s in self._owed.stations()}
        owed = self._owed.owed_by(scene.students)
        self._page.showing.show_owed(
            {student: owed_line(debts, stations, today) for student, debts in owed.items()}
        )

    def _show_next(self, scene: LiveScene) -> None:
        from ui.live.here.next_words import next_views  # read after the start

        found = self._next.next(scene)
        if found is None:
            if self._list is not None:
                self._list.show_names((), "")
            return
        names = next_views(found, scene.names, self._desk.room.clock)
        shown = self._list or self._made()
        shown.show_names(names, self.tr("Everyone here comes to your table in this lesson."))

    def _made(self) -> "NextList":
        from ui.capture.next_list import NextList  # read after the start

        self._list = NextList(self._desk.theme)
        self._list.student_wanted.connect(self._page.select)
        self._list.move_wanted.connect(self._bring)
        self._panel.body.set_next(self._list)
        return self._list

    def _bring(self, student: StudentId) -> None:
        """One click brings the student to the table; undo takes it back."""
        from app.services.who_next import table_of  # nobody is brought at the start

        scene = self._page.scene
        table = table_of(scene) if scene is not None else None
        if table is not None:
            self._page.deeds.move((student,), table.id)

    def _go_to_next(self) -> None:
        """Look at nobody, so that who is next is in sight, with the keyboard on the first."""
        from ui.widgets.focus import first_stop  # no key at the start

        self._page.selection.select(None)
        if self._page.console.collapsed:
            self._page.console.open_panel(opened=True)
        stop = first_stop(self._list) if self._list is not None else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._page.say(self.tr("Everyone here comes to your table in this lesson."))
