"""Which frozen text is in force: the newest that was made of what is stored now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.agreement_assembly import Assembled, packed_agreement, packed_terms
from models.codes import AgreementStatus, RevisionKind
from models.final_texts import final_revision
from models.snapshots.shapes import Agreement, Bilingual, Person, PersonName, Revision
from tests import sample_snapshots as make
from tests.sample_snapshots import both
from tests.ui.test_export_worker import CLAUSE

SIGNATORY = Person(7, PersonName("李强", "Li Qiang"))
PARTY = replace(make.party(), signatory=SIGNATORY, capacity=both("副书记"))
FIRST = make.agreement(clauses=(CLAUSE,), parties=(PARTY, make.party("武汉大学", "Wuhan University")))
REWORDED = replace(FIRST, clauses=(replace(CLAUSE, body=Bilingual("另一条款。", "")),))
LONGER = replace(FIRST, term_years=9)
PROMOTED = replace(FIRST, parties=(replace(PARTY, capacity=both("书记")), FIRST.parties[1]))
SIGNED_BY_ANOTHER = replace(FIRST, parties=(replace(PARTY, signatory=Person(8, PersonName("王伟"))), FIRST.parties[1]))


def frozen(number: int, stood: Agreement, **values: Any) -> Revision:
    """A final revision made of an agreement."""
    assembled = Assembled("k", "zh", "a" * 64, {}, {}, packed_agreement(stood))
    made: dict[str, Any] = {"kind": RevisionKind.FINAL, "terms": packed_terms(stood.clauses)}
    return Revision(number, number, "zh", "a" * 64, assembled.blocks(), None, **(made | values))


def in_force(now: Agreement, *revisions: Revision) -> int | None:
    """The number of the text that papers print."""
    found = final_revision(replace(now, status=AgreementStatus.FINAL, revisions=revisions))
    return found.number if found else None


@pytest.mark.parametrize("later", [REWORDED, LONGER, PROMOTED, SIGNED_BY_ANOTHER])
def test_a_text_finalized_after_an_opening_that_was_undone_is_not_in_force(later: Agreement):
    revisions = (frozen(1, FIRST), frozen(2, later))
    assert (in_force(FIRST, *revisions), in_force(later, *revisions)) == (1, 2)


def test_of_two_texts_alike_the_newest_is_in_force():
    assert in_force(FIRST, frozen(1, FIRST), frozen(2, FIRST)) == 2


def test_a_text_that_nothing_stored_fits_any_more_stays_in_force():
    assert in_force(PROMOTED, frozen(1, REWORDED), frozen(2, FIRST)) == 2
    assert in_force(REWORDED, frozen(1, FIRST), frozen(2, LONGER)) == 2


def test_names_that_are_the_old_ones_again_bring_no_older_text_back():
    unit = PARTY.organization
    assert unit is not None
    renamed_unit = replace(PARTY, organization=replace(unit, name=both("新名")))
    for other in (renamed_unit, replace(PARTY, signatory=Person(7, PersonName("李強")))):
        renamed = replace(FIRST, parties=(other, FIRST.parties[1]))
        assert in_force(FIRST, frozen(1, FIRST), frozen(2, renamed)) == 2


def test_two_records_made_one_person_bring_no_older_text_back():
    double = replace(FIRST, parties=(replace(PARTY, signatory=replace(SIGNATORY, id=9)), FIRST.parties[1]))
    assert in_force(FIRST, frozen(1, FIRST), frozen(2, double)) == 2


def test_kept_revisions_are_not_in_force():
    assert in_force(FIRST, frozen(1, FIRST), frozen(2, FIRST, kind=RevisionKind.KEPT)) == 1
    assert in_force(FIRST, frozen(1, FIRST, kind=RevisionKind.KEPT)) is None
