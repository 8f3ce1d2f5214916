"""Colors and the style sheet: one table of tokens a theme (`resources/themes`), one builder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

import resources
from ui.settings import THEME, Settings

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Theme:
    """A theme: its name and its colors by token."""

    name: str
    tokens: Mapping[str, str]

    def color(self, token: str) -> QColor:
        """The color of a token ("ink", "accent")."""
        return QColor(self.tokens[token])


@cache
def load_theme(name: str) -> Theme:
    """The theme "light" or "dark"; an unknown name gives the light one."""
    known = name if name in THEMES else THEMES[0]
    with resources.path(f"themes/{known}.toml").open("rb") as stream:
        return Theme(known, tomllib.load(stream))


@cache
def style_sheet(name: str) -> str:
    """The style sheet of the whole window in one theme."""
    template = Template(resources.path("themes/window.qss").read_text(encoding="utf-8"))
    check = resources.path("themes/check.svg").as_posix()
    return template.substitute(load_theme(name).tokens, check_icon=check)


def _roles() -> dict[QPalette.ColorRole, str]:
    """Made when it is first needed: after the first paint."""
    return {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "surface",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink_faint",
        QPalette.ColorRole.Highlight: "accent_soft",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Link: "accent",
    }


def palette(theme: Theme) -> QPalette:
    """The palette for what Qt draws beside the style sheet."""
    made = QPalette()
    for role, token in _roles().items():
        made.setColor(role, theme.color(token))
    return made


def chosen_theme(settings: Settings) -> str:
    """ "light" or "dark": the user's choice, else the system's."""
    chosen = settings.get(THEME)
    if chosen != "system":
        return chosen
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
