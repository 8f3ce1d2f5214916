"""The table of contents: every entry with the page its section begins on."""

from __future__ import annotations

import re

from exporters.blocks import Contents, Heading, PageBreak, Section, Title
from tests.exporters.pdf.reading import copied, lines, made, outline, pages, paragraph

SECTIONS = (
    Section("一、日程", (Title(("一、日程",)), paragraph("上午"), PageBreak(), paragraph("下午"))),
    Section("二、议程", (Title(("二、议程",)), Heading("5月20日", 2), paragraph("签约")), landscape=True),
)


def contents(*names: str, sections: tuple[Section, ...] = SECTIONS) -> list[str]:
    written = made(Section("手册", (Contents("目　录", names),)), *sections, style="sheet")
    return [re.sub(r"\.{5,}", "…", line) for line in lines(pages(written)[0])]


def test_entries_lead_to_the_pages_of_their_sections() -> None:
    assert contents("一、日程", "二、议程") == ["目　录", "一、日程…2", "二、议程…4"]


def test_entry_that_no_section_bears_has_no_page() -> None:
    assert contents("三、名单") == ["目　录", "三、名单…"]


def test_long_entry_has_its_number_on_its_last_line() -> None:
    heading, *rest = contents("长" * 60)
    assert (heading, len(rest), rest[-1][-1]) == ("目　录", 2, "…")
    assert "".join(rest).count("长") == 60


def test_outline_leads_to_the_same_pages() -> None:
    front = Section("手册", (Title(("会务手册",)), Contents("目　录", ("一、日程",))))
    written = made(front, *SECTIONS, style="sheet")
    assert [(title, page) for level, title, page in outline(written) if level == 0] == [
        ("手册", 0), ("一、日程", 1), ("二、议程", 3),
    ]  # fmt: skip
    assert "一、日程" in copied(written)[0]


def test_a_section_that_begins_with_a_heading_has_its_entry() -> None:
    sections = (Section("一、日程", (Heading("上午", 2), paragraph("签约"))), Section("二、用餐", (paragraph("午餐"),)))
    written = made(*sections, style="sheet")
    assert [one for one in outline(written) if one[0] == 0] == [(0, "一、日程", 0), (0, "二、用餐", 1)]
    assert contents("一、日程", "二、用餐", sections=sections) == ["目　录", "一、日程…2", "二、用餐…3"]
