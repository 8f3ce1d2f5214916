"""Columns of the meeting's own in the list of attendees, and what stands in them. A sealed capsule."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Create the two tables; no stored row changes."""
    create(
        "own_column",
        [
            owner("meeting_id"),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("label_zh", sa.String(1000), nullable=False),
            sa.Column("label_en", sa.String(1000), nullable=False),
        ],
        {"meeting_id": "meeting"},
    )
    create(
        "own_value",
        [owner("attendance_id"), owner("column_id"), sa.Column("text", sa.Text(), nullable=False)],
        {"attendance_id": "attendance", "column_id": "own_column"},
    )


def downgrade() -> None:
    """Drop them, with what stood in them; nothing else held it."""
    op.drop_table("own_value")
    op.drop_table("own_column")


def owner(name: str) -> sa.Column[Any]:
    """The row that a row belongs to."""
    return sa.Column(name, sa.Integer(), nullable=False)


def create(table: str, own: list[sa.Column[Any]], owners: dict[str, str]) -> None:
    """A table with what all share: id never used again, version, stamps, named constraints, an index per owner."""
    constraints: list[sa.Constraint] = [sa.PrimaryKeyConstraint("id", name=f"pk_{table}")]
    for name, target in owners.items():
        link = f"fk_{table}_{name}"
        constraints.append(
            sa.ForeignKeyConstraint([name], [f"{target}.id"], name=link, deferrable=True, initially="IMMEDIATE")
        )
    stamps = [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created_at", "updated_at")]
    first, version = sa.Column("id", sa.Integer(), nullable=False), sa.Column("version", sa.Integer(), nullable=False)
    op.create_table(table, first, *own, version, *stamps, *constraints, sqlite_autoincrement=True)
    for name in owners:
        op.create_index(f"ix_{table}_{name}", table, [name])
