"""What a text printed of the records, and how the records say it by now: told, never silently applied.

A fact is kept as {"zh", "en", "place"} under its dotted name without a language ("party_a.name"). Facts of the parties
and of the agreement itself always count; others, and numbers and addresses of people, where the text names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.agreement_facts import every_clause, fact_place, plain_name
from models.rules.clause_text import TokenKind, names_in, tokens
from models.rules.masking import mask_email, mask_phone
from models.rules.template_names import plain_expression
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot

Facts = dict[str, object]

EDITION = 2  # of the facts that are kept: one more whenever further ones are, else older texts would seem to lack them
_EDITION = "#edition"  # no name of a fact
_ALWAYS = ("party_", "witness", "agreement.")
_TWICE = ("parties", "witnesses", "liaison_")  # the same as party_a, party_b …
_NOT_PRINTED = frozenset({"agreement.key"})
_PERSONAL = ("phone", "email")
POST = "post"  # what a signatory is at the meeting, beside the capacity in which the text has them sign
_LANGUAGES = ("zh", "en")
_OF_PROJECTS = ("name", "topic", "content", "need", "local", "partner", "bases")  # columns of the list in the annex
_NUMBERED = re.compile(r"\.\d+(?=\.|$)")
_INDEXED = re.compile(r"\[\s*(\d+)\s*\]")
_EACH = re.compile(r"each\(\s*['\"](\w+)['\"]\s*\)")


@dataclass(frozen=True, slots=True)
class Drift:
    """A fact that the frozen text has otherwise than the records have it now; either may be empty."""

    name: str
    frozen: Bilingual
    now: Bilingual
    place: str


def printed_facts(snapshot: MeetingSnapshot, agreement: Agreement) -> Facts:
    """The facts that the agreement's text prints as things stand, with the edition of the rules for them."""
    return _facts(snapshot, agreement, _names_used(agreement))


def _facts(snapshot: MeetingSnapshot, agreement: Agreement, used: set[str]) -> Facts:
    found: dict[str, dict[str, str]] = {}
    for path, words in [*_leaves(agreement_values(snapshot, agreement)), *_posts(snapshot, agreement)]:
        name, language = _split(path)
        if _counts(name, used):
            fact = found.setdefault(name, {"zh": "", "en": ""})
            fact.update({language: words} if language else dict.fromkeys(_LANGUAGES, words))
    facts: Facts = {name: {**fact, "place": _place(snapshot, agreement, name)} for name, fact in found.items()}
    return facts | {_EDITION: EDITION}


