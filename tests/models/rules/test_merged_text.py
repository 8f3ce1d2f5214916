"""An edited text written back: fields stay expressions, conditions stay, braces of a stranger stay words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.merged_text import FieldChange, Merged, merged, shown_text
from models.rules.template_text import render
from models.sent_texts import Part

VALUES = {"party_a": {"name_zh": "云岭县人民政府"}, "years": "三"}
NAME = Part("{{ party_a.name_zh }}", "云岭县人民政府", 1, "party_a.name_zh")
YEARS = Part("{{ years }}", "三", 2, "years")


def words(text: str) -> Part:
    """Words to edit."""
    return Part(text, text)


def hidden(source: str) -> Part:
    """What shows nothing."""
    return Part(source, "")


TEXT = (words("由"), NAME, words("负责，为期"), YEARS, words("年。"))


def test_an_unchanged_text_gives_its_source():
    back = [("由", 0), ("云岭县人民政府", 1), ("负责，为期", 0), ("三", 2), ("年。", 0)]
    source = "由{{ party_a.name_zh }}负责，为期{{ years }}年。"
    assert merged(TEXT, back) == Merged(source, "由云岭县人民政府负责，为期三年。")


def test_words_change_around_fields():
    back = [("全部由", 0), ("云岭县人民政府", 1), ("牵头负责，期限", 0), ("三", 2), ("年", 0)]
    assert merged(TEXT, back).source == "全部由{{ party_a.name_zh }}牵头负责，期限{{ years }}年"


def test_fields_without_their_controls_are_found_by_their_words():
    back = [("拟由云岭县人民政府牵头负责，为期三年。", 0)]
    assert merged(TEXT, back).source == "拟由{{ party_a.name_zh }}牵头负责，为期{{ years }}年。"


def test_a_field_written_over_keeps_its_expression_and_is_told():
    back = [("由", 0), ("云岭县人民政府", 1), ("负责，为期", 0), ("五", 2), ("年。", 0)]
    told = (FieldChange("years", "三", "五"),)
    source = "由{{ party_a.name_zh }}负责，为期{{ years }}年。"
    assert merged(TEXT, back) == Merged(source, "由云岭县人民政府负责，为期三年。", told)


def test_a_field_that_is_gone_is_told():
    back = [("由", 0), ("云岭县人民政府", 1), ("负责。", 0)]
    told = (FieldChange("years", "三", None),)
    assert merged(TEXT, back) == Merged("由{{ party_a.name_zh }}负责。", "由云岭县人民政府负责。", told)


def test_a_field_moved_here_from_another_text_keeps_its_expression():
    other = Part("{{ court }}", "仲裁委", 9, "court")
    back = [("由", 0), ("仲裁委", 9), ("定。", 0)]
    assert merged((words("由谁定。"),), back, (other,)).source == "由{{ court }}定。"


def test_a_number_of_no_field_is_words():
    assert merged((words("甲"),), [("乙", 77)]) == Merged("乙", "乙")


def test_conditions_and_branches_that_do_not_hold_stay():
    parts = (words("甲。"), hidden("{% if x %}"), words("乙。"), hidden("{% else %}丙。{% endif %}"), words("丁。"))
    assert merged(parts, [("甲。乙乙。丁。", 0)]).source == "甲。{% if x %}乙乙。{% else %}丙。{% endif %}丁。"
    assert merged(parts, [("甲。换。丁。", 0)]).source == "甲。{% if x %}换。{% else %}丙。{% endif %}丁。"
    assert merged(parts, [("丁。", 0)]).source == "{% if x %}{% else %}丙。{% endif %}丁。"


def test_lines_that_say_nothing_are_not_sent_and_stay():
    parts = (words("甲。\n\n乙。"),)
    assert shown_text(parts) == "甲。\n乙。"
    assert merged(parts, [("甲。\n丙。", 0)]).source == "甲。\n\n丙。"


@pytest.mark.parametrize("words_back", ["{{ party_a }}", "{% for x in y %}", "{# #}", "{", "{{{{", "a{{%", "}}{{"])
def test_braces_of_the_other_side_print_as_they_are(words_back: str):
    source = merged((words("甲"), YEARS), [("甲" + words_back, 0), ("三", 2)]).source
    assert render(source, VALUES).text == "甲" + words_back + "三"


@given(st.text(alphabet="由负责{}%# \n三年甲。", max_size=30), st.integers(0, 30))
def test_what_comes_back_is_what_will_be_printed(text: str, place: int):
    back = [(text[:place], 0), ("云岭县人民政府", 1), (text[place:], 0), ("三", 2)]
    result = merged(TEXT, back)
    assert render(result.source, VALUES).text == result.shown == text[:place] + "云岭县人民政府" + text[place:] + "三"


def test_a_text_of_one_letter_without_end_is_done_at_once():
    parts = (words("甲" * 20_000 + "乙" + "甲" * 20_000),)
    back = "甲" * 10_000 + "丙" + "甲" * 30_000
    assert merged(parts, [(back, 0)]).source == back
