"""Who is proposed as parties of a new agreement."""

from __future__ import annotations

from dataclasses import replace

from tests.sample_meetings import sample_meetings
from ui.agreements.new_parties import proposed_parties


def test_the_host_and_its_guest_sign_by_the_units_that_do_so_here():
    snapshot = sample_meetings()["demo-full"]
    names = {unit.id: unit.name.zh for unit in snapshot.all_organizations}
    proposed = [
        [names.get(unit or 0) for unit in proposed_parties(one)] for one in (snapshot, replace(snapshot, agreements=()))
    ]
    assert proposed == [["云岭县人民政府", "沧澜大学"]] * 2
