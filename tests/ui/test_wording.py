"""Codes become sentences: filled, on one line, in the language asked for; an unknown code still says something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from exporters.paper import Notice
from models.checks.finding import said, warning
from models.errors import KnownError
from models.snapshots.shapes import Bilingual
from ui.wording import change_label, document_title, error_sentence, finding_sentence, notice_sentence, severity_word
from ui.wording.faults import fault_words
from ui.wording.messages import fill, one_line
from ui.wording.values import variable_word


@dataclass(frozen=True)
class Step:
    """A change as the store names it."""

    label: str
    values: Mapping[str, object] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "“议程”不能导出为“docx”格式。可用的格式：pdf。"),
        ("en", "“Agenda” cannot be made as “docx”. Its formats are: pdf."),
    ],
)
def test_an_error_says_what_happened_and_what_to_do(language: str, sentence: str):
    error = KnownError("unknown_format", document="agenda", format="docx", known="pdf")
    assert error_sentence(error, language) == sentence


def test_what_users_typed_is_never_a_placeholder():
    error = KnownError("unknown_document", document="{known} {0} %s", known="a")
    assert error_sentence(error, "en") == "There is no document “{known} {0} %s”. The documents are: a."


def test_a_value_that_is_missing_shows_as_an_ellipsis():
    assert error_sentence(KnownError("unknown_document"), "en") == "There is no document “…”. The documents are: …."


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("a\nb\tc\r\n", "a b c"),
        ("王　明", "王　明"),
        ("\u2028x\x85", "x"),
        (None, ""),
        (7, "7"),
        ("\udcff", "\udcff"),
        ("长" * 10_000, "长" * 1000 + "…"),
    ],
)
def test_a_value_is_on_one_line(value: object, line: str):
    assert one_line(value) == line


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "zh",
            "“王明”（参会记录）在您打开之后被他人修改过（显示职务（英文）、电话、单位、new_column）。"
            "请重新查看，再做修改。",
        ),
        (
            "en",
            "“王明” (attendance) was changed elsewhere after you opened it "
            "(title as printed (English), phone, organization, new_column). Look at it again, then repeat your change.",
        ),
    ],
)
def test_tables_and_columns_are_told_in_words(language: str, sentence: str):
    fields = "title_override_en, phone, organization_id, new_column"
    error = KnownError("changed_elsewhere", name="王明", record="attendance", fields=fields)
    assert error_sentence(error, language) == sentence


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("party_a.uscc", "甲方统一社会信用代码", "Party A: unified social credit code"),
        ("parties.2.address_en", "乙方地址（英文）", "Party B: address (English)"),
        ("liaison_c.dept_zh", "丙方联系部门（中文）", "Party C: contact department (Chinese)"),
        ("agreement.copies_total_cap", "协议正本总份数", "agreement: number of originals"),
        ("article.confidentiality", "保密条款", "article on confidentiality"),
        ("bases_zh", "共建基地（中文）", "joint bases (Chinese)"),
        ("bases.2.partner_zh", "共建基地第2项合作方（中文）", "joint bases, item 2: partner (Chinese)"),
        ("court", "管辖法院", "court"),
        ("commissioner.name_zh", "科技特派员姓名（中文）", "name of the commissioner (Chinese)"),
        ("tea.pot", "teapot", "tea: pot"),
    ],
)
def test_a_variable_of_a_template_is_told_in_words(name: str, zh: str, en: str):
    assert (variable_word(name, "zh"), variable_word(name, "en")) == (zh, en)


def test_a_group_of_facts_is_named_as_it_may_be_written():
    assert fault_words("no_plain_value:party_a", "zh") == "“甲方”是一组信息，请写明其中一项"
    assert fault_words("no_plain_value:parties.1", "zh") == "“各方.1”是一组信息，请写明其中一项"
    assert fault_words("no_plain_value:party_a", "en").startswith("“party_a” is a list")


def test_a_missing_fact_is_told_in_words():
    finding = Notice("fact_missing", (("agreement", "合作协议"), ("name", "party_b.uscc")))
    assert finding_sentence(finding, "zh") == "协议《合作协议》缺少“乙方统一社会信用代码”，打印时为空白。"


def test_a_party_is_named_in_the_language_of_the_sentence():
    finding = Notice("party_without_signatory", (("party", "乙方"), ("unit", "丽水学院")))
    assert finding_sentence(finding, "en") == "Nobody is named to sign for Party B, 丽水学院."
    assert finding_sentence(Notice("party_without_unit", (("party", "见证方"),)), "zh") == "见证方尚未填写单位。"


def test_open_places_are_listed_in_words():
    notice = Notice("open_places", (("count", "2"), ("variables", "agreement.no, bases_zh")))
    assert notice_sentence(notice, "zh") == "以下留空，印为横线，需手工填写（共 2 处）：协议编号、共建基地（中文）。"


def test_a_table_without_a_word_keeps_its_name():
    assert "new_table" in error_sentence(KnownError("record_missing", record="new_table"), "zh")


def test_a_folder_answers_for_a_path():
    sentence = "The disk of /media/usb is full. Free some space and try again; nothing was changed."
    assert error_sentence(KnownError("disk_full", folder="/media/usb"), "en") == sentence


def test_the_reason_of_the_system_is_translated():
    assert fill("{reason}", {"reason": "Permission denied"}, "zh") == "没有权限"
    assert fill("{reason}", {"reason": "Very odd"}, "zh") == "Very odd"


def test_an_unknown_code_still_says_something():
    error = KnownError("never_heard_of", path="/x", count=3)
    assert error_sentence(error, "en") == ("Something is not as expected (never_heard_of). Details: path: /x, count: 3")
    assert change_label(Step("never_heard_of"), "zh") == "修改（never_heard_of）"
    assert (
        finding_sentence(Notice("never_heard_of", (("a", "b"),)), "en") == "Please look at this (never_heard_of): a: b"
    )
    assert notice_sentence(Notice("never_heard_of"), "zh") == "请核对（never_heard_of）："


def test_papers_have_their_titles_and_findings_their_gravity():
    assert [document_title("sign-in", language) for language in ("zh", "en")] == ["签到表", "Sign-in sheet"]
    assert [severity_word("error", language) for language in ("zh", "en")] == ["错误", "Error"]
    with pytest.raises(KnownError, match="unknown_document"):
        document_title("poem", "zh")


def test_a_finding_names_people_and_texts_in_the_language_of_its_sentence() -> None:
    found = warning(
        "presenter_declined", "agenda/1", person=said(Bilingual("梁涛", "Liang Tao")), item=said(Bilingual("致辞"))
    )
    assert [finding_sentence(found, language) for language in ("zh", "en")] == [
        "梁涛在“致辞”中有安排，但已回复不参会。",
        "Liang Tao has a part in “致辞” but declined.",
    ]
    assert found == warning("presenter_declined", "agenda/1", person="梁涛", item="致辞")


def test_the_title_of_a_person_is_a_post() -> None:
    step = Step("edit_person", {"field": "title_zh", "name": "王建国"})
    assert [change_label(step, language) for language in ("zh", "en")] == [
        "修改王建国的职务（中文）",
        "Change job title (Chinese) of 王建国",
    ]
