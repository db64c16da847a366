"""The board as a window keeps it: one still picture, redrawn only where it differs."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from app.domain.board.fit import BoardFit, StationBox
from app.domain.board.scene import BoardScene
from ui.board.clock_face import clock_boxes, paint_clock
from ui.board.columns import paint_column
from ui.board.layout import BoardLayout, lay_out, snapped, with_scene
from ui.board.look import BoardLook
from ui.board.painter import paint_still
from ui.board.sheet import Sheet
from ui.board.strokes import smooth


class BoardPicture:
    """A scene drawn at one size in device px."""

    def __init__(self, look: BoardLook, width: int, height: int, still: bool) -> None:
        self._look = look
        self._still = still
        self._pixmap = QPixmap(max(1, width), max(1, height))
        self._layout: BoardLayout | None = None
        self._page = 0

    @property
    def layout(self) -> BoardLayout | None:
        """What is shown, None before the first scene."""
        return self._layout

    @property
    def size(self) -> tuple[int, int]:
        return self._pixmap.width(), self._pixmap.height()

    def show(self, scene: BoardScene) -> list[QRect]:
        """Draw what differs from the scene before; where something changed."""
        before = self._layout
        after = self._laid_out(scene)
        self._layout = after
        if before is None or not _same_frame(self._look, before, after):
            return self._draw_all(after)
        changed = self._draw_columns(before, after)
        if before.scene.clock != after.scene.clock:
            changed += [*clock_boxes(self._look, before), *clock_boxes(self._look, after)]
        return changed

    def turn_page(self) -> list[QRect]:
        """Show the next page; after the last one the first. What changed."""
        layout = self._layout
        if layout is None or layout.fit.pages < 2:
            return []
        self._page = (layout.fit.page + 1) % layout.fit.pages
        kept = self._kept(layout.scene) or layout.fit
        self._layout = lay_out(self._look, layout.scene, *self.size, kept, self._still, self._page)
        return self._draw_all(self._layout)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Copy a part of the picture, and draw the clock over it where that touches it."""
        painter.drawPixmap(rect, self._pixmap, rect)
        layout = self._layout
        if layout is not None and any(map(rect.intersects, clock_boxes(self._look, layout))):
            smooth(painter)
            paint_clock(Sheet(painter, self._look, layout))

    def _laid_out(self, scene: BoardScene) -> BoardLayout:
        """The layout of a scene; names that did not change are not fitted again."""
        before = self._layout
        if before is not None and _same_names(before.scene, scene):
            return with_scene(before, scene)
        return lay_out(self._look, scene, *self.size, self._kept(scene), self._still, self._page)

    def _kept(self, scene: BoardScene) -> BoardFit | None:
        """The places to keep: stations stay where they are once the lesson has begun."""
        before = self._layout
        if before is None or before.scene.phase == "ready":
            return None
        return before.fit if _same_stations(before.scene, scene) else None

    def _draw_all(self, layout: BoardLayout) -> list[QRect]:
        painter = QPainter(self._pixmap)
        paint_still(Sheet(painter, self._look, layout))
        painter.end()
        return [self._pixmap.rect()]

    def _draw_columns(self, before: BoardLayout, after: BoardLayout) -> list[QRect]:
        """Draw the stations whose names differ, or all where names are set anew."""
        changed: list[QRect] = []
        alike = _lettering(before) == _lettering(after)
        painter = QPainter(self._pixmap)
        smooth(painter)
        sheet = Sheet(painter, self._look, after)
        for old, (station, place) in zip(before.shown, after.shown, strict=True):
            if not alike or old != (station, place):
                rect = _column_rect(place)
                painter.fillRect(rect, self._look.theme.colour("canvas"))
                paint_column(sheet, station, place)
                changed.append(rect)
        painter.end()
        return changed


def _column_rect(place: StationBox) -> QRect:
    return snapped(place.box).toRect()


def _same_names(before: BoardScene, after: BoardScene) -> bool:
    """Whether a new fit would be the old one."""
    return (
        before.stations == after.stations
        and before.phase == after.phase
        and before.came_from == after.came_from
        and bool(before.message) == bool(after.message)
    )


def _same_stations(before: BoardScene, after: BoardScene) -> bool:
    return [s.key for s in before.stations] == [s.key for s in after.stations]


def _same_frame(look: BoardLook, before: BoardLayout, after: BoardLayout) -> bool:
    """Whether everything but names and time is drawn alike."""
    return _frame(look, before) == _frame(look, after)


def _frame(look: BoardLook, layout: BoardLayout) -> tuple[object, ...]:
    scene, fit = layout.scene, layout.fit
    return (
        look.words.title(scene),
        look.words.steps(scene.clock) if layout.moving else (),
        look.words.state(scene.clock),
        len(look.words.time(scene.clock)),
        (scene.phase, scene.subject, scene.message, layout.origins, layout.station_px),
        (fit.tier, fit.rows, fit.page, fit.pages),
        tuple((place.key, place.box) for place in fit.stations),
    )


def _lettering(layout: BoardLayout) -> tuple[object, ...]:
    """How names are written; the head knows nothing of it."""
    fit = layout.fit
    return (fit.name_columns, fit.size, fit.pitch, fit.leading)
