"""What kinds and colours of stations are called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_KINDS: Mapping[str, str] = {
    "teacher-led": "Teacher-led",
    "online": "Online",
    "collaborative": "Collaborative",
    "independent": "Independent",
    "choice": "Choice",
    "project": "Project",
    "reflection": "Reflection",
}
_COLOURS: Mapping[str, str] = {
    "blue": "Blue",
    "orange": "Orange",
    "green": "Green",
    "purple": "Purple",
    "sky": "Sky",
    "vermil": "Vermilion",
    "yellow": "Yellow",
    "slate": "Slate",
}
ICONS = (
    "chalkboard-teacher",
    "puzzle-piece",
    "device-tablet",
    "pencil-ruler",
    "palette",
    "hammer",
    "chat-circle",
    "book-open",
    "laptop",
    "headphones",
    "microphone",
    "calculator",
    "ruler",
    "flask",
    "microscope",
    "globe-hemisphere-west",
    "music-notes",
    "paint-brush",
    "scissors",
    "cube",
    "plant",
    "lightbulb",
    "rocket-launch",
    "users-three",
    "house-simple",
    "star",
)
"""Icons offered for a station; any other that one has is offered too."""


def kind_name(kind: str) -> str:
    """A kind as the teacher reads it."""
    return QCoreApplication.translate("Stations", _KINDS[kind])


def colour_name(colour: str) -> str:
    """A colour as a screen reader says it."""
    return QCoreApplication.translate("Stations", _COLOURS[colour])


def icon_name(icon: str) -> str:
    """An icon as a screen reader says it."""
    return icon.replace("-", " ")
