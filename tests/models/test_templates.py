"""The built-in templates, and what is said about a broken one."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from models.codes import AgreementTier, ClauseKind
from models.errors import KnownError
from models.rules.template_text import holds, render
from models.snapshots.shapes import EMPTY, Bilingual
from models.template_file import read_template
from models.templates import KEYS, AgreementTemplate, TemplateClause, builtin_template, builtin_templates

FORBIDDEN = ("承诺录取", "优先录取", "降分", "预录取", "奖学金吸引")  # Ministry of Education: no promise of admission
BRITISH = r"\b(organis|centre|authoris|programme|labour|recognis|favour|licence|practise)\w*"
SMALL = """
key = "small"
tier = "project"
originals_each = 1
title.zh = "协议"
title.en = "Agreement"
plain_title.zh = "协议"
plain_title.en = "Agreement"
[[clauses]]
key = "purpose"
heading.zh = "宗旨"
heading.en = "Purpose"
body.zh = "{{ party_a.name_zh }}与乙方合作，见{{ article.purpose }}。"
body.en = "{{ party_a.name_en }} cooperates."
[[clauses.items]]
condition = "party_c"
body.zh = "丙方"
body.en = "Party C"
"""


def all_clauses(template: AgreementTemplate) -> list[TemplateClause]:
    return [part for clause in template.clauses for part in (clause, *clause.items)]


def all_texts(language: str) -> list[str]:
    pairs = [
        text
        for template in builtin_templates()
        for clause in all_clauses(template)
        for text in (clause.heading, clause.body)
    ]
    return [getattr(text, language) for text in pairs]


def test_small_template_is_read_whole() -> None:
    item = TemplateClause("", ClauseKind.ITEM, "party_c", EMPTY, Bilingual("丙方", "Party C"))
    body = Bilingual("{{ party_a.name_zh }}与乙方合作，见{{ article.purpose }}。", "{{ party_a.name_en }} cooperates.")
    clause = TemplateClause("purpose", ClauseKind.ARTICLE, "", Bilingual("宗旨", "Purpose"), body, (item,))
    title = Bilingual("协议", "Agreement")
    template = read_template(SMALL, "small.toml")
    assert template == AgreementTemplate("small", AgreementTier.PROJECT, 1, title, title, (clause,))
    assert template.asks_for("zh") == ("party_a.name_zh",)


@pytest.mark.parametrize(
    ("right", "wrong", "clause", "key"),
    [
        ('key = "small"', "", "", "key"),
        ('tier = "project"', 'tier = "huge"', "", "tier"),
        ("originals_each = 1", "originals_each = 0", "", "originals_each"),
        ("originals_each = 1", "originals_each = true", "", "originals_each"),
        ("originals_each = 1", "originals_each = 1\ncopies = 2", "", "copies"),
        ('title.zh = "协议"\ntitle.en', "title.en", "", "zh"),
        ('key = "purpose"', "", "1", "key"),
        ('key = "purpose"', 'key = "purpose"\nkind = "poem"', "purpose", "kind"),
        ('key = "purpose"', 'key = "purpose"\ncondition = 3', "purpose", "condition"),
        ('heading.en = "Purpose"', 'heading.de = "Zweck"', "purpose", "heading"),
        ('heading.zh = "宗旨"\nheading.en = "Purpose"', "", "purpose", "zh"),
        ('body.zh = "丙方"\nbody.en = "Party C"', 'body = "丙方"', "purpose", "body"),
        ("[[clauses.items]]\n", 'items = "none"\n[other]\n', "", "other"),
        ('body.en = "Party C"', 'body.en = "Party C"\n[[clauses]]\nkey = "purpose"', "purpose", "key"),
    ],
)  # fmt: skip
def test_broken_template_names_clause_and_key(right: str, wrong: str, clause: str, key: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_template(SMALL.replace(right, wrong, 1), "small.toml")
    told = {"file": "small.toml", "clause": clause, "key": key}
    if not clause:
        del told["clause"]
    assert (caught.value.code, caught.value.values) == ("template_invalid" if clause else "template_head_invalid", told)


def test_lists_must_be_lists() -> None:
    head = SMALL.partition("[[clauses]]")[0]
    for clauses in ("", 'clauses = "none"', "clauses = [1]"):
        with pytest.raises(KnownError) as caught:
            read_template(head + clauses, "small.toml")
        assert caught.value.values == {"file": "small.toml", "key": "clauses"}


def test_unreadable_template_names_the_file() -> None:
    with pytest.raises(KnownError) as caught:
        read_template("key = ", "small.toml")
    assert (caught.value.code, caught.value.values) == ("template_file_broken", {"file": "small.toml", "line": 1})


def test_lost_template_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)  # a frozen build that lacks its resources
    builtin_template.cache_clear()
    with pytest.raises(KnownError) as caught:
        builtin_template("commissioner")
    assert (caught.value.code, caught.value.values["file"]) == ("template_unreadable", "commissioner.toml")


def test_unknown_template_names_the_known_ones() -> None:
    with pytest.raises(KnownError) as caught:
        builtin_template("poem")
    assert caught.value.values == {"template": "poem", "known": ", ".join(KEYS)}


def test_builtin_templates_have_all_clauses_of_their_kind() -> None:
    kinds = {
        template.key: [sum(clause.kind is kind for clause in template.clauses) for kind in ClauseKind]
        for template in builtin_templates()
    }
    assert kinds == {  # recitals, articles (some stand only under a condition), items, annexes
        "strategic-framework": [1, 22, 0, 2],
        "school-enterprise": [1, 19, 0, 0],
        "commissioner": [1, 14, 0, 1],
        "joint-base": [1, 16, 0, 0],
        "letter-of-intent": [1, 11, 0, 0],
        "memorandum": [1, 13, 0, 0],
    }


def test_every_text_and_condition_can_be_filled() -> None:
    for template in builtin_templates():
        for clause in all_clauses(template):
            assert holds(clause.condition, {}) in (True, False)
            for text in (clause.heading.zh, clause.heading.en, clause.body.zh, clause.body.en):
                assert "{" not in render(text, {}).text


def test_cross_references_name_clauses_of_the_same_template() -> None:
    for template in builtin_templates():
        texts = "".join(clause.body.zh + clause.body.en for clause in all_clauses(template))
        referred = set(re.findall(r"article\.(\w+)", texts))
        assert referred <= {clause.key for clause in template.clauses if clause.kind is ClauseKind.ARTICLE}


def test_no_text_promises_admission() -> None:
    assert [word for word in FORBIDDEN for text in all_texts("zh") if word in text] == []


def test_english_texts_are_american_and_hold_no_chinese() -> None:
    assert [text for text in all_texts("en") if re.search(BRITISH, text, re.IGNORECASE)] == []
    assert [text for text in all_texts("en") if re.search("[一-鿿，。；：]", text)] == []


def test_both_languages_ask_for_the_same_facts() -> None:
    same = {"_zh": "", "_en": "", "_cap": ""}
    for template in builtin_templates():
        asked = [
            {re.sub(r"_(zh|en|cap)$", lambda end: same[end.group()], name) for name in template.asks_for(language)}
            for language in ("zh", "en")
        ]
        assert asked[0] == asked[1]
