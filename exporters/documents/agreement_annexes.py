"""The annexes of an agreement: the list of projects, the contacts, a letter to be signed, and any other text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from exporters.blocks import Block, Cell, Column, Paragraph, Row, Section, Spacer, Span, SpanKind, Table, Title
from exporters.documents.agreement_parties import party_names
from exporters.documents.agreement_text import AgreementText
from models.clause_numbers import standing
from models.codes import ClauseKind
from models.snapshots.shapes import Agreement, Clause
from resources.languages import translator

EMPTY_ROWS = 5  # for a list to be written by hand
HAND_HEIGHT = 12.0  # millimeters
SIGNED_AT = 13  # characters from the edge, where a person signs


def annexes(agreement: Agreement, text: AgreementText) -> tuple[Section, ...]:
    """Each annex on a page of its own."""
    return tuple(_annex(agreement, clause, number, text) for number, clause in enumerate(_standing(agreement, text), 1))


def annex_list(agreement: Agreement, text: AgreementText) -> tuple[Paragraph, ...]:
    """“附件：1. 合作项目清单” below the last clause."""
    _ = translator(text.language).gettext
    headings = [text.line(clause.heading) for clause in _standing(agreement, text)]
    lines = [_("Annex {number}: {heading}").format(number=n, heading=heading) for n, heading in enumerate(headings, 1)]
    return tuple(Paragraph((Span(line),), align="left") for line in lines)


def _standing(agreement: Agreement, text: AgreementText) -> Iterable[Clause]:
    return (clause for clause in standing(agreement.clauses, text.values) if clause.kind is ClauseKind.ANNEX)


def _annex(agreement: Agreement, clause: Clause, number: int, text: AgreementText) -> Section:
    _ = translator(text.language).gettext
    name = _("Annex {number}").format(number=number)
    label = Paragraph((Span(name, SpanKind.STRONG),), align="left", indent=0, keep_with_next=True)
    body: tuple[Block, ...] = text.paragraphs(clause.body)
    if clause.key == "annex_projects":
        body += (_projects(text),)
    elif clause.key == "annex_contacts":
        body += (_contacts(agreement, text),)
    elif clause.key == "annex_acceptance":
        body += _signed_by_commissioner(text)
    return Section(name, (label, Title((text.line(clause.heading),)), *body))


def _projects(text: AgreementText) -> Table:
    _ = translator(text.language).gettext
    columns = (
        Column("number", _("No."), 3, "center"),
        Column("project", _("Cooperation project"), 8),
        Column("content", _("Main content"), 10),
        Column("local", _("Local unit"), 6),
        Column("partner", _("Partner unit"), 6),
        Column("base", _("Base"), 5),
    )
    rows = [_project(row, text) for row in _listed(text, "projects")] or [_area(name) for name in _areas(text)]
    return _numbered(columns, rows, names=("local", "partner"))


def _project(row: Mapping[str, object], text: AgreementText) -> tuple[str, ...]:
    of = AgreementText(row, text.language)
    name = of.value("name") or of.value("topic")
    content = of.value("content") or of.value("need") or of.value("topic")
    return (name, "" if content == name else content, of.value("local"), of.value("partner"), of.value("bases"))


def _areas(text: AgreementText) -> list[str]:
    """Where no project is named yet: the areas of cooperation, then the bases."""
    areas = [_picked(row, text.language) for row in _listed(text, "fields")]
    return areas + [AgreementText(row, text.language).value("name") for row in _listed(text, "bases")]


def _area(name: str) -> tuple[str, ...]:
    return (name, "", "", "", "")


def _contacts(agreement: Agreement, text: AgreementText) -> Table:
    _ = translator(text.language).gettext
    columns = (
        Column("number", _("No."), 3, "center"),
        Column("unit", _("Unit"), 9),
        Column("department", _("Liaison department"), 7),
        Column("person", _("Contact person"), 4),
        Column("phone", _("Contact telephone"), 7),
        Column("email", _("Email"), 7),
    )
    rows = [_contact(name, text) for name in party_names(agreement)]
    return _numbered(columns, rows, names=("unit", "person"))


def _contact(name: str, text: AgreementText) -> tuple[str, ...]:
    told = (text.value(f"{name}.{part}") for part in ("name", "contact_dept", "contact"))
    return (*told, text.plain(f"{name}.phone"), text.plain(f"{name}.email"))


def _signed_by_commissioner(text: AgreementText) -> tuple[Block, ...]:
    """Where the commissioner signs in person: in the right half, one line for the hand, one for the date."""
    _ = translator(text.language).gettext
    # Translators: the Chinese form of the date leaves room for year, month and day in front of 年, 月 and 日.
    lines = (_("Signature of the commissioner:"), _("Date:"))
    hands = (Paragraph((Span(line),), align="left", indent=SIGNED_AT, keep_with_next=True) for line in lines)
    return tuple(block for hand in hands for block in (Spacer(), hand))


def _numbered(columns: tuple[Column, ...], rows: list[tuple[str, ...]], names: Collection[str]) -> Table:
    """The table with row numbers; empty rows to write in where there are none. `names`: columns of names."""
    keys = [column.key for column in columns[1:]]
    cells = [
        (Cell(str(n), n), *(Cell(text, name=key in names) for key, text in zip(keys, row, strict=True)))
        for n, row in enumerate(rows, 1)
    ]
    empty = (Row((Cell(""),) * len(columns), "blank"),) * EMPTY_ROWS
    return Table(columns, tuple(Row(row) for row in cells) or empty, row_height=0.0 if rows else HAND_HEIGHT)


def _listed(text: AgreementText, name: str) -> list[Mapping[str, object]]:
    found = text.values.get(name)
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []


def _picked(row: Mapping[str, object], language: str) -> str:
    return str(row.get(language) or row.get("en" if language == "zh" else "zh") or "")
