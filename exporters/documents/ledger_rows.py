"""The lines of the ledger, each column in words: one from each cooperation, one from each agreement without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from exporters.blocks import Cell
from exporters.documents.phrasebook import Phrasebook
from models.codes import AgreementStatus, CooperationStatus, OrganizationKind
from models.rules.dates import format_day_range
from models.snapshots.shapes import (
    Agreement,
    AgreementParty,
    Base,
    Bilingual,
    Cooperation,
    FollowUp,
    Meeting,
    MeetingSnapshot,
    Organization,
    Outcome,
    Responsible,
)

BLANK = Cell("")
TEN_THOUSAND = Decimal(10_000)
ACADEMIC = (OrganizationKind.UNIVERSITY, OrganizationKind.COLLEGE, OrganizationKind.SCHOOL, OrganizationKind.INSTITUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A ledger line in words; `partner_id` and `status` serve the figures."""

    number: int
    name: str
    partner: str
    local: str
    status: CooperationStatus
    partner_id: int | None
    lead: str = ""
    category: str = ""
    bases: tuple[str, ...] = ()
    field: str = ""
    content: str = ""
    matched: Cell = BLANK
    signed: Cell = BLANK
    term: str = ""
    amount: Cell = BLANK
    targets: str = ""
    progress: str = ""
    problems: str = ""
    next_step: str = ""
    responsible: str = ""
    contact: str = ""
    due: Cell = BLANK
    evidence: str = ""
    updated: Cell = BLANK
    remarks: str = ""


def ledger_lines(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Line, ...]:
    """All lines in record order, cooperations first."""
    return tuple(_lines(snapshot, book))


def _lines(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Line]:
    number = 0
    known = {cooperation.id for cooperation in snapshot.cooperations}
    for number, cooperation in enumerate(snapshot.cooperations, start=1):
        agreements = [one for one in snapshot.agreements if one.cooperation_id == cooperation.id]
        yield _cooperation(number, cooperation, agreements, snapshot, book)
    alone = [one for one in snapshot.agreements if one.cooperation_id not in known]
    for place, agreement in enumerate(alone, start=number + 1):
        yield _agreement(place, agreement, book)


def _cooperation(
    number: int, one: Cooperation, agreements: Sequence[Agreement], snapshot: MeetingSnapshot, book: Phrasebook
) -> Line:
    return Line(
        number=number,
        name=book.opened(book.text(one.name) or book.text(one.topic)),
        partner=_partner(one, book),
        local=_unit(one.local, book) or book._("not stated"),
        status=one.status,
        partner_id=one.partner.id if one.partner else None,
        lead=_unit(one.lead, book),
        category=book.word(one.category),
        bases=tuple(base_words(base, book) for base in one.bases),
        field=_field(one.topic, agreements, book),
        content=_content(one, book),
        matched=Cell(_spaced(book.day(one.matched_on), _event(one.matched_on, snapshot.meeting, book))),
        signed=_signed(agreements, book),
        term=_joined(_term(agreement, book) for agreement in agreements),
        amount=_amount(one.amount, book),
        targets=book.text(one.targets),
        progress=_progress(one, book),
        problems=book.text(one.problems),
        next_step=book.text(one.next_step),
        responsible=_joined(_responsible(person, book) for person in one.responsible),
        contact=_joined(contact for agreement in agreements for contact in _contacts(agreement, book)),
        due=_date(one.due_on, book),
        evidence=_joined([one.evidence, *(step.evidence for step in one.follow_ups)]),
        updated=_date(one.updated_at.date() if one.updated_at else None, book),
        remarks=_remarks(one, book),
    )


