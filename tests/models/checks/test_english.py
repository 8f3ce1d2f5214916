"""What lacks English is told where English papers are needed, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.checks import preflight
from models.checks.clauses import check_clauses
from models.checks.english import check_english
from models.codes import AgreementLanguage, ClauseKind
from models.snapshots.shapes import Clause, MeetingSnapshot
from tests import sample_snapshots as make

CLAUSE = Clause(1, ClauseKind.ARTICLE, "scope", "", make.both("范围", ""), make.both("合作。", "{{ term_en }}"))


def meeting(*, needs_english: bool, language: AgreementLanguage = AgreementLanguage.ZH) -> MeetingSnapshot:
    """A meeting with an item and an agreement in Chinese alone."""
    agreement = make.agreement("战略合作协议", "", language=language, clauses=(CLAUSE,))
    made = make.snapshot(agenda=(make.agenda_item("开幕", ""),), agreements=(agreement,))
    return replace(made, meeting=replace(made.meeting, needs_english=needs_english))


def codes(snapshot: MeetingSnapshot) -> set[str]:
    return {finding.code for check in (check_english, check_clauses) for finding in check(snapshot)}


@pytest.mark.parametrize(
    ("needed", "language", "told"),
    [
        (True, AgreementLanguage.ZH, {"item_without_english", "agreement_without_english", "fact_missing"}),
        (False, AgreementLanguage.ZH, set()),
        (
            False,
            AgreementLanguage.SIDE_BY_SIDE,
            {"agreement_without_english", "clause_without_english", "fact_missing"},
        ),
    ],
)
def test_english_is_asked_for_where_it_is_needed(needed: bool, language: AgreementLanguage, told: set[str]):
    found = codes(meeting(needs_english=needed, language=language))
    assert told <= found if needed else found == told


def test_a_chinese_meeting_is_never_told_to_be_without_english():
    assert [one.code for one in preflight(meeting(needs_english=False)) if "english" in one.code] == []
