"""What is told about slips: every code has its sentence in both languages, every field its word."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from models.imports.book import Note
from models.imports.tables import COLUMN_FIELDS
from resources.languages import LANGUAGES, translator
from tests.code_scan import ROOT, called, calls
from ui.wording.errors import ERRORS
from ui.wording.slip_fields import SLIP_FIELDS
from ui.wording.slips import LIKENESS, SLIP_NOTES, likeness_words, slip_field_word, slip_sentence

# Where the code stands among the arguments of what makes a note.
MAKERS = {"Note": 0, "told": 1, "_with_note": 1, "_tell": 0}


@cache
def nodes() -> tuple[ast.AST, ...]:
    """The syntax of the readers and planners of slips."""
    files = sorted((ROOT / "models" / "imports").glob("*.py"))
    return tuple(node for file in files for node in ast.walk(ast.parse(file.read_bytes())))


def codes() -> set[str]:
    """The codes of notes that they write out."""
    made = [call for call in calls(nodes()) if called(call) in MAKERS]
    given = [call.args[MAKERS[called(call)]] for call in made if len(call.args) > MAKERS[called(call)]]
    return {node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_note_in_the_source_has_its_sentence():
    assert len(codes()) > 40
    assert sorted(codes() - {*SLIP_NOTES, *ERRORS}) == []


@pytest.mark.parametrize("table", [SLIP_NOTES, LIKENESS], ids=["notes", "likeness"])
def test_no_sentence_is_left_without_a_code_or_words_in_chinese(table: dict[str, str]):
    written = {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert sorted(set(table) - written - {"adds", "differs"}) == []  # these two are told by the command line
    say = translator("zh").gettext
    assert [code for code, message in table.items() if say(message).isascii() or "\n" in say(message)] == []


def test_every_field_a_column_may_mean_has_its_word():
    assert set(SLIP_FIELDS) == set(COLUMN_FIELDS)


def test_a_note_is_told_with_its_field_and_values_in_words():
    note = Note("time_not_read", {"field": "arrival", "text": "再定"})
    assert slip_sentence(note, "zh") == "到达：“再定”不是可识别的日期时间，按原文保留。"
    assert slip_sentence(note, "en") == ("Arrival: “再定” is no day or time that can be read; it is kept as it is.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_file_is_told_as_the_error_it_met_and_an_unknown_code_as_itself(language: str):
    assert "a.pdf" in slip_sentence(Note("slip_pdf", {"name": "a.pdf"}), language)
    assert "news_to_us" in slip_sentence(Note("news_to_us", {"x": 1}), language)


def test_why_somebody_may_be_meant_is_told_in_few_words():
    assert (likeness_words("same_phone", "zh"), likeness_words("other", "zh")) == ("电话相同", "other")
    assert (slip_field_word("diet", "en"), slip_field_word("count", "en")) == ("Diet", "How many people")
