"""Stored text and document: rare characters are two places in Qt and one in Python, chips one place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.clause_reading import ShownToken, shown_tokens
from ui.agreements.field_text import FieldText
from ui.agreements.reading import LANGUAGES
from ui.agreements.sheet_lines import sheet_font
from ui.agreements.written_text import part_of, places_of, written
from ui.fonts import window_font
from ui.theme import load_theme

SOURCE = "𠮷{{ a }}{{ a }}乙\n𠮷丙{{ b }}"


def read(source: str) -> tuple[ShownToken, ...]:
    return shown_tokens(source, {"a": "甲"}, "zh")


@pytest.fixture
def make_text(qtbot: QtBot) -> Callable[[str], FieldText]:
    """A text that shows a source."""

    def made(source: str) -> FieldText:
        text = FieldText()
        qtbot.addWidget(text)
        text.show_source(source, read)
        return text

    return made


def test_the_whole_is_what_was_shown(make_text: Callable[[str], FieldText]):
    assert written(make_text(SOURCE).document()) == SOURCE


@pytest.mark.parametrize(
    ("first", "last", "part"),
    [
        (0, 2, "𠮷"),
        (2, 3, "{{ a }}"),
        (3, 5, "{{ a }}乙"),
        (4, 8, "乙\n𠮷"),
        (8, 10, "丙{{ b }}"),
        (0, 10, SOURCE),
        (4, 4, ""),
    ],
)
def test_a_part_of_the_document_is_that_part_of_the_text(
    make_text: Callable[[str], FieldText], first: int, last: int, part: str
):
    assert part_of(make_text(SOURCE).document(), first, last) == part


def test_braces_that_are_no_chip_yet_do_not_move_what_follows(make_text: Callable[[str], FieldText]):
    text = make_text("")
    text.insertPlainText("{{ x }}乙丙")
    assert part_of(text.document(), 7, 8) == "乙"


def test_characters_are_found_in_the_document(make_text: Callable[[str], FieldText]):
    source = "𠮷{{ a }}乙\n𠮷丙"
    document = make_text(source).document()
    found = [(source.index(sign), source.index(sign) + 1) for sign in "乙丙"]
    assert places_of(document, found) == ((3, 4), (7, 8))


def test_words_that_do_not_stand_are_faint_behind_rare_characters(make_text: Callable[[str], FieldText]):
    text = make_text("𠮷𠮷{% if c %}乙丙{% endif %}丁")
    text.retheme(load_theme("light"))
    layout = QTextCursor(text.document()).block().layout()
    faint = [(made.start, made.length) for made in layout.formats()]
    assert faint == [(5, 2)]


def test_chinese_text_keeps_its_wide_commas_in_an_english_window(qapp: QApplication):
    before = qapp.font()
    qapp.setFont(window_font("en"))
    found = [[bytes(tag.toString()).decode() for tag in sheet_font(one, bold=False).featureTags()] for one in LANGUAGES]
    qapp.setFont(before)
    assert found == [[], ["pwid"]]
