"""The texts of the sample agreements are made ready in a process of their own."""

from __future__ import annotations

from datetime import datetime

import pytest

from exporters.assembly import assemble_agreement
from models.errors import KnownError
from tests.sample_meetings import sample_meetings
from ui.start.sample_texts import SampleTexts


def test_the_process_answers_as_assembling_does_and_goes_on_after_a_refusal():
    snapshot = sample_meetings()["demo-full"]
    key = snapshot.agreements[0].key
    with SampleTexts() as texts:
        with pytest.raises(KnownError) as caught:
            texts(snapshot, "no-such-agreement")
        found = texts(snapshot, key)
    assert caught.value.code == "unknown_agreement"
    assert found == assemble_agreement(snapshot, key, made_at=datetime(2024, 5, 18))
