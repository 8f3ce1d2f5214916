"""How papers name people: who really comes, titles before or after names, unnamed groups, head counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_title, list_unit, said
from models.codes import Qualifier, Reply
from models.snapshots.shapes import Attendee, AttendeeGroup, Person, Presenter

# Behind a number, labels that begin with one of these lose their capital: 12 student volunteers, but 12 Wuhan students.
COMMON_NOUN = re.compile(
    r"(?:alumni|business|companies|company|current|deputies|enterprise|enterprises|entrepreneurs|experts|"
    r"faculty|graduates|guests|heads|invited|journalists|leaders|local|media|members|officials|other|"
    r"participants|participating|professors|relevant|reporters|representatives|researchers|scholars|"
    r"school|scientists|signing|staff|student|students|teachers|technical|undergraduates|university|"
    r"village|volunteers|young)\b",
    re.IGNORECASE,
)


def coming(attendees: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """All but those who declined, in their manual order."""
    return tuple(attendee for attendee in attendees if attendee.reply is not Reply.DECLINED)


def substitute_of(attendee: Attendee) -> Person | None:
    """Who comes instead, if somebody does."""
    return attendee.substitute if attendee.reply is Reply.SUBSTITUTE else None


def comer(attendee: Attendee) -> Person:
    """Whoever really comes: the substitute, or the person."""
    return substitute_of(attendee) or attendee.person


def attendee_name(attendee: Attendee, book: Phrasebook, *, spaced: bool = False) -> str:
    """The name of whoever really comes."""
    return book.name(comer(attendee).name, spaced=spaced)


def attendee_title(attendee: Attendee, book: Phrasebook) -> str:
    """The title; empty for a substitute, whose own title is not known and who must not be given another's."""
    return "" if substitute_of(attendee) else list_title(attendee, book)


def substitution(attendee: Attendee, book: Phrasebook) -> str:
    """代王明（县财政局局长）参会 / in place of Wang Ming (Director); empty for those who come themselves.

    Of a substitute without a name only the reply is known.
    """
    if not substitute_of(attendee):
        return book.word(attendee.reply) if attendee.reply is Reply.SUBSTITUTE else ""
    title = book.bracketed(list_title(attendee, book))
    return book._("in place of {name}", name=book.name(attendee.person.name) + title)


def introduced(attendee: Attendee, book: Phrasebook) -> str:
    """Unit, title and name as one says them: 武汉大学院长　梁涛 / Liang Tao, Dean, Wuhan University."""
    name = attendee_name(attendee, book)
    posts = list_unit(attendee, book) if substitute_of(attendee) else said(attendee, book)
    parts = (name, posts) if book.language == "en" else (posts, name)
    return (", " if book.language == "en" else "　").join(part for part in parts if part)


def name_and_title(attendee: Attendee, book: Phrasebook) -> str:
    """A name short enough for a table cell: 院长梁涛 / Liang Tao, Dean."""
    title, name = attendee_title(attendee, book), attendee_name(attendee, book)
    return title + name if book.language == "zh" else book.join((name, title))


def group_words(group: AttendeeGroup, book: Phrasebook) -> str:
    """26位教师代表, 30余家企业, 部分在校生 / 26 faculty representatives, some current students."""
    label = book.text(group.label)
    if group.stated_count is not None and str(group.stated_count) in label:
        return label
    if group.stated_count is None and group.qualifier is not Qualifier.PARTIAL:
        return label
    return _counted_zh(group, label, book) if book.language == "zh" else _counted_en(group, label, book)


def _counted_zh(group: AttendeeGroup, label: str, book: Phrasebook) -> str:
    if group.stated_count is None:
        return label if label.startswith("部分") else f"部分{label}"
    measure = "家" if group.counts_organizations else "位"
    if group.qualifier in (Qualifier.OPEN, Qualifier.PARTIAL):
        ending = "" if label.endswith("等") else "等"
        return f"{label}{ending}{group.stated_count}{measure if group.counts_organizations else '人'}"
    if group.qualifier is Qualifier.AT_LEAST:
        return f"{group.stated_count}{measure}以上{label}"
    return book.count(group.stated_count, group.qualifier, measure) + label


def _counted_en(group: AttendeeGroup, label: str, book: Phrasebook) -> str:
    label = book.inside(label) if COMMON_NOUN.match(label) else label
    if group.stated_count is None and label.lower().startswith(("some", "part")):
        return label
    return book.count(group.stated_count, group.qualifier, label)


def presenter_words(presenter: Presenter, book: Phrasebook) -> str:
    """Whoever presents, with the minutes given to them alone."""
    if presenter.attendee:
        who = introduced(presenter.attendee, book)
    elif presenter.group:
        who = group_words(presenter.group, book)
    else:
        who = book.text(presenter.organization.name) if presenter.organization else ""
    return who + book.bracketed(book.minutes(presenter.talk_minutes))


def people_count(book: Phrasebook, count: int, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """9人 / 9 people, with its qualifier."""
    return book.count(count, qualifier, book.n_("person", "people", count))
