"""What undo leaves as it is is told for the steps that keep a text, and for no other."""

from __future__ import annotations

from ui.wording.changes import CHANGES, STAYS
from ui.wording.staying import what_stays


def test_only_steps_that_keep_a_text_leave_something() -> None:
    assert STAYS.keys() <= CHANGES.keys()
    assert what_stays("finalize_agreement", "zh") == "协议已不是定稿；定稿文本仍留在版本列表中，标明已失效。"
    assert what_stays("send_draft", "en") == "The text that was sent stays among the revisions."
    assert what_stays("edit_person", "zh") == ""
