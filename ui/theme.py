"""The look every widget asks: colours, type, sizes, icons and movement."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QPixmap, QStyleHints
from PySide6.QtWidgets import QApplication, QToolTip

from ui.fonts import load_fonts, make_font
from ui.icons import Icons
from ui.tokens import RESOURCES, LevelColours, Scheme, StationColours, read_tokens

SCHEMES = ("system", "light", "dark")

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "ink",
    QPalette.ColorRole.HighlightedText: "on_ink",
    QPalette.ColorRole.Accent: "ink",
    QPalette.ColorRole.Link: "ink",
    QPalette.ColorRole.LinkVisited: "ink",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "text",
}
_QUIET = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_SCHEME_HINTS = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Light,
}

QT_ARGUMENTS = ["rondo", "-style", "Fusion"]
"""What Qt is started with. To set the style later would load all enums of QStyle: 7 ms at start."""


class Theme(QObject):
    """One look for the whole app; `changed` says that widgets should ask again."""

    changed = Signal()

    def __init__(self, folder: Path = RESOURCES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tokens = read_tokens(folder)
        self._icons = Icons(folder)
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._sized: dict[tuple[int, int, bool], QFont] = {}
        self._app: QApplication | None = None
        self._hints: QStyleHints | None = None
        self._choice = "light"
        self._scale = 1.0
        self._reduced_motion = False
        self._scheme = "light"
        self._shown = (1.0, False)
        self._paints: Scheme = self._tokens.schemes["light"]

    @property
    def scheme(self) -> str:
        """What is shown now: "light", "dark" or "contrast"."""
        return self._scheme

    @property
    def scale(self) -> float:
        """Text size, 1.0 to 2.0."""
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move: chosen here or asked of the whole computer."""
        return self._reduced_motion or self._system_wants_stillness()

    def choose(
        self,
        scheme: str | None = None,
        scale: float | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Take the teacher's choices; None leaves one as it is.

        `scheme` is "system", "light" or "dark", and for the board also "contrast".
        """
        self._choice = self._choice if scheme is None else scheme
        self._scale = self._scale if scale is None else min(2.0, max(1.0, scale))
        if reduced_motion is not None:
            self._reduced_motion = reduced_motion
        self._refresh()

    def apply(self, app: QApplication) -> None:
        """Dress the application and, while "system" is chosen, follow its light or dark look."""
        load_fonts(self._folder)
        self._app = app
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._hints.accessibility().motionPreferenceChanged.connect(self._refresh)
        self._refresh()

    def colour(self, name: str) -> QColor:
        """A paint by its meaning; KeyError when the design has none of that name."""
        return QColor(self._paints.colours[name])

    def on_paper(self) -> Scheme:
        """The paints of the light look, whatever is shown: paper is white."""
        return self._tokens.schemes["light"]

    def station(self, key: str) -> StationColours:
        """The paints of a station colour, "blue" to "slate"."""
        return self._paints.stations[key]

    def station_keys(self) -> tuple[str, ...]:
        """The station colours in the order they are given out."""
        return tuple(self._paints.stations)

    def level(self, level: int) -> LevelColours:
        """The paints of a level; 0 is no evidence, levels above the last share its paints."""
        levels = self._paints.levels
        return levels[min(max(level, 0), max(levels))]

    def font(self, role: str, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a type role at the chosen text size; `tabular` for numbers that change."""
        key = (role, weight, tabular)
        if key not in self._fonts:
            token = self._tokens.type[role]
            chosen = token["weight"] if weight is None else weight
            self._fonts[key] = make_font(self.px(token["size"]), chosen, tabular)
        return QFont(self._fonts[key])

    def sized_font(self, size: float, weight: int, tabular: bool = False) -> QFont:
        """The app's face at a size in real px, for what fits itself to its place."""
        key = (round(size), weight, tabular)
        if key not in self._sized:
            self._sized[key] = make_font(*key)
        return QFont(self._sized[key])

    def line_height(self, role: str) -> int:
        """Px from one line of a type role to the next."""
        return self.px(self._tokens.type[role]["line"])

    def px(self, value: float) -> int:
        """A design px at the chosen text size."""
        return round(value * self._scale)

    def icon(
        self,
        name: str,
        size: int,
        colour: QColor,
        style: str = "bold",
        rtl: bool = False,
        ratio: float | None = None,
    ) -> QPixmap:
        """An icon `size` px square in one colour; `rtl` turns those that point along the line."""
        return self._icons.pixmap(name, size, colour, style, ratio or self._ratio(), rtl)

    def duration(self, name: str) -> int:
        """Milliseconds of a movement; 0 when nothing should move."""
        return 0 if self.reduced_motion else self._tokens.motion[name]["ms"]

    def _ratio(self) -> float:
        return 1.0 if self._app is None else self._app.devicePixelRatio()

    def _refresh(self) -> None:
        before = (self._shown, self._scheme)
        self._scheme = self._wanted_scheme()
        self._paints = self._scheme_paints()
        self._shown = (self._scale, self.reduced_motion)
        self._fonts.clear()
        self._dress()
        if before != (self._shown, self._scheme):
            self.changed.emit()

    def _scheme_paints(self) -> Scheme:
        if self._scheme != "contrast":
            return self._tokens.schemes[self._scheme]
        from ui.contrast import high_contrast  # not for the start: only a board has it

        return high_contrast(self._tokens.schemes["light"])

    def _wanted_scheme(self) -> str:
        if self._choice != "system":
            return self._choice
        dark = self._hints is not None and self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _system_wants_stillness(self) -> bool:
        if self._hints is None:
            return False
        wish = self._hints.accessibility().motionPreference()
        return wish == Qt.MotionPreference.ReducedMotion

    def _dress(self) -> None:
        if self._app is None or self._hints is None:
            return
        # Qt must know too, or Windows and macOS frame a dark window in white.
        self._hints.setColorScheme(_SCHEME_HINTS[self._choice])
        palette = self.palette()
        self._app.setPalette(palette)
        self._app.setFont(self.font("body"))
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.font("small"))

    def palette(self) -> QPalette:
        """The paints as Qt's own widgets want them."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in _QUIET:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text2"))
        return palette

    def text_width(self, text: str, role: str, weight: int | None = None) -> float:
        """How wide a text is in a type role, in px."""
        return QFontMetricsF(self.font(role, weight)).horizontalAdvance(text)
