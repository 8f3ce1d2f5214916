"""What papers have in common: where the meeting is held."""

from __future__ import annotations

import pytest

from exporters.documents.frame import where
from exporters.documents.phrasebook import Phrasebook
from tests.sample_snapshots import EMPTY, both, meeting, organization


@pytest.mark.parametrize(
    ("venue", "city", "words"),
    [
        ("会议中心", "云岭县", "会议中心（云岭县）"),
        ("云岭县会议中心", "云岭县", "云岭县会议中心"),
        ("武汉大学政治与公共管理学院", "武汉市", "武汉大学政治与公共管理学院"),
        ("会议中心", "市", "会议中心（市）"),
        ("会议中心", "", "会议中心"),
        ("", "武汉市", "武汉市"),
        ("", "", ""),
    ],
)
def test_city_stands_behind_a_venue_that_does_not_name_it(venue: str, city: str, words: str) -> None:
    assert where(meeting(venue=both(venue), city=both(city)), Phrasebook("zh")) == words


def test_place_in_english_and_venue_named_by_its_organization() -> None:
    hall = meeting(venue=both("会议中心", "Conference Center"), city=both("云岭县", "Yunling County"))
    assert where(hall, Phrasebook("en")) == "Conference Center, Yunling County"
    assert where(meeting(venue=EMPTY, venue_organization=organization()), Phrasebook("en")) == "Wuhan University"
