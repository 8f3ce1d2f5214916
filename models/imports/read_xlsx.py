"""Reads xlsx and xlsm: values by calamine, from parts that were measured before, and the rest from their XML."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from python_calamine import CalamineWorkbook

from models.errors import KnownError
from models.imports.book import CellValue, Sheet
from models.imports.limits import MOST_SHEETS
from models.imports.parser_faults import parser_faults
from models.imports.safe_xml import attribute, below, parse_xml, refuse_types
from models.imports.trim_rows import Row, trim_rows
from models.imports.xlsx_marks import hidden_rows, mark_cells, merges, place_of, styled
from models.imports.xlsx_sheet import SheetXml, sheet_xml
from models.imports.xlsx_styles import Styles, read_styles, struck_texts
from models.imports.zip_parts import ZipParts
