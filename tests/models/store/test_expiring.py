"""Agreements of all meetings that end soon, by the number of days that the office has set."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from models.checks.expiry import check_expiry
from models.codes import AgreementStatus
from models.office_keys import EXPIRY_DAYS
from models.office_settings import write_office_setting
from models.snapshots.shapes import Bilingual
from models.snapshots.take import take_meeting
from models.store.expiring import Expiring, list_expiring
from models.store.workspace import open_workspace
from tests import factories as make

TODAY, ENDS = make.TAKEN_AT.date(), date(2024, 8, 1)


def test_the_office_s_number_of_days_holds_for_every_meeting(file: Path):
    with open_workspace(file) as workspace, workspace.change("make") as session:
        old = make.make_meeting(session, "old", title_zh="三年前的签约", title_en="")
        columns = {"title_zh": "框架协议", "title_en": "", "status": AgreementStatus.ARCHIVED, "ends_on": ENDS}
        make.make_agreement(session, old, **columns)
        make.make_agreement(session, make.make_meeting(session, "new"), ends_on=ENDS)
        assert list_expiring(session, today=TODAY) == ()
        write_office_setting(session, EXPIRY_DAYS, 90)
        session.flush()
        assert list_expiring(session, today=TODAY) == (
            Expiring(1, "framework", Bilingual("框架协议"), old.id, Bilingual("三年前的签约"), ENDS),
        )
        snapshot = take_meeting(session, old.id, taken_at=make.TAKEN_AT)
        assert [finding.code for finding in check_expiry(snapshot)] == ["expires_soon"]
