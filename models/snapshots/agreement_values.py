"""The names that the text of an agreement may use, filled from its records.

Texts come in pairs: `…_zh` and `…_en`. What is unknown is absent, so that it prints as a blank and is listed.

agreement    no, key, title_*, sign_date_*, sign_place_*, start_*, end_*, term_years, term_cap, term_zh, term_en,
             copies_total, copies_each, duplicates_total, duplicates_each, witness_copies, filing_copies (each also
             _cap, _zh, _en), prevailing_*
party_a …    (to party_j) label_*, name_*, unit_*, dept_*, short_*, uscc, address_*, region_*, legal_rep_*,
             legal_rep_title_*, signatory_*, capacity_*, authorization, contact_*, contact_dept_*, phone, email,
             originals, duplicates (each also _cap, _zh, _en), is_college
parties, witnesses, witness, liaison_a … (dept_*, person_*, phone)
event        name_*, date_*, place_*, venue_*, city_*, theme_*
fields       list of zh, en; fields_zh, fields_en: lists of texts
bases        list of name_*, type_code, type_*, level, quota_per_year, local_*, partner_*, remarks_*; base: the first;
             bases_zh, bases_en: lists of names
projects     list of name_*, topic_*, local_*, partner_*, content_*, need_*, status, category, amount, bases_*;
             projects_zh, projects_en: lists of names
plaque       text_*          policy  title_*, doc_no, issuer_*          fund  amount, amount_cap, source_*
bilingual, amount: flags for conditions. Further names come from the agreement's variables (`agreement_variables`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from models.codes import AgreementLanguage, FactKind, OrganizationKind
from models.rules import dates, numerals
from models.rules.template_text import NameText
from models.snapshots.agreement_terms import copies_of, originals_kept, term_of
from models.snapshots.agreement_variables import merge_variables
from models.snapshots.shapes import (
    Agreement,
    AgreementParty,
    Base,
    Bilingual,
    Cooperation,
    MeetingSnapshot,
    Organization,
    PersonName,
    Plaque,
)

Values = dict[str, object]

_LETTERS = "abcdefghij"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
WITNESS_LABEL = Bilingual("见证方", "Witness")
_PREVAILING = {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")}
_BILINGUAL = (AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN)


def agreement_values(snapshot: MeetingSnapshot, agreement: Agreement) -> Values:
    """Everything a template may name, for this agreement of the meeting."""
    values: Values = _known(
        agreement=_agreement(agreement),
        event=_event(snapshot),
        bilingual=agreement.language in _BILINGUAL or None,
        **_parties(agreement),
        **_areas(agreement.areas),
        **_bases(_bases_of(snapshot, agreement)),
        **_projects(_projects_of(snapshot, agreement)),
        plaque=_plaque(snapshot, agreement),
        policy=_policy(snapshot),
        fund=_fund(snapshot, agreement),
    )
    merge_variables(values, agreement.variables)
    fund = values.get("fund")
    return values | _known(amount=(isinstance(fund, dict) and "amount" in fund) or None)


def _known(**values: object) -> Values:
    """Without what is unknown."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != {}}


def _pair(name: str, text: Bilingual, mark: Callable[[str], str] = str) -> Values:
    """`name_zh` and `name_en`; names of units are marked."""
    pair = {f"{name}_zh": text.zh, f"{name}_en": text.en}
    return {key: mark(value) for key, value in pair.items() if value}


def _name(name: str, person: PersonName | None) -> Values:
    return _pair(name, Bilingual(person.zh, person.en), NameText) if person else {}


def _number(name: str, value: int | None) -> Values:
    """A number, with its capital, Chinese and English words."""
    if value is None or value < 0:
        return {}
    return {
        name: value,
        f"{name}_cap": numerals.capital_number(value),
        f"{name}_zh": numerals.chinese_number(value),
        f"{name}_en": numerals.number_in_words_en(value),
    }


def _agreement(agreement: Agreement) -> Values:
    term, copies = term_of(agreement), copies_of(agreement)
    return {
        **_known(no=agreement.number, key=agreement.key),
        **_pair("title", agreement.title),
        **_pair("sign_date", _both_dates(agreement.signed_on)),
        **_pair("sign_place", agreement.signed_at),
        **_pair("start", _both_dates(term.start)),
        **_pair("end", _both_dates(term.end)),
        **{name.replace("term_years_", "term_"): value for name, value in _number("term_years", term.years).items()},
        **_number("copies_total", copies.originals),
        **_number("copies_each", copies.originals_each),
        **_number("duplicates_total", copies.duplicates),
        **_number("duplicates_each", copies.duplicates_each),
        **_number("witness_copies", _witness_copies(agreement)),
        **_number("filing_copies", agreement.filing_copies),
        **_pair("prevailing", _PREVAILING.get(agreement.prevailing_language, Bilingual())),
    }


