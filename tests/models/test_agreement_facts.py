"""What a text lacks, and where each fact belongs; which fields may be inserted."""

from __future__ import annotations

import pytest

from models.agreement_facts import FactKind, FactPlace, MissingFact, fact_place, languages_of, missing_facts, plain_name
from models.agreement_fields import FieldOffer, field_offers
from models.codes import AgreementLanguage, ClauseKind
from models.rules.template_text import render
from models.snapshots.shapes import Agreement, AgreementParty, Base, Clause, Variable
from tests import sample_snapshots as make


def clause(number: int, zh: str, en: str = "", *, condition: str = "", kind: ClauseKind = ClauseKind.ARTICLE) -> Clause:
    return Clause(number, kind, f"c{number}", condition, make.both(), make.both(zh, en))


def agreement(*clauses: Clause, **fields: object) -> Agreement:
    parties = (make.party("上党区", "Shangdang"), make.party("武汉大学", "Wuhan University"))
    return make.agreement(id=7, key="k", clauses=clauses, **{"parties": parties, **fields})


def test_each_fact_is_asked_for_once_in_the_languages_that_lack_it() -> None:
    text = "{{ agreement.term_zh }}{{ party_a.contact_dept_zh }}{{ party_a.name_zh }}"
    both = agreement(
        clause(1, "{{ court_zh }}", "{{ court_en }}"),
        clause(2, text, "{{ agreement.term_en }}"),
        clause(3, "{{ agreement.term_cap }}"),
        language=AgreementLanguage.SIDE_BY_SIDE,
    )
    answer = FactPlace(FactKind.TEXT, "variable", 7, "court", "agreements/k/variables/court")
    term = FactPlace(FactKind.NUMBER, "agreement", 7, "term_years", "agreements/k/term_years")
    dept = FactPlace(
        FactKind.TEXT, "agreement_party", 0, "liaison_department", "agreements/k/parties/1/liaison_department"
    )
    assert missing_facts(make.snapshot(agreements=(both,)), both) == (
        MissingFact("court", ("zh", "en"), (1,), answer),
        MissingFact("agreement.term_years", ("zh", "en"), (2, 3), term),
        MissingFact("party_a.contact_dept", ("zh",), (2,), dept),
    )


def test_what_is_not_printed_asks_for_nothing() -> None:
    text = "{% if party_c %}{{ court_zh }}{% endif %}{{ sides_zh }}{{ article.c1 }}{{ article.nowhere }}"
    told = agreement(
        clause(1, text, "{{ court_en }}"), clause(2, "{{ x }}", condition="party_c"), clause(3, "{{ a b }}")
    )
    assert missing_facts(make.snapshot(agreements=(told,)), told) == ()


def test_a_condition_that_cannot_be_read_asks_for_nothing() -> None:
    told = agreement(clause(1, "{{ court_zh }}", condition="party_c and"))
    assert missing_facts(make.snapshot(agreements=(told,)), told) == ()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("party_a.short_zh", "party_a.short"),
        ("agreement.term_cap", "agreement.term_years"),
        ("agreement.term_years", "agreement.term_years"),
        ("agreement.copies_each_cap", "agreement.copies_each"),
        ("parties.2.originals_en", "parties.2.originals"),
    ],
)
def test_a_fact_goes_without_its_form(name: str, plain: str) -> None:
    assert plain_name(name) == plain


PLACES = {
    "agreement.sign_date": ("date", "agreement", 7, "signed_on", "agreements/k/signed_on"),
    "agreement.copies_each": ("each_party", "agreement", 7, "originals", "agreements/k/originals"),
    "fields": ("list", "agreement_area", 7, "text", "agreements/k/areas"),
    "liaison_b.person": ("person", "agreement_party", 0, "liaison_id", "agreements/k/parties/2/liaison_id"),
    "parties.2.signatory": ("person", "agreement_party", 0, "signatory_id", "agreements/k/parties/2/signatory_id"),
    "event.place": ("text", "meeting", 1, "venue", "meeting/venue"),
    "fund.source": ("text", "variable", 7, "fund.source", "agreements/k/variables/fund.source"),
    "targets.1.metric": ("text", "variable", 7, "targets.1.metric", "agreements/k/variables/targets.1.metric"),
    "base.quota_per_year": ("number", "base", 4, "annual_quota", "agreements/k/variables/base.quota_per_year"),
}


@pytest.mark.parametrize(("name", "place"), PLACES.items())
def test_where_facts_belong(name: str, place: tuple[str, str, int, str, str]) -> None:
    told = agreement(bases=(Base(4, "B06", make.both("基地"), make.both("基地")),))
    kind, record, row_id, column, where = place
    expected = FactPlace(FactKind(kind), record, row_id, column, where)
    assert fact_place(make.snapshot(agreements=(told,)), told, name) == expected


def test_facts_of_a_unit_belong_to_the_unit_or_ask_for_one() -> None:
    told = agreement(parties=(make.party("上党区", "Shangdang"), AgreementParty(organization=None)))
    snapshot = make.snapshot(agreements=(told,))
    unit = told.parties[0].organization
    assert unit is not None
    here = FactPlace(FactKind.PLAIN, "organization", unit.id, "credit_code", f"organizations/{unit.id}/credit_code")
    assert fact_place(snapshot, told, "party_a.uscc") == here
    asked = FactPlace(FactKind.UNIT, "agreement_party", 0, "organization_id", "agreements/k/parties/2/organization_id")
    assert fact_place(snapshot, told, "party_b.name") == asked


@pytest.mark.parametrize("name", ["article.term", "sides", "parties", "loop.index", "party_c.name.x", "agreement.x"])
def test_what_is_worked_out_is_entered_nowhere(name: str) -> None:
    told = agreement()
    place = fact_place(make.snapshot(agreements=(told,)), told, name)
    assert place is None or place.record == "variable"


def test_languages_of_an_agreement() -> None:
    found = {one.value: languages_of(agreement(language=one)) for one in AgreementLanguage}
    assert found == {"zh": ("zh",), "en": ("en",), "zh-en": ("zh", "en"), "zh-then-en": ("zh", "en")}


def test_fields_to_insert_can_all_be_read() -> None:
    told = agreement(clause(1, "{{ court_zh }}"), variables=(Variable("dispatch.kind", make.both("全职")),))
    for language in ("zh", "en"):
        for offer in field_offers(told, language):
            render(offer.expression, {})


def test_fields_to_insert_come_in_groups() -> None:
    told = agreement(clause(1, "{{ court_zh }}"), variables=(Variable("dispatch.kind", make.both("全职")),))
    offers = field_offers(told, "zh")
    groups = ["agreement", "party_a", "party_b", "event", "cooperation", "answers", "structures", "clauses"]
    assert list(dict.fromkeys(offer.group for offer in offers)) == groups
    assert tuple(offer for offer in offers if offer.group in ("answers", "clauses")) == (
        FieldOffer("answers", "dispatch.kind", "{{ dispatch.kind_zh }}"),
        FieldOffer("answers", "court", "{{ court_zh }}"),
        FieldOffer("clauses", "article.c1", "{{ article.c1 }}"),
    )
