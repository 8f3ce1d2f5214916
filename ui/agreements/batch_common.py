"""What all agreements of a batch have in common: the fields of the panel beside the table, and what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from exporters.documents.words import word
from models.codes import AgreementLanguage
from models.snapshots.agreement_values import WITNESS_LABEL, party_label
from models.snapshots.shapes import AgreementParty, Bilingual, MeetingSnapshot
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.agreements.batch_lines import ANSWER, CREATE, BatchLine, Named, Offers, answers_of, pairs_of
from ui.agreements.fact_names import fact_word
from ui.agreements.rows import N_
from ui.widgets.field_panel import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry

if TYPE_CHECKING:
    from models.actions.batch_agreements import BatchCommon, BatchParty

Values = dict[str, Any]
ENGLISH = (AgreementLanguage.EN, AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN)
_LINE, _TEXT = FieldKind.BILINGUAL_LINE, FieldKind.LINE


def first_values(snapshot: MeetingSnapshot, template: AgreementTemplate) -> Values:
    """What is proposed: the unit that most agreements share, as it signed the last of them; else one of the sides'."""
    values: Values = {
        "template": template.key,
        "language": AgreementLanguage.ZH,
        "unit": _lone_unit(snapshot),
        "row_place": 1,
        "third_role": "",
        "signed_on": snapshot.meeting.starts_on,
        "signed_at_zh": snapshot.meeting.city.zh,
        "signed_at_en": snapshot.meeting.city.en,
        "originals_each": template.originals_each,
        "in_order": True,
    }
    return values | _as_last_signed(snapshot, template)


def _lone_unit(snapshot: MeetingSnapshot) -> int | None:
    """The only unit of a side (the university), the host side before others; else the first unit of a side."""
    sides = sorted((side for side in snapshot.sides if side.units), key=lambda side: not side.is_host)
    alone = [side for side in sides if len(side.units) == 1]
    return next((side.units[0].id for side in alone or sides), None)


def _as_last_signed(snapshot: MeetingSnapshot, template: AgreementTemplate) -> Values:
    """How the unit of most agreements (of this template, if there are any) stands in the last of them."""
    same = [one for one in snapshot.agreements if one.template == template.key] or list(snapshot.agreements)
    parties = [(one, party) for one in same for party in one.parties[:2] if party.organization is not None]
    counted = Counter(party.organization.id for _one, party in parties if party.organization is not None)
    if not counted:
        return {}
    unit = counted.most_common(1)[0][0]
    last, party = [(one, party) for one, party in parties if party.organization and party.organization.id == unit][-1]
    capacity = _capacity_now(snapshot, party)
    return {
        "unit": unit,
        "signatory": party.signatory.id if party.signatory is not None else None,
        "capacity_zh": capacity.zh,
        "capacity_en": capacity.en,
        "row_place": 1 if last.parties[0] is party else 0,
        "language": last.language,
        "signed_on": last.signed_on or snapshot.meeting.starts_on,
        "signed_at_zh": last.signed_at.zh or snapshot.meeting.city.zh,
        "signed_at_en": last.signed_at.en or snapshot.meeting.city.en,
    }


def _capacity_now(snapshot: MeetingSnapshot, party: AgreementParty) -> Bilingual:
    """As the party's signatory signed last – unless the post behind it has become another at the meeting since."""
    signatory, unit = party.signatory, party.organization
    if signatory is None or unit is None:
        return party.capacity
    posts = [post for one in snapshot.attendees if one.person.id == signatory.id for post in one.posts]
    held = [post.title for post in posts if post.organization is not None and post.organization.id == unit.id]
    same = any(title.zh == party.capacity.zh for title in held)
    return party.capacity if same or not held else held[0] or party.capacity


