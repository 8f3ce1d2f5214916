"""What the other side did to a draft, clause by clause."""

from __future__ import annotations

import re
from dataclasses import replace

from models.imports.returned_docx import ReturnedComment, read_returned
from models.imports.returned_paragraphs import TrackedBy
from models.rules.merged_text import FieldChange
from models.rules.returned_changes import Returned, ReturnedKind, returned_changes
from models.rules.returned_lines import FixedChange
from tests.returned_drafts import came_back, commented, edited, reworded, sent, stored, tracked, with_paragraph, without
from tests.sample_meetings import sample_meetings

WANG = TrackedBy("王老师", "2024-05-19T09:00:00Z")
_MARKS = re.compile(r"<w:bookmark(?:Start|End)[^>]*>|</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)


def told(returned: Returned) -> list[tuple[str, str, str, str]]:
    """Kind, clause, old and new words of each change."""
    return [(one.kind.value, one.name, one.old, one.new) for one in returned.changes]


def test_reworded_without_tracking():
    (change,) = came_back(reworded("逐项明确目标", "逐一明确目标")).changes
    assert (change.kind, change.name, change.column) == (ReturnedKind.REWORDED, "第二条 合作原则", "body_zh")
    assert change.source.startswith("{{ sides_zh }}坚持") and "逐一明确目标" in change.source
    assert (change.untracked, change.ours, change.tracked) == (True, False, ())


def test_reworded_with_tracking_says_who():
    (change,) = came_back(tracked("便利", "优质便利")).changes
    assert "提供优质便利和" in change.new and "优质" not in change.old
    assert (change.untracked, change.tracked) == (False, (WANG,))


def test_more_was_changed_than_was_tracked():
    (change,) = came_back(tracked("便利", "优质便利"), reworded("咨询论证", "论证")).changes
    assert (change.untracked, change.tracked) == (True, (WANG,))


def test_a_clause_that_is_deleted_is_one_change():
    returned = came_back(without("专项协议", "具体合作事项由"))
    assert [(one.kind, one.name) for one in returned.changes] == [(ReturnedKind.DELETED, "第十四条 专项协议")]


def test_every_clause_deleted():
    gone = re.compile(r"<w:p>(?:(?!</w:p>).)*?desk_t(?:(?!</w:p>).)*?</w:p>", re.DOTALL)
    returned = came_back(lambda xml: gone.sub("", xml))
    assert (returned.all_deleted, len(returned.changes), returned.fixed) == (True, 25, ())


def test_new_clauses_are_told_from_further_paragraphs():
    clause = with_paragraph("专项协议与本协议不一致", "廉洁条款", "各方承诺廉洁。", style="Heading1")
    behind = "具体合作事项由三方或者其所属、推荐的单位另行签订专项协议。专项协议与本协议不一致的，以专项协议为准。"
    assert told(came_back(clause)) == [("added", "第十四条 专项协议", "", "廉洁条款\n各方承诺廉洁。")]
    further = with_paragraph("专项协议与本协议不一致", "另行约定的除外。")
    assert told(came_back(further)) == [("reworded", "第十四条 专项协议", behind, f"{behind}\n另行约定的除外。")]
    written = with_paragraph("专项协议与本协议不一致", "第十五条　廉洁条款")
    assert told(came_back(written)) == [("added", "第十四条 专项协议", "", "廉洁条款")]


def test_a_clause_that_was_moved():
    paragraph = re.compile(r"<w:p>(?:(?!</w:p>).)*?</w:p>", re.DOTALL)

    def move(xml: str) -> str:
        found = [one for one in paragraph.finditer(xml) if "desk_t" in one.group()]
        first = next(place for place, one in enumerate(found) if "专项协议" in one.group())
        start, end = found[first].start(), found[first + 1].end()
        target = next(one.start() for one in found if "科技创新" in one.group())
        return xml[:target] + xml[start:end] + xml[target:start] + xml[end:]

    (change,) = came_back(move).changes
    assert (change.kind, change.name) == (ReturnedKind.MOVED, "第十四条 专项协议")
    assert change.before is not None and change.before.name == "第五条 科技创新与成果转化"
    now = stored(sample_meetings()["demo-full"], "park")
    order = [one for one in now if one != change.clause_id]
    order.insert(order.index(change.before.id), change.clause_id)
    paper = read_returned("a.docx", edited(sent().content, move))
    assert returned_changes(sent().paper, paper, {one: now[one] for one in order}).is_same


def test_what_was_taken_over_before_is_no_difference():
    lines = ("廉洁条款", "各方承诺廉洁。")
    edits = (without("专项协议", "具体合作事项由"), with_paragraph("优秀毕业生", *lines, style="Heading1"))
    paper = read_returned("a.docx", edited(sent().content, *edits))
    now = dict(stored(sample_meetings()["demo-full"], "park"))
    kinds = {one.kind: one.clause_id for one in returned_changes(sent().paper, paper, now).changes}
    assert set(kinds) == {ReturnedKind.ADDED, ReturnedKind.DELETED}
    del now[kinds[ReturnedKind.DELETED]]
    now[9_999] = {"heading_zh": lines[0], "heading_en": "", "body_zh": lines[1], "body_en": ""}
    assert returned_changes(sent().paper, paper, now).is_same


def test_a_field_that_was_filled_in():
    blank = r'(<w:tag w:val="desk:\d+ agreement.term_zh"/>.*?<w:t[^>]*>)_+'
    filled = came_back(
        lambda xml: re.sub(blank, r"\1叁", xml, count=1, flags=re.DOTALL), key="cooperation", meeting="shangdang-whu"
    )
    (change,) = filled.changes
    assert change.fields == (FieldChange("agreement.term_zh", "________", "叁"),)
    assert (change.new, "{{ agreement.term_zh }}年内" in change.source) == (change.old, True)


def test_fixed_lines_are_told_apart():
    returned = came_back(reworded("云岭县人民路1号", "云岭县人民路9号"))
    assert returned == Returned((), (FixedChange("住所：云岭县人民路1号", "住所：云岭县人民路9号"),))


def test_bookmarks_and_controls_lost_on_the_way():
    assert came_back(lambda xml: _MARKS.sub("", xml)).is_same
    assert len(came_back(lambda xml: _MARKS.sub("", xml), reworded("逐项明确", "逐一明确")).changes) == 1


def test_comments_go_with_their_clause():
    edit, parts = commented("干部教育培训", "请考虑线上方式")
    comment = ReturnedComment(16, "王老师", WANG.at, "请考虑线上方式", "干部教育培训与互派挂职")
    returned = came_back(edit, parts=parts)
    ((clause, told),) = returned.comments
    assert (returned.changes, clause.name, told) == ((), "第八条 干部教育培训与互派挂职", comment)
    (change,) = came_back(edit, reworded("干部教育培训与互派挂职", "干部教育培训"), parts=parts).changes
    assert change.comments == (replace(comment, quote="干部教育培训"),)


def test_what_we_changed_meanwhile_is_told_and_what_is_taken_over_is_no_difference():
    draft = sent()
    paper = read_returned("a.docx", edited(draft.content, reworded("逐项明确目标", "逐一明确目标")))
    now = dict(stored(sample_meetings()["demo-full"], "park"))
    (change,) = returned_changes(draft.paper, paper, now).changes
    here = now[change.clause_id]
    now[change.clause_id] = {**here, "body_zh": "我方另拟。"}
    assert returned_changes(draft.paper, paper, now).changes == (replace(change, ours=True, stored="我方另拟。"),)
    now[change.clause_id] = {**here, "body_zh": change.source}
    assert returned_changes(draft.paper, paper, now).is_same
    del now[change.clause_id]
    assert returned_changes(draft.paper, paper, now).changes == (replace(change, gone=True, stored=""),)
