"""The first schema: every table of the records. A sealed capsule: it imports nothing of the app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def short(*names: str) -> list[sa.Column[Any]]:
    """One line of text each, never NULL."""
    return [text(name, 1000) for name in names]


def text(name: str, length: int) -> sa.Column[Any]:
    """A bounded text."""
    return sa.Column(name, sa.String(length), nullable=False)


def long(*names: str) -> list[sa.Column[Any]]:
    """Text of several lines each, never NULL."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def codes(*names: str) -> list[sa.Column[Any]]:
    """A code of a closed list each, without CHECK."""
    return [text(name, 40) for name in names]


def number(*names: str) -> list[sa.Column[Any]]:
    """A whole number each."""
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def flag(*names: str) -> list[sa.Column[Any]]:
    """Yes or no each."""
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def structure(*names: str) -> list[sa.Column[Any]]:
    """A JSON value each."""
    return [sa.Column(name, sa.JSON(), nullable=False) for name in names]


def perhaps(kind: sa.types.TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    """A value each that may be unknown."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def owner(name: str, target: str) -> sa.Column[Any]:
    """The row that a row belongs to."""
    return sa.Column(name, sa.Integer(), nullable=False, info={"target": target})


def link(name: str, target: str) -> sa.Column[Any]:
    """A row that a row names."""
    return sa.Column(name, sa.Integer(), nullable=True, info={"target": target})


def create(table: str, columns: Iterable[sa.Column[Any]], *, unique: str = "", index: str = "") -> None:
    """A table with what all share: id never used again, version, stamps, named constraints, an index per link."""
    own = list(columns)
    links = [column for column in own if "target" in column.info]
    constraints: list[sa.Constraint] = [sa.PrimaryKeyConstraint("id", name=f"pk_{table}")]
    for column in links:
        name, target = f"fk_{table}_{column.name}", f"{column.info['target']}.id"
        constraints.append(
            sa.ForeignKeyConstraint([column.name], [target], name=name, deferrable=True, initially="IMMEDIATE")
        )
    if unique:
        constraints.append(sa.UniqueConstraint(unique, name=f"uq_{table}_{unique}"))
    stamps = [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created_at", "updated_at")]
    first, version = sa.Column("id", sa.Integer(), nullable=False), sa.Column("version", sa.Integer(), nullable=False)
    op.create_table(table, first, *own, version, *stamps, *constraints, sqlite_autoincrement=True)
    for name in [column.name for column in links] + ([index] if index else []):
        op.create_index(f"ix_{table}_{name}", table, [name])


def create_organizations_and_people() -> None:
    """Organizations and people."""
    create(
        "person",
        [
            *short("name_zh", "name_en", "family_name", "given_name", "gender", "academic_rank_zh", "academic_rank_en"),
            *long("expertise_zh", "expertise_en"),
            *short("phone", "phone_2", "email", "identity_number", "ethnicity", "diet"),
            *long("notes"),
        ],
    )
    create(
        "organization",
        [
            *short("name_zh", "name_en", "short_name_zh", "short_name_en"),
            *codes("kind"),
            link("parent_id", "organization"),
            *perhaps(sa.Boolean(), "has_legal_personality"),
            *short("credit_code"),
            link("legal_representative_id", "person"),
            *short(
                "legal_representative_title_zh",
                "legal_representative_title_en",
                "address_zh",
                "address_en",
                "region_zh",
                "region_en",
                "phone",
                "email",
                "tags_zh",
                "tags_en",
            ),
            *long("profile_zh", "profile_en", "notes"),
        ],
    )
    create("person_alias", [owner("person_id", "person"), *number("position"), *short("alias", "language", "note")])
    create(
        "organization_alias",
        [owner("organization_id", "organization"), *number("position"), *short("alias", "language", "note")],
    )
    create(
        "appointment",
        [
            owner("person_id", "person"),
            link("organization_id", "organization"),
            *number("position"),
            *short("department_zh", "department_en", "title_zh", "title_en"),
            *perhaps(sa.Date(), "valid_from", "valid_to"),
        ],
    )


def create_meetings() -> None:
    """Meetings."""
    create(
        "meeting",
        [
            text("key", 100),
            *structure("kinds"),
            *short("title_zh", "title_en", "theme_zh", "theme_en"),
            *long("purpose_zh", "purpose_en"),
            *perhaps(sa.Date(), "starts_on", "ends_on"),
            *codes("date_precision"),
            *short("date_note_zh", "date_note_en", "venue_zh", "venue_en"),
            link("venue_organization_id", "organization"),
            *short("city_zh", "city_en"),
            *codes("status", "confidentiality"),
            *flag("invented"),
            *long("notes_zh", "notes_en"),
        ],
        unique="key",
    )
    create(
        "meeting_organization",
        [
            owner("meeting_id", "meeting"),
            link("organization_id", "organization"),
            *codes("role"),
            *number("position"),
            *short("note_zh", "note_en"),
        ],
    )
    create(
        "side",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *codes("kind"),
            *short("label_zh", "label_en"),
            *flag("is_host"),
            *perhaps(sa.Integer(), "stated_headcount"),
            *codes("headcount_qualifier"),
            *short("note_zh", "note_en"),
        ],
    )
    create("side_unit", [owner("side_id", "side"), link("organization_id", "organization"), *number("position")])
    create(
        "photo", [owner("meeting_id", "meeting"), *number("position"), *short("file_name", "caption_zh", "caption_en")]
    )
    create(
        "reading",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *short("target_kind", "target_label", "target_field"),
            *long("original", "reading_zh", "reading_en"),
            *codes("confidence"),
            *long("basis"),
            *short("reviewed_by"),
        ],
    )
    create(
        "source_document",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *short(
                "title",
                "original_title",
                "title_reading_zh",
                "title_reading_en",
                "outlet_zh",
                "outlet_en",
                "published",
                "authors",
                "editor",
                "language",
            ),
            *flag("machine_translated"),
            *long("text", "notes"),
        ],
    )


def create_attendance() -> None:
    """Attendance."""
    create(
        "attendance",
        [
            owner("meeting_id", "meeting"),
            link("person_id", "person"),
            link("side_id", "side"),
            *number("rank"),
            *codes("category"),
            *short("unit_override_zh", "unit_override_en", "title_override_zh", "title_override_en", "claimed_role"),
            *codes("reply"),
            link("substitute_id", "person"),
            text("arrival", 100),
            *short("arrival_trip"),
            text("departure", 100),
            *short("departure_trip"),
            *perhaps(sa.Boolean(), "needs_room"),
            *short("room", "roommate", "meals", "table_number", "own_vehicle"),
            *perhaps(sa.DateTime(timezone=True), "signed_in_at"),
            *short("source"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "attendance_appointment",
        [owner("attendance_id", "attendance"), owner("appointment_id", "appointment"), *number("position")],
    )
    create(
        "attendee_group",
        [
            owner("meeting_id", "meeting"),
            link("side_id", "side"),
            link("organization_id", "organization"),
            *number("position"),
            *short("label_zh", "label_en"),
            *perhaps(sa.Integer(), "stated_count"),
            *codes("qualifier"),
            *flag("list_complete", "counts_organizations"),
            *long("remarks_zh", "remarks_en"),
        ],
    )


def create_agenda() -> None:
    """Agenda."""
    create(
        "agenda_item",
        [
            owner("meeting_id", "meeting"),
            link("parent_id", "agenda_item"),
            *number("position"),
            *perhaps(sa.Date(), "day"),
            *perhaps(sa.Time(), "start"),
            *perhaps(sa.Integer(), "minutes"),
            *codes("kind"),
            *short("title_zh", "title_en"),
            *long("detail_zh", "detail_en"),
            link("moderator_id", "attendance"),
            *short("place_zh", "place_en", "materials_zh", "materials_en"),
            *perhaps(sa.Integer(), "talk_minutes"),
        ],
    )
    create(
        "agenda_presenter",
        [
            owner("agenda_item_id", "agenda_item"),
            link("attendance_id", "attendance"),
            link("group_id", "attendee_group"),
            link("organization_id", "organization"),
            *number("position"),
            *perhaps(sa.Integer(), "talk_minutes"),
        ],
    )


def create_visits() -> None:
    """Visits."""
    create(
        "visit_route",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *short("label_zh", "label_en"),
            *perhaps(sa.Date(), "day"),
            *codes("phase"),
            *perhaps(sa.Time(), "departs_at"),
            *short("departs_from_zh", "departs_from_en", "participants_zh", "participants_en"),
            *long("purpose_zh", "purpose_en"),
            link("leader_id", "attendance"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "visit_stop",
        [
            owner("route_id", "visit_route"),
            *number("position"),
            link("organization_id", "organization"),
            *short("place_zh", "place_en"),
            *perhaps(sa.Time(), "arrive"),
            *perhaps(sa.Integer(), "minutes", "travel_minutes", "buffer_minutes"),
            *long("activity_zh", "activity_en"),
            link("guide_id", "attendance"),
            *short(
                "guide_zh",
                "guide_en",
                "contact_zh",
                "contact_en",
                "contact_phone",
                "participants_zh",
                "participants_en",
            ),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "vehicle",
        [
            owner("route_id", "visit_route"),
            *number("position"),
            *short("label_zh", "label_en", "model_zh", "model_en", "plate"),
            *perhaps(sa.Integer(), "seats"),
            *short("driver_zh", "driver_en", "driver_phone"),
            link("leader_id", "attendance"),
        ],
    )
    create("passenger", [owner("vehicle_id", "vehicle"), owner("attendance_id", "attendance"), *number("position")])
    create(
        "route_member", [owner("route_id", "visit_route"), owner("attendance_id", "attendance"), *number("position")]
    )


def create_cooperation_and_agreements() -> None:
    """Cooperation and agreements."""
    create(
        "cooperation",
        [
            link("meeting_id", "meeting"),
            *number("position"),
            *short("name_zh", "name_en", "topic_zh", "topic_en"),
            link("local_organization_id", "organization"),
            link("partner_organization_id", "organization"),
            *short("partner_department_zh", "partner_department_en"),
            link("lead_organization_id", "organization"),
            *codes("category", "status", "level"),
            *long(
                "content_zh",
                "content_en",
                "need_zh",
                "need_en",
                "expertise_zh",
                "expertise_en",
                "support_zh",
                "support_en",
            ),
            *perhaps(sa.Numeric(16, 2), "amount"),
            *perhaps(sa.Date(), "matched_on", "due_on"),
            *long(
                "targets_zh",
                "targets_en",
                "progress_zh",
                "progress_en",
                "problems_zh",
                "problems_en",
                "next_step_zh",
                "next_step_en",
            ),
            *short("evidence", "unresolved_zh", "unresolved_en"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "cooperation_responsible",
        [
            owner("cooperation_id", "cooperation"),
            link("person_id", "person"),
            link("organization_id", "organization"),
            *number("position"),
            *short("role_zh", "role_en"),
        ],
    )
    create(
        "follow_up",
        [
            owner("cooperation_id", "cooperation"),
            *number("position"),
            *perhaps(sa.Date(), "happened_on"),
            *codes("status"),
            *long("text_zh", "text_en"),
            *short("author", "evidence"),
        ],
    )
    create(
        "agreement_batch",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *short("title_zh", "title_en"),
            *perhaps(sa.Integer(), "stated_count"),
            *flag("list_complete"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "agreement",
        [
            owner("meeting_id", "meeting"),
            link("batch_id", "agreement_batch"),
            link("cooperation_id", "cooperation"),
            *number("position"),
            text("key", 100),
            *short("number", "template"),
            *codes("tier"),
            *short("title_zh", "title_en"),
            *codes("language"),
            text("prevailing_language", 10),
            *codes("status", "confidentiality"),
            *perhaps(sa.Date(), "signed_on"),
            *short("signed_at_zh", "signed_at_en"),
            *perhaps(sa.Date(), "starts_on", "ends_on"),
            *perhaps(sa.Integer(), "term_years", "originals", "duplicates", "filing_copies"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "agreement_party",
        [
            owner("agreement_id", "agreement"),
            *number("position"),
            link("organization_id", "organization"),
            *short("department_zh", "department_en"),
            *flag("is_witness"),
            link("signatory_id", "person"),
            *short("capacity_zh", "capacity_en", "authorization", "liaison_department_zh", "liaison_department_en"),
            link("liaison_id", "person"),
            *short("liaison_phone"),
            *perhaps(sa.Integer(), "originals", "duplicates"),
        ],
    )
    create("agreement_area", [owner("agreement_id", "agreement"), *number("position"), *short("text_zh", "text_en")])
    create(
        "agreement_variable",
        [owner("agreement_id", "agreement"), *number("position"), *short("name"), *long("value_zh", "value_en")],
    )
    create(
        "clause",
        [
            owner("agreement_id", "agreement"),
            link("parent_id", "clause"),
            *number("position"),
            *codes("kind"),
            *short("key", "condition", "heading_zh", "heading_en"),
            *long("body_zh", "body_en"),
            *short("library_clause"),
        ],
    )
    create(
        "revision",
        [
            owner("agreement_id", "agreement"),
            *number("number"),
            text("language", 20),
            text("content_hash", 64),
            *structure("blocks"),
            *perhaps(sa.DateTime(timezone=True), "frozen_at"),
            *short("author"),
            *long("note"),
        ],
    )
    create(
        "attachment",
        [
            owner("agreement_id", "agreement"),
            *number("position"),
            *short("name", "media_type"),
            text("sha256", 64),
            *number("size"),
            *perhaps(sa.LargeBinary(), "content"),
        ],
    )
    create(
        "base_type", [text("code", 20), *number("position"), *short("name_zh", "name_en", "aliases_zh")], unique="code"
    )
    create(
        "base",
        [
            link("meeting_id", "meeting"),
            link("cooperation_id", "cooperation"),
            link("agreement_id", "agreement"),
            link("base_type_id", "base_type"),
            *number("position"),
            *short("name_zh", "name_en"),
            *codes("level"),
            link("partner_organization_id", "organization"),
            link("local_organization_id", "organization"),
            *flag("established"),
            *perhaps(sa.Date(), "established_on"),
            *perhaps(sa.Integer(), "annual_quota"),
            *long("remarks_zh", "remarks_en"),
        ],
    )


def create_facts() -> None:
    """Facts."""
    create(
        "fact",
        [
            *codes("kind"),
            *number("position"),
            link("meeting_id", "meeting"),
            link("organization_id", "organization"),
            link("person_id", "person"),
            link("cooperation_id", "cooperation"),
            link("agenda_item_id", "agenda_item"),
            *short("indicator_zh", "indicator_en"),
            *long("text_zh", "text_en"),
            *perhaps(sa.Numeric(16, 2), "value"),
            *codes("qualifier"),
            *short("unit_zh", "unit_en", "share_zh", "share_en"),
            *codes("level"),
            *short("period_zh", "period_en"),
            *perhaps(sa.Date(), "as_of"),
            *long("examples_zh", "examples_en"),
            *flag("list_complete"),
            *short("document_number", "issuer_zh", "issuer_en", "owner_zh", "owner_en"),
            *perhaps(sa.Date(), "due_on"),
            *flag("done"),
            *long("source_wording"),
        ],
    )
    create(
        "outcome",
        [
            link("cooperation_id", "cooperation"),
            link("fact_id", "fact"),
            *number("position"),
            *short("metric_zh", "metric_en"),
            *perhaps(sa.Numeric(16, 2), "value"),
            *codes("qualifier"),
            *short("unit_zh", "unit_en"),
            *codes("level"),
            *perhaps(sa.Date(), "as_of"),
        ],
    )


def create_ceremony() -> None:
    """Ceremony."""
    create(
        "signing_round",
        [
            owner("meeting_id", "meeting"),
            link("agenda_item_id", "agenda_item"),
            *number("position"),
            *short("title_zh", "title_en"),
            *long("cue_zh", "cue_en"),
            *short("music"),
        ],
    )
    create(
        "round_agreement", [owner("round_id", "signing_round"), owner("agreement_id", "agreement"), *number("position")]
    )
    create(
        "round_person",
        [
            owner("round_id", "signing_round"),
            owner("attendance_id", "attendance"),
            link("agreement_id", "agreement"),
            *codes("part"),
            *number("position"),
        ],
    )
    create(
        "plaque_award",
        [
            owner("meeting_id", "meeting"),
            link("agenda_item_id", "agenda_item"),
            link("base_id", "base"),
            *number("position"),
            *codes("action"),
            *short("text_zh", "text_en"),
            link("giving_organization_id", "organization"),
            link("receiving_organization_id", "organization"),
            link("giver_id", "attendance"),
            link("receiver_id", "attendance"),
            *long("remarks_zh", "remarks_en"),
        ],
    )
    create(
        "seat_plan",
        [
            owner("meeting_id", "meeting"),
            *number("position"),
            *codes("layout"),
            *short("title_zh", "title_en"),
            *structure("rules"),
        ],
    )
    create(
        "seat",
        [
            owner("seat_plan_id", "seat_plan"),
            *number("row", "position"),
            *short("label"),
            link("attendance_id", "attendance"),
            *flag("locked"),
        ],
    )
    create(
        "cue_line",
        [
            owner("meeting_id", "meeting"),
            link("agenda_item_id", "agenda_item"),
            link("round_id", "signing_round"),
            *number("position"),
            *long("text_zh", "text_en"),
            *short("props_zh", "props_en"),
            *perhaps(sa.Integer(), "minutes"),
        ],
    )


def create_workspace() -> None:
    """Workspace."""
    create(
        "template",
        [text("key", 100), *number("edition"), *codes("origin"), *short("title_zh", "title_en"), *long("text", "note")],
    )
    create(
        "library_clause",
        [
            text("key", 100),
            *short("variant"),
            *number("edition"),
            *codes("origin"),
            *short("condition", "heading_zh", "heading_en"),
            *long("body_zh", "body_en"),
        ],
    )
    create(
        "print_job",
        [
            link("meeting_id", "meeting"),
            *perhaps(sa.DateTime(timezone=True), "printed_at"),
            *short("printer", "operator"),
            *structure("options"),
        ],
    )
    create(
        "printed_paper",
        [
            owner("print_job_id", "print_job"),
            *number("position"),
            *short("document", "language"),
            link("agreement_id", "agreement"),
            link("revision_id", "revision"),
            text("content_hash", 64),
            *number("copies", "pages"),
            *short("recipient"),
        ],
    )
    create("setting", [text("key", 200), *perhaps(sa.JSON(), "value")], unique="key")
    create(
        "audit_entry",
        [
            *perhaps(sa.DateTime(timezone=True), "happened_at"),
            *short("client", "label"),
            *structure("values"),
            *number("row_count"),
        ],
    )
    create(
        "change_step",
        [text("client", 200), text("label", 200), *structure("values", "meeting_ids"), *flag("undone")],
        index="client",
    )
    create(
        "row_image",
        [
            owner("step_id", "change_step"),
            *number("position"),
            text("table", 100),
            *number("row_id"),
            *perhaps(sa.JSON(), "before", "after"),
        ],
    )


TABLES = (
    "person",
    "organization",
    "person_alias",
    "organization_alias",
    "appointment",
    "meeting",
    "meeting_organization",
    "side",
    "side_unit",
    "photo",
    "reading",
    "source_document",
    "attendance",
    "attendance_appointment",
    "attendee_group",
    "agenda_item",
    "agenda_presenter",
    "visit_route",
    "visit_stop",
    "vehicle",
    "passenger",
    "route_member",
    "cooperation",
    "cooperation_responsible",
    "follow_up",
    "agreement_batch",
    "agreement",
    "agreement_party",
    "agreement_area",
    "agreement_variable",
    "clause",
    "revision",
    "attachment",
    "base_type",
    "base",
    "fact",
    "outcome",
    "signing_round",
    "round_agreement",
    "round_person",
    "plaque_award",
    "seat_plan",
    "seat",
    "cue_line",
    "template",
    "library_clause",
    "print_job",
    "printed_paper",
    "setting",
    "audit_entry",
    "change_step",
    "row_image",
)


def upgrade() -> None:
    """Create every table, the named ones before those that name them."""
    create_organizations_and_people()
    create_meetings()
    create_attendance()
    create_agenda()
    create_visits()
    create_cooperation_and_agreements()
    create_facts()
    create_ceremony()
    create_workspace()


def downgrade() -> None:
    """Drop every table."""
    for table in reversed(TABLES):
        op.drop_table(table)
