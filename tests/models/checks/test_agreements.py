"""Findings about agreements and their clauses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.checks.agreements import check_agreements
from models.checks.clauses import check_clauses
from models.checks.finding import Finding, error, notice, warning
from models.codes import AgreementLanguage, AgreementStatus, ClauseKind, OrganizationKind, Reply
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, Clause, Post
from tests import sample_snapshots as sample

TITLE = "战略合作框架协议"
SIGNER = sample.person("王明")


def agreement(*parties: AgreementParty, **changes: object) -> Agreement:
    """An agreement between two units that can sign, unless others are given."""
    usual = (sample.party("上党区人民政府", signatory=SIGNER), sample.party("武汉大学", signatory=SIGNER))
    return sample.agreement(TITLE, parties=parties or usual, **changes)


def findings(given: Agreement, **parts: object) -> list[Finding]:
    """What the check says of this agreement."""
    return list(check_agreements(sample.snapshot(agreements=(given,), **parts)))


def test_a_whole_agreement_is_fine() -> None:
    assert findings(agreement(originals=4)) == []


def test_copies_that_do_not_add_up() -> None:
    given = agreement(originals=5)
    parties = tuple(replace(party, originals=2) for party in given.parties)
    assert findings(replace(given, parties=parties)) == [
        error("copies_do_not_add_up", "agreements/framework", agreement=TITLE, stated=5, kept=4)
    ]


def test_an_agreement_without_a_title_is_called_by_its_key() -> None:
    given = replace(agreement(originals=5), title=Bilingual(), parties=())
    assert [dict(found.values)["agreement"] for found in findings(given)] == ["framework"]


def test_a_unit_that_agrees_with_itself() -> None:
    unit = sample.organization("武汉大学", "Wuhan University")
    college = replace(sample.party(signatory=SIGNER), organization=unit, department=sample.both("化学学院"))
    twice = [replace(college, department=Bilingual(), id=number) for number in (1, 2)]
    assert findings(agreement(*twice)) == [
        error("party_twice", "agreements/framework/parties/2", unit="武汉大学", party="甲方", other="乙方")
    ]
    assert findings(agreement(college, replace(college, department=sample.both("数学学院")))) == []


def test_an_agreement_that_ends_before_it_starts() -> None:
    given = agreement(starts_on=date(2024, 5, 20), ends_on=date(2024, 5, 1))
    assert findings(given) == [
        error(
            "agreement_ends_before_start", "agreements/framework", agreement=TITLE, start="2024-05-20", end="2024-05-01"
        )
    ]


def test_parties_that_are_not_ready_to_sign() -> None:
    college = sample.organization("化工学院", kind=OrganizationKind.COLLEGE)
    first = AgreementParty(organization=college)
    second = AgreementParty(None, signatory=SIGNER)
    witness = AgreementParty(None, is_witness=True)
    assert findings(agreement(first, second, witness)) == [
        warning("party_without_authorization", "agreements/framework/parties/1", party="甲方", unit="化工学院"),
        warning("party_without_signatory", "agreements/framework/parties/1", party="甲方", unit="化工学院"),
        warning("party_without_unit", "agreements/framework/parties/2", party="乙方"),
    ]


def test_a_college_signs_with_authorization_or_behind_its_university() -> None:
    college = sample.organization("环资学院", has_legal_personality=False)
    allowed = AgreementParty(college, signatory=SIGNER, authorization="授权〔2024〕1号")
    behind = sample.party("浙江大学", department=Bilingual("环资学院"), signatory=SIGNER)
    assert findings(agreement(allowed, behind)) == []
    assert findings(agreement(replace(allowed, authorization=""), behind)) == [
        warning("party_without_authorization", "agreements/framework/parties/1", party="甲方", unit="环资学院")
    ]


def test_one_party_is_no_agreement() -> None:
    assert findings(agreement(sample.party(signatory=SIGNER))) == [
        warning("fewer_than_two_parties", "agreements/framework", agreement=TITLE)
    ]


def test_a_signatory_who_declined() -> None:
    gone = sample.attendee(person=SIGNER, reply=Reply.DECLINED)
    given = agreement(sample.party("甲公司", signatory=SIGNER), sample.party("乙大学", signatory=sample.person()))
    assert findings(given, attendees=(gone,)) == [
        warning("signatory_declined", "agreements/framework/parties/1", party="甲方", unit="甲公司", person="王明")
    ]


DEAN = "副院长"


def posts_of(*titles: str, capacity: str = DEAN, **changes: object) -> list[Finding]:
    """What is said of a signatory with these posts at the party's unit who signs as dean."""
    unit = sample.organization("武汉大学")
    posts = tuple(Post(unit, sample.both("化学学院", ""), sample.both(title, "")) for title in titles)
    there = sample.attendee(person=SIGNER, title=sample.both("、".join(titles), ""), posts=posts)
    signing = sample.party(organization=unit, signatory=SIGNER, capacity=sample.both(capacity, ""))
    other = sample.party("上党区人民政府", signatory=sample.person())
    return findings(agreement(other, signing, **changes), attendees=(there,))


