"""What every stored table shares: id, version, stamps, constraint names, and a few column shorthands."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, Enum, ForeignKey, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

# Names are fixed from the first migration on, so that later ones can drop what they must on either database.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcStamp(TypeDecorator[datetime]):
    """An aware UTC moment; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time: its zone would be a guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a UTC stamp needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class CodeList(TypeDecorator[tuple[StrEnum, ...]]):
    """Several codes of one enumeration, in order, stored as a JSON list."""

    impl = JSON
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: tuple[StrEnum, ...] | None, dialect: Dialect) -> list[str] | None:
        """Store the plain codes."""
        return None if value is None else [self.codes(code).value for code in value]

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[StrEnum, ...]:
        """Give a tuple, so that a change in place is impossible and always seen."""
        return tuple(self.codes(code) for code in value or ())


class Record(DeclarativeBase):
    """A stored row: integer id that is never used again, optimistic version, UTC stamps.

    Children are owned through `relationship(cascade="all, delete-orphan")`; everything else is a plain foreign key,
    so that a row still in use cannot be deleted. Foreign keys are deferrable: undo replays rows in any order.
    """

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcStamp()}

    # Rows that are never part of undo (ledgers, the history itself) say so here.
    undoable: ClassVar[bool] = True

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-10)
    version: Mapped[int] = mapped_column(Integer, nullable=False, default=1, sort_order=90)
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC), sort_order=91)
    updated_at: Mapped[datetime] = mapped_column(
        default=lambda: datetime.now(UTC), onupdate=lambda: datetime.now(UTC), sort_order=92
    )

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        """Table names are the class names in snake_case, singular."""
        return "".join("_" + c.lower() if c.isupper() else c for c in cls.__name__).lstrip("_")

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> Any:
        return {"sqlite_autoincrement": True}

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


def short_text() -> MappedColumn[str]:
    """One line: a name, a title, a code. Empty when unknown, never NULL."""
    return mapped_column(String(1000), default="", nullable=False)


def long_text() -> MappedColumn[str]:
    """Several lines. Empty when unknown, never NULL."""
    return mapped_column(Text, default="", nullable=False)


def code_of(codes: type[StrEnum], default: StrEnum) -> MappedColumn[Any]:
    """One code, stored as text without a CHECK, so that a new code needs no migration."""
    kind = Enum(
        codes, native_enum=False, create_constraint=False, length=40, values_callable=lambda e: [c.value for c in e]
    )
    return mapped_column(kind, default=default, nullable=False)


def position() -> MappedColumn[int]:
    """Place among siblings, from 0; not unique, since a reorder passes through doubles."""
    return mapped_column(Integer, default=0, nullable=False)


def owner(target: str) -> MappedColumn[int]:
    """The row that this one belongs to and is deleted with."""
    return mapped_column(ForeignKey(f"{target}.id", deferrable=True, initially="IMMEDIATE"), index=True, nullable=False)


def link(target: str) -> MappedColumn[int | None]:
    """A row that this one names; it cannot be deleted while named."""
    return mapped_column(ForeignKey(f"{target}.id", deferrable=True, initially="IMMEDIATE"), index=True, nullable=True)
