"""The design's own values, read once from resources/tokens.json."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypedDict, cast

from PySide6.QtGui import QColor

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

Paints = Mapping[str, str]


class StationToken(TypedDict):
    """One station as the file writes it; `light` and `dark` hold hex colours."""

    key: str
    name: str
    light: Paints
    dark: Paints


class LevelToken(TypedDict):
    """One level as the file writes it."""

    level: int
    name: str
    light: Paints
    dark: Paints


class TypeToken(TypedDict):
    """Size and line height in px at 100 %, weight from 400 to 700."""

    size: int
    line: int
    weight: int


class MotionToken(TypedDict):
    """How long a movement takes, in milliseconds."""

    ms: int


class TokenFile(TypedDict):
    """The parts of the file the app reads."""

    font: Mapping[str, object]
    color: Mapping[str, Paints]
    stations: list[StationToken]
    levels: list[LevelToken]
    type: Mapping[str, TypeToken]
    motion: Mapping[str, MotionToken]


# Named tuples, since each frozen dataclass would take 0.6 ms of the start and these 0.1.
class StationColours(NamedTuple):
    """The paints of one station: `on` is written on `strong`, `ink` on `tint`."""

    strong: QColor
    on: QColor
    line: QColor
    tint: QColor
    ink: QColor
    edge: QColor
    over: QColor


class LevelColours(NamedTuple):
    """The paints of one level: `on` is the numeral, `hatch` the stripes when it is stale."""

    fill: QColor
    on: QColor
    line: QColor
    hatch: QColor


class Scheme(NamedTuple):
    """Every paint of the light or the dark look."""

    colours: dict[str, QColor]
    stations: dict[str, StationColours]
    levels: dict[int, LevelColours]


class Tokens(NamedTuple):
    """The whole file as values: two schemes, type roles and movement."""

    family: str
    schemes: dict[str, Scheme]
    type: Mapping[str, TypeToken]
    motion: Mapping[str, MotionToken]


def colours(paints: Paints) -> dict[str, QColor]:
    """Hex texts as colours."""
    return {name: QColor(paint) for name, paint in paints.items()}


def read_scheme(file: TokenFile, dark: bool) -> Scheme:
    """Every paint of one look."""
    return Scheme(
        colours=colours(file["color"]["dark" if dark else "light"]),
        stations={
            token["key"]: StationColours(**colours(token["dark"] if dark else token["light"]))
            for token in file["stations"]
        },
        levels={
            token["level"]: LevelColours(**colours(token["dark"] if dark else token["light"]))
            for token in file["levels"]
        },
    )


def read_tokens(folder: Path = RESOURCES) -> Tokens:
    """The design values kept in `folder`."""
    file = cast(TokenFile, json.loads((folder / "tokens.json").read_bytes()))
    return Tokens(
        family=str(file["font"]["family"]),
        schemes={"light": read_scheme(file, dark=False), "dark": read_scheme(file, dark=True)},
        type=file["type"],
        motion=file["motion"],
    )