def test_a_signatory_who_signs_in_a_post_held_no_longer() -> None:
    said = {"agreement": TITLE, "person": "王明", "capacity": DEAN}
    assert posts_of("院长") == [
        warning("capacity_not_the_post", "agreements/framework/parties/2/capacity", **said, post="院长")
    ]
    assert [dict(found.values)["post"] for found in posts_of("院长", "教授")] == ["院长、教授"]


def test_posts_that_differ_in_chinese_alone_are_told_in_chinese() -> None:
    unit = sample.organization("武汉大学")
    post = Post(unit, Bilingual(), sample.both("院长", "Dean"))
    there = sample.attendee(person=SIGNER, posts=(post,))
    signing = sample.party(organization=unit, signatory=SIGNER, capacity=sample.both(DEAN, "Dean"))
    (found,) = findings(agreement(sample.party(signatory=sample.person()), signing), attendees=(there,))
    values = dict(found.values)
    assert (getattr(values["capacity"], "en", None), getattr(values["post"], "en", None)) == (DEAN, "院长")


@pytest.mark.parametrize(
    ("titles", "capacity"),
    [
        (("副院长",), DEAN),
        (("党委副书记、副院长",), DEAN),
        (("教授", "副院长"), DEAN),
        (("副院长",), "武汉大学化学学院副院长"),
        (("副院长",), "副院长（主持工作）"),
        (("院长",), "授权代表"),
        (("院长",), ""),
        ((), DEAN),
    ],
)
def test_a_signatory_who_signs_in_one_of_the_posts(titles: tuple[str, ...], capacity: str) -> None:
    assert posts_of(*titles, capacity=capacity) == []


def test_a_final_text_tells_of_its_posts_itself() -> None:
    assert posts_of("院长", status=AgreementStatus.FINAL) == []


def test_a_title_at_the_meeting_stands_for_the_only_post() -> None:
    unit = sample.organization("武汉大学")
    there = sample.attendee(person=SIGNER, posts=(Post(unit, Bilingual(), sample.both(DEAN, "")),))
    signing = sample.party(organization=unit, signatory=SIGNER, capacity=sample.both(DEAN, ""))
    given = agreement(sample.party(signatory=sample.person()), signing)
    assert [dict(found.values)["post"] for found in findings(given, attendees=(there,))] == ["院长"]
    elsewhere = replace(signing, organization=sample.organization("乙大学"))
    assert findings(agreement(given.parties[0], elsewhere), attendees=(there,)) == []


def clause(body_zh: str, body_en: str = "", **changes: object) -> Clause:
    """A clause on the term."""
    given = {"id": 1, "kind": ClauseKind.ARTICLE, "key": "term", "condition": "", "heading": Bilingual("期限", "Term")}
    return Clause(**given | {"body": Bilingual(body_zh, body_en)} | changes)


def clause_findings(*clauses: Clause, **changes: object) -> list[Finding]:
    """What the check says of an agreement with these clauses."""
    return list(check_clauses(sample.snapshot(agreements=(agreement(clauses=clauses, **changes),))))


def test_each_missing_fact_is_told_once_with_its_clause() -> None:
    one = clause("{{ court }}{{ party_c.name_zh }}", "{{ court }}{{ party_c.name_en }}")
    two = clause("{{ court }}{% for t in targets %}{% endfor %}", key="", id=7)
    assert clause_findings(one, two) == [
        warning("fact_missing", "agreements/framework/clauses/term", name="court", agreement=TITLE),
        warning("fact_missing", "agreements/framework/clauses/term", name="party_c.name_zh", agreement=TITLE),
        warning("fact_missing", "agreements/framework/clauses/7", name="targets", agreement=TITLE),
    ]


def test_a_fact_that_only_the_english_needs_is_a_notice() -> None:
    place = "agreements/framework/clauses/term"
    assert clause_findings(clause("有", "{{ party_c.name_en }}")) == [
        notice("fact_missing", place, name="party_c.name_en", agreement=TITLE)
    ]


