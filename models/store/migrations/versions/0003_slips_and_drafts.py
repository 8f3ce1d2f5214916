"""Kept files, proof ticks, sources of attendees; checklists, approvals, seals, revisions. A sealed capsule."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

NEW_TABLES = ("kept_file", "proof_tick", "checklist_item", "approval", "seal_use")


def short(name: str, length: int = 1000, **options: Any) -> sa.Column[Any]:
    """A line of text."""
    return sa.Column(name, sa.String(length), nullable=False, **options)


def whole(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    """A number."""
    return sa.Column(name, sa.Integer(), nullable=nullable)


def later(name: str, kind: Any, default: Any = None) -> sa.Column[Any]:
    """A column of a table that has rows already: those get the default."""
    return sa.Column(name, kind, nullable=default is None, server_default=default)


# Columns are added in place and never by building the table anew, which would forget the ids already given away.
NEW_COLUMNS: dict[str, tuple[sa.Column[Any], ...]] = {
    "attendance": (later("source_text", sa.Text(), ""),),
    "attendee_group": (later("source", sa.String(1000), ""), later("source_text", sa.Text(), "")),
    "meeting": (
        later("needs_english", sa.Boolean(), sa.true()),
        later("personal_data_purged_at", sa.DateTime(timezone=True)),
    ),
    "agreement": (
        later("mark", sa.String(40), "none"),
        later("archive_number", sa.String(1000), ""),
        later("archived_on", sa.Date()),
    ),
    "revision": (
        later("name", sa.String(1000), ""),
        later("kind", sa.String(40), "final"),
        later("facts", sa.JSON(), "{}"),
        later("terms", sa.JSON(), "{}"),
        later("template_text", sa.Text(), ""),
    ),
    "attachment": (later("kind", sa.String(40), "scan"),),
    "template": (later("based_on", sa.String(1000), ""),),
}


def upgrade() -> None:
    """Create the tables and add the columns; what is stored stays as it is."""
    kept_files_and_ticks()
    on_the_way_to_signing()
    for table, columns in NEW_COLUMNS.items():
        for column in columns:
            op.add_column(table, column._copy())


def downgrade() -> None:
    """Drop them, with what stood in them."""
    for table in NEW_TABLES:
        op.drop_table(table)
    for table, columns in NEW_COLUMNS.items():
        for column in columns:
            op.drop_column(table, column.name)


def kept_files_and_ticks() -> None:
    """Slips and scans beside the workspace; what a second person has proofread."""
    columns = [whole("meeting_id"), whole("agreement_id"), short("kind", 40), short("name"), short("media_type")]
    create("kept_file", [*columns, short("sha256", 64), whole("size", nullable=False)])
    for name in ("meeting_id", "agreement_id", "sha256"):
        op.create_index(f"ix_kept_file_{name}", "kept_file", [name])
    ticked = [short("ticked_by"), sa.Column("ticked_at", sa.DateTime(timezone=True), nullable=True)]
    create(
        "proof_tick",
        [whole("meeting_id", nullable=False), short("place", 300), short("value_hash", 64), *ticked],
        {"meeting_id": "meeting"},
    )


def on_the_way_to_signing() -> None:
    """Checklist, approvals and the register of seals."""
    first = [whole("agreement_id", nullable=False), whole("position", nullable=False)]
    done = [sa.Column("done", sa.Boolean(), nullable=False), short("done_by"), day("done_on"), long("note")]
    labels = [short("key"), short("label_zh"), short("label_en")]
    create("checklist_item", [*first, *labels, *done], {"agreement_id": "agreement"})
    approved = [short("mark", 40), whole("revision_number"), short("approved_by"), day("approved_on"), long("opinion")]
    create("approval", [column._copy() for column in first] + approved, {"agreement_id": "agreement"})
    named = [whole("meeting_id", nullable=False), whole("agreement_id"), whole("organization_id")]
    used = [whole("position", nullable=False), short("document"), short("seal"), day("used_on"), whole("pages")]
    edges: sa.Column[Any] = sa.Column("across_edges", sa.Boolean(), nullable=False)
    create(
        "seal_use",
        [*named, *used, whole("copies"), edges, short("operator"), short("approved_by"), long("remarks")],
        {"meeting_id": "meeting", "agreement_id": "agreement", "organization_id": "organization"},
    )


def day(name: str) -> sa.Column[Any]:
    """A date."""
    return sa.Column(name, sa.Date(), nullable=True)


def long(name: str) -> sa.Column[Any]:
    """Several lines of text."""
    return sa.Column(name, sa.Text(), nullable=False)


def create(table: str, own: list[sa.Column[Any]], owners: dict[str, str] | None = None) -> None:
    """A table with what all share: id never used again, version, stamps, named constraints, an index per link."""
    constraints: list[sa.Constraint] = [sa.PrimaryKeyConstraint("id", name=f"pk_{table}")]
    for name, target in (owners or {}).items():
        link = f"fk_{table}_{name}"
        constraints.append(
            sa.ForeignKeyConstraint([name], [f"{target}.id"], name=link, deferrable=True, initially="IMMEDIATE")
        )
    stamps = [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created_at", "updated_at")]
    first, version = sa.Column("id", sa.Integer(), nullable=False), sa.Column("version", sa.Integer(), nullable=False)
    op.create_table(table, first, *own, version, *stamps, *constraints, sqlite_autoincrement=True)
    for name in owners or {}:
        op.create_index(f"ix_{table}_{name}", table, [name])
