"""An agreement from the office's own template to its second final text, by keyboard and mouse alone."""

from __future__ import annotations

from pathlib import Path

from models.codes import RevisionKind
from models.final_texts import final_drift, final_revision
from tests.ui.story import drafting, meeting, people
from tests.ui.story.hands import KEY, Clerk

KEPT, FINAL, SENT, RETURNED = RevisionKind.KEPT, RevisionKind.FINAL, RevisionKind.SENT, RevisionKind.RETURNED


def test_an_agreement_is_drafted_reviewed_frozen_exchanged_and_frozen_again(clerk: Clerk, tmp_path: Path):
    meeting.make_meeting(clerk)
    two_people(clerk)
    drafting.own_template(clerk)
    drafting.draft(clerk)
    assert drafting.review(clerk) == "合法性审查"
    kept = [(1, KEPT), (2, FINAL)]
    drafting.finalize(clerk, "区长办公会通过", kept)
    drafting.promote(clerk)
    assert drafting.take_over(clerk) == "李强的职务已改为“书记”；协议仍写“区长”。"
    draft, kept = tmp_path / "备忘录.docx", [*kept, (3, SENT)]
    drafting.send_out(clerk, draft, kept)
    drafting.edit_outside(draft)
    kept = [*kept, (4, RETURNED)]
    assert drafting.take_back(clerk, draft, kept) == ["第四条 联络与协调", "第九条 期限、变更与终止"]
    said, lines = drafting.compare(clerk, older=3)
    told = "双方各指定一名联络人：甲方为王明，乙方为王明。双方每年至少会商一两次。"  # 一 struck, 两 underlined
    around = ["⋯  11处未变  ⋯", "⋯  11处未变  ⋯"]
    assert (said, lines[1:]) == ("修改1处", [around[0], "修改", "第四条　联络与协调", told, around[1]])
    drafting.finalize(clerk, "", [*kept, (5, FINAL)])
    agreement = drafting.agreement_of(clerk)
    assert (final_revision(agreement), final_drift(clerk.seen, agreement)) == (agreement.revisions[-1], ())


def two_people(clerk: Clerk) -> None:
    """Those who sign, with their posts."""
    clerk.go_to(2)
    clerk.until(lambda: people.room_of(clerk).first_button.isVisible())
    clerk.click(people.room_of(clerk).first_button)
    for name in drafting.SIGNERS:
        clerk.enter(name)
    clerk.see(people.names, list(drafting.SIGNERS))
    clerk.press(KEY.Key_Escape)
    people.fill_posts(clerk)
