"""Chinese names of variables are another way to write the same names."""

from __future__ import annotations

import pytest

from models.rules.clause_text import names_in, references
from models.rules.template_names import chinese_name, plain_expression, plain_name, plain_names
from models.rules.template_text import holds, render


@pytest.mark.parametrize(
    ("written", "plain"),
    {
        "由{{甲方.名称}}承担": "由{{party_a.name_zh}}承担",
        "{{ 乙方.英文名称 }}": "{{ party_b.name_en }}",
        "{{ 丙方联络.电话 }}": "{{ liaison_c.phone }}",
        "{{ 合作领域 | 连接('和') }}": "{{ fields_zh | join('和') }}",
        "{{ 英文合作领域|英文连接 }}": "{{ fields_en| join_en }}",
        "{% for 一方 in 各方 %}{{ 一方.简称 }}{% endfor %}": "{% for 一方 in parties %}{{ 一方.short_zh }}{% endfor %}",
        "{% if 丙方 and not 双语 %}x{% endif %}": "{% if party_c and not bilingual %}x{% endif %}",
        "{{ 经费.金额大写 }}": "{{ fund.amount_cap }}",
        "{{ 基地.名称 | 默认('甲方.名称') }}": "{{ base.name_zh | default('甲方.名称') }}",
        "{{ 违约金比例 }}与甲方.名称": "{{ 违约金比例 }}与甲方.名称",
        "{{ party_a.name_zh }}": "{{ party_a.name_zh }}",
    }.items(),
)
def test_names_are_written_out(written: str, plain: str) -> None:
    assert plain_names(written) == plain


def test_both_ways_print_and_miss_the_same() -> None:
    values = {"party_a": {"name_zh": "云岭县人民政府"}}
    told = render("{{甲方.名称}}与{{乙方.名称}}", values)
    assert told == render("{{ party_a.name_zh }}与{{ party_b.name_zh }}", values)
    assert told.missing == ("party_b.name_zh",)


def test_conditions_and_references_know_chinese_names() -> None:
    assert holds("甲方.名称 and not 丙方", {"party_a": {"name_zh": "县"}})
    assert plain_expression("丙方") == "party_c"
    assert names_in("甲方.名称 | 默认('无')") == ("party_a.name_zh",)
    assert references("见{{ 条款.term }}") == ("term",)


def test_a_fact_of_the_offices_own_may_be_asked_for_in_chinese() -> None:
    assert render("{{ 违约金比例_zh }}", {}).missing == ("违约金比例_zh",)


def test_chinese_names_lead_back() -> None:
    names = (
        "party_a.name_zh",
        "party_b.name_en",
        "fields_zh",
        "agreement.copies_total_cap",
        "party_c",
        "tech.stage_zh",
    )
    assert [plain_expression(chinese_name(name)) for name in names] == list(names)
    assert chinese_name("nothing.known") == ""


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("甲方名称", "party_a.name_zh"),
        ("乙方英文名称", "party_b.name_en"),
        ("丙方联络人", "party_c.contact_zh"),
        ("甲方联络电话", "liaison_a.phone"),
        ("甲方", "party_a"),
        ("甲方经办人", "甲方经办人"),
    ],
)
def test_a_forgotten_dot_is_understood(typed: str, plain: str) -> None:
    assert plain_name(typed) == plain
