"""Clause texts in tokens: nothing is lost, names and references are found, references follow a new key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.clause_text import (
    Token,
    TokenKind,
    condition_referring_to,
    condition_refers,
    names_in,
    references,
    referring_to,
    tokens,
)
from models.templates import builtin_templates

PIECES = st.sampled_from(
    ["甲方", "{{ party_a.name_zh }}", "{% if party_c %}", "{% endif %}", "{{", "%}", "\n", "{#x#}", "{"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_joined_tokens_are_the_text(source: str) -> None:
    assert "".join(token.text for token in tokens(source)) == source


def test_a_text_falls_into_words_fields_and_conditions() -> None:
    assert tokens("与{{ party_b.short_zh }}{% if not party_c %}双方{% else %}三方{% endif %}") == (
        Token(TokenKind.WORDS, "与"),
        Token(TokenKind.FIELD, "{{ party_b.short_zh }}"),
        Token(TokenKind.IF, "{% if not party_c %}"),
        Token(TokenKind.WORDS, "双方"),
        Token(TokenKind.ELSE, "{% else %}"),
        Token(TokenKind.WORDS, "三方"),
        Token(TokenKind.END, "{% endif %}"),
    )


def test_an_open_brace_is_part_of_the_words() -> None:
    assert tokens("第{{ 条") == (Token(TokenKind.WORDS, "第{{ 条"),)


def test_the_inside_of_a_statement_is_its_condition() -> None:
    inside = [token.inside for token in tokens("{%- if a and b -%}{{ c }}{% elif d %}{% for x in y %}{% endfor %}")]
    assert inside == ["a and b", "c", "d", "x in y", ""]


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("party_a.name_zh", ("party_a.name_zh",)),
        ("fields_zh | join('、')", ("fields_zh",)),
        ("parties | each('name_en') | join_en", ("parties",)),
        ("sides_zh if party_c else '甲乙双方'", ("sides_zh", "party_c")),
        ("plaque.text_zh | default(base.name_zh)", ("plaque.text_zh", "base.name_zh")),
        ("'party_a'", ()),
        ("agreement.term_years == 1 and not bilingual", ("agreement.term_years", "bilingual")),
    ],
)
def test_names_of_an_expression(expression: str, names: tuple[str, ...]) -> None:
    assert names_in(expression) == names


def test_references_are_found_in_fields_and_conditions_only() -> None:
    source = "article.words {{ article.term }} {% if article.court %}{{ article.term }}{% endif %} {{ 'article.no' }}"
    assert references(source) == ("term", "court")


def test_references_follow_a_new_key() -> None:
    source = "article.term：{{ article.term }}、{{ article.terms }}{{ particle.term }}"
    assert (
        referring_to(source, "term", "period")
        == "article.term：{{ article.period }}、{{ article.terms }}{{ particle.term }}"
    )


def test_a_bare_condition_refers_to_a_clause() -> None:
    assert condition_refers("not article.term", "term")
    assert not condition_refers("not article.terms", "term")


def test_a_condition_follows_a_renamed_clause_however_it_is_spaced() -> None:
    followed = condition_referring_to("not article . term and article.terms", "term", "period")
    assert followed == "not article.period and article.terms"


def test_templates_refer_to_clauses_they_hold() -> None:
    for template in builtin_templates():
        keys = {clause.key for clause in template.clauses}
        texts = [text for clause in template.clauses for text in (clause.body.zh, clause.body.en)]
        assert {key for text in texts for key in references(text)} <= keys
