"""Unified social credit codes: GB 32100-2015."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.credit_code import ALPHABET, clean_code, code_problem, is_valid, suggested_code

VALID = [
    "91350200MA2YJ1XR9G",
    "913502000728319549",
    "123502001549897397",
    "913502115628130384",
    "12330000MB1A2B3CXL",
    "91330683MA2B1C2D86",
    "52330600MJ8K9L0M92",
]


@pytest.mark.parametrize("code", VALID)
def test_valid_codes(code: str) -> None:
    assert code_problem(code) == ""


@given(st.sampled_from(VALID), st.integers(min_value=0, max_value=16))
def test_two_swapped_characters_are_found(code: str, at: int) -> None:
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert is_valid(swapped) is (swapped == code)


@given(st.sampled_from(VALID), st.integers(min_value=0, max_value=17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(code: str, at: int, character: str) -> None:
    changed = code[:at] + character + code[at + 1 :]
    assert is_valid(changed) is (changed == code)


@pytest.mark.parametrize(
    ("code", "problem"),
    {
        "9135020007283195": "length",
        "9135020007283195O9": "character",
        "91350203M0001QAY9B": "check_character",
        "": "length",
    }.items(),
)
def test_code_problem(code: str, problem: str) -> None:
    assert code_problem(code) == problem


def test_a_wrong_organization_code_inside_a_right_outer_check() -> None:
    assert code_problem("913502000728319536") == "organization_code"


def test_codes_are_cleaned_before_they_are_checked() -> None:
    assert clean_code(" ９１３５０２００-ma2yj1xr9g ") == "91350200MA2YJ1XR9G"
    assert is_valid("91350200 ma2yj1xr9g")


def test_look_alike_letters_are_only_suggested() -> None:
    assert suggested_code("9I35O2000728319549") == "913502000728319549"
    assert suggested_code("913502000728319549") == ""
    assert suggested_code("9135O2000728319540") == ""