def _witness_copies(agreement: Agreement) -> int | None:
    """What all witnesses keep together; unknown where they keep none, so that the clause does not name them."""
    kept = zip(agreement.parties, originals_kept(agreement), strict=True)
    return sum(number or 0 for party, number in kept if party.is_witness) or None


def _both_dates(day: date | None) -> Bilingual:
    return Bilingual(dates.format_date(day, "zh"), dates.format_date(day, "en"))


def _event(snapshot: MeetingSnapshot) -> Values:
    meeting = snapshot.meeting
    days = (meeting.starts_on, meeting.ends_on)
    held = [dates.format_day_range(*days, language, meeting.date_precision) for language in ("zh", "en")]
    return {
        **_pair("name", meeting.title),
        **_pair("date", Bilingual(*held)),
        **_pair("place", meeting.venue or meeting.city),
        **_pair("venue", meeting.venue),
        **_pair("city", meeting.city),
        **_pair("theme", meeting.theme),
    }


def _parties(agreement: Agreement) -> Values:
    parties = [party for party in agreement.parties if not party.is_witness]
    shown = [_party(party, party_label(index)) for index, party in enumerate(parties)]
    witnesses = [_party(party, WITNESS_LABEL) for party in agreement.parties if party.is_witness]
    values: Values = {"parties": shown}
    for letter, party, given in zip(_LETTERS, shown, parties, strict=False):
        values |= _known(**{f"party_{letter}": party, f"liaison_{letter}": _liaison(given)})
    return values | ({"witnesses": witnesses, "witness": witnesses[0]} if witnesses else {})


def party_label(index: int) -> Bilingual:
    """甲方 / Party A; from the eleventh on, numbers."""
    if index >= len(_STEMS):
        return Bilingual(f"第{numerals.chinese_number(index + 1)}方", f"Party {index + 1}")
    return Bilingual(f"{_STEMS[index]}方", f"Party {_LETTERS[index].upper()}")


def _party(party: AgreementParty, label: Bilingual) -> Values:
    return {
        **_pair("label", label),
        **(_unit(party.organization, party.department) if party.organization else {}),
        **_pair("dept", party.department, NameText),
        **_name("signatory", party.signatory.name if party.signatory else None),
        **_pair("capacity", party.capacity),
        **_known(authorization=party.authorization),
        **_name("contact", party.liaison.name if party.liaison else None),
        **_pair("contact_dept", party.liaison_department),
        **_contact(party),
        **_number("originals", party.originals),
        **_number("duplicates", party.duplicates),
    }


def _unit(unit: Organization, department: Bilingual) -> Values:
    return {
        **_pair("name", _with_department(unit.name, department), NameText),
        **_pair("unit", unit.name, NameText),
        **_pair("short", Bilingual(unit.short_name.zh or unit.name.zh, unit.short_name.en or unit.name.en), NameText),
        **_known(uscc=unit.credit_code, is_college=is_college(unit) or None),
        **_pair("address", unit.address),
        **_pair("region", unit.region),
        **_name("legal_rep", unit.legal_representative),
        **_pair("legal_rep_title", unit.legal_representative_title),
    }


def is_college(unit: Organization) -> bool:
    """Whether the unit is part of another and cannot sign on its own."""
    return unit.has_legal_personality is False or (
        unit.kind is OrganizationKind.COLLEGE and unit.has_legal_personality is None
    )


def _with_department(name: Bilingual, department: Bilingual) -> Bilingual:
    """浙江大学（环境与资源学院） / Zhejiang University (College of Environment)."""
    if not department:
        return name
    zh = f"{name.zh}（{department.zh}）" if name.zh and department.zh else ""
    return Bilingual(zh, f"{name.en} ({department.en})" if name.en and department.en else "")


def _contact(party: AgreementParty) -> Values:
    """How to reach the party: its liaison first, then the unit."""
    person, unit = party.liaison, party.organization
    phone = party.liaison_phone or (person.phone if person else "") or (unit.phone if unit else "")
    return _known(phone=phone, email=(person.email if person else "") or (unit.email if unit else ""))


def _liaison(party: AgreementParty) -> Values:
    person = party.liaison
    return {
        **_pair("dept", party.liaison_department),
        **_name("person", person.name if person else None),
        **_known(phone=party.liaison_phone or (person.phone if person else "")),
    }


