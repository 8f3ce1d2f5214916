"""Posts as one says them: each title with its own unit, nothing twice."""

from __future__ import annotations

import pytest

from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_title, list_unit, said
from models.snapshots.shapes import Attendee, Bilingual, Post
from tests.sample_snapshots import attendee, both, organization

COMMITTEE = both("中共云岭县委员会", "CPC Yunling County Committee")
DEPARTMENT = both("中共云岭县委组织部", "Organization Department")
MEMBER = both("县委常委", "Member of the Standing Committee of the CPC Yunling County Committee")
HEAD = both("部长", "Head")


def holder(*posts: tuple[Bilingual, Bilingual]) -> Attendee:
    """Somebody with these posts, unit and title put together from them as a snapshot does."""
    units, titles = zip(*posts, strict=True)
    return attendee(
        unit=both("、".join(unit.zh for unit in units), "; ".join(unit.en for unit in units)),
        title=both("、".join(title.zh for title in titles), ", ".join(title.en for title in titles)),
        posts=tuple(Post(organization(unit.zh, unit.en), both(), title) for unit, title in posts),
    )


UNIVERSITY = both("武汉大学", "Wuhan University")
ONE = holder((COMMITTEE, both("县委书记", "Secretary of the CPC Yunling County Committee")))
TWO = holder((COMMITTEE, MEMBER), (DEPARTMENT, HEAD))
SAME_UNIT = holder(
    (both("武汉大学", "Wuhan University"), both("院长", "Dean")),
    (both("武汉大学", "Wuhan University"), both("教授", "Professor")),
)


@pytest.mark.parametrize(
    ("who", "zh", "en"),
    [
        (attendee(), "武汉大学院长", "Dean, Wuhan University"),
        (attendee(title=both()), "武汉大学", "Wuhan University"),
        (ONE, "中共云岭县委书记", "Secretary of the CPC Yunling County Committee"),
        (
            TWO,
            "中共云岭县委常委、组织部部长",
            "Member of the Standing Committee of the CPC Yunling County Committee; Head, Organization Department",
        ),
        (SAME_UNIT, "武汉大学院长、教授", "Dean; Professor, Wuhan University"),
    ],
)
def test_said_in_one_phrase(who: Attendee, zh: str, en: str) -> None:
    assert (said(who, Phrasebook("zh")), said(who, Phrasebook("en"))) == (zh, en)


@pytest.mark.parametrize(
    ("who", "language", "unit", "title"),
    [
        (attendee(), "zh", "武汉大学", "院长"),
        (ONE, "zh", "中共云岭县委员会", "县委书记"),
        (TWO, "zh", "中共云岭县委员会", "县委常委、组织部部长"),
        (
            TWO,
            "en",
            "CPC Yunling County Committee",
            "Member of the Standing Committee of the CPC Yunling County Committee; Head, Organization Department",
        ),
        (SAME_UNIT, "zh", "武汉大学", "院长、教授"),
        (SAME_UNIT, "en", "Wuhan University", "Dean; Professor"),
    ],
)
def test_columns_of_a_list(who: Attendee, language: str, unit: str, title: str) -> None:
    book = Phrasebook(language)
    assert (list_unit(who, book), list_title(who, book)) == (unit, title)


def test_department_belongs_to_the_unit() -> None:
    company, university = organization("药业公司", "Pharma Ltd."), organization()
    posts = (Post(company, both("研究所", "Institute"), HEAD), Post(university, both(), both("教授", "Professor")))
    unit = both("药业公司研究所、武汉大学", "Institute, Pharma Ltd.; Wuhan University")
    who = attendee(unit=unit, title=both("部长、教授", "Head, Professor"), posts=posts)
    assert said(who, Phrasebook("zh")) == "药业公司研究所部长、武汉大学教授"
    assert said(who, Phrasebook("en")) == "Head, Institute, Pharma Ltd.; Professor, Wuhan University"


def test_words_written_for_this_meeting_win_over_the_posts() -> None:
    posts = (Post(organization(), both(), both("院长")), Post(organization("浙江大学"), both(), both("教授")))
    assert said(attendee(unit=both("专家组"), title=both("组长"), posts=posts), Phrasebook("zh")) == "专家组组长"


def test_post_without_an_organization() -> None:
    posts = (Post(None, both(), both("院士")), Post(organization(), both(), both("教授")))
    who = attendee(unit=both("武汉大学"), title=both("院士、教授"), posts=posts)
    assert said(who, Phrasebook("zh")) == "院士、武汉大学教授"