class CommonFields:
    """Makes the sections of the panel."""

    def __init__(self, offers: Callable[[], Offers], templates: Callable[[], Sequence[AgreementTemplate]]) -> None:
        self._offers, self._templates = offers, templates

    def sections(self, values: Values, questions: Sequence[str], language: str) -> tuple[FieldSection, ...]:
        """The fields for the template and the parties that are chosen."""
        text = (
            Field("template", N_("Template"), FieldKind.CHOICE, choices=self._template_choices),
            Field("language", N_("Language"), FieldKind.CHOICE, choices=_languages),
        )
        ours = (
            self._unit("unit", N_("Unit in all agreements")),
            self._person("signatory", N_("Signatory")),
            Field("capacity", N_("Signs as"), _LINE),
            Field("row_place", N_("The units of the table are"), FieldKind.CHOICE, choices=_places),
        )
        third: tuple[Field, ...] = (
            Field("third_role", N_("Third party"), FieldKind.CHOICE, choices=_roles),
            *(
                (self._unit("third", N_("Unit")), self._person("third_signatory", N_("Signatory")))
                * bool(_third(values))
            ),
        )
        return (
            FieldSection("", text),
            FieldSection(N_("Parties"), (*ours, *third)),
            FieldSection(N_("Signing and term"), _SIGNING),
            FieldSection(N_("What is agreed"), (*self._contents(), *(_question(name, language) for name in questions))),
            FieldSection(N_("Order"), (_IN_ORDER,)),
        )

    def _contents(self) -> tuple[Field, ...]:
        return (
            Field("areas", N_("Fields of cooperation, with 、 between them"), _LINE),
            Field("bases", N_("Joint bases"), hint=N_("names of kinds of base, with 、 between them")),
            Field("title", N_("Title; empty: made from the template"), _LINE),
        )

    def _unit(self, key: str, label: str) -> Field:
        def entries(_language: str) -> Sequence[Entry]:
            offers = self._offers()
            return (*offers.units, *offers.added)

        return Field(key, label, FieldKind.PICK, entries=entries, create_words=CREATE)

    def _person(self, key: str, label: str) -> Field:
        def entries(_language: str) -> Sequence[Entry]:
            offers = self._offers()
            return (*offers.people, *offers.added)

        return Field(key, label, FieldKind.PICK, entries=entries, create_words=CREATE)

    def _template_choices(self, language: str) -> list[tuple[Any, str]]:
        return [(one.key, one.plain_title.pick(language)) for one in self._templates()]


_SIGNING = (
    Field("signed_on", N_("Signing date"), FieldKind.DATE),
    Field("originals_each", N_("Originals each"), FieldKind.NUMBER),
    Field("signed_at", N_("Signing place"), _LINE),
    Field("starts_on", N_("Valid from"), FieldKind.DATE),
    Field("ends_on", N_("Valid until"), FieldKind.DATE),
    Field("term_years", N_("Years"), FieldKind.NUMBER),
    Field("filing_copies", N_("Copies for filing"), FieldKind.NUMBER),
)
_IN_ORDER = Field("in_order", N_("Put all agreements into signing order"), FieldKind.FLAG)


def _question(name: str, language: str) -> Field:
    words = fact_word(name, language)
    return Field(f"{ANSWER}{name}", words[:1].upper() + words[1:], _LINE)


def _languages(language: str) -> list[tuple[Any, str]]:
    return [(one, word(one, language)) for one in AgreementLanguage]


def _places(language: str) -> list[tuple[Any, str]]:
    return [(place, party_label(place).pick(language)) for place in (1, 0)]


def _roles(language: str) -> list[tuple[Any, str]]:
    _ = translator(language).gettext
    return [("", _("None")), ("party", party_label(2).pick(language)), ("witness", WITNESS_LABEL.pick(language))]


def _third(values: Values) -> str:
    return str(values.get("third_role") or "")


def batch_common(values: Values) -> BatchCommon:
    """What the panel says."""
    from models.actions.batch_agreements import BatchCommon, BatchParty

    ours = BatchParty(values.get("unit"), values.get("signatory"), _pair(values, "capacity"))
    return BatchCommon(
        parties=(ours,),
        row_place=int(values.get("row_place") or 0),
        language=values.get("language") or AgreementLanguage.ZH,
        title=_pair(values, "title"),
        signed_on=values.get("signed_on"),
        signed_at=_pair(values, "signed_at"),
        starts_on=values.get("starts_on"),
        ends_on=values.get("ends_on"),
        term_years=values.get("term_years"),
        originals_each=values.get("originals_each"),
        filing_copies=values.get("filing_copies"),
        areas=pairs_of(*_pair(values, "areas")),
        bases=_bases(values),
        answers=answers_of(values),
        in_order=bool(values.get("in_order")),
    )


def others_of(values: Values, line: BatchLine) -> tuple[BatchParty, ...]:
    """The third party of a line: its own, or that of all; as a party or as a witness."""
    from models.actions.batch_agreements import BatchParty

    role = _third(values)
    common: Named = values.get("third") if role else None
    unit = line.third if line.third is not None else common
    if unit is None:
        return ()
    signatory = values.get("third_signatory") if unit == common else None
    return (BatchParty(unit, signatory, is_witness=role == "witness"),)


def _pair(values: Mapping[str, Any], name: str) -> tuple[str, str]:
    return str(values.get(f"{name}_zh") or "").strip(), str(values.get(f"{name}_en") or "").strip()


def _bases(values: Values) -> tuple[str, ...]:
    from models.imports.party_table import split_list

    return split_list(str(values.get("bases") or ""))
