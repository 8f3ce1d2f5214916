"""Every sentence exists in both languages, and every code in the source has its sentence."""

from __future__ import annotations

import re
import string
from gettext import GNUTranslations
from io import BytesIO

import pytest

from models.records import Record
from models.store import database_errors
from resources.languages import LANGUAGES, translator
from tests.code_scan import texts, uses
from tools import catalogs
from ui.wording.changes import CHANGES
from ui.wording.errors import ERRORS
from ui.wording.fields import FIELDS
from ui.wording.findings import FINDINGS
from ui.wording.messages import SAME
from ui.wording.notices import NOTICES
from ui.wording.problems import PROBLEMS
from ui.wording.records import RECORDS

TABLES = {"KnownError": ERRORS, "change": CHANGES, "Finding": FINDINGS, "Notice": NOTICES, "Problem": PROBLEMS}


def placeholders(message: str) -> set[str]:
    """The names that a message wants to be filled with."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def compiled(language: str) -> bytes:
    """The compiled catalog as it is shipped."""
    return catalogs.catalog_path(language).with_suffix(".mo").read_bytes()


def elsewhere() -> set[str]:
    """Codes of errors that are looked up or composed: by the database's own codes, by undo or redo."""
    composed = {"nothing_to_undo", "nothing_to_redo"}
    return {*database_errors.SQLITE_CODES.values(), *database_errors.SQLSTATES.values(), *composed} - {""}


def with_other_names(given: frozenset[str]) -> set[str]:
    """The values given, also by the other names that sentences know them by."""
    return {*given, *(name for name, other in SAME.items() if other in given)}


def test_the_catalogs_are_what_the_source_says():
    assert catalogs.problems() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compiled_catalog_holds_no_time_and_no_version(language: str):
    names = [name for name, _ in GNUTranslations(BytesIO(compiled(language))).info().items()]
    assert names == ["content-type", "language", "plural-forms"]


@pytest.mark.parametrize("callee", TABLES)
def test_every_code_in_the_source_has_its_sentence(callee: str):
    assert [f"{use.place} {use.code}" for use in uses(callee) if use.code not in TABLES[callee]] == []


def test_every_code_that_is_not_written_out_has_its_sentence():
    assert sorted(elsewhere() - set(ERRORS)) == []


@pytest.mark.parametrize("callee", TABLES)
def test_no_sentence_is_left_without_a_code(callee: str):
    assert sorted(set(TABLES[callee]) - texts(except_below="ui/wording/") - elsewhere()) == []


def test_every_table_and_column_has_its_word():
    tables = Record.metadata.sorted_tables
    columns = {re.sub("_(zh|en|id)$", "", column.name) for table in tables for column in table.columns}
    assert ({table.name for table in tables}, columns) == (set(RECORDS), set(FIELDS))


def test_every_sentence_is_given_the_values_it_names():
    lacking = [
        f"{use.place} {use.code}: {missing}"
        for use in uses("KnownError")
        if use.names is not None and use.code in ERRORS
        if (missing := sorted(placeholders(ERRORS[use.code]) - with_other_names(use.names)))
    ]
    assert lacking == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_one_line_in_both_languages(table: dict[str, str], language: str):
    say = translator(language).gettext
    assert [code for code, message in table.items() if not say(message) or "\n" in say(message)] == []
    if language == "zh":
        assert [code for code, message in table.items() if say(message).isascii()] == []
