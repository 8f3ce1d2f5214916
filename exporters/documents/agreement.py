"""The agreement: title, parties, recitals, numbered clauses, the places to sign, annexes."""

from __future__ import annotations

from exporters.blocks import Block, Document, DraftNote, Section, Spacer, Title
from exporters.documents.agreement_annexes import annex_list, annexes
from exporters.documents.agreement_parties import head, parties, party_names, signature_area
from exporters.documents.agreement_text import AgreementText
from exporters.options import ExportOptions
from models.clause_numbers import reading_values, standing
from models.codes import ClauseKind
from models.errors import KnownError
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot
from models.templates import KEYS, builtin_template
from resources.languages import translator

LONGEST_TITLE_LINE = 20  # Han characters of 二号 in a line


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One document an agreement, or the one of `options.agreement_key`.

    KnownError: unknown_agreement (names the keys), no_material (no agreement has a text yet).
    """
    chosen = _chosen(snapshot, options)
    written = [agreement for agreement in chosen if agreement.clauses]
    if not written:
        raise KnownError("no_material", document="agreement", meeting=snapshot.meeting.key)
    return tuple(_document(snapshot, agreement, options) for agreement in written)


def _chosen(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Agreement, ...]:
    wanted = options.agreement_key
    if wanted is None:
        return snapshot.agreements
    found = tuple(agreement for agreement in snapshot.agreements if agreement.key == wanted)
    if not found:
        known = ", ".join(agreement.key for agreement in snapshot.agreements)
        raise KnownError("unknown_agreement", agreement=wanted, known=known)
    return found


def _document(snapshot: MeetingSnapshot, agreement: Agreement, options: ExportOptions) -> Document:
    language = options.language
    values = reading_values(agreement, agreement_values(snapshot, agreement), language)
    text = AgreementText(values, language)
    title = text.line(_title(agreement, language))
    return Document(
        kind="agreement",
        title=title,
        language=language,
        blocks=_blocks(agreement, text, title),
        style="agreement",
        subject=snapshot.meeting.title.pick(language),
        key=agreement.key,
        keywords=tuple(filter(None, (text.value(f"{name}.name") for name in party_names(agreement)))),
    )


def _blocks(agreement: Agreement, text: AgreementText, title: str) -> tuple[Block, ...]:
    _ = translator(text.language).gettext
    place_known = bool(text.value("agreement.sign_place"))
    recitals = (c for c in standing(agreement.clauses, text.values) if c.kind is ClauseKind.RECITALS)
    sections: tuple[Section, ...] = annexes(agreement, text)
    return (
        DraftNote(_("Model text: it must pass a legality review before it is signed.")),
        head(text, place_known=place_known),
        Spacer(),
        Title(title_lines(title, agreement, text)),
        *(block for party in parties(agreement, text) for block in (party, Spacer(0.5))),
        *(paragraph for clause in recitals for paragraph in text.paragraphs(clause.body)),
        *text.clauses(agreement.clauses),
        *annex_list(agreement, text),
        Spacer(),
        signature_area(agreement, text, place_known=place_known),
        *sections,
    )


def _title(agreement: Agreement, language: str) -> Bilingual:
    """The agreement's own title, else its template's plain one."""
    if agreement.title:
        return agreement.title
    if agreement.template in KEYS:
        return builtin_template(agreement.template).plain_title
    _ = translator(language).gettext
    word = _("Cooperation Agreement")
    return Bilingual(word, word)


def title_lines(title: str, agreement: Agreement, text: AgreementText) -> tuple[str, ...]:
    """The title in lines that break where it makes sense: the parties' names apart from the kind of agreement."""
    if text.language == "en":
        for joint in (" between ", " among "):
            kind, found, names = title.partition(joint)
            if found:
                return (kind, found.strip() + " " + names)
        return (title,)
    if len(title) <= LONGEST_TITLE_LINE:
        return (title,)
    ends = [title.find(name) + len(name) for name in _spelled_names(agreement, text) if name in title]
    end = max(ends, default=0)
    return (title[:end], title[end:]) if 0 < end < len(title) else (title,)


def _spelled_names(agreement: Agreement, text: AgreementText) -> list[str]:
    """Each party's name as a title may spell it."""
    spellings = (text.value(f"{name}.{form}") for name in party_names(agreement) for form in ("name", "unit", "short"))
    return [spelling for spelling in spellings if spelling]
