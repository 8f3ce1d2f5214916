"""What the timeline says of each item, in one language: made once a snapshot, painted many times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from exporters.documents.words import word
from models.checks.finding import Finding
from models.codes import AgendaKind
from models.rules.agenda_times import Slot, days_of, first_day
from models.rules.dates import format_time, format_time_range
from models.rules.timing import later
from models.snapshots.shapes import AgendaItem, MeetingSnapshot
from resources.languages import translator
from ui.agenda.rows import numbers_of, presenters
from ui.wording import finding_sentence

PAUSES = frozenset({AgendaKind.BREAK, AgendaKind.MEAL, AgendaKind.TRANSFER, AgendaKind.CHECK_IN})
HIGHLIGHTS = frozenset({AgendaKind.SIGNING, AgendaKind.PLAQUE})


@dataclass(frozen=True, slots=True)
class Card:
    """The words of one item."""

    id: int
    number: str
    title: str
    kind: AgendaKind
    kind_words: str
    who: str
    place: str
    minutes: int | None
    budget: str = ""
    marks: tuple[str, ...] = ()

    @property
    def is_pause(self) -> bool:
        """Whether nothing is said in it."""
        return self.kind in PAUSES


def cards_of(snapshot: MeetingSnapshot, marks: Mapping[int, tuple[Finding, ...]], language: str) -> Mapping[int, Card]:
    """The cards of an agenda by item id."""
    cards, numbers = {}, numbers_of(snapshot.agenda)
    for item in snapshot.agenda:
        cards[item.id] = Card(
            id=item.id,
            number=numbers[item.id],
            title=item.title.pick(language) or word(item.kind, language),
            kind=item.kind,
            kind_words=word(item.kind, language),
            who=presenters(item, language),
            place=item.place.pick(language),
            minutes=item.minutes,
            budget=budget_words(item, language),
            marks=tuple(finding_sentence(finding, language) for finding in marks.get(item.id, ())),
        )
    return cards


def slots_of(snapshot: MeetingSnapshot) -> tuple[Slot, ...]:
    """The places in time of a snapshot's items, each with the day it counts for."""
    meeting = snapshot.meeting
    days = days_of(snapshot.agenda, first_day(meeting.starts_on, meeting.date_precision))
    return tuple(Slot(item.id, item.parent_id, days[item.id], item.start, item.minutes) for item in snapshot.agenda)


def talk_parts(item: AgendaItem) -> Counter[int]:
    """How many talks of how many minutes, in the order of the presenters."""
    parts: Counter[int] = Counter()
    for presenter in item.presenters:
        minutes = presenter.talk_minutes or item.talk_minutes
        if minutes:
            parts[minutes] += (presenter.group.stated_count or 1) if presenter.group else 1
    return parts


def budget_words(item: AgendaItem, language: str) -> str:
    """26×1′ + 30×2′ = 86′ of 60′; nothing where no talk has its minutes."""
    _, parts = translator(language).gettext, talk_parts(item)
    if not parts:
        return ""
    sum_words = " + ".join(f"{count}×{minutes}′" for minutes, count in parts.items())
    needed = sum(count * minutes for minutes, count in parts.items())
    if item.minutes is None:
        return f"{sum_words} = {needed}′"
    return _("{talks} = {needed}′ of {minutes}′").format(talks=sum_words, needed=needed, minutes=item.minutes)


def is_over_budget(item: AgendaItem) -> bool:
    """Whether the talks need more time than is planned."""
    needed = sum(count * minutes for minutes, count in talk_parts(item).items())
    return item.minutes is not None and needed > item.minutes


def times_of(slot: Slot, language: str) -> str:
    """09:30–10:15, with a sign where the end lies past midnight."""
    end = later(slot.start, slot.minutes)
    if slot.start is None or end is None or end >= slot.start or not slot.minutes:
        return format_time_range(slot.start, end if slot.minutes else None)
    _ = translator(language).gettext
    return _("{start}–{end} next day").format(start=format_time(slot.start), end=format_time(end))


def remark_words(snapshot: MeetingSnapshot, marked: int, language: str) -> str:
    """How many items, how many of them to look at, and whether clock times are missing."""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    items = sum(item.parent_id is None for item in snapshot.agenda)
    said = [ngettext("{count} item", "{count} items", items).format(count=items)]
    if marked:
        said.append(ngettext("{count} to look at", "{count} to look at", marked).format(count=marked))
    if not any(item.start for item in snapshot.agenda):
        said.append(_("clock times not known"))
    return " · ".join(said)
