"""A whole meeting, made by keyboard and mouse alone; then everything is taken back, and done again."""

from __future__ import annotations

from pathlib import Path

from tests.ui.story import agenda, agreements, meeting, papers, people, steps, visits
from tests.ui.story.hands import Clerk


def test_a_meeting_is_prepared_exported_taken_back_and_done_again(clerk: Clerk, tmp_path: Path):
    nothing = steps.stored(clerk)
    meeting.make_meeting(clerk)
    people.list_people(clerk)
    agenda.plan_day(clerk)
    visits.plan_routes(clerk)
    agreements.draft_three(clerk)
    assert papers.export_pack(clerk, tmp_path / "pack") >= papers.KINDS
    everything = steps.stored(clerk)
    taken_back = steps.undo_all(clerk)
    assert (steps.stored(clerk), clerk.window.frame.empty_page.isVisible()) == (nothing, True)
    clerk.until(lambda: not clerk.window.status.findings.isVisible())
    assert steps.redo_all(clerk) == taken_back
    assert steps.stored(clerk) == everything
