"""A document as plain text: every block in order."""

from __future__ import annotations

import pytest

from exporters.blocks import (
    Cell,
    Clause,
    Column,
    Cover,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Row,
    Section,
    SignatureArea,
    SignatureParty,
    Spacer,
    Span,
    SpanKind,
    Table,
    Title,
)
from exporters.documents.plain_text import blocks_as_lines, plain_text

TEXT = Paragraph((Span("甲方："), Span("单位名称", SpanKind.BLANK, 8)))


SIGNED = SignatureArea(
    (SignatureParty("甲方", "上党区", ("签字",)),),
    (SignatureParty("见证方", "", ()),),
    "（无正文）",
    "（签署页）",
    "共{pages}页",
)
TABLE = Table(
    (Column("a", "姓名", 4), Column("b", "备注", 4)),
    (Row((Cell("校方"),), "group"), Row((Cell("王明"), Cell("一\n二"))), Row((Cell(""), Cell("")), "blank")),
    caption="名单",
)
FRONT = Cover(
    Field("协议编号", (Span("1号", SpanKind.ON_FINAL),)),
    ("校地", "协议"),
    (Field("甲方", (Span("上党区"),)),),
    (Field("签订时间", (Span("agreement.sign_date", SpanKind.BLANK),)),),
)
BLOCKS = (
    FRONT,
    Title(("座谈会", "议程"), "A线"),
    Heading("合作", 1, "一、"),
    TEXT,
    Clause("第一条", "宗旨", (TEXT,), (Clause("（一）", "", (TEXT,)),)),
    FieldList((Field("时间", (Span("上午"),)), Field("", (Span("下午"),))), title="安排"),
    TABLE,
    SIGNED,
    Spacer(),
    PageBreak(),
    Section("B线", (TEXT,)),
    DraftNote("请核对"),
)


def test_every_block() -> None:
    assert plain_text(Document("agenda", "议程", "zh", BLOCKS, footer="内部资料")).splitlines() == [
        *("协议编号: 1号", "", "校地", "协议", "", "甲方: 上党区", "签订时间: [agreement.sign_date]", "", "--------"),
        *("座谈会", "议程", "A线", "", "", "# 一、合作", "甲方：[单位名称]"),
        *("第一条　宗旨", "甲方：[单位名称]", "（一）", "甲方：[单位名称]"),
        *("安排", "时间: 上午", "下午"),
        *("名单", "姓名 | 备注", "-- 校方", "王明 | 一 / 二", "__"),
        *("（无正文）", "甲方 上党区", "  签字", "见证方", "共{pages}页"),
        *("", "", "--------", "", "== B线 ==", "甲方：[单位名称]", "(请核对)", "[内部资料]"),
    ]


def test_two_languages_side_by_side() -> None:
    row = ParallelRow((TEXT, Spacer()), (Paragraph((Span("Party A"),)),))
    assert blocks_as_lines((Parallel((row, row)),)) == ["< 甲方：[单位名称]", "> Party A"] * 2


def test_something_else_has_no_text() -> None:
    with pytest.raises(TypeError, match="no plain text for str"):
        blocks_as_lines(["text"])  # type: ignore[list-item]
