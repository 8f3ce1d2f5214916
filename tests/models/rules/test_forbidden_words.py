"""Words that must not stand in an agreement are found, unless the sentence denies them."""

from __future__ import annotations

import pytest

from models.rules.forbidden_words import forbidden_in


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("甲方对基地学生承诺录取，并预录取。", "zh", ("承诺录取", "预录取")),
        ("不作任何承诺录取的表示。甲方优先录取。", "zh", ("优先录取",)),
        ("禁止以奖学金吸引生源", "zh", ()),
        ("对考生降分录取", "zh", ("降分",)),
        ("Party A offers Guaranteed Admission to the students.", "en", ("Guaranteed Admission",)),
        ("There is no guaranteed admission. It has priority admission.", "en", ("priority admission",)),
        ("The notice is in writing.", "en", ()),
    ],
)
def test_forbidden_words(text: str, language: str, words: tuple[str, ...]) -> None:
    assert forbidden_in(text, language) == words
