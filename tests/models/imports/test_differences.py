"""What a slip says otherwise, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from models.codes import AttendanceCategory, Reply
from models.imports.plan import Difference
from models.imports.stored_fields import as_text, columns, storable, stored_value
from tests.models.imports.slips import OTHER_PHONE, PHONE, knowing, on_list, person, planned, post, slip

KNOWN = knowing(
    person(
        1, "梁涛", post(1, title_zh="教授、院长", department="法学院"), phone=PHONE, phone_2="0355-2113499", diet="素食"
    ),
    listed=[on_list(values={"lodging": "yes", "category": "guest"})],
)


@pytest.mark.parametrize(
    "same",
    [
        {"phone": "86" + PHONE},
        {"phone": "0355-2113499", "organization": "武汉大学"},
        {"phone": PHONE, "phone_2": "03552113499"},
        {"phone": PHONE, "title_zh": "教授,院长"},
        {"phone": PHONE, "title_zh": "院长"},
        {"phone": PHONE, "department": "法 学院"},
        {"phone": PHONE, "organization": "武大"},
        {"phone": PHONE, "diet": "素食"},
        {"phone": PHONE, "lodging": "也许", "category": "nobody knows", "reply": "?"},
        {"phone": PHONE, "lodging": "yes", "category": "guest", "reply": "confirmed"},
    ],
)
def test_the_same_in_other_words_is_no_difference(same: dict[str, str]):
    (row,) = planned(slip(**same), known=KNOWN)
    assert (row.action.value, row.candidate and row.candidate.differences) == ("same", ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"phone_2": OTHER_PHONE}, ("phone_2", "0355-2113499", OTHER_PHONE)),
        ({"diet": "清真"}, ("diet", "素食", "素食；清真")),
        ({"lodging": "no"}, ("lodging", "yes", "no")),
        ({"category": "staff"}, ("category", "guest", "staff")),
        ({"reply": "declined"}, ("reply", "confirmed", "declined")),
        ({"department": "文学院"}, ("department", "法学院", "文学院")),
        ({"organization": "浙江大学"}, ("organization", "武汉大学", "浙江大学")),
        ({"name_en": "Liang Tao"}, ("name_en", "", "Liang Tao")),
        ({"gender": "male"}, ("gender", "", "male")),
    ],
)
def test_each_field_is_compared_and_shown_as_it_will_be_written(given: dict[str, str], expected: tuple[str, str, str]):
    (row,) = planned(slip(phone=PHONE, **given), known=KNOWN)
    assert row.candidate and row.candidate.differences == (Difference(*expected),)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("lodging", "yes", True),
        ("lodging", "单间", None),
        ("category", "media", AttendanceCategory.MEDIA),
        ("reply", "declined", Reply.DECLINED),
        ("room", "301", "301"),
    ],
)
def test_values_are_stored_as_their_columns_want_them(field: str, text: str, value: Any):
    assert stored_value(field, text) == value


def test_stored_values_are_told_as_slips_tell_them():
    assert [as_text(each) for each in (None, Reply.UNKNOWN, True, False, Reply.DECLINED, "x")] == [
        "", "", "yes", "no", "declined", "x",
    ]  # fmt: skip


def test_only_what_fits_its_column_is_stored():
    assert storable("name_zh", "李\udc00𬭎\x00") == "李𬭎"
    assert columns({"lodging": "单间", "room": "", "meals": "是"}, {"lodging": "needs_room", "meals": "meals"}) == {
        "meals": "是"
    }
