"""The live page beside a text: a draft's mark as long as it is one."""

from __future__ import annotations

import pytest

from models.codes import AgreementStatus
from models.snapshots.shapes import Revision
from tests import sample_snapshots as make
from ui.agreements.page_beside import is_final


@pytest.mark.parametrize(
    ("status", "final"),
    [
        (AgreementStatus.DRAFT, False),
        (AgreementStatus.UNDER_REVIEW, False),
        (AgreementStatus.FINAL, True),
        (AgreementStatus.ARCHIVED, True),
    ],
)
def test_the_page_of_a_final_text_is_the_one_that_is_signed(status: AgreementStatus, final: bool) -> None:
    one = make.agreement(status=status, revisions=(Revision(1, 1, "zh", "", {}, None),))
    snapshot = make.snapshot(agreements=(one,))
    assert (is_final(snapshot, one.key), is_final(snapshot, "another")) == (final, False)
