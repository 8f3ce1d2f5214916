"""Where a notice or a refusal leads: the room, the agreement, the very record that lacks its English."""

from __future__ import annotations

import pytest

from exporters.paper import Notice
from exporters.registry import DOCUMENTS, SIGNING_SET
from models.errors import KnownError
from tests import sample_snapshots as make
from tests.ui.test_export_worker import CLAUSE
from ui.export_worker import Noted
from ui.paper_places import ROOMS, place_of_notice, place_of_paper, place_of_refusal

ITEM = make.agenda_item("开幕", "", id=7)
MEETING = make.snapshot(
    agenda=(ITEM,),
    attendees=(make.attendee(id=3, title=make.both("区长")),),
    agreements=(make.agreement(clauses=(CLAUSE,)),),
)


def test_every_paper_has_a_room():
    assert set(ROOMS) == {kind.key for kind in DOCUMENTS} | {SIGNING_SET}


@pytest.mark.parametrize(
    ("document", "key", "place"),
    [("agreement", "framework", "agreements/framework"), ("agenda", None, "agenda"), ("sign-in", None, "people")],
)
def test_a_paper_leads_to_where_it_is_entered(document: str, key: str | None, place: str):
    assert place_of_paper(document, key) == place


@pytest.mark.parametrize(
    ("paper", "notice", "place"),
    [
        ("agreement/framework", Notice("open_places"), "agreements/framework"),
        (SIGNING_SET, Notice("copies_assumed", (("agreement", "战略合作框架协议"),)), "agreements/framework"),
        ("itinerary", Notice("left_out", (("document", "itinerary"),)), "visits"),
        ("agenda", Notice("fallback_font", (("characters", "㛃"),)), ""),
    ],
)
def test_a_notice_leads_to_its_place(paper: str, notice: Notice, place: str):
    assert place_of_notice(Noted(paper, notice), MEETING) == place


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (KnownError("english_missing", document="agenda", text="开幕", count=1), "agenda/7"),
        (KnownError("english_missing", document="attendees", text="区长", count=1), "people/3"),
        (KnownError("english_missing", document="agenda", text="别处", count=1), ""),
        (KnownError("no_material", document="itinerary", meeting="shangdang"), "visits"),
        (KnownError("copies_not_told", agreement="战略合作框架协议"), "agreements/framework"),
        (KnownError("disk_full", folder="/papers"), ""),
    ],
)
def test_a_refusal_leads_to_what_is_missing(error: KnownError, place: str):
    assert place_of_refusal(error, MEETING) == place
