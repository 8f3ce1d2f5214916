"""Fetches a row for an edit that began earlier, and says so if it has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import Record, RowImage
from models.store.images import Image, differing, read_images, table_named
from models.store.names import name_of

AnyRecord = TypeVar("AnyRecord", bound=Record)


def fetch(session: Session, record: type[AnyRecord], row_id: int, *, version: int | None = None) -> AnyRecord:
    """The row in the version that the user saw. KnownError: record_missing; changed_elsewhere, with what changed."""
    row = session.get(record, row_id)
    if row is None:
        raise KnownError("record_missing", record=record.__tablename__)
    if version is not None and row.version != version:
        table = record.__tablename__
        image = read_images(session.connection(), table_named(table), [row_id])[row_id]
        name = name_of(session.connection(), table, image)
        fields = ", ".join(dict.fromkeys(_changed_since(session, table, row_id, version)))
        raise KnownError("changed_elsewhere", record=table, name=name, fields=fields)
    return row


def _changed_since(session: Session, table: str, row_id: int, version: int) -> Iterator[str]:
    """The columns that changes after a version touched, as far as the history still knows."""
    query = select(RowImage).where(RowImage.table == table, RowImage.row_id == row_id).order_by(RowImage.id)
    for image in session.scalars(query):
        if image.before and image.after and Image(image.after)["version"] > version:
            yield from differing(image.before, image.after)
