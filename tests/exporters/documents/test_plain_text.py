"""A document as plain text: every block in order."""

from __future__ import annotations

import pytest

from exporters.blocks import (
    Cell,
    Clause,
    Column,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
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
    (SignatureParty("甲方", "上党区", ("签字",)),), (SignatureParty("见证方", "", ()),), "（无正文）"
)
TABLE = Table(
    (Column("a", "姓名", 4), Column("b", "备注", 4)),
    (Row((Cell("校方"),), "group"), Row((Cell("王明"), Cell("一\n二"))), Row((Cell(""), Cell("")), "blank")),
    caption="名单",
)
BLOCKS = (
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
        *("座谈会", "议程", "A线", "", "", "# 一、合作", "甲方：[单位名称]"),
        *("第一条　宗旨", "甲方：[单位名称]", "（一）", "甲方：[单位名称]"),
        *("安排", "时间: 上午", "下午"),
        *("名单", "姓名 | 备注", "-- 校方", "王明 | 一 / 二", "__"),
        *("（无正文）", "甲方 上党区", "  签字", "见证方"),
        *("", "", "--------", "", "== B线 ==", "甲方：[单位名称]", "(请核对)", "[内部资料]"),
    ]


def test_something_else_has_no_text() -> None:
    with pytest.raises(TypeError, match="no plain text for str"):
        blocks_as_lines(["text"])  # type: ignore[list-item]
