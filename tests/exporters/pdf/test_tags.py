"""The structure of a tagged paper, read back: which element holds which text, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pikepdf
import pytest

from exporters.blocks import (
    Block,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Parallel,
    ParallelRow,
    Row,
    Section,
    Table,
    Title,
    text_spans,
)
from exporters.paper import Written
from tests.exporters.pdf.reading import area, lines, made, opened, outline, pages, paragraph

Node = tuple[str, Any]


def tree(written: Written) -> list[Node]:
    """The structure below Document as (kind, text) or (kind, parts)."""
    texts: Counter[tuple[int, int]] = Counter()
    words: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pages(written)):
        for one in page.chars:
            if one["mcid"] is not None:
                place = number, one["mcid"]
                texts[place] += 1
                words[place] = words.get(place, "") + one["text"]
    with opened(written) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return _parts(pdf.Root.StructTreeRoot.K, words, numbers)


def _parts(element: pikepdf.Object, words: dict[tuple[int, int], str], numbers: dict[Any, int]) -> list[Node]:
    return [_node(part, words, numbers) for part in element.get("/K", [])]


def _node(element: pikepdf.Object, words: dict[tuple[int, int], str], numbers: dict[Any, int]) -> Node:
    kind, kids = str(element.S)[1:], list(element.get("/K", []))
    if kids and all(not isinstance(kid, int) and "/S" in kid for kid in kids):
        return kind, _parts(element, words, numbers)
    places = [
        (numbers[element.Pg.objgen], kid) if isinstance(kid, int) else (numbers[kid.Pg.objgen], int(kid.MCID))
        for kid in kids
    ]
    return kind, "".join(words.get(place, "") for place in places)


def test_blocks_become_elements_in_reading_order():
    written = made(
        Title(("上党区", "合作协议"), "副题"),
        DraftNote("示范文本"),
        Heading("总则", 1, "一、"),
        paragraph("为深入贯彻新时代人才工作部署，" * 4),
        FieldList((Field("甲方", text_spans("上党区")), Field("乙方", text_spans("武汉大学")))),
        final=False,
    )
    assert tree(written) == [
        ("H1", "上党区合作协议副题"),
        ("P", "示范文本"),
        ("H2", "一、总则"),
        ("P", "为深入贯彻新时代人才工作部署，" * 4),
        ("P", "甲方：上党区"),
        ("P", "乙方：武汉大学"),
    ]


def test_headings_of_clauses_have_levels_and_numbers_run_in():
    inner = Clause("（一）", "实习基地", (paragraph("共建。"),))
    written = made(
        Clause("第一条", "合作内容", (paragraph("如下："),), (inner,)), Clause("第二条", "", (paragraph("其他。"),))
    )
    assert tree(written) == [
        ("H2", "第一条　合作内容"),
        ("P", "如下："),
        ("H3", "（一）实习基地"),
        ("P", "共建。"),
        ("P", "第二条　其他。"),
    ]


def test_a_heading_of_several_lines_is_one_element():
    heading = "关于共建大学生实习实训基地和高校科技成果转化基地的若干具体合作事项"
    assert tree(made(Clause("第一条", heading, (paragraph("如下。"),)))) == [
        ("H2", "第一条　" + heading),
        ("P", "如下。"),
    ]


def test_a_paragraph_across_pages_is_one_element():
    text = "县" * 700
    assert tree(made(paragraph(text), paragraph("完"))) == [("P", text), ("P", "完")]


def table(rows: int) -> Table:
    cells = tuple(Row((Cell(f"{n}"), Cell(""), Cell(f"武汉大学第{n}学院及其研究所"))) for n in range(rows))
    group = Row((Cell("校方"),), "group")
    return Table(
        (Column("a", "序", 3), Column("b", "备注", 4), Column("c", "单位", 6)), (group, *cells), caption="名单"
    )


def test_a_table_has_rows_and_cells_and_empty_cells_count():
    (found,) = tree(made(table(2)))
    assert found == (
        "Table",
        [
            ("Caption", "名单"),
            ("TR", [("TH", "序"), ("TH", "备注"), ("TH", "单位")]),
            ("TR", [("TH", "校方")]),
            ("TR", [("TD", "0"), ("TD", ""), ("TD", "武汉大学第0学院及其研究所")]),
            ("TR", [("TD", "1"), ("TD", ""), ("TD", "武汉大学第1学院及其研究所")]),
        ],
    )


def test_a_repeated_head_is_no_second_row():
    written = made(table(60))
    assert written.pages == 3
    ((_kind, rows),) = tree(written)
    assert len(rows) == 1 + 1 + 1 + 60


def test_a_row_cut_at_the_foot_of_a_page_goes_on_in_the_same_cell():
    text = "".join(chr(0x4E00 + number) for number in range(1500))
    ((_kind, rows),) = tree(made(Table((Column("a", "甲", 4), Column("b", "乙", 6)), (Row((Cell("一"), Cell(text))),))))
    assert rows[1:] == [("TR", [("TD", "一"), ("TD", text)])]


def test_the_head_says_it_heads_its_columns():
    with opened(made(table(1))) as pdf:
        head, group = (pdf.Root.StructTreeRoot.K.K[0].K[number].K[0] for number in (1, 2))
        assert (str(head.A.Scope), str(group.A.Scope), int(group.A.ColSpan)) == ("/Column", "/Row", 3)


def test_the_place_to_sign_is_a_section_of_paragraphs():
    ((kind, parts),) = tree(made(area(2, note="（以下无正文）")))
    assert (kind, [text for _kind, text in parts][:5]) == (
        "Sect",
        ["（以下无正文）", "甲方（盖章）：", "第0单位", "乙方（盖章）：", "第1单位"],
    )


def test_named_sections_are_sections_and_keep_their_place():
    section = Section("附表", (paragraph("文"), table(0), area(1)))
    found = tree(made(paragraph("前"), section, Section("", (paragraph("后"),))))
    assert [kind for kind, _parts in found] == ["P", "Sect", "P"]
    assert [kind for kind, _parts in found[1][1]] == ["P", "Table", "Sect"]


def test_paragraphs_side_by_side_say_their_language_and_are_read_row_by_row():
    rows = tuple(
        ParallelRow((paragraph(f"第{n}段：" + "合作" * 20),), (paragraph(f"Paragraph {n}: " + "cooperation " * 9),))
        for n in (1, 2)
    )
    written = made(Parallel(rows), language="zh-en", style="agreement")
    assert [(kind, text[:9]) for kind, text in tree(written)] == [
        ("P", "第1段：合作合作合"), ("P", "Paragraph"), ("P", "第2段：合作合作合"), ("P", "Paragraph"),
    ]  # fmt: skip
    with opened(written) as pdf:
        assert [str(one.Lang) for one in pdf.Root.StructTreeRoot.K.K] == ["zh-CN", "en"] * 2
        assert str(pdf.Root.Lang) == "zh-CN"


def test_each_entry_of_the_contents_is_one_element():
    contents = Contents("目录", ("须知", "日程"))
    title, (kind, entries), *_rest = tree(
        made(contents, *(Section(one, (paragraph("文"),)) for one in contents.entries))
    )
    assert title == ("H2", "目录")
    assert (kind, [(one, text[:2], text[-1]) for one, text in entries]) == (
        "TOC",
        [("TOCI", "须知", "2"), ("TOCI", "日程", "3")],
    )


def test_a_cover_is_read_from_top_to_bottom():
    front = Cover(Field("编号", text_spans("7")), ("协议",), (Field("甲方", text_spans("县")),))
    assert [text for _kind, text in tree(made(front, paragraph("文")))] == ["编号：7", "协议", "甲方：县", "文"]


BLOCKS: tuple[Block, ...] = (Title(("协议",)), table(40), PageBreak(), paragraph("文"), area(3))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_drawn_is_tagged_or_an_artifact(language: str):
    written = made(*BLOCKS, language=language, style="agreement", final=False, footer="脚注", corner="v2")
    with opened(written) as pdf:
        for page in pdf.pages:
            outside, open_marks = [], []
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("BDC", "BMC"):
                    open_marks.append(str(operands[0]))
                elif str(operator) == "EMC":
                    open_marks.pop()
                elif str(operator) in ("Tj", "S", "s", "f", "Do") and set(open_marks) <= {"/OC"}:
                    outside.append(str(operator))
            assert outside == []


def test_every_marked_content_is_found_from_its_page():
    with opened(made(*BLOCKS)) as pdf:
        root = pdf.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        assert numbers[0::2] == [int(page.StructParents) for page in pdf.pages]
        assert bool(pdf.Root.MarkInfo.Marked)
        for page, owners in zip(pdf.pages, numbers[1::2], strict=True):
            marks = re.findall(rb"/(\w+) <</MCID (\d+)[^>]*>>", page.Contents.read_bytes())
            kinds = [str(owner.S)[1:] for owner in owners]
            assert [int(number) for _kind, number in marks] == list(range(len(kinds)))
            assert all(kind.decode() in ("Span", own) for (kind, _number), own in zip(marks, kinds, strict=True))


def half(number: str, heading: str, inner: str, text: str) -> Clause:
    return Clause(number, heading, (paragraph(text),), (Clause(inner[:1], inner[1:], (paragraph(text),)),))


def test_headings_of_clauses_side_by_side_are_headings_in_both_languages():
    row = ParallelRow(
        (half("第一条", "合作内容", "（实习基地", "共建。" * 30),),
        (half("Article 1", "Content", "1Base", "Both. " * 60),),
    )
    assert [(kind, text[:11]) for kind, text in tree(made(Parallel((row,)), language="zh-en", style="agreement"))] == [
        ("H2", "第一条　合作内容"),
        ("P", "共建。共建。共建。共建"),
        ("H3", "（　实习基地"),
        ("P", "共建。共建。共建。共建"),
        ("H2", "Article 1 C"),
        ("P", "Both. Both."),
        ("H3", "1 Base"),
        ("P", "Both. Both."),
    ]


def test_a_row_over_two_pages_is_read_language_by_language_and_headings_lead_to_their_own_page():
    inner = [Clause(f"（{n}）", f"事项{n}", (paragraph("合作" * 120),)) for n in range(9)]
    row = ParallelRow(
        (Clause("第一条", "合作内容", (), tuple(inner)),), (Clause("Article 1", "", (paragraph("Both. " * 700),)),)
    )
    written = made(Parallel((row,)), language="zh-en", style="agreement")
    said = [kind for kind, _text in tree(written)]
    assert said == ["H2", *["H3", "P"] * 9, "P"]
    found = outline(written)
    assert [title for _level, title, _page in found] == ["第一条　合作内容", *(f"（{n}）事项{n}" for n in range(9))]
    text = ["".join(lines(page)) for page in pages(written)]
    assert [title in text[page] for _level, title, page in found] == [True] * 10
    assert len({page for _level, _title, page in found}) > 1


def test_a_section_in_another_language_says_so():
    section = Section("English text", (paragraph("Both Parties"),), language="en")
    with opened(made(paragraph("文"), section, style="agreement")) as pdf:
        second = pdf.Root.StructTreeRoot.K.K[1]
        assert (str(second.S), str(second.Lang)) == ("/Sect", "en")


def test_a_cover_in_two_languages_says_which_line_is_in_which():
    english = Cover(Field("No.", ()), ("Agreement",), (Field("Party A", text_spans("County")),))
    front = Cover(Field("编号", text_spans("7")), ("协议",), (Field("甲方", text_spans("县")),), english=english)
    with opened(made(front, paragraph("文"), language="zh-en", style="agreement")) as pdf:
        said = [str(one.get("/Lang", "")) for one in pdf.Root.StructTreeRoot.K.K]
    assert said == ["zh-CN", "zh-CN", "en", "zh-CN", "en", ""]