def drift_since(kept: Mapping[str, object], snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[Drift, ...]:
    """What differs from the facts that a revision kept.

    Of facts kept by an earlier edition those tell nothing that are not kept any more, or were not yet.
    """
    used = _names_used(agreement)
    counted = {name: fact for name, fact in kept.items() if _counts(name, used)}
    found = drift_of(counted, _facts(snapshot, agreement, used))
    return found if kept.get(_EDITION) == EDITION else tuple(one for one in found if one.name in counted)


def drift_of(frozen: Mapping[str, object], now: Mapping[str, object]) -> tuple[Drift, ...]:
    """What differs, in the order of the frozen facts; facts that are new stand last."""
    names = dict.fromkeys([*frozen, *now])
    pairs = ((name, _words(frozen.get(name)), _words(now.get(name))) for name in names)
    return tuple(
        Drift(name, before, after, _place_of(now.get(name)) or _place_of(frozen.get(name)))
        for name, before, after in pairs
        if before != after
    )


def masked(drift: Drift) -> Drift:
    """The drift as anybody may read it: numbers and addresses of people are not spelled out."""
    name = drift.name
    mask = mask_phone if name.endswith(".phone") else mask_email if name.endswith(".email") else str
    frozen, now = (Bilingual(mask(words.zh), mask(words.en)) for words in (drift.frozen, drift.now))
    return replace(drift, frozen=frozen, now=now)


def _names_used(agreement: Agreement) -> set[str]:
    """The dotted names in the clauses' texts and conditions, without a language; of a row of a list, with a star."""
    names: set[str] = set()
    for clause in every_clause(agreement.clauses):
        texts = (clause.heading.zh, clause.heading.en, clause.body.zh, clause.body.en, f"{{{{ {clause.condition} }}}}")
        names.update(name for text in texts for name in _names_in_text(text))
        if clause.key == "annex_projects":
            names.update(f"projects.*.{column}" for column in _OF_PROJECTS)
        if clause.key == "annex_contacts":
            names.update(f"parties.*.{detail}" for detail in _PERSONAL)
    return names | {plain_name(name) for name in names}


def _names_in_text(text: str) -> Iterator[str]:
    """{% for one in bases %}{{ one.name_zh }} names bases.*.name, as does {{ bases | each('name_zh') }}."""
    rows: dict[str, str] = {}
    for token in tokens(text):
        if token.kind is TokenKind.WORDS:
            continue
        names = [_NUMBERED.sub(".*", name) for name in names_in(_INDEXED.sub(r".\1", token.inside))]
        if token.kind is TokenKind.FOR and len(names) > 1:
            rows[names[0]] = names[1]
            yield f"{names[1]}.*"  # a row that is a plain text
            continue
        for name in names:
            owner, dot, detail = name.partition(".")
            yield from (_split(one)[0] for one in (name, f"{rows.get(owner, owner)}.*{dot}{detail}"))
        picked = _EACH.findall(plain_expression(token.inside))
        yield from (f"{name}.*.{_split(detail)[0]}" for name in names for detail in picked)


def _counts(name: str, used: set[str]) -> bool:
    """Whether a fact is kept with the text."""
    detail = name.rpartition(".")[2]
    if name in _NOT_PRINTED or (detail in _PERSONAL and not any(one.endswith(f".{detail}") for one in used)):
        return False
    return name.startswith(_ALWAYS) or _is_used(name, used)


def _is_used(name: str, used: set[str]) -> bool:
    """Whether the text names the fact, or what it is worked out from."""
    starred = _NUMBERED.sub(".*", name)
    return starred in used or plain_name(starred) in used


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text and number below, with its dotted path."""
    if isinstance(value, Mapping):
        for name, below in value.items():
            if path or not str(name).startswith(_TWICE):
                yield from _leaves(below, f"{path}.{name}" if path else str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(item, str) for item in value):
            yield path, "、".join(map(str, value))
        else:
            for number, below in enumerate(value, start=1):
                yield from _leaves(below, f"{path}.{number}")
    elif not isinstance(value, bool):
        yield path, str(value)


def _posts(snapshot: MeetingSnapshot, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """What each signatory is at this meeting: a change of post is drift, too, though the text has words of its own."""
    titles = {attendee.person.id: attendee.title for attendee in snapshot.attendees}
    signing = [party for party in agreement.parties if not party.is_witness]
    for letter, party in zip("abcdefghij", signing, strict=False):
        title = titles.get(party.signatory.id) if party.signatory else None
        for language in _LANGUAGES:
            words = getattr(title, language) if title else ""
            if words:
                yield f"party_{letter}.{POST}_{language}", words


def _split(path: str) -> tuple[str, str]:
    """party_a.name_zh → party_a.name, zh."""
    for language in _LANGUAGES:
        if path.endswith(f"_{language}"):
            return path.removesuffix(f"_{language}"), language
    return path, ""


def _place(snapshot: MeetingSnapshot, agreement: Agreement, name: str) -> str:
    if name.endswith(f".{POST}"):
        return _place_of_post(snapshot, agreement, name)
    found = fact_place(snapshot, agreement, plain_name(name))
    return found.place if found else ""


def _place_of_post(snapshot: MeetingSnapshot, agreement: Agreement, name: str) -> str:
    signing = [party for party in agreement.parties if not party.is_witness]
    person = signing["abcdefghij".index(name[len("party_")])].signatory
    attending = (one.id for one in snapshot.attendees if person and one.person.id == person.id)
    return next((f"people/{attendance_id}/title_zh" for attendance_id in attending), "")


def _words(fact: object) -> Bilingual:
    if not isinstance(fact, Mapping):
        return Bilingual()
    return Bilingual(str(fact.get("zh", "")), str(fact.get("en", "")))


def _place_of(fact: object) -> str:
    return str(fact.get("place", "")) if isinstance(fact, Mapping) else ""
