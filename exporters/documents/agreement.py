"""The agreement: title, parties, recitals, numbered clauses, the places to sign, annexes."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from exporters.blocks import Block, Document, DraftNote, Section, Spacer, Title
from exporters.documents.agreement_annexes import annex_list, annexes
from exporters.documents.agreement_corner import corner_mark
from exporters.documents.agreement_cover import cover
from exporters.documents.agreement_frozen import as_frozen, frozen_document
from exporters.documents.agreement_kept import kept_document
from exporters.documents.agreement_languages import as_translation, is_translation, signed_in, translation_words
from exporters.documents.agreement_parallel import side_by_side
from exporters.documents.agreement_parties import parties, party_names, signature_area
from exporters.documents.agreement_sequence import one_after_the_other
from exporters.documents.agreement_text import AgreementText
from exporters.options import ExportOptions
from models.clause_numbers import reading_values, standing
from models.codes import AgreementLanguage, AgreementStatus, ClauseKind
from models.errors import KnownError
from models.rules.agreement_steps import REVIEW_MARKS
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot
from models.templates import KEYS, builtin_template
from resources.languages import translator

LONGEST_TITLE_LINE = 20  # Han characters of 二号 in a line
SIDE_BY_SIDE = "zh-en"  # the language of a paper in both
_BETWEEN_NAMES = "与和及同、，"


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One document an agreement, or the one of `options.agreement_key`; with `options.revision`, as that one was kept.

    KnownError: unknown_agreement (names the keys), no_material (no agreement has a text yet), those of
    `kept_document`.
    """
    if options.revision is not None:
        return tuple(kept_document(one, options.revision, options.language) for one in _chosen(snapshot, options))
    return tuple(_document(snapshot, agreement, options) for agreement in written_agreements(snapshot, options))


def written_agreements(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Agreement, ...]:
    """The agreements asked for that have a text, in their order; the errors of `assemble`.

    For a final paper those that have been finalized come as they stood then, with their frozen text.
    """
    written = tuple(agreement for agreement in _chosen(snapshot, options) if agreement.clauses)
    if not written:
        raise KnownError("no_material", document="agreement", meeting=snapshot.meeting.key)
    return tuple(map(as_frozen, written)) if options.final else written


def _chosen(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Agreement, ...]:
    wanted = options.agreement_key
    if wanted is None:
        return snapshot.agreements
    found = tuple(agreement for agreement in snapshot.agreements if agreement.key == wanted)
    if not found:
        known = ", ".join(agreement.key for agreement in snapshot.agreements)
        raise KnownError("unknown_agreement", agreement=wanted, known=known)
    return found


def halves(snapshot: MeetingSnapshot, agreement: Agreement, language: str) -> tuple[Document, ...]:
    """The agreement in its language, or in each of two ("zh-en"), without a mark in the corner."""
    return tuple(_in_one_language(snapshot, agreement, one) for one in language.split("-"))


def as_signed(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[Document, ...]:
    """The agreement in each language that it is signed in."""
    return halves(snapshot, agreement, "-".join(signed_in(agreement)))


def joined(parts: tuple[Document, ...], form: AgreementLanguage = AgreementLanguage.SIDE_BY_SIDE) -> Document:
    """One paper of the halves: side by side, or the texts one after the other."""
    if len(parts) == 1:
        return parts[0]
    return one_after_the_other(*parts) if form is AgreementLanguage.ZH_THEN_EN else side_by_side(*parts)


def _document(snapshot: MeetingSnapshot, agreement: Agreement, options: ExportOptions) -> Document:
    document = joined(halves(snapshot, agreement, options.language))
    translated = is_translation(options.language, agreement)
    document = as_translation(document) if translated else document
    mark = translation_words(options.language) if translated else ""
    corner = corner_mark(document, agreement, options, mark)
    goes_round = agreement.status is AgreementStatus.UNDER_REVIEW and agreement.mark in REVIEW_MARKS
    return replace(document, corner=corner, mark=agreement.mark.value if goes_round else "")


def _in_one_language(snapshot: MeetingSnapshot, agreement: Agreement, language: str) -> Document:
    frozen = frozen_document(agreement, language)
    if frozen is not None:
        return frozen
    text = AgreementText(reading_values(agreement, agreement_values(snapshot, agreement), language), language)
    title = text.line(title_of(agreement, language))
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
    recitals = (c for c in standing(agreement.clauses, text.values) if c.kind is ClauseKind.RECITALS)
    sections: tuple[Section, ...] = annexes(agreement, text)
    return (
        cover(agreement, text, cover_lines(title, agreement, text)),
        DraftNote(_("Model text: it must pass a legality review before it is signed.")),
        Title(title_lines(title, agreement, text)),
        *(block for party in parties(agreement, text) for block in (party, Spacer(0.5))),
        *(paragraph for clause in recitals for paragraph in text.paragraphs(clause.body)),
        *text.clauses(agreement.clauses),
        *annex_list(agreement, text),
        Spacer(),
        signature_area(agreement, text, title),
        *sections,
    )


def title_of(agreement: Agreement, language: str) -> Bilingual:
    """The agreement's own title, else its template's plain one."""
    if agreement.title or agreement.template_title:
        return agreement.title or agreement.template_title
    if agreement.template in KEYS:
        return builtin_template(agreement.template).plain_title
    _ = translator(language).gettext
    word = _("Cooperation Agreement")
    return Bilingual(word, word)


def title_lines(title: str, agreement: Agreement, text: AgreementText) -> tuple[str, ...]:
    """The title above the text: on one line where it is short, else as on the cover."""
    short = text.language != "en" and len(title) <= LONGEST_TITLE_LINE
    return (title,) if short else cover_lines(title, agreement, text)


def cover_lines(title: str, agreement: Agreement, text: AgreementText) -> tuple[str, ...]:
    """The title in lines that break where it makes sense: the parties' names apart from the kind of agreement."""
    if text.language == "en":
        for joint in (" between ", " among "):
            kind, found, names = title.partition(joint)
            if found:
                return (kind, found.strip() + " " + names)
        return (title,)
    spelled = sorted(_spelled_names(agreement, text), key=len, reverse=True)
    end = max((title.find(name) + len(name) for name in spelled if name in title), default=0)
    others = reduce(lambda rest, name: rest.replace(name, ""), spelled, title[:end])
    return (title[:end], title[end:]) if end < len(title) and not others.strip(_BETWEEN_NAMES) and end else (title,)


def _spelled_names(agreement: Agreement, text: AgreementText) -> list[str]:
    """Each party's name as a title may spell it."""
    spellings = (text.value(f"{name}.{form}") for name in party_names(agreement) for form in ("name", "unit", "short"))
    return [spelling for spelling in spellings if spelling]
