"""The columns that a meeting adds to its list: headings, how many, and what stands in them."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.actions.people_columns import MOST, add_own_column, own_columns, rename_own_column
from models.errors import KnownError
from tests import factories as make


def test_the_eleventh_column_is_refused(session: Session):
    meeting = make.make_meeting(session)
    for number in range(MOST):
        add_own_column(session, meeting.id, label=f"胸牌{number}")
    with pytest.raises(KnownError) as caught:
        add_own_column(session, meeting.id, label="胸牌")
    assert (caught.value.code, len(own_columns(session, meeting.id))) == ("too_many_columns", MOST)


@pytest.mark.parametrize(
    ("before", "language", "label", "after"),
    [
        (("胸牌", ""), "zh", "证件", ("证件", "")),
        (("胸牌", ""), "zh", "WiFi", ("", "WiFi")),
        (("胸牌", ""), "en", "Badge", ("胸牌", "Badge")),
        (("胸牌", "Badge"), "en", "证件", ("证件", "")),
        (("胸牌", "Badge"), "zh", "证件", ("证件", "Badge")),
    ],
)
def test_the_heading_that_is_seen_gives_way(session: Session, before, language: str, label: str, after):
    column = make.make_own_column(session, make.make_meeting(session), label_zh=before[0], label_en=before[1])
    rename_own_column(session, column.id, label=label, language=language)
    assert (column.label_zh, column.label_en) == after
