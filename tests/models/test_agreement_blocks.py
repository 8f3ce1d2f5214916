"""The blanks of cover and parties' lines: which facts would fill them, and where those are stored."""

from __future__ import annotations

from dataclasses import replace

from models.agreement_blocks import block_facts
from models.agreement_facts import FactKind, FactPlace, MissingFact
from models.codes import AgreementLanguage
from models.shared_facts import shared_facts
from models.snapshots.shapes import AgreementParty
from tests import sample_snapshots as make
from tests.models.test_agreement_facts import agreement, clause

BARE = replace(
    agreement(clause(1, "{{ court_zh }}"), language=AgreementLanguage.ZH),
    number="",
    signed_on=None,
    signed_at=make.both(""),
)


def test_cover_and_parties_ask_for_what_they_leave_blank() -> None:
    told = replace(BARE, parties=(*BARE.parties[:1], AgreementParty(None, id=5)))
    found = block_facts(make.snapshot(agreements=(told,)), told)
    unit = BARE.parties[0].organization
    assert unit is not None
    assert [fact.name for fact in found] == [
        *("agreement.no", "agreement.sign_place", "agreement.sign_date"),
        *("party_a.uscc", "party_a.address", "party_a.legal_rep"),
        *("party_b.name", "party_b.uscc", "party_b.address", "party_b.legal_rep"),
    ]
    whose = FactPlace(FactKind.PERSON, "organization", unit.id, "legal_representative_id", "")
    assert found[5] == MissingFact(
        "party_a.legal_rep", ("zh",), (), replace(whose, place=f"organizations/{unit.id}/legal_representative_id")
    )
    nobody = FactPlace(FactKind.UNIT, "agreement_party", 5, "organization_id", "agreements/k/parties/2/organization_id")
    assert found[6].place == nobody


def test_what_is_known_is_not_asked_for() -> None:
    unit = BARE.parties[0].organization
    assert unit is not None
    known = replace(unit, credit_code="12330000MB1A2B3CXL", address=make.both("一路1号", ""))
    told = replace(BARE, number="1号", parties=(replace(BARE.parties[0], organization=known),))
    names = [fact.name for fact in block_facts(make.snapshot(agreements=(told,)), told)]
    assert names == ["agreement.sign_place", "agreement.sign_date", "party_a.legal_rep"]
    assert block_facts(make.snapshot(agreements=(told,)), replace(told, clauses=())) == ()


def test_a_number_is_never_given_to_two() -> None:
    both = (BARE, replace(BARE, id=8, key="l"))
    facts = shared_facts(make.snapshot(agreements=both), (7, 8))
    asked = {name: [fact.needed_by for fact in facts if fact.name == name] for name in ("agreement.no", "court")}
    assert asked == {"agreement.no": [(7,), (8,)], "court": [(7, 8)]}
    units = [fact.needed_by for fact in facts if fact.name == "party_b.uscc"]
    assert units == [(7, 8)]  # one unit, one code
