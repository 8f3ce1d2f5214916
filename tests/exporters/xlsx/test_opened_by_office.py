"""Our sheets in another program: LibreOffice opens them, and lays them out as we meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from exporters.export import export_papers
from exporters.options import ExportOptions
from tests.sample_meetings import TAKEN_AT, sample_meetings

OFFICES = [path for path in (shutil.which("soffice"),) if path]
SHEETS = {
    "attendees": ["周　喆"], "sign-in": ["签名"], "reply-slip": ["填报单位", "到达"], "contacts": ["现场联系"],
    "logistics": ["接送站", "住宿安排", "用餐"], "ledger": ["合作台账"], "itinerary": ["考察行程单"],
}  # fmt: skip


@pytest.mark.long
def test_every_sheet_is_opened_and_printed(tmp_path: Path) -> None:
    for kind in SHEETS:
        paper = export_papers(sample_meetings()["demo-full"], kind, "xlsx", ExportOptions("zh", TAKEN_AT, final=True))
        (tmp_path / f"{kind}.xlsx").write_bytes(paper[0].content)
    for office in OFFICES:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        files = [str(tmp_path / f"{kind}.xlsx") for kind in SHEETS]
        told = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
        subprocess.run(told, check=True, capture_output=True, timeout=300)
        for kind, words in SHEETS.items():
            with pypdfium2.PdfDocument(tmp_path / f"{kind}.pdf") as pdf:
                text = "".join(page.get_textpage().get_text_range() for page in pdf)
            assert [word for word in words if word not in text] == [], kind