def _agreement(number: int, agreement: Agreement, book: Phrasebook) -> Line:
    parties = [party for party in agreement.parties if not party.is_witness]
    partners = [party for party in parties if party.organization and party.organization.kind in ACADEMIC]
    local = [party for party in parties if party not in partners]
    signed = agreement.status in (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
    status = CooperationStatus.SIGNED if signed else CooperationStatus.TO_BE_SIGNED
    first = partners[0].organization if partners else None
    return Line(
        number=number,
        name=book.text(agreement.title),
        partner=book.join(_party(party, book) for party in partners) or book._("not stated"),
        local=book.join(_party(party, book) for party in local) or book._("not stated"),
        status=status,
        partner_id=first.id if first else None,
        bases=tuple(base_words(base, book) for base in agreement.bases),
        field=_field(Bilingual(), (agreement,), book),
        signed=_signed((agreement,), book),
        term=_term(agreement, book),
        contact=_joined(_contacts(agreement, book)),
        remarks=book.text(agreement.remarks),
    )


def base_words(base: Base, book: Phrasebook) -> str:
    """The type of a base, its own name where it has one, and its level."""
    kind, name = book.text(base.type_name), book.text(base.name)
    return book.headed(kind if name != kind else "", name) + book.bracketed(book.word(base.level))


def outcome_words(outcome: Outcome, book: Phrasebook) -> str:
    """解决技术难题：39项 / Technical problems solved: 39."""
    value = book.count(outcome.value, outcome.qualifier, book.text(outcome.unit))
    as_of = book._("as of {date}", date=book.day(outcome.as_of)) if outcome.as_of else ""
    return book.headed(book.text(outcome.metric), value) + book.bracketed(book.join((book.word(outcome.level), as_of)))


def follow_up_words(step: FollowUp, book: Phrasebook) -> str:
    """2024年5月20日　意向：已实地走访（张三）."""
    day = f"{book.day(step.happened_on)} " if step.happened_on else ""
    return day + book.headed(book.word(step.status), book.text(step.text)) + book.bracketed(step.author)


def _event(matched_on: date | None, meeting: Meeting, book: Phrasebook) -> str:
    """The meeting, unless the two sides had found each other on another day."""
    days = [day for day in (meeting.starts_on, meeting.ends_on) if day]
    elsewhere = matched_on and not (days and days[0] <= matched_on <= days[-1])
    return "" if elsewhere else book.text(meeting.title)


def _partner(one: Cooperation, book: Phrasebook) -> str:
    """The partner with its department; a source that names none is quoted as leaving it open."""
    unit, department = _unit(one.partner, book), book.text(one.partner_department)
    if not unit and not department:
        return book._("not stated")
    return unit + book.bracketed(department) if unit else department


def _field(topic: Bilingual, agreements: Sequence[Agreement], book: Phrasebook) -> str:
    return book.join(dict.fromkeys((book.text(topic), *(book.text(area) for one in agreements for area in one.areas))))


def _content(one: Cooperation, book: Phrasebook) -> str:
    return _joined(
        (
            book.text(one.content),
            _labelled(book._("Need"), book.text(one.need), book),
            _labelled(book._("Expertise"), book.text(one.expertise), book),
            _labelled(book._("Support from the partner"), book.text(one.support), book),
        )
    )


def _progress(one: Cooperation, book: Phrasebook) -> str:
    steps = [follow_up_words(step, book) for step in one.follow_ups]
    return _joined((book.text(one.progress), *steps, *(outcome_words(outcome, book) for outcome in one.outcomes)))


def _remarks(one: Cooperation, book: Phrasebook) -> str:
    level = book.word(one.level)
    unresolved = _labelled(book._("To be clarified"), book.text(one.unresolved), book)
    return _joined((level, unresolved, book.text(one.remarks)))


def _signed(agreements: Sequence[Agreement], book: Phrasebook) -> Cell:
    return Cell(_joined(agreement_words(agreement, book) for agreement in agreements))


def agreement_words(agreement: Agreement, book: Phrasebook) -> str:
    """2024年5月20日《合作协议》〔编号〕."""
    title = book.quoted(book.text(agreement.title))
    day = book.day(agreement.signed_on)
    return _spaced(day, title + book.bracketed(agreement.number))


def _term(agreement: Agreement, book: Phrasebook) -> str:
    days = format_day_range(agreement.starts_on, agreement.ends_on, book.language)
    years = agreement.term_years
    return book.clauses((days, book.n_("{count} year", "{count} years", years) if years else ""))


def _contacts(agreement: Agreement, book: Phrasebook) -> Iterator[str]:
    """The liaisons the agreement names, with their phones masked."""
    for party in agreement.parties:
        name = book.name(party.liaison.name) if party.liaison else ""
        words = _spaced(name, book.phone(party.liaison_phone))
        if words or party.liaison_department:
            yield book.headed(book.text(party.liaison_department), words)


def _responsible(one: Responsible, book: Phrasebook) -> str:
    name = book.name(one.person.name) if one.person else ""
    return book.headed(book.text(one.role), _spaced(_unit(one.organization, book), name))


def _party(party: AgreementParty, book: Phrasebook) -> str:
    return _unit(party.organization, book) + book.bracketed(book.text(party.department))


def _unit(unit: Organization | None, book: Phrasebook) -> str:
    return book.text(unit.name) if unit else ""


def _date(day: date | None, book: Phrasebook) -> Cell:
    return Cell(book.day(day), day)


def _amount(yuan: Decimal | None, book: Phrasebook) -> Cell:
    """Yuan as ten thousands, typed so that Excel can add them up."""
    if yuan is None:
        return Cell("")
    amount = yuan / TEN_THOUSAND
    whole = amount.to_integral_value()
    return Cell(book.number(amount), whole if amount == whole else amount.normalize())


def _labelled(label: str, text: str, book: Phrasebook) -> str:
    return book.headed(label, text) if text else ""


def _joined(parts: Iterable[str]) -> str:
    """The parts that say something, one a line, none twice."""
    return "\n".join(part for part in dict.fromkeys(parts) if part)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
