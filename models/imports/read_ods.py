"""Reads ods, row by row, from its content.xml: values, spans, notes, struck text, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from models.errors import KnownError
from models.imports.book import CellValue, Merge, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.limits import EMPTY_ROWS, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED_PART
from models.imports.safe_xml import attribute, below, local
from models.imports.trim_rows import trim_rows
from models.imports.zip_parts import ZipParts

_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_CELLS = ("table-cell", "covered-table-cell")


def read_ods(name: str, content: bytes) -> tuple[Sheet, ...]:
    """The sheets of an OpenDocument workbook."""
    parts = ZipParts(name, content)
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise KnownError("slip_locked_otherwise", name=name)
    if "content.xml" not in parts:
        raise KnownError("slip_damaged", name=name)
    if parts.size("content.xml") > MOST_UNPACKED_PART:
        raise KnownError("slip_unpacks_too_large", name=name)
    with parts.open("content.xml") as stream:
        try:
            return tuple(_Reading(name).sheets(stream))
        except DefusedXmlException as error:
            raise KnownError("slip_unsafe", name=name) from error
        except (ParseError, ValueError, LookupError, OSError, EOFError) as error:
            raise KnownError("slip_damaged", name=name) from error
