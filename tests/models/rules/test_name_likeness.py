"""Who may be one person."""

from __future__ import annotations

import pytest

from models.rules.name_likeness import Known, Likeness, look_alikes


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("侯亮", "138", 1), ("侯亮", "138", 2), Likeness.SAME_NAME),
        (("侯亮", "", 1), ("侯　亮", "138", None), Likeness.SAME_NAME),
        (("侯亮", "138", 1), ("侯亮", "139", 2), None),
        (("侯亮", "", 1), ("候亮", "", 1), Likeness.LOOKS_ALIKE),
        (("侯亮", "", 1), ("候亮", "", 2), None),
        (("陈思", "138", 1), ("陈斯", "138", 2), Likeness.SOUNDS_ALIKE),
        (("陈思", "13812345678", 1), ("成诗", "138 1234 5678", 2), Likeness.SAME_PHONE),
        (("陈思", "", None), ("李强", "", None), None),
        (("", "", None), ("", "", None), None),
    ],
)
def test_pairs(one: tuple[str, str, int | None], other: tuple[str, str, int | None], reason: Likeness | None):
    found = look_alikes((Known(1, *one), Known(2, *other)))
    assert found == (((1, 2, reason),) if reason else ())


def test_a_phone_of_the_office_says_little():
    people = [Known(number, name, "0355-2113499") for number, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", 1)]
    assert max(pair[1] for pair in look_alikes(people) if pair[2] is Likeness.SAME_PHONE) == 12
