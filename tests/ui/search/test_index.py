"""The search: what comes first, what matches, and which commands."""

from __future__ import annotations

import pytest

from models.snapshots.shapes import Bilingual
from models.store.search_entries import SearchEntry
from ui.search.index import Hit, SearchIndex, _keys, matching_commands


def entry(kind: str, zh: str, meeting_id: int = 0, *, en: str = "", also: str = "") -> SearchEntry:
    """An entry called so."""
    return SearchEntry(kind, Bilingual(zh, en), Bilingual(), f"{kind}/{zh}", meeting_id, also)


HERE, THERE = entry("person", "张梁", 1), entry("person", "张梁", 2)
UNIT = entry("organization", "浙江大学", en="Zhejiang University", also="浙大")
LATER = entry("person", "梁涛", 1, also="13812345678")


@pytest.fixture
def index() -> SearchIndex:
    """An index of four entries."""
    made = SearchIndex()
    made._take(tuple(Hit(one, _keys(one)) for one in (THERE, UNIT, HERE, LATER)))
    return made


@pytest.mark.parametrize("typed", ["浙江", "zjdx", "zhejiang", "浙大", "ZU", "zhejiang uni", "大学 浙"])
def test_a_unit_is_found_by_characters_pinyin_initials_and_other_names(index: SearchIndex, typed: str) -> None:
    assert index.find(typed, 1) == (UNIT,)


def test_the_meeting_shown_comes_first_and_what_begins_so_before_what_holds_it(index: SearchIndex) -> None:
    assert index.find("梁", 1) == (LATER, HERE, THERE)
    assert index.find("张梁", 2) == (THERE, HERE)


def test_a_number_finds_the_person_and_nothing_finds_nothing(index: SearchIndex) -> None:
    assert index.find("1234", 1) == (LATER,)
    assert index.find("  ", 1) == ()
    assert index.find("没有", 1) == ()


def test_commands_match_by_their_words_and_all_stand_there_for_nothing() -> None:
    commands = (("新建会议", "", lambda: None), ("导出整套", "Ctrl+E", lambda: None))
    assert [words for words, *_rest in matching_commands(commands, "dczt")] == ["导出整套"]
    assert len(matching_commands(commands, "")) == 2
