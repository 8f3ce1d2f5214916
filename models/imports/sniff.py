"""What a file is, by its bytes: OA systems save web pages as .xls, and people rename files."""

from __future__ import annotations

import re

from models.errors import KnownError
from models.imports.text_encoding import decode_text
from models.imports.zip_parts import ZipParts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08](?:[\x04-\x10]\x00)")  # BIFF 2 to 5 without an OLE file around it
_USUAL = "\t\n\r\f"


def sniff(name: str, content: bytes) -> str:
    """zip, ole, xls or csv; a clear word for everything else."""
    if not content:
        raise KnownError("slip_empty", name=name)
    start = content[:1024]
    if start.startswith(OLE):
        return "ole"
    if start.startswith(b"PK"):
        return "zip"
    if _BIFF.match(start):
        return "xls"
    _refuse_others(name, start)
    return _sniff_text(name, content)


def sniff_zip(parts: ZipParts) -> str:
    """xlsx, ods or docx, by the parts of the file."""
    name, names = parts.name, parts.names()
    if any(part.startswith("xl/") for part in names):
        if any(part.endswith(".bin") and re.fullmatch(r"xl/workbook\d*\.bin", part) for part in names):
            raise KnownError("slip_binary_workbook", name=name)
        return "xlsx"
    if "word/document.xml" in parts:
        return "docx"
    if "content.xml" in parts and "mimetype" in parts:
        kind = parts.read("mimetype").strip()
        if b"opendocument.spreadsheet" in kind:
            return "ods"
    raise KnownError("slip_archive" if not any(part.endswith(".xml") for part in names) else "slip_unknown", name=name)


def _refuse_others(name: str, start: bytes) -> None:
    riff = start.startswith(b"RIFF") and start[8:12] == b"WEBP"
    if start.startswith(_PICTURES) or riff or start[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        raise KnownError("slip_picture", name=name)
    if b"%PDF-" in start or start.startswith(b"%OFD"):
        raise KnownError("slip_pdf", name=name)
    if start.startswith(_ARCHIVES):
        raise KnownError("slip_archive", name=name)
    if start.startswith(b"{\\rtf"):
        raise KnownError("slip_old_word", name=name)


def _sniff_text(name: str, content: bytes) -> str:
    """Text with separators; web pages and XML named .xls are told apart, and bytes that are no text at all."""
    start = decode_text(content[:4096])
    opening = start.lstrip("\ufeff \t\r\n").lower()
    if re.match(r"<!doctype html|<html|<head|<body|<table|<meta|<style|<script|<div", opening) or "<html" in opening:
        raise KnownError("slip_web_page", name=name)
    if opening.startswith(("<?xml", "<workbook")):
        raise KnownError("slip_xml", name=name)
    if opening.startswith("mime-version:"):
        raise KnownError("slip_web_page", name=name)
    odd = sum(1 for character in start if character == "\ufffd" or (character < " " and character not in _USUAL))
    if odd * 20 > len(start):
        raise KnownError("slip_unknown", name=name)
    return "csv"
