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
    tables = word(SignatureArea((PARTY, PARTY), (PARTY,) * 3)).tables
    assert [len(table.rows) for table in tables] == [3, 2, 2]
    assert tables[2].rows[1].cells[1].text == ""


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
