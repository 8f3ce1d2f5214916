"""Numbers of clauses as people and programs write them; letters that nobody sees."""

from __future__ import annotations

import pytest

from models.rules.typed_numbers import level_of, mark_of, typed_mark
from models.rules.unseen_letters import without_unseen


@pytest.mark.parametrize(
    ("words", "level", "rest", "mark"),
    [
        ("第四条　合作内容", 0, "合作内容", "第四条"),
        ("Article 12. Term", 0, "Term", "Article 12"),
        ("（三）另行商定；", 1, "另行商定；", "（三）"),
        ("2．经费", 2, "经费", "2"),
        ("3.5万元", None, "3.5万元", ""),
        ("第四季度办理", None, "第四季度办理", ""),
        ("第五条所列项目由乙方承担。", None, "第五条所列项目由乙方承担。", ""),
        ("第五条、第六条不受影响。", None, "第五条、第六条不受影响。", ""),
        ("第五条第二款", None, "第五条第二款", ""),
        ("Article 5 of this Agreement applies.", None, "Article 5 of this Agreement applies.", ""),
    ],
)
def test_a_number_before_the_words(words: str, level: int | None, rest: str, mark: str):
    assert (*mark_of(words), typed_mark(words)) == (level, rest, mark)


@pytest.mark.parametrize(
    ("pattern", "level"), [("第%1条　", 0), ("Article %1", 0), ("（%2）", 1), ("%3.", 2), ("·", None), ("%1、", 2)]
)
def test_numbers_that_word_counts(pattern: str, level: int | None):
    assert level_of(pattern) == level


def test_unseen_letters_go_and_spaces_are_plain():
    assert without_unseen("坚\u00ad持\u200b\ufeff No.\u00a05 e\u0301") == "坚持 No. 5 é"
