"""Clauses as people edit them in Word: typed below another's bookmark, joined, numbered by hand, moved elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from models.errors import KnownError
from models.imports.returned_docx import ReturnedLine, read_returned
from models.imports.returned_paragraphs import Beside, BesideKind, Bit
from models.rules.returned_changes import Returned, ReturnedKind, returned_changes
from models.rules.returned_lines import FixedChange
from tests.returned_drafts import (
    came_back,
    edited,
    heading,
    paragraph_with,
    part_of,
    plain,
    reworded,
    sent,
    stored,
    with_paragraph,
)
from tests.sample_meetings import sample_meetings

Edit = Callable[[str], str]
READ = read_returned("a.docx", sent().content)
NEW = heading("廉洁条款") + plain("各方承诺廉洁自律。")
ADDED = (ReturnedKind.ADDED, "廉洁条款\n各方承诺廉洁自律。", 0)
_END = re.compile(r"<w:bookmarkEnd [^>]*/></w:p>$")


def told(returned: Returned) -> list[tuple[ReturnedKind, str, int]]:
    """Each change: its kind, the new words, the depth."""
    return [(one.kind, one.new, one.level) for one in returned.changes]


def below_the_bookmark(words: str, *new: str) -> Edit:
    """Enter pressed at the end of a text: Word takes the end of its bookmark along."""

    def edit(xml: str) -> str:
        found = paragraph_with(xml, words)
        end = _END.search(found.group())
        assert end is not None
        inside = found.group()[: end.start()] + "</w:p>" + "".join(new)[: -len("</w:p>")] + end.group()
        return xml[: found.start()] + inside + xml[found.end() :]

    return edit


def before_the_text(words: str, *new: str) -> Edit:
    """Enter pressed at the beginning of a text: the bookmark begins with what is written before it."""

    def edit(xml: str) -> str:
        found = paragraph_with(xml, words)
        start = re.search(r"<w:bookmarkStart [^>]*/>", found.group())
        assert start is not None
        first = "".join(new).replace("<w:r>", start.group() + "<w:r>", 1)
        return xml[: found.start()] + first + found.group().replace(start.group(), "") + xml[found.end() :]

    return edit


def joined(first: str, second: str) -> Edit:
    """The end of a paragraph deleted."""

    def edit(xml: str) -> str:
        one, other = paragraph_with(xml, first), paragraph_with(xml, second)
        words = re.sub(r"^<w:p>(<w:pPr>.*?</w:pPr>)?", "", other.group())
        return xml[: one.end() - len("</w:p>")] + words + xml[other.end() :]

    return edit


@pytest.mark.parametrize(
    ("edit", "behind"),
    [
        (below_the_bookmark("坚持需求导向", NEW), "第二条 合作原则"),
        (before_the_text(">合作原则<", NEW), "第一条 合作宗旨与目标"),
        (below_the_bookmark("坚持需求导向", plain("第三条　廉洁条款"), plain("各方承诺廉洁自律。")), "第二条 合作原则"),
    ],
)
def test_a_clause_written_at_the_edge_of_another_is_a_new_one(edit: Edit, behind: str):
    returned = came_back(edit)
    assert (told(returned), returned.changes[0].name) == ([ADDED], behind)


def test_a_plain_paragraph_below_the_bookmark_belongs_to_the_text():
    (change,) = came_back(below_the_bookmark("坚持需求导向", plain("重大事项另行报批。"))).changes
    assert (change.kind, change.new.split("\n")[1:]) == (ReturnedKind.REWORDED, ["重大事项另行报批。"])


def test_a_heading_joined_with_its_text_is_told_and_changes_no_word():
    returned = came_back(joined(">合作原则<", "坚持需求导向"))
    ((clause, beside),) = returned.beside
    assert (returned.changes, clause.name, beside) == ((), "第二条 合作原则", Beside(BesideKind.RUN_ON))
    assert not returned.is_same


def test_the_same_with_tracking():
    mark = '<w:rPr><w:del w:id="1" w:author="王" w:date="2024-05-19T09:00:00Z"/></w:rPr></w:pPr>'

    def edit(xml: str) -> str:
        found = paragraph_with(xml, ">合作原则<")
        return xml[: found.start()] + found.group().replace("</w:pPr>", mark, 1) + xml[found.end() :]

    returned = came_back(edit)
    assert (returned.changes, [one.kind for _clause, one in returned.beside]) == ((), [BesideKind.RUN_ON])


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("第二条　合作原则", ()),
        ("第四条　合作原则", (FixedChange("第二条 合作原则", "第四条 合作原则"),)),
    ],
)
def test_a_number_typed_by_hand_is_no_word_of_the_heading(typed: str, fixed: tuple[FixedChange, ...]):
    returned = came_back(reworded(">合作原则<", f">{typed}<"))
    assert (returned.changes, returned.fixed) == ((), fixed)


def test_letters_that_nobody_sees_make_no_difference():
    unseen = "坚\u00ad\u2068持\u200b需求导向，以项目化方式推进、以清单化方式管理"
    assert came_back(reworded("坚持需求导向，以项目化方式推进、以清单化方式管理", unseen)).is_same


def test_a_text_behind_a_heading_that_went_out_alone_is_its_body():
    (change,) = came_back(with_paragraph("合作项目清单", "另附：补充清单。")).changes
    assert (change.kind, change.name, change.column) == (ReturnedKind.REWORDED, "附件1 合作项目清单", "body_zh")
    assert (change.old, change.source, change.stored) == ("", "另附：补充清单。", "")


def test_an_item_that_stands_below_another_clause_now():
    def move(xml: str) -> str:
        item = paragraph_with(xml, "协助建立研发平台")
        xml = xml[: item.start()] + xml[item.end() :]
        place = paragraph_with(xml, "服务期内完成").end()
        return xml[:place] + item.group() + xml[place:]

    (change,) = came_back(move, key="valve", meeting="liandu-lsu").changes
    assert (change.kind, change.name, change.name_en[:7]) == (ReturnedKind.MOVED, "第三条（四）", "Article")
    assert change.into is not None and change.into.name == "第四条 目标任务"
    assert (change.before, change.untracked) == (None, True)


def test_an_item_that_stands_below_an_annex_is_told_only():
    def move(xml: str) -> str:
        item = paragraph_with(xml, "协助建立研发平台")
        xml = xml[: item.start()] + xml[item.end() :]
        place = paragraph_with(xml, "特派员确认书").end()
        return xml[:place] + item.group() + xml[place:]

    (change,) = came_back(move, key="valve", meeting="liandu-lsu").changes
    assert change.into is not None
    assert (change.kind, change.into.name, change.only_told) == (ReturnedKind.MOVED, "附件1 特派员确认书", True)


def test_a_clause_new_in_both_languages_is_one():
    cells = (heading("廉洁条款") + plain("各方廉洁。"), heading("Integrity") + plain("The Parties act with integrity."))
    row = "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    def edit(xml: str) -> str:
        place = xml.index("</w:tr>", paragraph_with(xml, "坚持需求导向").end()) + len("</w:tr>")
        return xml[:place] + row + xml[place:]

    (change,) = came_back(edit, key="strategic").changes
    assert (change.kind, change.column) == (ReturnedKind.ADDED, "body_zh")
    assert change.source == "廉洁条款\n各方廉洁。"
    assert change.source_en == "Integrity\nThe Parties act with integrity."


def test_one_language_may_change_alone():
    edit = reworded("Cooperation is led by demand", "Cooperation is driven by demand")
    assert [one.column for one in came_back(edit, key="strategic").changes] == ["body_en"]


def test_fixed_lines_are_told_one_by_one():
    def edit(xml: str) -> str:
        at = xml.index("</w:p>", xml.index("1299990100064D6798")) + len("</w:p>")
        return (xml[:at] + plain("开户行：某银行") + xml[at:]).replace("学府路100号", "学府路1号", 1)

    returned = came_back(edit)
    assert set(returned.fixed) == {
        FixedChange("", "开户行：某银行"),
        FixedChange("住所：沧澜市学府路100号", "住所：沧澜市学府路1号"),
    }


def test_a_list_of_words_own_makes_no_article():
    about = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>'
    bullets = '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    number = '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    lists = part_of(sent().content, "word/numbering.xml").replace("</w:numbering>", bullets + number)
    listed = plain("任务清单").replace("<w:p>", f"<w:p>{about}")
    returned = came_back(below_the_bookmark("坚持需求导向", listed), parts={"word/numbering.xml": lists})
    assert [one.kind for one in returned.changes] == [ReturnedKind.REWORDED]


def test_headings_are_known_by_the_name_of_their_style():
    styles = part_of(sent().content, "word/styles.xml").replace('styleId="Heading1"', 'styleId="2"')
    edits = (below_the_bookmark("坚持需求导向", NEW), lambda xml: xml.replace('val="Heading1"', 'val="2"'))
    assert told(came_back(*edits, parts={"word/styles.xml": styles})) == [ADDED]


def test_more_changes_than_anybody_decides_are_refused():
    many = [plain(f"第{n % 900 + 1}条　新增条款{n}") for n in range(501)]
    with pytest.raises(KnownError) as refused:
        came_back(below_the_bookmark("坚持需求导向", *many))
    assert (refused.value.code, refused.value.values["count"]) == ("returned_too_many", 501)


def test_very_many_loose_lines_are_told_in_few_words():
    many = "".join(plain(f"第{n}段无关的文字，写着别的事情。") for n in range(3_000))
    content = edited(sent().content, lambda xml: xml.replace("<w:sectPr", f"{many}<w:sectPr", 1))
    now = stored(sample_meetings()["demo-full"], "park")
    returned = returned_changes(sent().paper, read_returned("a.docx", content), now)
    assert sum(len(one.now) for one in returned.fixed) + sum(len(one.new) for one in returned.changes) < 50_000


def with_lines(lines: Iterable[ReturnedLine]) -> Returned:
    """What a paper with these paragraphs says, of which none was tracked."""
    paragraphs = tuple(lines)
    paper = replace(READ, now=paragraphs, before=paragraphs)
    return returned_changes(sent().paper, paper, stored(sample_meetings()["demo-full"], "park"))


def added(words: str) -> ReturnedLine:
    """A paragraph of a clause of its own."""
    return ReturnedLine(0, (Bit(words),), level=0)


def test_what_was_added_behind_both_halves_of_a_text_is_told():
    place = next(at for at, line in enumerate(READ.now) if "优秀毕业生" in line.words)
    text, following = READ.now[place], READ.now[place + 1]
    half = replace(text, bits=(Bit("另一半。"),))
    torn = (text, added("廉洁条款"), following, added("争议条款"), half, added("保密条款"))
    returned = with_lines((*READ.now[:place], *torn, *READ.now[place + 2 :]))
    new = [one.new for one in returned.changes if one.kind is ReturnedKind.ADDED]
    assert new == ["廉洁条款", "保密条款", "争议条款"]


def test_tens_of_thousands_of_new_clauses_are_refused_at_once():
    place = next(at for at, line in enumerate(READ.now) if "优秀毕业生" in line.words) + 1
    many = (added(f"第{number}条 甲") for number in range(20_000))
    with pytest.raises(KnownError, match="returned_too_many"):
        with_lines((*READ.now[:place], *many, *READ.now[place:]))
