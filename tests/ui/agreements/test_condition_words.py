"""Conditions in the words of the office, there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.agreements.condition_line import ConditionLine
from ui.agreements.condition_words import condition_of, condition_words, usual_conditions


@pytest.fixture
def line(qtbot: QtBot) -> ConditionLine:
    made = ConditionLine("party_c", lambda name: name == "违约金比例")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("condition", "zh", "en"),
    [
        ("party_c", "有丙方", "with Party C"),
        ("丙方 and not amount", "有丙方且没有金额", "with Party C and without an amount"),
        ('base.type_code == "B06"', "基地类型为高校优质生源基地", "the base is a quality student source base"),
        (
            'not base or not (base.type_code in ["B01", "B02"])',
            "没有共建基地或基地类型不是大学生实习实训基地、大学生就业创业基地",
            "without joint base or the base is no student internship and training base"
            " / graduate employment and entrepreneurship base",
        ),
        ("agreement.term_years == 1", "协议有效期（年） = 1", "agreement: term in years = 1"),
        ("party_c and not (amount >= 3)", "有丙方且不满足：金额 ≥ 3", "with Party C and not: an amount ≥ 3"),
        ("fields | length > 3", "fields | length > 3", "fields | length > 3"),
        ("not loop.last", "不是列举的最后一项", "it is not the last of the list"),
        ("loop.revindex == 2", "是列举的倒数第二项", "it is the last but one of the list"),
    ],
)
def test_a_condition_is_told_in_words(condition: str, zh: str, en: str) -> None:
    assert (condition_words(condition, "zh"), condition_words(condition, "en")) == (zh, en)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_usual_condition_is_found_again_by_its_words(language: str) -> None:
    usual = dict(usual_conditions(language))
    assert {words: condition_of(words, lambda _name: False) for words in usual} == usual


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("如有丙方", "party_c"),
        ("丙方", "party_c"),
        ("无丙方，或有金额", "not party_c or amount"),
        ("party_c and not amount", "party_c and not amount"),
        ("甲方.地址", "甲方.地址"),
        ("违约金比例", "违约金比例"),
        ("如有丁丁", None),
        ("", ""),
    ],
)
def test_what_is_typed_is_understood_or_refused(said: str, condition: str | None) -> None:
    assert condition_of(said, lambda name: name == "违约金比例") == condition


def test_a_line_shows_words_and_tells_the_condition(line: ConditionLine, qtbot: QtBot) -> None:
    told, lost = list[str](), list[str]()
    line.told.connect(told.append)
    line.not_understood.connect(lost.append)
    assert (line.text(), [action.text() for action in line.menu().actions()][:3]) == (
        "有丙方",
        ["始终适用", "有丙方", "没有丙方"],
    )
    line.setText("如有丙方")
    line.commit()
    line.setText("如有丙丙方")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.menu().actions()[2].trigger()
    line.show_stored("not party_c")
    line.retranslate("en")
    assert (told, lost, line.text()) == (["not party_c"], ["如有丙丙方"], "without Party C")
