"""Variables of an agreement beside what its records hold."""

from __future__ import annotations

import pytest

from models.snapshots.agreement_variables import merge_variables
from models.snapshots.shapes import Bilingual, Variable


def merged(values: dict[str, object], *given: tuple[str, str, str]) -> dict[str, object]:
    """The values after merging."""
    merge_variables(values, [Variable(name, Bilingual(zh, en)) for name, zh, en in given])
    return values


def test_dotted_names_make_mappings() -> None:
    assert merged({}, ("dispatch.start", "2024年1月1日", "1 January 2024"), ("dispatch.kind", "个人", "")) == {
        "dispatch": {
            "start": "2024年1月1日",
            "start_zh": "2024年1月1日",
            "start_en": "1 January 2024",
            "kind": "个人",
            "kind_zh": "个人",
        }
    }


def test_what_holds_no_chinese_character_is_the_same_in_english() -> None:
    assert merged({}, ("month", "9", ""), ("note", "", "x")) == {
        "month": "9",
        "month_zh": "9",
        "month_en": "9",
        "note": "x",
        "note_en": "x",
    }


def test_numbers_make_lists_in_their_order() -> None:
    given = [("targets.10.metric", "专利", "patents"), ("targets.2.metric", "培训", ""), ("targets.2.value", "32", "")]
    assert merged({}, *given) == {
        "targets": [
            {"metric": "培训", "metric_zh": "培训", "value": "32", "value_zh": "32", "value_en": "32"},
            {"metric": "专利", "metric_zh": "专利", "metric_en": "patents"},
        ]
    }


@pytest.mark.parametrize(
    "name", ["agreement.no", "party_a.name_zh", "party_c.name_zh", "parties", "amount", "party_a.x.y"]
)
def test_variables_never_change_what_records_hold_nor_make_up_a_party(name: str) -> None:
    values: dict[str, object] = {"agreement": {"no": "1"}, "party_a": {"name_zh": "甲"}, "parties": []}
    before = {"agreement": {"no": "1"}, "party_a": {"name_zh": "甲"}, "parties": []}
    assert merged(values, (name, "改", "changed")) == before


def test_a_variable_fills_what_a_record_leaves_open() -> None:
    assert merged({"party_a": {"name_zh": "甲"}}, ("party_a.bank", "工商银行", "")) == {
        "party_a": {"name_zh": "甲", "bank": "工商银行", "bank_zh": "工商银行"}
    }


@pytest.mark.parametrize("name", ["", ".", "a..b", " "])
def test_names_that_are_none_are_left_out(name: str) -> None:
    assert merged({}, (name, "x", "")) == {}


def test_an_empty_value_is_left_out() -> None:
    assert merged({}, ("court", "", "")) == {}


def test_a_text_in_the_way_is_kept() -> None:
    assert merged({"court": "法院"}, ("court.name", "x", "")) == {"court": "法院"}


@pytest.mark.parametrize(
    ("amount", "fund"),
    {
        "100000": ("100,000.00", "人民币壹拾万元整"),
        "1，680.32": ("1,680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
    }.items(),
)
def test_an_amount_is_grouped_and_written_in_capitals(amount: str, fund: tuple[str, str]) -> None:
    values = merged({}, ("fund.amount", amount, ""))["fund"]
    assert isinstance(values, dict)
    assert (values["amount"], values["amount_cap"]) == fund


@pytest.mark.parametrize("amount", ["面议", "-5", "NaN"])
def test_an_amount_that_is_no_number_stays_as_it_is(amount: str) -> None:
    values = merged({}, ("fund.amount", amount, ""), ("fund.source", "自筹", ""))["fund"]
    assert isinstance(values, dict)
    assert (values["amount"], "amount_cap" in values) == (amount, False)
