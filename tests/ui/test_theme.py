"""Themes: the same tokens in both, all of them used, and no color anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette

import resources
import ui
from ui.theme import THEMES, load_theme, palette, style_sheet


def luminance(color: str) -> float:
    """WCAG 2.1 relative luminance."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_themes_name_the_same_tokens():
    assert list(load_theme("light").tokens) == list(load_theme("dark").tokens)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_from_the_tokens(name: str):
    sheet = style_sheet(name)
    assert ("${" in sheet, load_theme(name).tokens["accent"] in sheet) == (False, True)


def test_the_style_sheet_itself_names_no_color():
    source = resources.path("themes/window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\w)|rgba?\(", source) == []


def test_no_code_of_the_window_names_a_color():
    found = [
        (file.name, color)
        for file in Path(ui.__file__).parent.rglob("*.py")
        for color in re.findall(r"[\"']#[0-9a-fA-F]{6}[\"']", file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "ink_faint", "accent", "good", "warn", "bad"])
def test_words_can_be_read_on_every_ground(name: str, ink: str):
    tokens = load_theme(name).tokens
    weakest = min(contrast(tokens[ink], tokens[ground]) for ground in ("canvas", "rail", "raised", "surface"))
    assert weakest >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["ink", "ink_soft", "ink_faint", "accent", "good", "warn", "bad"])
def test_words_can_be_read_in_a_row_that_is_chosen_or_under_the_mouse(name: str, ink: str):
    tokens = load_theme(name).tokens
    assert min(contrast(tokens[ink], tokens[ground]) for ground in ("hover", "accent_soft")) >= 4.5


def rules() -> list[tuple[str, dict[str, str]]]:
    """The rules of the style sheet: selectors, and the token of each property that has one."""
    source = re.sub(r"/\*.*?\*/", "", resources.path("themes/window.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.findall(r"([^}]+?)\s*\{(?!\w)(.*?)\}(?=\s*(?:[A-Z*]|$))", source, re.DOTALL)
    return [(head.strip(), dict(re.findall(r"([\w-]+):[^;]*?\$\{(\w+)\}", body))) for head, body in found]


@pytest.mark.parametrize("name", THEMES)
def test_every_rule_that_sets_words_on_a_ground_lets_them_be_read(name: str):
    tokens = load_theme(name).tokens
    pairs = {
        (used["color"], used["background"])
        for head, used in rules()
        if {"color", "background"} <= used.keys() and ":disabled" not in head
    }
    weak = {pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5}
    assert (weak, len(pairs) >= 6) == (set(), True)


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_is_seen_on_every_ground(name: str):
    tokens = load_theme(name).tokens
    grounds = ("canvas", "rail", "raised", "surface", "accent_soft")
    marks = {used.get("border", used.get("border-color", "none")) for head, used in rules() if head.endswith(":focus")}
    weakest = {mark: min(contrast(tokens[mark], tokens[ground]) for ground in grounds) for mark in marks}
    assert (marks, min(weakest.values()) >= 3) == ({"accent", "ink", "ink_faint"}, True)


@pytest.mark.parametrize("name", THEMES)
def test_progress_is_seen_on_its_bar(name: str):
    tokens, used = load_theme(name).tokens, dict(rules())
    chunk, bar = used["QProgressBar::chunk"]["background"], used["QProgressBar"]["background"]
    assert contrast(tokens[chunk], tokens[bar]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_words_on_the_main_button_can_be_read(name: str):
    tokens = load_theme(name).tokens
    assert min(contrast(tokens["on_accent"], tokens[fill]) for fill in ("accent_fill", "accent_hover")) >= 4.5


def test_an_unknown_theme_is_the_light_one():
    assert load_theme("system") is not None and load_theme("system").name == "light"


def test_the_palette_follows_the_theme(qapp):
    theme = load_theme("dark")
    assert palette(theme).color(QPalette.ColorRole.Base).name() == theme.tokens["surface"]
