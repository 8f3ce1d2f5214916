"""Readings: the tables say what pypinyin says, of every character and of every name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from models.rules.person_names import family_name_of, is_han
from models.rules.readings import READINGS, spelled
from tests.sample_meetings import sample_meetings
from tools import readings

WORDS = sorted(word for word in PHRASES_DICT if len(word) <= 3)
CHARACTERS = st.sampled_from("".join(WORDS))


@pytest.mark.parametrize(
    "path", [readings.CHARACTERS, pytest.param(readings.NAMES, marks=pytest.mark.long)], ids=["characters", "names"]
)
def test_the_tables_are_as_the_tool_makes_them(path):
    assert path.read_text(encoding="utf-8") == readings.table(path)


def test_every_character_is_read_as_usual():
    assert [c for c in map(chr, PINYIN_DICT) if [READINGS[c]] != lazy_pinyin(c)] == []


def test_what_has_no_reading_stands_for_itself():
    assert [READINGS[c] for c in ("a", "7", "·", "\U0002f9f4", "\U0003fffd")] == list("a7·\U0002f9f4\U0003fffd")


def test_words_are_read_as_words():
    assert [spelled(word) for word in ("长春", "重生", "春长", "生长江", "吕", "")] == [
        ["chang", "chun"],
        ["chong", "sheng"],
        ["chun", "zhang"],
        ["sheng", "zhang", "jiang"],
        ["lv"],
        [],
    ]


def test_words_of_two_or_three_characters_are_read_as_in_the_dictionary():
    assert [word for word in WORDS[::20] if spelled(word) != lazy_pinyin(word)] == []


@pytest.mark.long
def test_every_word_of_two_or_three_characters_is_read_as_in_the_dictionary():
    assert [word for word in WORDS if spelled(word) != lazy_pinyin(word)] == []


@given(word=st.sampled_from([word for word in WORDS if len(word) == 2]), character=CHARACTERS, before=st.booleans())
def test_a_word_beside_another_character_is_read_as_in_the_dictionary(word: str, character: str, *, before: bool):
    name = character + word if before else word + character
    assert spelled(name) == lazy_pinyin(name)


def test_given_names_of_the_samples_are_read_as_in_the_dictionary():
    people = [one.person.name.zh for meeting in sample_meetings().values() for one in meeting.attendees]
    names = {name for name in people if name and all(map(is_han, name))}
    given_names = {name.removeprefix(family_name_of(name)) for name in names}
    assert len(given_names) > 50
    assert {name: spelled(name) for name in given_names} == {name: lazy_pinyin(name) for name in given_names if name}