def test_facts_that_only_the_english_needs_are_told_in_one_notice() -> None:
    found = clause_findings(
        clause("有", "{{ party_c.name_en }}{{ court_en }}{{ bases_en }}"), clause("{{ term }}", id=2)
    )
    assert found == [
        warning("fact_missing", "agreements/framework/clauses/term", name="term", agreement=TITLE),
        notice("english_facts_missing", "agreements/framework", count=3, name="party_c.name_en", agreement=TITLE),
    ]


def test_clause_numbers_and_the_word_for_the_sides_are_known() -> None:
    assert clause_findings(clause("{{ sides_zh }}见{{ article.term }}", "{{ sides_en }}, {{ article.term }}")) == []


def test_english_facts_are_needed_where_english_is_signed() -> None:
    found = clause_findings(clause("有", "{{ party_c.name_en }}"), language=AgreementLanguage.SIDE_BY_SIDE)
    place = "agreements/framework/clauses/term"
    assert found == [warning("fact_missing", place, name="party_c.name_en", agreement=TITLE)]


def test_clauses_whose_condition_does_not_hold_need_nothing() -> None:
    below = clause("{{ court }}", key="below")
    assert clause_findings(clause("{{ court }}", condition="party_c", children=(below,))) == []


def test_clauses_below_are_checked_too() -> None:
    below = clause("{{ court }}", key="below")
    assert [finding.place for finding in clause_findings(clause("有", children=(below,), condition="party_b"))] == [
        "agreements/framework/clauses/term/clauses/below"
    ]


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        (
            {"body": Bilingual("一\n{{ court")},
            {"line": "2", "fault": "not_closed:"},
        ),
        ({"body": Bilingual("{{ f() }}")}, {"line": "1", "fault": "not_allowed:( )"}),
        ({"body": Bilingual("{{ a }}" + "x" * 50_000)}, {"line": "1", "fault": "too_large:50000"}),
        ({"condition": "f()"}, {"line": "1", "fault": "not_allowed:( )"}),
    ],
)
def test_a_broken_clause_is_an_error(changes: dict[str, object], values: dict[str, str]) -> None:
    assert clause_findings(clause("有", **changes)) == [
        error("clause_broken", "agreements/framework/clauses/term", **values)
    ]


def test_promises_of_admission_are_flagged_but_not_their_denial() -> None:
    body = "双方严格执行国家招生政策，不作任何录取承诺，不签订预录取协议。甲方优先录取乙方学生。"
    assert clause_findings(clause(body)) == [
        warning("admission_promise", "agreements/framework/clauses/term", words="优先录取")
    ]


def with_duplicates(stated: int | None, each: tuple[int | None, int | None]) -> Agreement:
    given = agreement(duplicates=stated)
    parties = tuple(replace(party, duplicates=number) for party, number in zip(given.parties, each, strict=True))
    return replace(given, parties=parties)


@pytest.mark.parametrize(
    ("stated", "each", "kept"),
    [(3, (1, 1), 2), (3, (None, None), 0), (1, (None, 2), 2), (0, (1, None), 1)],
)
def test_duplicates_that_do_not_add_up_are_an_error(
    stated: int, each: tuple[int | None, int | None], kept: int
) -> None:
    assert findings(with_duplicates(stated, each)) == [
        error("duplicates_do_not_add_up", "agreements/framework", agreement=TITLE, stated=stated, kept=kept)
    ]


@pytest.mark.parametrize(("stated", "each"), [(None, (1, 2)), (3, (1, 2)), (4, (None, None)), (0, (None, None))])
def test_duplicates_that_add_up_or_are_not_stated_are_fine(
    stated: int | None, each: tuple[int | None, int | None]
) -> None:
    assert findings(with_duplicates(stated, each)) == []


def test_a_reference_to_a_clause_that_does_not_stand() -> None:
    named = replace(clause("甲方负责。"), key="duty", heading=sample.both("职责"), condition="party_c")
    assert clause_findings(clause("见{{ article.nowhere }}和{{ article.duty }}。"), named) == [
        error("reference_leads_nowhere", "agreements/framework/clauses/term", clause="nowhere"),
        error("reference_leads_nowhere", "agreements/framework/clauses/term", clause="职责"),
    ]


def test_chinese_facts_are_not_needed_where_english_alone_is_signed() -> None:
    found = clause_findings(clause("{{ party_c.name_zh }}", "{{ court_en }}"), language=AgreementLanguage.EN)
    place = "agreements/framework/clauses/term"
    assert found == [warning("fact_missing", place, name="court_en", agreement=TITLE)]
