"""Places and findings: each finds its route, stop, vehicle or person."""

from __future__ import annotations

from datetime import time

import pytest

from models.checks.finding import notice, warning
from tests import sample_snapshots as make
from ui.visits.found import RouteFindings, is_late, sort_findings
from ui.visits.places import Place, read_place


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("visits", Place()),
        ("routes/x", Place()),
        ("visits/5", Place(5)),
        ("routes/5/label_zh", Place(5, field="label_zh")),
        ("routes/5/stops/7", Place(5, "stops", 7)),
        ("routes/5/stops/7/minutes", Place(5, "stops", 7, "minutes")),
        ("routes/5/vehicles/2/plate", Place(5, "vehicles", 2, "plate")),
        ("routes/5/people", Place(5, "people")),
        ("routes/5/people/12", Place(5, "people", 12)),
    ],
)
def test_a_place_names_a_route_a_part_and_a_field(place: str, read: Place) -> None:
    assert read_place(place) == read


def test_findings_are_sorted_by_what_they_concern() -> None:
    stop = notice("stop_too_short", "routes/5/stops/7")
    vehicle = warning("vehicle_over_capacity", "routes/5/vehicles/2")
    person = warning("double_booked", "routes/5/people/12")
    people = notice("people_without_seat", "routes/5/people")
    other = warning("double_booked", "routes/6/people/12")
    found = sort_findings([stop, vehicle, person, people, other, warning("x", "agenda/5"), warning("x", "routes")])
    assert found == {
        5: RouteFindings([people], {7: [stop]}, {2: [vehicle]}, {12: [person]}),
        6: RouteFindings(people={12: [other]}),
    }
    assert found[5].all() == [vehicle, person, people, stop]


def test_a_stop_is_late_where_the_way_takes_longer() -> None:
    assert is_late(make.stop(fixed_arrival=time(10), earliest=time(10, 15)))
    assert not is_late(make.stop(fixed_arrival=time(10), earliest=time(9)))
    assert not is_late(make.stop(arrive=time(10), earliest=time(10, 15)))
