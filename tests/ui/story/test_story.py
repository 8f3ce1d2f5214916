"""A whole meeting, made by keyboard and mouse alone; then everything is taken back, and done again."""

from __future__ import annotations

from tests.ui.story import meeting, people
from tests.ui.story.hands import Clerk


def test_story(clerk: Clerk):
    meeting.make_meeting(clerk)
    people.list_people(clerk)
