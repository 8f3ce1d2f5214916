"""Fonts: Chinese is drawn even where the system has no Chinese font."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo, QFontMetrics

from ui.fonts import PREFERRED, load_bundled, needs_bundled, window_font


def test_the_bundled_font_is_noto_sans(qapp):
    assert load_bundled() == ("Noto Sans SC",)


def test_the_window_is_written_in_a_preferred_font(qapp):
    font = window_font("zh")
    assert (font.families()[0] in PREFERRED, QFontInfo(font).pixelSize()) == (True, 13)


def test_the_bundled_font_is_loaded_only_where_no_preferred_one_is():
    assert [needs_bundled(families) for families in ({"DejaVu Sans"}, {"Noto Serif CJK SC"}, {"Microsoft YaHei"})] == [
        True,
        True,
        False,
    ]


def test_every_character_of_the_window_has_a_glyph(qapp):
    metrics = QFontMetrics(window_font("zh"))
    assert [character for character in "签约台人员议程·“”…—–（）：é" if not metrics.inFontUcs4(ord(character))] == []


def test_english_apostrophes_are_narrow(qapp):
    zh, en = (QFontMetrics(window_font(language)).horizontalAdvance("Leader’s") for language in ("zh", "en"))
    assert en < zh


def test_bold_is_a_font_of_its_own(qapp):
    font = window_font("zh")
    regular = QFontMetrics(font).horizontalAdvance("Agreements")
    font.setBold(True)
    assert QFontMetrics(font).horizontalAdvance("Agreements") > regular
