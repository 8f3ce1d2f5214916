"""Template texts: what they may say, what is missing, and what they cannot do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.rules.template_text import NameText, Piece, RenderedText, holds, render

VALUES: dict[str, object] = {
    "party_a": {"name_zh": NameText("上党区人民政府"), "note": "{{ court }}", "phone": "", "email": None},
    "fields_zh": ["人才引进", "联合培养", "干部培训"],
    "projects": [{"name": "甲"}, {}, {"name": NameText("丙")}],
    "agreement": {"copies_total": 4, "amount": Decimal("100000.5"), "start": date(2024, 5, 20), "bilingual": True},
    "numbers": list(range(200)),
    "empty": [],
    "base": {"type_code": "B06"},
}


def shown(source: str) -> str:
    """The rendered text, blanks ruled."""
    return render(source, VALUES).text


def failure(source: str) -> KnownError:
    """The error that this template raises."""
    with pytest.raises(KnownError) as caught:
        render(source, VALUES)
    return caught.value


def test_plain_text_is_one_piece() -> None:
    assert render("本协议 =1+1 & <b>", VALUES) == RenderedText((Piece("本协议 =1+1 & <b>"),), ())
    assert render("", VALUES) == RenderedText((), ())


def test_names_are_pieces_of_their_own() -> None:
    rendered = render("甲方：{{ party_a.name_zh }}。", VALUES)
    assert rendered.pieces == (Piece("甲方："), Piece("上党区人民政府", name=True), Piece("。"))


def test_a_missing_variable_is_a_blank_with_its_dotted_name() -> None:
    rendered = render("{{ party_c.name_zh }}与{{ court }}、{{ party_c.name_zh }}", VALUES)
    missing = Piece("", missing="party_c.name_zh")
    assert rendered.pieces == (missing, Piece("与"), Piece("", missing="court"), Piece("、"), missing)
    assert rendered.missing == ("party_c.name_zh", "court")
    assert rendered.text == "________与________、________"


def test_empty_and_none_count_as_missing() -> None:
    assert render("{{ party_a.phone }}{{ party_a.email }}", VALUES).missing == ("party_a.phone", "party_a.email")


@pytest.mark.parametrize("path", ["a.b.c.d", "party_a.name_zh.upper", "agreement.copies_total.real", "a[0].b"])
def test_whatever_lies_below_a_missing_or_plain_value_is_missing(path: str) -> None:
    assert len(render(f"{{{{ {path} }}}}", VALUES).missing) == 1


def test_values_are_never_read_as_templates() -> None:
    assert render("{{ party_a.note }}", VALUES).pieces == (Piece("{{ court }}"),)


@given(st.text())
def test_values_come_out_as_they_are(value: str) -> None:
    rendered = render("{{ a.b }}", {"a": {"b": value}})
    assert rendered.pieces == ((Piece(value),) if value else (Piece("", missing="a.b"),))


@pytest.mark.parametrize(
    ("source", "text"),
    {
        "{{ fields_zh|join }}": "人才引进、联合培养、干部培训",
        "{{ fields_zh|join('；') }}": "人才引进；联合培养；干部培训",
        "{{ fields_zh|join_en }}": "人才引进, 联合培养, and 干部培训",
        "{{ fields_zh|length|in_chinese }}项": "三项",
        "{{ projects|each('name')|join }}": "甲、________、丙",
        "{{ base.type_code|join }}{{ base.type_code|join_en }}": "B06B06",
        "{{ agreement.copies_total|in_capitals }}份": "肆份",
        "{{ agreement.copies_total|in_words }} originals": "four originals",
        "¥{{ agreement.amount|amount }}": "¥100,000.50",
        "{{ agreement.amount|amount_in_capitals }}": "人民币壹拾万元伍角整",
        "{{ agreement.start|date_zh }} / {{ agreement.start|date_en }}": "2024年5月20日 / 20 May 2024",
        "{{ court|default('上党区人民法院') }}{{ base.type_code|default('B99') }}": "上党区人民法院B06",
        "{{ agreement.amount }}{{ agreement.copies_total }}": "100000.54",
    }.items(),
)
def test_filters(source: str, text: str) -> None:
    assert shown(source) == text


def test_two_items_need_no_comma_and_one_needs_nothing() -> None:
    assert [render("{{ a|join_en }}", {"a": items}).text for items in (["x"], ["x", "y"])] == ["x", "x and y"]


@pytest.mark.parametrize("name", ["join", "join_en", "each('x')", "length", "in_capitals", "amount", "date_zh"])
def test_a_filter_of_a_missing_value_is_missing(name: str) -> None:
    assert render(f"{{{{ nobody.x|{name} }}}}", VALUES).missing == ("nobody.x",)


@pytest.mark.parametrize("name", ["join", "join_en", "each('x')|join"])
def test_an_empty_list_is_missing(name: str) -> None:
    assert render(f"{{{{ empty|{name} }}}}", VALUES).missing == ("empty",)


def test_loops_number_their_rounds_and_keep_names() -> None:
    source = "{% for p in projects %}{{ loop.index }}.{{ p.name }}{% if not loop.last %}；{% endif %}{% endfor %}"
    assert render(source, VALUES) == RenderedText(
        (Piece("1.甲；2."), Piece("", missing="projects.2.name"), Piece("；3."), Piece("丙", name=True)),
        ("projects.2.name",),
    )


def test_a_loop_over_a_missing_list_runs_no_round_but_is_noted() -> None:
    assert render("{% for t in targets %}x{% else %}无{% endfor %}", VALUES) == RenderedText(
        (Piece("无"),), ("targets",)
    )


def test_items_are_counted_from_one_in_dotted_names() -> None:
    rendered = render("{{ projects[0].name }}{{ projects[1]['name'] }}{{ projects[9].name }}", VALUES)
    assert (rendered.text, rendered.missing) == ("甲________________", ("projects.2.name", "projects.10.name"))


@pytest.mark.parametrize(
    ("source", "text"),
    {
        "{% if party_c %}丙{% elif party_a %}甲{% else %}无{% endif %}": "甲",
        "{{ '丙方' if party_c }}": "",
        "{{ party_c.name_zh or party_a.name_zh }}": "上党区人民政府",
        "{% if agreement.copies_total >= 4 and base.type_code in ['B06', 'B08'] %}是{% endif %}": "是",
        "{% if party_c.count > 3 or party_c.count < 3 or party_c == party_d %}是{% endif %}": "",
        "{% if court is undefined and base is defined and '人才引进' in fields_zh %}是{% endif %}": "是",
        "{% if empty %}是{% endif %}{% if not base.none %}否{% endif %}": "否",
        "{% if agreement.copies_total != -1 %}{{ loop.nothing|default('') }}{% endif %}": "",
    }.items(),
)
def test_conditions(source: str, text: str) -> None:
    rendered = render(source, VALUES)
    assert (rendered.text, rendered.missing) == (text, ())


@pytest.mark.parametrize(
    ("condition", "expected"),
    {
        "": True,
        "party_a": True,
        "party_c": False,
        "party_c.name_zh": False,
        "party_a and not party_c": True,
        "agreement.copies_total == 4": True,
        "agreement.bilingual": True,
    }.items(),
)
def test_holds(condition: str, expected: bool) -> None:
    assert holds(condition, VALUES) is expected


@pytest.mark.parametrize("condition", ["party_a party_b", "party_a %}{% endif %}", "party_a =="])
def test_a_broken_condition_is_told(condition: str) -> None:
    with pytest.raises(KnownError) as caught:
        holds(condition, VALUES)
    assert (caught.value.code, caught.value.values["line"]) == ("template_error", 1)


@pytest.mark.parametrize(
    ("source", "what"),
    {
        "{{ party_a.name_zh.upper() }}": "call",
        "{{ range(10) }}": "call",
        "{{ ''.__class__ }}": "__class__",
        "{{ party_a['__class__'] }}": "__class__",
        "{{ _private }}": "_private",
        "{{ self }}": "self",
        "{% set x = 1 %}": "assign",
        "{% macro m() %}{% endmacro %}": "macro",
        "{% include 'x' %}": "include",
        "{% import 'x' as y %}": "import",
        "{% filter upper %}x{% endfilter %}": "filterblock",
        "{{ 2 ** 100 }}": "pow",
        "{{ 1.5 }}": "1.5",
        "{{ 1e400 }}": "inf",
        "{% with a = 1 %}x{% endwith %}": "with",
        "{{ 'a' * 100 }}": "mul",
        "{{ 'a' ~ 'b' }}": "concat",
        "{{ {'a': 1} }}": "dict",
        "{{ fields_zh|map('upper') }}": "|map",
        "{{ fields_zh|join(separator='x') }}": "|join",
        "{{ fields_zh is sequence }}": "is sequence",
        "{{ fields_zh[0:1] }}": "[…]",
        "{{ fields_zh[agreement.copies_total] }}": "[…]",
        "{% for a, b in projects %}{% endfor %}": "for",
        "{% for a in projects if a %}{% endfor %}": "for",
        "{% for a in projects recursive %}{% endfor %}": "for",
    }.items(),
)
def test_what_a_template_may_not_do(source: str, what: str) -> None:
    error = failure(f"第一行\n{source}")
    assert (error.code, error.values) == ("template_not_allowed", {"line": 2, "what": what})


def test_what_has_no_line_of_its_own_is_told_with_the_nearest() -> None:
    error = failure("{% autoescape true %}x{% endautoescape %}")
    assert (error.code, error.values) == ("template_not_allowed", {"line": 1, "what": "scope"})


@pytest.mark.parametrize(
    ("source", "reason"),
    {
        "{{": "unexpected 'end of template'",
        "{% for loop in projects %}{% endfor %}": "Can't assign to special loop variable in for-loop target",
        "{{ projects }}": "projects is no plain value",
        "{{ party_a }}": "party_a is no plain value",
        "{{ agreement.start }}": "date is no plain value",
        "{{ agreement.bilingual }}": "yes or no is for conditions",
        "{% for c in base.type_code %}{% endfor %}": "for … in needs a list",
        "{{ base.type_code|each('x') }}": "|each needs a list",
        "{{ agreement.copies_total|length }}": "|length needs a list",
        "{{ base.type_code|in_capitals }}": "no number: B06",
        "{{ agreement.amount|in_words }}": "no whole number: 100000.5",
        "{{ -1|amount }}": "no number to print: -1",
        "{{ base.type_code|date_zh }}": "no date: B06",
        "{{ none }}": "yes or no is for conditions",
        "{{ none or none }}": "yes or no is for conditions",
        "{{ true }}": "yes or no is for conditions",
    }.items(),
)
def test_a_template_that_makes_no_sense_is_told_with_its_line(source: str, reason: str) -> None:
    error = failure(f"第一行\n\n{source}")
    assert (error.code, error.values) == ("template_error", {"line": 3, "reason": reason})


def test_a_number_longer_than_python_reads_is_told() -> None:
    error = failure("{{ " + "9" * 6000 + " }}")
    assert (error.code, error.values["line"]) == ("template_error", 1)


def test_comparing_what_cannot_be_compared_is_told() -> None:
    error = failure("{{ agreement.copies_total > base.type_code }}")
    assert (error.code, error.values["line"]) == ("template_error", 1)


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        ("{{ a }}" + "x" * 50_000, 50_000),
        ("{{ " + "a." * 100 + "a }}", 50),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", 50),
        ("{% if a %}x" + "{% elif b %}y" * 3_300 + "{% endif %}", 50),
        ("{% for a in numbers %}" * 5 + "{% endfor %}" * 5, 4),
        ("{% for a in numbers %}{% for b in numbers %}x{% endfor %}{% endfor %}", 10_000),
        ("{% for a in numbers %}" + "x" * 3_000 + "{% endfor %}", 500_000),
    ],
)
def test_every_size_is_bounded(source: str, limit: int) -> None:
    error = failure(source)
    assert (error.code, error.values) == ("template_too_large", {"line": 1, "limit": limit})


def test_a_condition_is_bounded_too() -> None:
    for condition in ("(" * 5000 + "1" + ")" * 5000, "x" * 60_000):
        with pytest.raises(KnownError) as caught:
            holds(condition, VALUES)
        assert caught.value.code == "template_too_large"


@given(st.text(alphabet="{}%|.ab _()'[]0", max_size=40))
def test_any_text_renders_or_is_told(source: str) -> None:
    try:
        render(source, VALUES)
    except KnownError as error:
        assert error.code.startswith("template_")
