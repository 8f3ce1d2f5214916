"""The parties of an agreement: who they are at its head, and where they sign and seal at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.blocks import Field, FieldList, SignatureArea, SignatureParty, Span, SpanKind, Spans
from exporters.documents.agreement_quotes import inside_marks
from exporters.documents.agreement_text import AgreementText, blank
from models.snapshots.shapes import Agreement, Bilingual
from resources.languages import translator

_LETTERS = "abcdefghij"
_WITNESSES = "witnesses."
_IN_PERSON = Bilingual("见证人", "Witness")


def party_names(agreement: Agreement) -> tuple[str, ...]:
    """The names under which templates know the parties: party_a, party_b …; witnesses have none."""
    count = sum(not party.is_witness for party in agreement.parties)
    return tuple(f"party_{_LETTERS[n]}" if n < len(_LETTERS) else f"parties.{n + 1}" for n in range(count))


def witness_names(agreement: Agreement) -> tuple[str, ...]:
    """The same for witnesses."""
    count = sum(party.is_witness for party in agreement.parties)
    return tuple(f"{_WITNESSES}{n}" for n in range(1, count + 1))


def name_field(name: str, text: AgreementText) -> Field:
    """“甲方：云岭县人民政府”; “见证人：张三” for a witness who stands for no unit."""
    if person := _person_alone(name, text):
        return Field(_IN_PERSON.pick(text.language), (Span(person, SpanKind.NAME),))
    return Field(text.value(f"{name}.label"), _spans(text, f"{name}.name"))


def place(text: AgreementText) -> Spans:
    """Where the agreement is signed, or the blank for it."""
    return _spans(text, "agreement.sign_place")


def on_final(known: str, name: str) -> Spans:
    """A number or date that a draft leaves blank; a blank where it is not known."""
    return (Span(known, SpanKind.ON_FINAL, len(known)),) if known else (blank(name),)


def parties(agreement: Agreement, text: AgreementText) -> tuple[FieldList, ...]:
    """A list for each party, then the witnesses: what is known, and what must be filled in by hand."""
    own = (FieldList(tuple(_party_fields(name, text))) for name in party_names(agreement))
    witnesses = (FieldList((name_field(name, text),)) for name in witness_names(agreement))
    return (*own, *witnesses)


def signature_area(agreement: Agreement, text: AgreementText, title: str) -> SignatureArea:
    """Room for seals and hands; nothing is ever signed or dated in print."""
    _ = translator(text.language).gettext
    place_known = bool(text.value("agreement.sign_place"))
    return SignatureArea(
        parties=tuple(_signature(name, text, place_known=place_known) for name in party_names(agreement)),
        witnesses=tuple(_witness(name, text) for name in witness_names(agreement)),
        note=_("(No text below this line)"),
        alone=_("(No text on this page: signature page of “{title}”)").format(title=inside_marks(title, text.language)),
        count=_("This Agreement has {pages} pages in all."),
    )


def _party_fields(name: str, text: AgreementText) -> Iterator[Field]:
    _ = translator(text.language).gettext
    yield name_field(name, text)
    yield Field(_("Unified social credit code"), _plain_spans(text, f"{name}.uscc"))
    yield Field(_("Registered address"), _spans(text, f"{name}.address"))
    yield Field(_("Legal representative (responsible person)"), _with_title(text, f"{name}.legal_rep", "_title"))
    signatory, authorization = text.value(f"{name}.signatory"), text.plain(f"{name}.authorization")
    if signatory and signatory != text.value(f"{name}.legal_rep"):
        yield Field(_("Authorized representative"), _titled(signatory, text.value(f"{name}.capacity"), text.language))
    if authorization:
        yield Field(_("Letter of authorization"), (Span(authorization),))
    contact = text.value(f"{name}.contact")
    if contact:
        yield Field(_("Contact person"), _titled(contact, text.value(f"{name}.contact_dept"), text.language))
    for label, value in (
        (_("Contact telephone"), text.plain(f"{name}.phone")),
        (_("Email"), text.plain(f"{name}.email")),
    ):
        if value:
            yield Field(label, (Span(value, SpanKind.NAME),))


def _person_alone(name: str, text: AgreementText) -> str:
    """The person who witnesses for no unit; empty for all others."""
    is_person = name.startswith(_WITNESSES) and not text.value(f"{name}.name")
    return text.value(f"{name}.signatory") if is_person else ""


def _witness(name: str, text: AgreementText) -> SignatureParty:
    """A unit seals and signs as a party does; a person only signs."""
    _ = translator(text.language).gettext
    apart = " " if text.language == "en" else ""  # the name may follow on the same line
    if person := _person_alone(name, text):
        return SignatureParty(_("Witness:") + apart, person, (_("Signature of the witness:"), _("Date:")))
    sealing = _signature(name, text, place_known=True)
    return replace(sealing, label=_("For and on behalf of the Witness (seal):") + apart)


def _signature(name: str, text: AgreementText, *, place_known: bool) -> SignatureParty:
    _ = translator(text.language).gettext
    # Translators: the Chinese form says who signs: the legal representative or an authorized one.
    lines = [_("Signature:")]
    if text.language == "en":
        lines += [_("Name:"), _("Title:")]
    # Translators: the Chinese form leaves room for year, month and day in front of 年, 月 and 日.
    lines.append(_("Date:"))
    if not place_known:
        lines.append(_("Place of signing:"))
    label = _("For and on behalf of {party} (seal):").format(party=text.value(f"{name}.label"))
    if text.language == "en":
        label += " "  # the name may follow on the same line
    return SignatureParty(label, text.value(f"{name}.name"), tuple(lines))


def _spans(text: AgreementText, name: str) -> Spans:
    """A name or address, or the blank for it."""
    known = text.value(name)
    return (Span(known, SpanKind.NAME),) if known else (blank(f"{name}_{text.language}"),)


def _plain_spans(text: AgreementText, name: str) -> Spans:
    """A code or number that has no language, or the blank for it."""
    known = text.plain(name)
    return (Span(known, SpanKind.NAME),) if known else (blank(name),)


def _with_title(text: AgreementText, name: str, title: str) -> Spans:
    person = text.value(name)
    if not person:
        return (blank(f"{name}_{text.language}"),)
    return _titled(person, text.value(name + title), text.language)


def _titled(person: str, title: str, language: str) -> Spans:
    """“张三，区长”."""
    if not title:
        return (Span(person, SpanKind.NAME),)
    return (Span(person, SpanKind.NAME), Span((", " if language == "en" else "，") + title))
