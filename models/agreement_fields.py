"""The fields that may be inserted into a clause: dotted names, in groups, each as the expression of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.agreement_facts import every_clause
from models.codes import ClauseKind
from models.rules.clause_text import TokenKind, names_in, tokens
from models.snapshots.agreement_variables import is_answer
from models.snapshots.shapes import Agreement

_LETTERS = "abcdefghij"
_AGREEMENT = "title no sign_date sign_place start end term copies_total_cap copies_each_cap prevailing"
_PARTY = "name short dept uscc address legal_rep legal_rep_title signatory capacity contact contact_dept phone email"
_EVENT = "name date place venue city theme"
_WITHOUT_LANGUAGE = frozenset(
    ("no", "uscc", "phone", "email", "copies_total_cap", "copies_each_cap", "quota_per_year", "doc_no")
)
_COOPERATION = ("base.name", "base.type", "base.quota_per_year", "plaque.text", "policy.title", "policy.doc_no")
_MONEY = ("fund.amount", "fund.amount_cap", "fund.source")
_LISTS = {"fields": "join", "bases": "join", "projects": "join"}
_ENGLISH_JOIN = "join_en"
_EACH = (
    ("parties", "party", "name_{language}"),
    ("fields", "field", "{language}"),
    ("bases", "base", "name_{language}"),
    ("projects", "project", "name_{language}"),
)
_WITH = ("party_c", "witness", "bilingual", "amount")


@dataclass(frozen=True, slots=True)
class FieldOffer:
    """A field to insert: its group, the name that words are made of, and what is written into the text."""

    group: str  # agreement, party_a …, witness, event, cooperation, answers, structures, clauses
    name: str
    expression: str


def field_offers(agreement: Agreement, language: str) -> tuple[FieldOffer, ...]:
    """All fields that this agreement's text may name in a language, in the order of the groups."""
    return (
        *_named("agreement", "agreement", _AGREEMENT, language),
        *(offer for owner in _owners(agreement) for offer in _named(owner, owner, _PARTY, language)),
        *_named("event", "event", _EVENT, language),
        *_cooperation(language),
        *_answers(agreement, language),
        *_structures(language),
        *_clauses(agreement),
    )


def _owners(agreement: Agreement) -> Iterator[str]:
    signing = sum(not party.is_witness for party in agreement.parties)
    yield from (f"party_{letter}" for letter in _LETTERS[: max(signing, 2)])
    if any(party.is_witness for party in agreement.parties):
        yield "witness"


def _named(group: str, owner: str, details: str, language: str) -> Iterator[FieldOffer]:
    for detail in details.split():
        yield _offer(group, f"{owner}.{detail}", language)


def _offer(group: str, name: str, language: str) -> FieldOffer:
    full = name if name.rpartition(".")[2] in _WITHOUT_LANGUAGE else f"{name}_{language}"
    if name.endswith(("copies_total_cap", "copies_each_cap")):
        full = name if language == "zh" else f"{name.removesuffix('_cap')}_en"
    return FieldOffer(group, name, f"{{{{ {full} }}}}")


def _cooperation(language: str) -> Iterator[FieldOffer]:
    for name, plain in _LISTS.items():
        joined = _ENGLISH_JOIN if language == "en" else plain
        yield FieldOffer("cooperation", name, f"{{{{ {name}_{language} | {joined} }}}}")
    for name in _COOPERATION:
        yield _offer("cooperation", name, language)
    for name in _MONEY:
        full = f"{name}_{language}" if name == "fund.source" else name
        yield FieldOffer("cooperation", name, f"{{{{ {full} }}}}")


def _answers(agreement: Agreement, language: str) -> Iterator[FieldOffer]:
    """What was answered, and what the text asks for besides."""
    names = dict.fromkeys(variable.name for variable in agreement.variables)
    for clause in every_clause(agreement.clauses):
        source = clause.body.en if language == "en" else clause.body.zh
        for token in tokens(source):
            if token.kind is TokenKind.FIELD:
                names |= dict.fromkeys(name.removesuffix(f"_{language}") for name in names_in(token.inside)[:1])
    for name in names:
        if is_answer(name):
            yield FieldOffer("answers", name, f"{{{{ {name}_{language} }}}}")


def _structures(language: str) -> Iterator[FieldOffer]:
    """Lists over parties, fields and bases, and conditions: a pattern to write into."""
    comma = "、" if language == "zh" else ", "
    between = f"{{% if not loop.last %}}{comma}{{% endif %}}"
    for name, one, detail in _EACH:
        inside = f"{{{{ {one}.{detail.format(language=language)} }}}}{between}"
        yield FieldOffer("structures", f"each.{name}", f"{{% for {one} in {name} %}}{inside}{{% endfor %}}")
    for condition in _WITH:
        yield FieldOffer("structures", f"with.{condition}", f"{{% if {condition} %}} {{% endif %}}")


def _clauses(agreement: Agreement) -> Iterator[FieldOffer]:
    for clause in agreement.clauses:
        if clause.kind is ClauseKind.ARTICLE and clause.key:
            yield FieldOffer("clauses", f"article.{clause.key}", f"{{{{ article.{clause.key} }}}}")
