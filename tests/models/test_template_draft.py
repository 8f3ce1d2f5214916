"""A template while it is edited: each edit is a new value; the agreement it would make can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.actions.edit_clauses import NewClause
from models.codes import ClauseKind
from models.errors import KnownError
from models.rules.template_faults import Fault
from models.snapshots.shapes import EMPTY, Bilingual
from models.template_check import TemplateFault, clause_faults, template_faults
from models.template_draft import (
    added,
    as_agreement,
    clause_at,
    moved,
    removed,
    with_all_parties,
    with_condition,
    with_item,
    with_key,
    with_text,
)
from models.template_file import read_template, write_template
from models.template_library import builtin_clauses
from models.templates import KEYS, AgreementTemplate, builtin_template, builtin_templates

MOU = builtin_template("memorandum")
AREAS, COORDINATION, LAW = 3000, 5000, 13000


def keys(template: AgreementTemplate) -> list[str]:
    return [clause.key for clause in template.clauses]


def code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


def test_clauses_are_told_apart_by_their_numbers() -> None:
    assert (clause_at(MOU, AREAS).key, clause_at(MOU, 3002).body.zh) == ("areas", "联合研究与技术转移；")
    shapes = as_agreement(MOU).clauses
    assert [shape.id for shape in shapes] == [1000 * number for number in range(1, 15)]
    assert [child.id for child in shapes[2].children] == [3001, 3002, 3003, 3004, 3005]


def test_words_conditions_and_items_are_replaced() -> None:
    edited = with_text(MOU, 3001, "body_zh", " 人才交流； ")
    assert clause_at(edited, 3001).body == Bilingual("人才交流；", "exchange and training of talent;")
    assert clause_at(with_text(MOU, AREAS, "heading_en", "Fields"), AREAS).heading.en == "Fields"
    assert clause_at(with_condition(MOU, AREAS, " fields "), AREAS).condition == "fields"
    grown, item = with_item(MOU, 3002)
    assert (item, clause_at(grown, item).kind, clause_at(grown, item).body) == (3006, ClauseKind.ITEM, EMPTY)


def test_references_follow_a_new_key() -> None:
    renamed = with_key(MOU, LAW, "governing")
    effect = clause_at(renamed, 12000)
    assert "{{ article.governing }}" in effect.body.zh and "article.law" not in effect.body.zh
    assert with_key(MOU, LAW, "law") is MOU
    assert code(lambda: with_key(MOU, LAW, "a b")) == "clause_key_invalid"
    assert code(lambda: with_key(MOU, LAW, "areas")) == "clause_key_taken"


def test_clauses_are_added_behind_the_chosen_one_and_before_annexes() -> None:
    new = (NewClause(key="areas", heading_zh="其他", body_zh="另行约定。"), NewClause(kind=ClauseKind.ITEM))
    assert keys(added(MOU, new, AREAS))[2:6] == ["areas", "areas_2", "clause", "implementation"]
    framework = builtin_template("strategic-framework")
    assert keys(added(framework, new[1:], None))[-3:] == ["clause", "annex_projects", "annex_contacts"]


def test_what_is_referred_to_is_not_removed() -> None:
    assert code(lambda: removed(MOU, LAW)) == "clause_referred_to"
    assert "coordination" not in keys(removed(MOU, COORDINATION))
    assert next(item.body.zh for item in clause_at(removed(MOU, 3001), AREAS).items) == "联合研究与技术转移；"
    assert code(lambda: removed(replace(MOU, clauses=MOU.clauses[:1]), 1000)) == "template_needs_a_clause"


def test_clauses_and_items_are_moved() -> None:
    assert keys(moved(MOU, AREAS, 2000))[:3] == ["recitals", "areas", "purpose"]
    assert keys(moved(MOU, 2000, 4000))[:4] == ["recitals", "areas", "purpose", "implementation"]
    assert keys(moved(MOU, 2000, None))[-1] == "purpose"
    assert next(item.body.zh for item in clause_at(moved(MOU, 3003, 3001), AREAS).items) == "学生实习实践；"
    assert moved(MOU, 3001, 4000) is MOU


def test_fields_of_a_third_party_and_a_witness_are_offered() -> None:
    parties = with_all_parties(as_agreement(MOU)).parties
    assert [party.is_witness for party in parties] == [False, False, False, True]


@pytest.mark.parametrize("key", KEYS)
def test_a_written_template_reads_the_same(key: str) -> None:
    template = builtin_template(key)
    odd = with_text(template, 2000, "body_zh", '"""引号"""\\n反斜杠\\\n第二行\x07 "')
    assert [read_template(write_template(one), "x") for one in (template, odd)] == [template, odd]


def test_faults_are_found_at_their_places() -> None:
    broken = with_text(with_condition(MOU, 3002, "a b"), AREAS, "body_en", "one\n{{ article.nowhere }}")
    broken = with_text(with_text(broken, 2000, "body_zh", ""), 2000, "body_en", "")
    name = "合作领域"
    assert template_faults(broken) == (
        TemplateFault(1, None, "宗旨", "body_zh", 1, Fault("no_words")),
        TemplateFault(2, None, name, "body_en", 2, Fault("no_such_clause", "nowhere")),
        TemplateFault(2, 1, name, "condition", 1, Fault("odd_sign", "b")),
    )


def test_what_the_program_brings_along_has_no_fault() -> None:
    assert [fault for template in builtin_templates() for fault in template_faults(template)] == []
    assert [fault for one in builtin_clauses() for fault in clause_faults(one.clause)] == []
    texts = [(one.clause.key, one.variant.zh) for one in builtin_clauses()]
    assert len(set(texts)) == len(texts)


def test_references_among_new_clauses_follow_the_keys_they_get() -> None:
    template = builtin_template("letter-of-intent")
    new = (
        NewClause(key="term", heading_zh="期"),
        NewClause(key="more", heading_zh="续", body_zh="见{{ article.term }}。"),
    )
    made = added(template, new, None)
    keys = [clause.key for clause in made.clauses if clause.heading.zh in ("期", "续")]
    (body,) = (clause.body.zh for clause in made.clauses if clause.key == "more")
    assert (keys, body) == (["term_2", "more"], "见{{ article.term_2 }}。")
