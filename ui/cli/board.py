"""The board as a picture, and how far away its names can be read."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import astuple

from PySide6.QtWidgets import QApplication

from app.domain.board.fit import BoardFit
from app.domain.board.legible import Sight, seen
from app.domain.board.scene import BoardScene
from app.errors import NotFound
from app.ports import Clock
from app.services.board_scene import board_scene
from app.services.live import LiveService
from data.paths import Profile
from ui.board.bodies import Bodies
from ui.board.layout import lay_out
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.bootstrap import open_profile
from ui.cli.output import WRONG_USE, Output
from ui.theme import Theme

SMALLEST, LARGEST = 320, 7680


def board(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Draw the board of the lesson that is open, and measure its names."""
    size = _size(arguments.size)
    if size is None:
        output.problem(f"--size {arguments.size}: write a width and a height such as 1920x1080.")
        return WRONG_USE
    scene = _scene(arguments, profile, clock)
    app = QApplication(["rondo", "-platform", "offscreen"])
    theme = Theme()
    theme.choose(scheme=arguments.look)
    theme.apply(app)
    look = BoardLook(theme, scene.language, arguments.calm)
    look.choose_view(arguments.room)
    page = max(0, arguments.page - 1)
    if arguments.png is not None:
        image = board_image(look, scene, *size, page=page)
        if not image.save(str(arguments.png)):
            return output.problem(f"{arguments.png} could not be written.")
    fits = _fits(look, scene, size)
    sight = Sight(arguments.seat or 0.0, arguments.image_height)
    seat, unread = seen(scene.stations, fits[0], sight, Bodies(look.lettering).of)
    data = _data(scene, fits, size, seat) | {"not_read_from_the_last_row": list(unread)}
    return output.result(data, lambda: _lines(scene, fits[0], seat))


def _fits(look: BoardLook, scene: BoardScene, size: tuple[int, int]) -> list[BoardFit]:
    """Every page of the board."""
    first = lay_out(look, scene, *size).fit
    return [lay_out(look, scene, *size, page=page).fit for page in range(first.pages)]


def _size(text: str) -> tuple[int, int] | None:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        return None
    size = (int(width), int(height))
    return size if all(SMALLEST <= side <= LARGEST for side in size) else None


def _scene(arguments: Namespace, profile: Profile, clock: Clock) -> BoardScene:
    class_name = arguments.class_name
    opened = open_profile(profile, clock, arguments.key)
    try:
        school_class = opened.classroom.class_named(class_name)
        scene = LiveService(opened.classroom).scene(school_class.id)
    finally:
        opened.close()
    if scene is None:
        raise NotFound("open lesson", class_name)
    return board_scene(scene)


def _data(
    scene: BoardScene, fits: Sequence[BoardFit], size: tuple[int, int], seat: float
) -> dict[str, object]:
    texts = {name.key: name.text for station in scene.stations for name in station.names}
    stations, first = {station.key: station.name for station in scene.stations}, fits[0]
    names = [
        {
            "name": texts[name.key],
            "station": stations[station.key],
            "page": fit.page + 1,
            "px": round(fit.size, 2),
            "lines": list(name.lines),
            "box": [round(side, 1) for side in astuple(name.box)],
        }
        for fit in fits
        for station in fit.stations
        for name in station.names
    ]
    return {
        "width": size[0],
        "height": size[1],
        "phase": scene.phase,
        "tier": first.tier.name,
        "name_px": round(first.size, 2),
        "too_small": first.too_small,
        "pages": first.pages,
        "farthest_seat_m": round(seat, 2),
        "names": names,
    }


def _lines(scene: BoardScene, fit: BoardFit, seat: float) -> Sequence[str]:
    stations = [f"{s.name}: {', '.join(name.text for name in s.names)}" for s in scene.stations]
    pages = f" They are shown on {fit.pages} pages by turns." if fit.pages > 1 else ""
    small = " That is smaller than a 28th of the height." if fit.too_small else ""
    return [*stations, f"Names are {fit.size:.1f} px, read from {seat:.1f} m.{small}{pages}"]
