"""Whether a file is a final paper: each file says so in its properties, where no reader is disturbed by it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from exporters.draft_words import PAST
from exporters.options import ExportOptions

FINAL, DRAFT = "Final", "Draft"
PDF_KEY = "Status"  # in the document information dictionary; OOXML has contentStatus
_OFFICE_STATUS = re.compile(rb"<(?:\w+:)?contentStatus>\s*(\w+)")
_CORE = "docProps/core.xml"
_UNREADABLE = (OSError, EOFError, BadZipFile, zlib.error, RuntimeError, KeyError)  # damaged, locked, or another's file


def mark_of(options: ExportOptions, mark: str = "") -> str:
    """What a paper made with these options says of itself; `mark`: that of the document."""
    return FINAL if options.final and mark != PAST else DRAFT


def is_final(file: Path) -> bool:
    """Whether a final paper lies there; False for what is no paper of ours, or cannot be read."""
    try:
        return (_status_of_pdf if file.suffix.lower() == ".pdf" else _status_of_office)(file) == FINAL
    except _UNREADABLE:
        return False


def _status_of_pdf(file: Path) -> str:
    import pypdfium2  # takes a moment, and is needed only where a file is in the way

    try:
        with pypdfium2.PdfDocument(file.read_bytes()) as pdf:
            return str(pdf.get_metadata_value(PDF_KEY))
    except pypdfium2.PdfiumError:
        return ""


def _status_of_office(file: Path) -> str:
    with ZipFile(file) as package:
        found = _OFFICE_STATUS.search(package.read(_CORE))
    return found[1].decode("ascii") if found else ""
