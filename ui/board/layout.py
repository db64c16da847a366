"""A scene laid out for one size of picture: what is where, before anything is drawn."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from app.domain.board.fit import BoardFit, StationBox, fit_board
from app.domain.board.places import BAR_GAP, MINUTE_BAR, PADDING_TOP, PADDING_X, Box, Canvas
from app.domain.board.scene import BoardScene, BoardStation
from ui.board.lettering import STATION
from ui.board.look import BoardLook

ICON_INSET = 20
ICON_GAP = 18
TEXT_END = 14


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """A scene and where its parts stand.

    `shown` are the stations of the page that is to be seen. `station_px` is the size of station
    names; one too long for it is smaller. `origins` are the stations names came from, where that
    is to be seen.
    """

    scene: BoardScene
    fit: BoardFit
    shown: tuple[tuple[BoardStation, StationBox], ...]
    station_px: float
    origins: tuple[tuple[int, int], ...] = ()

    @property
    def unit(self) -> float:
        return self.fit.canvas.unit

    @property
    def width(self) -> float:
        return self.fit.canvas.width

    @property
    def height(self) -> float:
        return self.fit.canvas.height

    @property
    def moving(self) -> bool:
        return self.fit.canvas.moving

    @property
    def closing(self) -> bool:
        """Whether the lesson is over or there is none: a few words fill the picture."""
        return self.scene.phase in {"finished", "none"}

    @property
    def head_bottom(self) -> float:
        """Where the coloured head of a transition ends."""
        return (PADDING_TOP + self.fit.tier.top + BAR_GAP + MINUTE_BAR + 28) * self.unit

    @property
    def bar(self) -> Box:
        """The minute bar."""
        above = self.head_bottom - (52 if self.moving else 48) * self.unit
        inset = PADDING_X * self.unit
        return Box(inset, above, self.width - 2 * inset, MINUTE_BAR * self.unit)

    @property
    def timer_baseline(self) -> float:
        tier = self.fit.tier
        if self.moving:
            return self.bar.y - 43 * self.unit * tier.top / 148
        return (PADDING_TOP + tier.top - 6.5 - 0.066 * tier.timer) * self.unit

    @property
    def title_baseline(self) -> float:
        """Where a title without a line below stands."""
        tier = self.fit.tier
        return (PADDING_TOP + tier.top - 4 - 0.0784 * tier.timer) * self.unit

    @property
    def has_message(self) -> bool:
        return self.fit.canvas.message and not self.moving


def lay_out(
    look: BoardLook,
    scene: BoardScene,
    width: float,
    height: float,
    keep: BoardFit | None = None,
    show_origins: bool = False,
    page: int = 0,
) -> BoardLayout:
    """Fit a scene into a picture of `width` by `height` px; `keep` is the picture before."""
    moving = scene.phase == "transition"
    canvas = Canvas(
        width,
        height,
        message=bool(scene.message),
        moving=moving,
        icons=look.pictures,
        photos=look.pictures and any(n.photo for s in scene.stations for n in s.names),
    )
    least = look.least_size(height)
    fit = fit_board(
        scene.stations, canvas, look.lettering, look.mirrored, keep, page, least, look.room
    )
    origins = scene.came_from if show_origins and moving else ()
    return BoardLayout(scene, fit, _shown(scene, fit), _station_px(look, scene, fit), origins)


def icon_side(fit: BoardFit) -> float:
    """Px of a station's icon; a large one fills its header but for a little."""
    large = min(1.4 * fit.tier.icon, fit.tier.header - 6)
    return (large if fit.canvas.icons else fit.tier.icon) * fit.canvas.unit


def header_text_start(fit: BoardFit) -> float:
    """Px from the edge of a header to the station's name, behind the icon."""
    return (ICON_INSET + ICON_GAP) * fit.canvas.unit + icon_side(fit)


def header_text_room(fit: BoardFit, header: float) -> tuple[float, float]:
    """Width and height a station's name may take in a header so many px wide."""
    unit = fit.canvas.unit
    return header - header_text_start(fit) - TEXT_END * unit, (fit.tier.header - 8) * unit


def with_scene(layout: BoardLayout, scene: BoardScene) -> BoardLayout:
    """The same places for a scene whose names and stations are the same."""
    return replace(layout, scene=scene, shown=_shown(scene, layout.fit))


def _shown(scene: BoardScene, fit: BoardFit) -> tuple[tuple[BoardStation, StationBox], ...]:
    stations = {station.key: station for station in scene.stations}
    return tuple((stations[place.key], place) for place in fit.stations)


def _station_px(look: BoardLook, scene: BoardScene, fit: BoardFit) -> float:
    """The size at which all station names fit, but not much less than the tier's."""
    full = fit.tier.station * fit.canvas.unit
    sizes = [
        look.lettering.block(
            station.name, full, STATION, *header_text_room(fit, fit.stations[0].header.width)
        )
        for station in scene.stations
    ]
    return max(min((size for size, _ in sizes), default=full), 0.6 * full)


def snapped(box: Box) -> QRectF:
    """The box with its edges on whole pixels."""
    x, y = round(box.x), round(box.y)
    return QRectF(x, y, round(box.right) - x, round(box.bottom) - y)
