"""The blanks of the parties' lines: which facts would fill them, where those are stored, and one count of all."""

from __future__ import annotations

from dataclasses import replace

from models.agreement_blocks import block_facts, lacking_facts
from models.agreement_facts import FactKind, FactPlace, MissingFact
from models.codes import AgreementLanguage, AgreementStatus
from models.shared_facts import shared_facts
from models.snapshots.shapes import AgreementParty, Revision
from tests import sample_snapshots as make
from tests.models.test_agreement_facts import agreement, clause

BARE = replace(
    agreement(clause(1, "{{ court_zh }}"), language=AgreementLanguage.ZH),
    number="",
    signed_on=None,
    signed_at=make.both(""),
)


def test_the_parties_lines_ask_for_what_they_leave_blank() -> None:
    told = replace(BARE, parties=(*BARE.parties[:1], AgreementParty(None, id=5)))
    found = block_facts(make.snapshot(agreements=(told,)), told)
    unit = BARE.parties[0].organization
    assert unit is not None
    assert [fact.name for fact in found] == [
        *("party_a.uscc", "party_a.address", "party_a.legal_rep"),
        *("party_b.name", "party_b.uscc", "party_b.address", "party_b.legal_rep"),
    ]
    whose = FactPlace(FactKind.PERSON, "organization", unit.id, "legal_representative_id", "")
    assert found[2] == MissingFact(
        "party_a.legal_rep", ("zh",), (), replace(whose, place=f"organizations/{unit.id}/legal_representative_id")
    )
    nobody = FactPlace(FactKind.UNIT, "agreement_party", 5, "organization_id", "agreements/k/parties/2/organization_id")
    assert found[3].place == nobody


def test_what_is_known_is_not_asked_for() -> None:
    unit = BARE.parties[0].organization
    assert unit is not None
    known = replace(unit, credit_code="12330000MB1A2B3CXL", address=make.both("一路1号", ""))
    told = replace(BARE, parties=(replace(BARE.parties[0], organization=known),))
    names = [fact.name for fact in block_facts(make.snapshot(agreements=(told,)), told)]
    assert names == ["party_a.legal_rep"]  # number, place and day are written by hand when it is signed
    assert block_facts(make.snapshot(agreements=(told,)), replace(told, clauses=())) == ()


def test_what_clauses_and_parties_lack_is_counted_once() -> None:
    told = replace(BARE, clauses=(clause(1, "{{ court_zh }}{{ party_b.uscc }}"),))
    snapshot = make.snapshot(agreements=(told,))
    names = [fact.name for fact in lacking_facts(snapshot, told)]
    assert names == [
        *("court", "party_b.uscc", "party_a.uscc", "party_a.address", "party_a.legal_rep"),
        *("party_b.address", "party_b.legal_rep"),
    ]
    assert sorted(fact.name for fact in shared_facts(snapshot, (7,))) == sorted(names)


def test_a_final_text_lacks_nothing_that_it_printed() -> None:
    words = {"party_a.uscc": {"zh": "1A", "en": "1A", "place": ""}, "party_b.uscc": {"zh": "", "en": "", "place": ""}}
    frozen = Revision(1, 1, "zh", "a" * 64, {}, None, facts={"#edition": 2, "court": {"zh": "法院", "en": ""}, **words})
    told = replace(BARE, status=AgreementStatus.FINAL, revisions=(frozen,))
    names = [fact.name for fact in lacking_facts(make.snapshot(agreements=(told,)), told)]
    assert names == ["party_a.address", "party_a.legal_rep", "party_b.uscc", "party_b.address", "party_b.legal_rep"]


def test_a_number_that_a_clause_names_is_never_given_to_two() -> None:
    numbered = replace(BARE, clauses=(clause(1, "{{ agreement.no }}{{ court_zh }}"),))
    both = (numbered, replace(numbered, id=8, key="l"))
    facts = shared_facts(make.snapshot(agreements=both), (7, 8))
    asked = {name: [fact.needed_by for fact in facts if fact.name == name] for name in ("agreement.no", "court")}
    assert asked == {"agreement.no": [(7,), (8,)], "court": [(7, 8)]}
    units = [fact.needed_by for fact in facts if fact.name == "party_b.uscc"]
    assert units == [(7, 8)]  # one unit, one code
