"""Changes of wording in words a reader would name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.comparison.word_diff import RunKind, likeness, only_renumbered, word_diff, words_of

TEXTS = st.text(alphabet="甲乙双方培养人才共同联合第十条，。 abAB12年月日%", max_size=40)
MARKS = {RunKind.SAME: "{}", RunKind.INSERTED: "[+{}]", RunKind.DELETED: "[-{}]"}


def marked(old: str, new: str) -> str:
    """The change on one line."""
    return "".join(MARKS[run.kind].format(run.text) for run in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "双方共同培养人才，每年不少于10人。",
            "双方联合培养高层次人才，每年不少于20人。",
            "双方[-共同培养][+联合培养高层次]人才，每年不少于[-10][+20]人。",
        ),
        (
            "自2024年5月20日起，有效期三年。",
            "自2024年6月1日起，有效期五年。",
            "自[-2024年5月20日][+2024年6月1日]起，有效期[-三][+五]年。",
        ),
        ("见本协议第十七条。", "见本协议第十八条。", "见本协议[-第十七条][+第十八条]。"),
        ("一式肆份，双方各执贰份", "一式陆份，三方各执贰份", "[-一式肆份][+一式陆份]，[-双方][+三方]各执贰份"),
        ("经费10.5万元", "经费105万元", "经费[-10.5万元][+105万元]"),
        ("Party A pays.", "Party B pays.", "Party [-A][+B] pays."),
        ("", "新条款", "[+新条款]"),
        ("旧条款", "", "[-旧条款]"),
        ("一样", "一样", "一样"),
        ("", "", ""),
    ],
)
def test_a_change_is_shown_where_it_stands(old: str, new: str, shown: str):
    assert marked(old, new) == shown


@given(TEXTS)
def test_words_joined_are_the_text(text: str):
    assert "".join(words_of(text)) == text


@given(TEXTS, TEXTS)
def test_the_runs_hold_both_texts_whole(old: str, new: str):
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.kind is not RunKind.DELETED) == new
    assert "".join(run.text for run in runs if run.kind is not RunKind.INSERTED) == old


@given(TEXTS, TEXTS)
def test_deleted_words_are_words_of_the_old_text(old: str, new: str):
    deleted = "".join(run.text for run in word_diff(old, new) if run.kind is RunKind.DELETED)
    rest = iter(old)
    assert all(character in rest for character in deleted)


@pytest.mark.parametrize(
    ("old", "new", "renumbered"),
    [
        ("见第十七条", "见第十八条", True),
        ("see Article 17", "see Article 18", True),
        ("见第十七条", "详见第十八条", False),
        ("见第十七条", "见第十九条", False),
        ("见第17天", "见第18天", False),
    ],
)
def test_a_text_that_only_refers_to_other_numbers_is_not_reworded(old: str, new: str, renumbered: bool):
    assert only_renumbered(old, new, {"第十七条": "第十八条", "Article 17": "Article 18"}) is renumbered


def test_likeness_goes_from_nothing_to_all():
    text = "双方共同培养高层次人才"
    assert likeness(text, text) == 1.0
    assert likeness(text, "争议由法院管辖") == 0.0
    assert likeness("", "") == 1.0
    assert 0.4 < likeness(text, "双方联合培养高层次人才") < 1.0
