"""The office's own templates and clauses; the built-in ones are files in resources/templates."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.codes import TemplateOrigin
from models.records.base import Record, code_of, long_text, short_text


class Template(Record):
    """A whole agreement template, as the text of its file."""

    key: Mapped[str] = mapped_column(String(100), nullable=False)
    edition: Mapped[int] = mapped_column(default=1)
    origin: Mapped[TemplateOrigin] = code_of(TemplateOrigin, TemplateOrigin.OFFICE)
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    text: Mapped[str] = long_text()
    note: Mapped[str] = long_text()
    based_on: Mapped[str] = short_text()  # key of the template it was copied from


class LibraryClause(Record):
    """A clause to pick, with its variants told apart by `variant`."""

    key: Mapped[str] = mapped_column(String(100), nullable=False)
    variant: Mapped[str] = short_text()
    edition: Mapped[int] = mapped_column(default=1)
    origin: Mapped[TemplateOrigin] = code_of(TemplateOrigin, TemplateOrigin.OFFICE)
    condition: Mapped[str] = short_text()
    heading_zh: Mapped[str] = short_text()
    heading_en: Mapped[str] = short_text()
    body_zh: Mapped[str] = long_text()
    body_en: Mapped[str] = long_text()
