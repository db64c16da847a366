"""What clicks on the console do: every drag has its twin here."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from app.domain.ids import StationId, StudentId
from ui.live.carry.marks import Target
from ui.live.carry.taking import Source
from ui.live.parts import Parts
from ui.live.stations.column_head import ColumnHead
from ui.live.words import tr


class Clicks:
    """Turns clicks into deeds. While students are lifted by key or menu, a click drops them.

    `taken` is asked first whether something else is done with these students, as with a tag in
    the hand.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.taken: Callable[[tuple[StudentId, ...]], bool] = lambda _students: False

    def click_card(
        self, student: StudentId, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Select the card; while a student is lifted by key or menu, swap the two."""
        carry, column = self._parts.carry, self._parts.console.columns.column_of(student)
        if carry.lifted is None and self.taken((student,)):
            return
        if carry.lifted is not None and column is not None:
            carry.aim(Target(column.station_id, student))
            carry.drop()
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._parts.selection.toggle(student)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._parts.selection.reach(student)
        else:
            self._parts.selection.select(student)

    def click_empty(self, spot: QPoint) -> None:
        """Beside the cards: what is lifted falls there; else nobody is selected any more."""
        carry = self._parts.carry
        target = self._parts.console.target_at(spot)
        if carry.lifted is None:
            self._parts.selection.select(None)
        elif target is None:
            carry.cancel()
        else:
            carry.aim(target)
            carry.drop()

    def bring_here(self, station: StationId) -> None:
        """Put the lifted students, or else the selected ones, at the station."""
        carry, students = self._parts.carry, self._parts.selection.students
        if carry.lifted is not None:
            carry.aim(Target(station))
            carry.drop()
        elif students:
            self._parts.deeds.move(students, station)
        else:
            self._parts.say(tr("Select a student first."))

    def click_head(self, station: StationId) -> None:
        """Bring the selected students; with nobody to bring, show what can be done with all."""
        parts = self._parts
        students = parts.selection.students
        column = parts.console.columns.column(station)
        there = tuple(card.student for card in column.list.cards)
        if parts.carry.lifted is None and self.taken(there):
            return
        if parts.carry.lifted is not None or set(students) - set(there):
            self.bring_here(station)
        else:
            self.open_group(station)

    def open_chip(self, student: StudentId) -> None:
        """Show what can be done with a student in the tray."""
        chip = self._parts.console.tray.chips[student]
        self._parts.deeds.open_menu(student, chip.mapToGlobal(chip.rect().topLeft()))

    def open_group(self, station: StationId) -> None:
        """Show what can be done with everyone at a station, below its head."""
        column = self._parts.console.columns.column(station)
        if not column.list.cards:
            self._parts.say(tr("Nobody is at {station}.", station=column.view.name))
        head = column.head
        self._parts.deeds.open_group_menu(station, head.mapToGlobal(head.rect().bottomLeft()))

    def open_source(self, source: Source, spot: QPoint) -> None:
        """Show the menu of a card, a chip or a head at a point of the screen."""
        if self._parts.carry.lifted is not None:
            return
        if isinstance(source, ColumnHead):
            self._parts.deeds.open_group_menu(source.station_id, spot)
        else:
            self._parts.deeds.open_menu(source.student, spot)
