"""Facts of the background in words: numbers with their qualifier, level, period and the examples named."""

from __future__ import annotations

from exporters.documents.phrasebook import Phrasebook
from exporters.documents.words import N_
from models.snapshots.shapes import Fact

# What the answers to a template's questions are called; the office's own questions keep the name it gave them.
VARIABLES = {
    "base.place": N_("Place of the base"),
    "base.quota_per_year": N_("Places a year"),
    "base.type": N_("Type of base"),
    "commissioner.count": N_("Number of commissioners"),
    "commissioner.field": N_("Field of the commissioners"),
    "commissioner.name": N_("Names of the commissioners"),
    "commissioner.title": N_("Titles of the commissioners"),
    "dispatch.days_per_month": N_("Days of service a month"),
    "dispatch.end": N_("End of the posting"),
    "dispatch.kind": N_("Kind of posting"),
    "dispatch.start": N_("Beginning of the posting"),
    "fund.amount": N_("Funds (CNY)"),
    "fund.source": N_("Source of the funds"),
    "plaque.text": N_("Wording of the plaque"),
}


def variable_word(name: str, book: Phrasebook) -> str:
    """What an answer to a template's question is called."""
    known = VARIABLES.get(name)
    return book._(known) if known else name


def fact_value(fact: Fact, book: Phrasebook) -> str:
    """60余项 / more than 60 projects; a share where one is given."""
    number = book.count(fact.value, fact.qualifier, book.text(fact.unit)) if fact.value is not None else ""
    unit = "" if number else book.text(fact.unit)
    return book.clauses((number or unit, book.text(fact.share)))


def fact_period(fact: Fact, book: Phrasebook) -> str:
    """两年来，截至2024年5月20日."""
    as_of = book._("as of {date}", date=book.day(fact.as_of)) if fact.as_of else ""
    return book.clauses((book.text(fact.period), as_of))


def fact_examples(fact: Fact, book: Phrasebook) -> str:
    """The examples a source names, and whether it names all."""
    named = book.text(fact.examples)
    open_list = "" if fact.list_complete else book._("the list is not complete")
    return named + book.bracketed(open_list) if named else open_list
