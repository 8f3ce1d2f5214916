"""What the worker process does for the exchange of drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import KnownError
from tests.returned_drafts import sent
from tests.sample_meetings import sample_meetings
from ui.agreements.exchange_errands import ReadDraftBack, RemoveDraft


def test_a_file_of_an_agreement_of_the_same_name_is_told_with_its_parties(tmp_path: Path):
    meeting, file = "shengzhou-zjipc", tmp_path / "back.docx"
    file.write_bytes(sent("fengli", meeting).content)
    with pytest.raises(KnownError) as refused:
        ReadDraftBack("association", str(file)).do(sample_meetings()[meeting])
    told = "产教融合、校行（企）合作框架协议 · 丰利粉碎设备"
    assert (refused.value.code, refused.value.values["agreement"]) == ("returned_other_agreement", told)
    with pytest.raises(KnownError, match="returned_unknown_revision"):
        ReadDraftBack("fengli", str(file)).do(sample_meetings()[meeting])


def test_a_file_is_taken_away_once(tmp_path: Path):
    file = tmp_path / "out.docx"
    file.write_bytes(b"PK")
    for _number in range(2):
        RemoveDraft(str(file)).do(sample_meetings()["demo-full"])
    assert not file.exists()