def _areas(areas: Iterable[Bilingual]) -> Values:
    known = [area for area in areas if area]
    return _listed("fields", [{"zh": area.zh, "en": area.en} for area in known], known)


def _listed(name: str, items: list[Values], texts: list[Bilingual], mark: Callable[[str], str] = str) -> Values:
    """The list, and its texts in each language; no text at all where one lacks the language."""
    values: Values = {name: items} if items else {}
    for language in ("zh", "en"):
        words = [mark(getattr(text, language)) for text in texts]
        if words and all(words):
            values[f"{name}_{language}"] = words
    return values


def _bases_of(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[Base, ...]:
    cooperation = _cooperation(snapshot, agreement)
    return agreement.bases or (cooperation.bases if cooperation else ())


def _cooperation(snapshot: MeetingSnapshot, agreement: Agreement) -> Cooperation | None:
    return next((found for found in snapshot.cooperations if found.id == agreement.cooperation_id), None)


def _bases(bases: tuple[Base, ...]) -> Values:
    values = _listed("bases", [_base(base) for base in bases], [base.name for base in bases])
    return values | ({"base": _base(bases[0])} if bases else {})


def _base(base: Base) -> Values:
    return {
        **_pair("name", base.name),
        **_known(type_code=base.type_code, level=base.level.value, quota_per_year=base.annual_quota),
        **_pair("type", base.type_name),
        **_pair("local", base.local.name if base.local else Bilingual(), NameText),
        **_pair("partner", base.partner.name if base.partner else Bilingual(), NameText),
        **_pair("remarks", base.remarks),
    }


def _projects_of(snapshot: MeetingSnapshot, agreement: Agreement) -> list[Cooperation]:
    """The agreement's own cooperation; without one, those in which a party, or a unit of one, takes part."""
    own = _cooperation(snapshot, agreement)
    if own:
        return [own]
    parties = {party.organization.id for party in agreement.parties if party.organization and not party.is_witness}
    return [c for c in snapshot.cooperations if any(_belongs(unit, parties) for unit in (c.local, c.partner))]


def _belongs(unit: Organization | None, parties: set[int]) -> bool:
    return unit is not None and bool({unit.id, unit.parent_id} & parties)


def _projects(cooperations: list[Cooperation]) -> Values:
    names = [cooperation.name or cooperation.topic for cooperation in cooperations]
    return _listed("projects", [_project(c) for c in cooperations], names)


def _project(cooperation: Cooperation) -> Values:
    names = _bases(cooperation.bases)
    return {
        **_pair("name", cooperation.name or cooperation.topic),
        **_pair("topic", cooperation.topic),
        **_pair("local", cooperation.local.name if cooperation.local else Bilingual(), NameText),
        **_pair("partner", cooperation.partner.name if cooperation.partner else Bilingual(), NameText),
        **_pair("content", cooperation.content),
        **_pair("need", cooperation.need),
        **_known(status=cooperation.status.value, category=cooperation.category.value),
        **({} if cooperation.amount is None else {"amount": numerals.format_amount(cooperation.amount)}),
        **{name: names[name] for name in ("bases_zh", "bases_en") if name in names},
    }


def _plaque(snapshot: MeetingSnapshot, agreement: Agreement) -> Values:
    """The plaque whose giving and receiving units, as far as known, are parties of this agreement."""
    parties = {party.organization.id for party in agreement.parties if party.organization}
    found = next((plaque for plaque in snapshot.plaques if _is_between(plaque, parties)), None)
    return _pair("text", found.text) if found else {}


def _is_between(plaque: Plaque, parties: set[int]) -> bool:
    units = [unit for unit in (plaque.giving, plaque.receiving) if unit is not None]
    return bool(units) and all(_belongs(unit, parties) for unit in units)


def _policy(snapshot: MeetingSnapshot) -> Values:
    """The first policy of the meeting that has a document number."""
    numbered = (fact for fact in snapshot.facts if fact.kind is FactKind.POLICY and fact.document_number)
    found = next(numbered, None)
    if found is None:
        return {}
    title = _pair("title", found.indicator or found.text)
    return {**title, **_known(doc_no=found.document_number), **_pair("issuer", found.issuer)}


def _fund(snapshot: MeetingSnapshot, agreement: Agreement) -> Values:
    cooperation = _cooperation(snapshot, agreement)
    if cooperation is None or cooperation.amount is None:
        return {}
    amount = cooperation.amount
    return {"amount": numerals.format_amount(amount), "amount_cap": numerals.amount_in_capitals(amount)}
