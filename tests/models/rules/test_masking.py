"""Masks: enough to recognize one's own number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules import masking


@pytest.mark.parametrize(
    ("text", "masked"),
    {
        "13812345678": "138****5678",
        "138 1234 5678": "138****5678",
        "+86 138-1234-5678": "138****5678",
        "13812345678/13987654321": "138****5678/139****4321",
        "手机13812345678 办公0355-2113499转8": "手机138****5678 办公0355-***3499转8",
        "010-62751234": "010-****1234",
        "01062751234": "010****1234",
        "05511234567": "0551***4567",
        "（0355）2113499": "（0355）***3499",
        "62751234": "****1234",
        "4008001234": "400***1234",
        "１３８１２３４５６７８": "１３８****５６７８",
        "转8": "转8",
        "待定": "待定",
        "": "",
    }.items(),
)
def test_mask_phone(text: str, masked: str) -> None:
    assert masking.mask_phone(text) == masked


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_masked_mobile_keeps_seven_digits(number: str) -> None:
    assert masking.mask_phone(number) == f"{number[:3]}****{number[-4:]}"


@pytest.mark.parametrize(
    ("text", "masked"),
    {
        "110101194912311234": "110101********1234",
        "130503670401001": "130503*****1001",
        "E12345678": "E******78",
        "AB": "**",
        "": "",
    }.items(),
)
def test_mask_id(text: str, masked: str) -> None:
    assert masking.mask_id(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    {
        "wang@x.edu.cn": "w***@x.edu.cn",
        "a@b.cn；c@d.cn": "a***@b.cn；c***@d.cn",
        "wang": "w***",
        "": "",
    }.items(),
)
def test_mask_email(text: str, masked: str) -> None:
    assert masking.mask_email(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    {
        "办公05511234567，家0551 12345678": "办公0551***4567，家0551 ****5678",
        "总机(0355)2113499转8、（010）62751234": "总机(0355)***3499转8、（010）****1234",
        "热线02162751234": "热线021****1234",
        "发文号20240501234、A05511234567、0551号": "发文号20240501234、A05511234567、0551号",
        "手机13812345678": "手机138****5678",
        "": "",
    }.items(),
)
def test_numbers_in_free_words(text: str, masked: str) -> None:
    assert (masking.mask_numbers(text), masking.mask_numbers(masked)) == (masked, masked)
