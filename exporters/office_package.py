"""Office files with the same bytes for the same paper: .xlsx and .docx are zip archives full of clock times."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(</dcterms:)")
_CORE = "docProps/core.xml"
_ON_WINDOWS = 0  # ZipInfo.create_system: else it tells on which system the paper was made


def with_fixed_times(
    content: bytes, made_at: datetime, mended: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The archive again, every time in it set to `made_at`; `mended` parts, by name, are changed on the way."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = _timeless(name, source.read(name), made_at)
            if mended and name in mended:
                part = mended[name](part)
            target.writestr(_entry(name, made_at), part, ZIP_DEFLATED, 6)
    return packed.getvalue()


def _entry(name: str, made_at: datetime) -> ZipInfo:
    """A zip entry's year cannot be before 1980; its seconds are even."""
    year = max(made_at.year, 1980)
    entry = ZipInfo(name, (year, made_at.month, made_at.day, made_at.hour, made_at.minute, 0))
    entry.create_system = _ON_WINDOWS
    return entry


def _timeless(name: str, content: bytes, made_at: datetime) -> bytes:
    if name != _CORE:
        return content
    stamp = made_at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _STAMPS.sub(lambda found: found[1] + stamp + found[2], content)
