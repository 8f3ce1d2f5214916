"""Every slip of the corpus, from its bytes to its people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from models.imports.read_table import read_file
from models.imports.tables import RowKind
from models.imports.understand import understand
from tests.models.imports.corpus import YEAR, Group, Slip, slips


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: slip.file)
def test_a_slip_names_exactly_its_people(tmp_path: Path, slip: Slip):
    found = understand(read_file(slip.write(tmp_path), password=slip.password), meeting_year=YEAR)
    kinds = Counter(row.kind for row in found.rows)
    told = {note.code for row in found.rows for note in row.notes} | {note.code for note in found.notes}
    assert tuple(dict(row.values) for row in found.rows if row.kind is RowKind.PERSON) == slip.people
    groups = tuple(
        Group(row.count, row.values.get("organization", "")) for row in found.rows if row.kind is RowKind.GROUP
    )
    assert (groups, kinds[RowKind.REFUSED], slip.notes - told) == (slip.groups, slip.refused, set())
