"""What a stored row is called, for sentences about it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from models.store.images import Image, image_of, table_named

OWN_NAMES = (
    "name",
    "title",
    "label",
    "topic",
    "text",
    "heading",
    "indicator",
    "alias",
    "metric",
    "plate",
    "key",
    "family",
    "file",
)
NAMED_AFTER = ("person_id", "attendance_id", "organization_id", "signatory_id", "agenda_item_id", "agreement_id")
LONGEST = 40  # characters


def name_of(connection: Connection, table: str, image: Image) -> str:
    """The row's own name, else that of the person, unit or paper it is about, else its number."""
    own = _own_name(image)
    if own:
        return own if len(own) <= LONGEST else own[: LONGEST - 1] + "…"
    for column in NAMED_AFTER:
        if image.get(column):
            target, other = _target(connection, table, column, image[column])
            if other:
                return name_of(connection, target, other)
    return f"#{image['id']}"


def _own_name(image: Image) -> str:
    """The first name the row has itself."""
    columns = (column for own in OWN_NAMES for column in (f"{own}_zh", own, f"{own}_en", f"{own}_name"))
    return next((str(image[column]) for column in columns if image.get(column)), "")


def _target(connection: Connection, table: str, column: str, row_id: int) -> tuple[str, Image]:
    """The row that a foreign key names, empty when it is gone."""
    (key,) = table_named(table).columns[column].foreign_keys
    target = key.column.table
    row: Any = connection.execute(select(target).where(key.column == row_id)).mappings().first()
    return str(target.name), image_of(dict(row)) if row else {}
