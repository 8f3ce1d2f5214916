"""Row images come back exactly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from models.codes import AgendaKind, MeetingKind
from models.store.images import differing, image_of, in_chunks, row_of, table_named

STAMP = datetime(2024, 5, 20, 9, 30, 0, 5, UTC)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("agenda_item", {"id": 1, "day": date(2024, 5, 20), "start": time(9, 30, 15, 6), "kind": AgendaKind.SIGNING}),
        ("attendance", {"id": 1, "signed_in_at": STAMP, "needs_room": None, "room": "𬭎"}),
        ("cooperation", {"id": 1, "amount": Decimal("100000.50")}),
        ("attachment", {"id": 1, "content": bytes(range(256))}),
        ("seat_plan", {"id": 1, "rules": {"rows": [1, 2.5, None, "主席台"], "even": True}}),
    ],
)
def test_row_comes_back_from_json(table: str, row: dict[str, object]) -> None:
    assert row_of(table_named(table), json.loads(json.dumps(image_of(row)))) == row


def test_code_lists_come_back_as_codes_to_store() -> None:
    image = json.loads(json.dumps(image_of({"kinds": (MeetingKind.SIGNING, MeetingKind.INSPECTION)})))
    assert row_of(table_named("meeting"), image) == {"kinds": ["signing", "inspection"]}


def test_difference_leaves_out_version_and_stamp_of_update() -> None:
    one = {"id": 1, "version": 1, "updated_at": "a", "title_zh": "一", "title_en": ""}
    other = {"id": 1, "version": 2, "updated_at": "b", "title_zh": "二", "title_en": ""}
    assert (differing(one, other), differing(one, one | {"version": 9})) == (("title_zh",), ())
    assert (differing(None, None), differing(one, None), differing(None, one)) == ((), ("id",), ("id",))


def test_ids_are_taken_in_pieces() -> None:
    assert [len(chunk) for chunk in in_chunks(list(range(1001)))] == [500, 500, 1]
