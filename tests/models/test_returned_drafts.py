"""Which sent revision a returned paper belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from models.codes import RevisionKind
from models.errors import KnownError
from models.imports.returned_docx import read_returned
from models.returned_drafts import newest_sent, paper_sent, read_back
from models.rules.returned_changes import ReturnedKind
from models.snapshots.shapes import Agreement, Revision
from tests.returned_drafts import edited, sent, without
from tests.sample_meetings import sample_meetings

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)
PAPER = read_returned("back.docx", sent().content)


def agreement() -> Agreement:
    """An agreement of which a draft was sent."""
    found = next(one for one in sample_meetings()["demo-full"].agreements if one.key == "park")
    made = sent().assembled
    kept = Revision(1, 1, "zh", made.content_hash, {}, AT, kind=RevisionKind.SENT, terms=dict(made.terms))
    later = replace(kept, id=2, number=2, kind=RevisionKind.KEPT, terms={})
    return replace(found, revisions=(kept, later))


def test_the_revision_that_the_paper_names():
    assert paper_sent(agreement(), PAPER) == sent().paper
    assert read_back(agreement(), PAPER).is_same


def test_a_deleted_clause_below_which_something_was_written_here_is_told():
    gone = read_returned("back.docx", edited(sent().content, without(">合作原则<", "坚持需求导向")))
    (change,) = read_back(agreement(), gone).changes
    assert (change.kind, change.ours) == (ReturnedKind.DELETED, False)
    here = agreement()
    clauses = tuple(
        replace(one, children=(replace(one, id=9_999, children=()),)) if one.id == change.clause_id else one
        for one in here.clauses
    )
    assert read_back(replace(here, clauses=clauses), gone).changes == (replace(change, ours=True),)


def test_the_draft_that_was_sent_last():
    here = agreement()
    again = replace(here.revisions[0], id=3, number=3)
    assert newest_sent(here) == 1
    assert newest_sent(replace(here, revisions=(*here.revisions, again))) == 3
    assert newest_sent(replace(here, revisions=())) == 0


def test_a_paper_of_another_agreement_is_told_by_its_title():
    with pytest.raises(KnownError) as refused:
        read_back(agreement(), replace(PAPER, agreement="valve"), {"valve": "特派员协议"})
    assert refused.value.values == {"name": "back.docx", "agreement": "特派员协议"}


def test_the_last_that_was_sent_where_the_paper_names_none():
    assert paper_sent(agreement(), replace(PAPER, agreement="", revision=0, content_hash="")) == sent().paper


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"agreement": "another"}, "returned_other_agreement"),
        ({"revision": 2}, "returned_unknown_revision"),
        ({"revision": 9}, "returned_unknown_revision"),
        ({"content_hash": "0" * 64}, "returned_unknown_revision"),
        ({"agreement": "", "content_hash": "0" * 8}, "returned_unknown_revision"),
    ],
)
def test_a_paper_that_was_not_sent_from_here(change: dict[str, Any], code: str):
    with pytest.raises(KnownError, match=code):
        paper_sent(agreement(), replace(PAPER, **change))
