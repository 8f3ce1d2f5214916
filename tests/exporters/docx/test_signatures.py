"""Where to sign in Word: kept on one page, room for seals and hands, no rule too short."""

from __future__ import annotations

from docx.oxml.ns import qn

from exporters.blocks import Paragraph, SignatureArea, SignatureParty, text_spans
from exporters.docx.signatures import rule
from exporters.typeset.styles import style_set
from tests.exporters.docx.reading import PARTY, cells, word

BODY = style_set("agreement", "zh").body
ENGLISH = SignatureParty("For and on behalf of Party A (seal): ", "Wuhan University", ("Signature:", "Name:", "Date:"))


def rule_of(label: str, room: float) -> str:
    return rule(label, room, BODY)


def test_lines_of_two_parties_start_at_the_same_height() -> None:
    paper = word(SignatureArea((PARTY, PARTY)))
    names, seals, lines = cells(paper)
    assert names == ["甲方（盖章）：\n区政府"] * 2
    assert seals == ["", ""]
    assert lines == ["签字：" + "_" * 17 + "\n日期：　　年　　月　　日"] * 2
    assert [round(row.height.mm) if row.height else None for row in paper.tables[0].rows] == [None, 47, None]


def test_more_parties_sign_below_one_another_beside_their_seals() -> None:
    table = word(SignatureArea((PARTY,) * 3)).tables[0]
    assert [len(row.cells) for row in table.rows] == [2, 2, 2]
    assert {round(row.height.mm) for row in table.rows} == {51}
    assert [round(cell.width.mm) for cell in table.rows[0].cells] == [109, 47]


def test_witnesses_sign_below_in_pairs_without_seals() -> None:
    witness = SignatureParty("见证人：", "张三", ("签字：", "日期：　　年　　月　　日"))
    tables = word(SignatureArea((PARTY, PARTY), (witness,) * 3)).tables
    assert [len(table.rows) for table in tables] == [3, 2, 2]
    assert tables[2].rows[1].cells[1].text == ""


def test_witnesses_that_seal_have_a_row_with_the_room_of_a_seal() -> None:
    tables = word(SignatureArea((PARTY, PARTY), (PARTY,) * 2)).tables
    assert [[len(row.cells) for row in table.rows] for table in tables] == [[2, 2, 2], [2, 2]]
    assert {round(row.height.mm) for row in tables[1].rows} == {51}


CHINESE = SignatureParty("甲方（盖章）：", "武汉大学", ("法定代表人（负责人）或授权代表（签字）：", "姓名：", "日期："))


def both_languages(count: int) -> SignatureArea:
    english = SignatureArea((ENGLISH,) * count, note="(No text below)", count="{pages} pages")
    return SignatureArea((CHINESE,) * count, note="（以下无正文）", count="共{pages}页", english=english)


def test_each_language_has_lines_of_its_own_and_a_hand_one_rule() -> None:
    names, _seals, lines = cells(word(both_languages(2), language="zh-en", style="agreement"))
    assert names[0].split("\n") == [
        "甲方（盖章）：", "武汉大学", "For and on behalf of Party A (seal): ", "Wuhan University",
    ]  # fmt: skip
    assert [line.rstrip("_") for line in lines[0].split("\n")] == [
        "法定代表人（负责人）或授权代表（签字）：", "Signature: ", "姓名 Name: ", "日期 Date: ",
    ]  # fmt: skip


def test_in_rows_two_short_lines_share_one() -> None:
    rows = cells(word(both_languages(3), language="zh-en", style="agreement"))
    said = [line.replace("_", "") for line in rows[0][0].split("\n")]
    assert said == [
        "甲方（盖章）：武汉大学",
        "For and on behalf of Party A (seal): Wuhan University",
        "法定代表人（负责人）或授权代表（签字）：",
        "Signature: ",
        "姓名 Name:   日期 Date: ",
    ]


def test_notes_and_numbers_of_pages_stand_in_both_languages() -> None:
    paper = word(both_languages(2), language="zh-en", style="agreement")
    said = [paragraph.text for paragraph in paper.paragraphs if paragraph.text.strip()]
    assert said == ["（以下无正文）", "(No text below)", "共页", " pages"]


def test_english_lines_are_ruled() -> None:
    _names, _seals, lines = cells(word(SignatureArea((ENGLISH,)), language="en", style="agreement"))
    assert [len(line.rstrip("_")) for line in lines[0].split("\n")] == [10, 5, 5]
    assert all(line.endswith("_" * 15) for line in lines[0].split("\n"))


def test_area_stays_together_with_the_lines_before_it() -> None:
    paper = word(
        Paragraph(text_spans("正文")), SignatureArea((PARTY, PARTY), note="（以下无正文）", count="共{pages}页")
    )
    *kept, last = paper.element.body.iter(qn("w:p"))
    assert all(paragraph.xpath("w:pPr/w:keepNext") for paragraph in kept)
    assert last.xpath("w:fldSimple/@w:instr") == ["NUMPAGES"]
    assert {row._tr.xpath("boolean(w:trPr/w:cantSplit)") for row in paper.tables[0].rows} == {True}


def test_rule_goes_below_a_label_that_leaves_no_room() -> None:
    assert rule_of("签字：", 200) == "_" * 17
    assert rule_of("法定代表人（签字）：", 200) == "\n" + "_" * 23
    assert rule_of("法定代表人（负责人）或授权代表（签字）：", 200) == "\n" + "_" * 23


def test_date_that_only_just_breaks_is_moved_together() -> None:
    wide = SignatureParty("甲方", "区政府", ("日期：　　　年　　月　　日",))
    (squeezed,) = word(SignatureArea((wide, wide)), style="agreement").tables[0].rows[2].cells[0].paragraphs
    (plain,) = word(SignatureArea((wide, wide)), style="sheet").tables[0].rows[2].cells[0].paragraphs
    assert [len(one._p.xpath("w:r/w:rPr/w:spacing")) for one in (squeezed, plain)] == [1, 0]
