"""The office's own templates: copied, edited edition by edition, shared, deleted; hostile files are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.actions.create_agreement import create_agreement
from models.actions.edit_library import (
    add_library_clause,
    delete_library_clause,
    edit_library_clause,
    keep_library_clause,
)
from models.actions.edit_templates import (
    copy_template,
    delete_template,
    free_key,
    import_template,
    new_edition,
    read_shared,
    shared_text,
)
from models.codes import AgreementTier
from models.errors import KnownError
from models.records import Agreement, Clause
from models.snapshots.shapes import Bilingual
from models.store.workspace import open_workspace
from models.template_file import write_template
from models.template_library import all_templates, editions_of, find_template, newest_edition, own_clauses
from models.templates import KEYS, AgreementTemplate, TemplateClause, builtin_template
from tests import factories as make
from tests.models.actions.test_undo_of_actions import round_trip

TITLE = Bilingual("本县框架协议", "Our Framework")


def own(session: Session) -> AgreementTemplate:
    """A copy of a built-in template."""
    return find_template(session, copy_template(session, "strategic-framework", title=TITLE))


def with_body(template: AgreementTemplate, zh: str) -> AgreementTemplate:
    first = template.clauses[1]
    changed = replace(first, body=Bilingual(zh, first.body.en))
    return replace(template, clauses=(template.clauses[0], changed, *template.clauses[2:]))


def failure(call: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code, dict(caught.value.values)


def test_a_copy_says_what_its_original_says(session: Session) -> None:
    copy = own(session)
    original = builtin_template("strategic-framework")
    assert copy == replace(original, key="strategic-framework-2", plain_title=TITLE)
    kept = newest_edition(session, copy.key)
    assert kept is not None
    assert (kept.edition, kept.title, kept.based_on) == (1, TITLE, "strategic-framework")
    assert all_templates(session).keys() == (*KEYS, "strategic-framework-2")


def test_keys_of_copies_are_free_and_well_formed(session: Session) -> None:
    assert free_key((), "joint-base") == "joint-base"
    assert free_key(("joint-base", "joint-base-2"), "joint-base-2") == "joint-base-3"
    assert failure(lambda: copy_template(session, "memorandum", title=TITLE, new_key="memorandum")) == (
        "template_key_taken",
        {"key": "memorandum"},
    )
    assert failure(lambda: copy_template(session, "memorandum", title=TITLE, new_key="My Own")) == (
        "template_key_invalid",
        {"key": "My Own"},
    )


def test_an_edit_is_a_new_edition_and_the_old_one_stays(session: Session) -> None:
    copy = own(session)
    edited = with_body(copy, "{{ sides_zh }}合作。")
    assert new_edition(session, edited, after=1, note="简化宗旨") == 2
    editions = editions_of(session, copy.key)
    assert [(one.edition, one.note) for one in editions] == [(2, "简化宗旨"), (1, "")]
    assert [one.read() for one in editions] == [edited, copy]
    assert find_template(session, copy.key) == edited


def test_nothing_is_kept_over_what_somebody_else_kept(session: Session) -> None:
    copy = own(session)
    new_edition(session, with_body(copy, "甲"), after=1)
    changed = ("template_changed_meanwhile", {"template": "本县框架协议", "edition": 2})
    assert failure(lambda: new_edition(session, with_body(copy, "乙"), after=1)) == changed
    same = ("template_unchanged", {"template": "本县框架协议"})
    assert failure(lambda: new_edition(session, with_body(copy, "甲"), after=2)) == same


def test_a_builtin_template_is_not_edited(session: Session) -> None:
    template = builtin_template("memorandum")
    builtin = ("template_is_builtin", {"template": "合作谅解备忘录"})
    assert failure(lambda: new_edition(session, template, after=1)) == builtin
    assert failure(lambda: delete_template(session, "memorandum")) == builtin
    assert failure(lambda: delete_template(session, "poem"))[0] == "unknown_template"


def test_a_broken_text_is_told_with_template_clause_and_line(session: Session) -> None:
    edited = with_body(own(session), "第一行\n{{ party_a.name_zh }与乙方")
    told = {
        "template": "本县框架协议",
        "clause": "合作宗旨与目标",
        "field": "body_zh",
        "line": 2,
        "fault": "odd_sign:}",
    }
    assert failure(lambda: new_edition(session, edited, after=1)) == ("template_text_wrong", told)
    assert len(editions_of(session, "strategic-framework-2")) == 1


def test_a_deleted_template_leaves_the_agreements_their_clauses(session: Session) -> None:
    meeting, copy = make.make_meeting(session), own(session)
    agreement_id = create_agreement(session, meeting.id, key="framework", template=copy.key)
    agreement = session.get(Agreement, agreement_id)
    assert agreement is not None
    assert (agreement.tier, agreement.title_zh) == (AgreementTier.FRAMEWORK, "战略合作框架协议")
    delete_template(session, copy.key)
    assert (all_templates(session).own, session.query(Clause).count()) == ((), len(copy.clauses))


def test_a_strangers_template_with_a_key_of_ours_is_kept_beside_it(session: Session) -> None:
    mine = copy_template(session, "memorandum", title=TITLE)
    theirs = replace(find_template(session, mine), plain_title=Bilingual("学院备忘录", "Their MOU"))
    assert import_template(session, theirs) == "memorandum-3"
    assert [one.edition for one in editions_of(session, mine)] == [1]
    unchanged = ("template_unchanged", {"template": "学院备忘录"})
    assert failure(lambda: import_template(session, theirs)) == unchanged  # the second time it is here already


def test_the_key_of_a_deleted_template_is_not_given_to_another_one(session: Session) -> None:
    key = copy_template(session, "memorandum", title=TITLE)
    make.make_agreement(session, make.make_meeting(session), template=key)
    delete_template(session, key)
    assert (key, copy_template(session, "memorandum", title=TITLE)) == ("memorandum-2", "memorandum-3")


def test_a_shared_template_comes_back_the_same(session: Session) -> None:
    copy = own(session)
    kept = newest_edition(session, copy.key)
    assert kept is not None
    shared = read_shared(shared_text(kept).encode("utf-8"), "shared.toml")
    assert shared == copy
    unchanged = ("template_unchanged", {"template": "本县框架协议"})
    assert failure(lambda: import_template(session, shared)) == unchanged
    assert import_template(session, with_body(shared, "双方合作。"), note="县里发来") == copy.key
    assert [one.edition for one in editions_of(session, copy.key)] == [2, 1]
    assert import_template(session, builtin_template("memorandum")) == "memorandum-2"
    assert [one.based_on for one in editions_of(session, "memorandum-2")] == ["memorandum"]


GOOD = write_template(builtin_template("memorandum"))
HOSTILE = {
    b"\xff\xfe\x00": "template_not_ours",
    b"PK\x03\x04" + b"\x00" * 50: "template_not_ours",
    b"%PDF-1.7": "template_not_ours",
    b"": "template_not_ours",
    b"key = 'a'": "template_head_invalid",
    b"key = " + b"[" * 100_000: "template_file_too_large",
    b"a = " + b"9" * 100_000: "template_file_broken",
    b"x" * 3_000_001: "template_file_too_large",
    b"\n".join(b"[[clauses]]" for _n in range(400)): "template_has_too_many_clauses",
    GOOD.replace("originals_each = 2", "originals_each = 99999999999999999999", 1).encode(): "template_head_invalid",
    GOOD.replace('key = "purpose"', f'key = "{"a" * 200}"', 1).encode(): "template_invalid",
    GOOD.replace("{{ fields_zh | join }}", "{{ '\\\\ud800' }}", 1).encode(): "template_text_wrong",
    GOOD.replace('key = "memorandum"', 'key = "../../etc"', 1).encode(): "template_key_invalid",
    GOOD.replace('key = "purpose"', 'key = "a b"', 1).encode(): "template_text_wrong",
    GOOD.replace("{{ fields_zh | join }}", "{{ ''.__class__ }}", 1).encode(): "template_text_wrong",
    GOOD.replace("{{ article.law }}", "{{ article.nowhere }}", 1).encode(): "template_text_wrong",
    GOOD.replace('condition = "bases"', 'condition = "bases and"', 1).encode(): "template_text_wrong",
}


@pytest.mark.parametrize(("contents", "code"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused(contents: bytes, code: str) -> None:
    assert failure(lambda: read_shared(contents, "shared.toml"))[0] == code


def test_signs_that_nobody_sees_are_not_taken_over(session: Session) -> None:
    odd = GOOD.replace("合作谅解备忘录", "合作\\u202e谅解\\u0007备忘录").replace("双方", "\\u2066双方")
    assert read_shared(odd.encode(), "shared.toml") == read_shared(GOOD.encode(), "shared.toml")


CLAUSE = TemplateClause(
    "notice", builtin_template("memorandum").clauses[1].kind, "", TITLE, Bilingual("书面通知。", "In writing.")
)


def test_library_clauses_are_kept_by_variant(session: Session) -> None:
    assert keep_library_clause(session, CLAUSE, variant=" 提前\n30日 ") == 1
    newer = replace(CLAUSE, body=Bilingual("书面通知{{ 甲方.名称 }}。"))
    assert keep_library_clause(session, newer, variant="提前 30日") == 2
    assert keep_library_clause(session, CLAUSE) == 1
    assert [(one.variant.zh, one.clause.body.zh) for one in own_clauses(session)] == [
        ("", "书面通知。"),
        ("提前 30日", "书面通知{{ 甲方.名称 }}。"),
    ]
    delete_library_clause(session, "notice", "提前 30日")
    assert [one.clause for one in own_clauses(session)] == [CLAUSE]
    assert failure(lambda: delete_library_clause(session, "notice", "x"))[0] == "record_gone"


def test_a_clause_of_the_library_is_edited_under_its_name_or_another(session: Session) -> None:
    add_library_clause(session, CLAUSE, variant="甲")
    newer = replace(CLAUSE, heading=Bilingual("通知与送达"))
    assert edit_library_clause(session, CLAUSE, "甲", newer, new_variant="乙") == 2
    assert edit_library_clause(session, newer, "乙", newer, new_variant="丙") == 2  # the name alone
    assert [(one.variant.zh, one.clause) for one in own_clauses(session)] == [("丙", newer)]
    assert failure(lambda: edit_library_clause(session, CLAUSE, "丙", CLAUSE, new_variant="丙")) == (
        "library_clause_newer",
        {"clause": CLAUSE.heading.zh},
    )
    add_library_clause(session, CLAUSE, variant="丁")
    taken = ("library_variant_taken", {"clause": "通知与送达", "variant": "丁"})
    assert failure(lambda: edit_library_clause(session, newer, "丙", newer, new_variant=" 丁 ")) == taken
    assert failure(lambda: add_library_clause(session, newer, variant="丁")) == taken
    assert failure(lambda: edit_library_clause(session, newer, "x", newer, new_variant=""))[0] == "record_gone"


def test_library_clauses_are_looked_through(session: Session) -> None:
    cases = (
        (replace(CLAUSE, heading=Bilingual()), "library_clause_empty"),
        (replace(CLAUSE, key="a b"), "clause_key_invalid"),
        (replace(CLAUSE, body=Bilingual("{{ a.b() }}")), "template_text_wrong"),
    )
    assert [failure(lambda clause=clause: keep_library_clause(session, clause))[0] for clause, _code in cases] == [
        code for _clause, code in cases
    ]


def test_items_of_a_kept_clause_become_lines(session: Session) -> None:
    item = replace(CLAUSE, key="", heading=Bilingual(), body=Bilingual("其一；", "first;"))
    keep_library_clause(session, replace(CLAUSE, items=(item,)))
    assert own_clauses(session)[0].clause.body == Bilingual("书面通知。\n其一；", "In writing.\nfirst;")


def test_every_step_is_undone_exactly(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        with workspace.change("copy_template") as session:
            copy = own(session)
        with workspace.change("edit_template") as session:
            new_edition(session, with_body(copy, "甲"), after=1)
        with workspace.change("keep_library_clause") as session:
            keep_library_clause(session, CLAUSE)
        with workspace.change("edit_library_clause") as session:
            edit_library_clause(session, CLAUSE, "", replace(CLAUSE, body=Bilingual("函告。")), new_variant="函")
        with workspace.change("delete_template") as session:
            delete_template(session, copy.key)
        round_trip(workspace, 5)
