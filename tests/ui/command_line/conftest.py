"""A workspace with sample meetings, loaded once and copied for each test."""

from __future__ import annotations

import shutil
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from exporters.assembly import assemble_agreement
from models.samples import load_samples
from models.store.workspace import open_workspace

KEYS = ("shangdang-whu", "hongdong-zju")
MADE_AT = datetime(2024, 5, 18, 12, 0)


@pytest.fixture(scope="session")
def loaded_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with a signed, a complete and an early meeting. Not to be changed."""
    location = tmp_path_factory.mktemp("samples") / "w.sqlite"
    with open_workspace(location) as workspace:
        load_samples(workspace, KEYS, assemble=partial(assemble_agreement, made_at=MADE_AT))
    return location


@pytest.fixture
def samples(loaded_samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the samples that a test may change, as the workspace of the environment; the interface is English."""
    location = tmp_path / "w.sqlite"
    shutil.copyfile(loaded_samples, location)
    monkeypatch.setenv("SIGNING_DESK_WORKSPACE", str(location))
    monkeypatch.setenv("LANGUAGE", "en")
    return location
