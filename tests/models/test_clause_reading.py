"""What an editor shows of a text: values, missing facts, branches that do not stand, loops, broken expressions."""

from __future__ import annotations

from models.clause_reading import ShownToken, fact_of, shown_tokens
from models.rules.clause_text import TokenKind

VALUES = {"party_a": {"short_zh": "上党区", "name_en": "Shangdang"}, "parties": [{"short_zh": "上党区"}], "n": 3}
FIELD, WORDS, IF, ELSE, END, FOR = (
    TokenKind.FIELD,
    TokenKind.WORDS,
    TokenKind.IF,
    TokenKind.ELSE,
    TokenKind.END,
    TokenKind.FOR,
)


def test_a_field_shows_its_value_or_what_it_waits_for() -> None:
    assert shown_tokens("{{ party_a.short_zh }}{{ party_b.short_zh }}", VALUES, "zh") == (
        ShownToken(FIELD, "{{ party_a.short_zh }}", "上党区"),
        ShownToken(FIELD, "{{ party_b.short_zh }}", missing="party_b.short_zh"),
    )


def test_a_fact_known_in_the_other_language_shows_that_one_and_is_missing_all_the_same() -> None:
    shown = shown_tokens("{{ party_a.name_zh }}", VALUES, "zh")
    assert shown == (ShownToken(FIELD, "{{ party_a.name_zh }}", "Shangdang", "party_a.name_zh"),)


def test_words_of_a_branch_that_does_not_hold_do_not_stand() -> None:
    shown = shown_tokens("{% if party_c %}三{% else %}双{% endif %}方", VALUES, "zh")
    assert shown == (
        ShownToken(IF, "{% if party_c %}"),
        ShownToken(WORDS, "三", stands=False),
        ShownToken(ELSE, "{% else %}"),
        ShownToken(WORDS, "双"),
        ShownToken(END, "{% endif %}"),
        ShownToken(WORDS, "方"),
    )


def test_only_the_first_branch_that_holds_stands() -> None:
    source = "{% if n == 3 %}a{% elif n == 3 %}b{% else %}c{% endif %}"
    words = [(token.source, token.stands) for token in shown_tokens(source, VALUES, "zh") if token.kind is WORDS]
    assert words == [("a", True), ("b", False), ("c", False)]


def test_a_field_within_a_loop_has_a_value_for_each_round() -> None:
    shown = shown_tokens("{% for party in parties %}{{ party.short_zh }}{% endfor %}", VALUES, "zh")
    assert shown == (
        ShownToken(FOR, "{% for party in parties %}"),
        ShownToken(FIELD, "{{ party.short_zh }}", repeated=True),
        ShownToken(END, "{% endfor %}"),
    )


def test_what_cannot_be_read_is_marked_and_nothing_is_raised() -> None:
    shown = shown_tokens("{{ a b }}{% if %}x{% endif %}{% endif %}{% else %}", VALUES, "zh")
    assert [(token.source, token.broken) for token in shown if token.broken] == [
        ("{{ a b }}", True),
        ("{% if %}", True),
    ]


def test_the_fact_behind_a_field() -> None:
    known, missing = shown_tokens("{{ party_a.short_zh }}{{ court_zh }}", VALUES, "zh")
    assert (fact_of(known), fact_of(missing)) == ("party_a.short_zh", "court_zh")
