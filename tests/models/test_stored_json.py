"""A stored object is parsed when it is looked at, and is what its text says."""

from __future__ import annotations

import pickle

import pytest

from models.stored_json import StoredJson

TEXT = '{"halves": {"zh": [1, 2]}, "format": 1}'


def test_it_is_what_the_text_says():
    stored = StoredJson(TEXT)
    assert (stored["format"], list(stored), len(stored), stored.get("none")) == (1, ["halves", "format"], 2, None)
    assert {**stored} == {"halves": {"zh": [1, 2]}, "format": 1}


@pytest.mark.parametrize(
    ("other", "same"),
    [(StoredJson(TEXT), True), (StoredJson('{"format": 1, "halves": {"zh": [1, 2]}}'), True), ({"format": 1}, False)],
)
def test_two_are_the_same_where_they_say_the_same(other: object, same: bool):
    assert (StoredJson(TEXT) == other) is same


def test_it_is_true_where_it_holds_something():
    assert [bool(StoredJson(text)) for text in ("{}", "{ }", TEXT)] == [False, False, True]


def test_it_goes_elsewhere_as_text():
    stored = StoredJson(TEXT)
    unread = pickle.dumps(stored)
    assert stored["format"] == 1
    assert pickle.dumps(stored) == unread
    assert pickle.loads(unread) == stored
    assert repr(stored) == "StoredJson(39 characters)"
