"""The panel of the visits room: the fields of the route, the stop or the vehicle that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from models.rules.dates import format_time_range
from models.snapshots.shapes import MeetingSnapshot, Vehicle, VisitRoute, VisitStop
from resources.languages import translator
from ui.visits.desk import VisitsDesk
from ui.visits.fields import (
    panel_id,
    record_of,
    route_sections,
    route_values,
    stop_sections,
    stop_values,
    vehicle_sections,
    vehicle_values,
)
from ui.visits.words import person_entry, route_name, stop_name, vehicle_name
from ui.widgets.field_panel import FieldPanel
from ui.widgets.picker_entries import Entry

Failed = Callable[[Exception], None]


class VisitsPanel(FieldPanel):
    """Shows one record of a route and hands its edits to the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: VisitsDesk | None = None
        self._snapshot: MeetingSnapshot | None = None
        self._units: Sequence[Entry] = ()
        self._people: dict[str, tuple[Entry, ...]] = {}
        self.field_edited.connect(self._store)
        self.create_requested.connect(self._make_named)

    def take(self, snapshot: MeetingSnapshot, units: Sequence[Entry]) -> None:
        """What its pickers offer from now on."""
        if self._snapshot is not snapshot:
            self._people = {}
        self._snapshot, self._units = snapshot, units
        self.english = snapshot.meeting.needs_english

    def units(self, _language: str) -> Sequence[Entry]:
        """The units of the workspace."""
        return self._units

    def people(self, language: str) -> Sequence[Entry]:
        """The attendees by rank."""
        if language not in self._people and self._snapshot is not None:
            self._people[language] = tuple(person_entry(each, language) for each in self._snapshot.attendees)
        return self._people.get(language, ())

    def show_route(self, route: VisitRoute) -> None:
        """The fields of the route itself."""
        sections = route_sections(self.people, self._near)
        subtitle = self._counts(route)
        self.show_record(
            panel_id("visit_route", route.id), route_name(route, self.language), subtitle, sections, route_values(route)
        )

    def show_stop(self, route: VisitRoute, stop: VisitStop) -> None:
        """The fields of a stop; below its name when one is there."""
        times = format_time_range(stop.arrive, stop.leave)
        subtitle = " · ".join(filter(None, (times, route_name(route, self.language))))
        sections = stop_sections(self.units, self.people)
        self.show_record(
            panel_id("visit_stop", stop.id), stop_name(stop, self.language), subtitle, sections, stop_values(stop)
        )

    def show_vehicle(self, route: VisitRoute, vehicle: Vehicle) -> None:
        """The fields of a vehicle."""
        _ = translator(self.language).gettext
        taken = len(vehicle.passengers)
        seats = _("{taken} of {seats} seats").format(taken=taken, seats=vehicle.seats) if vehicle.seats else ""
        subtitle = " · ".join(filter(None, (seats, route_name(route, self.language))))
        self.show_record(
            panel_id("vehicle", vehicle.id),
            vehicle_name(vehicle, self.language),
            subtitle,
            vehicle_sections(self.people),
            vehicle_values(vehicle),
        )

    def _counts(self, route: VisitRoute) -> str:
        ngettext = translator(self.language).ngettext
        stops, people, cars = len(route.stops), len(route.members), len(route.vehicles)
        said = (
            ngettext("{count} stop", "{count} stops", stops).format(count=stops),
            ngettext("{count} person", "{count} people", people).format(count=people) if people else "",
            ngettext("{count} vehicle", "{count} vehicles", cars).format(count=cars) if cars else "",
        )
        return " · ".join(filter(None, said))

    def _near(self) -> date | None:
        return self._snapshot.meeting.starts_on if self._snapshot else None

    def _find(self, number: int) -> tuple[str, Any]:
        """The record behind a number of the panel, as it is shown now."""
        kind, row_id = record_of(number)
        routes = self._snapshot.routes if self._snapshot is not None else ()
        parts = {"visit_route": "", "visit_stop": "stops", "vehicle": "vehicles"}[kind]
        rows: Iterator[Any] = (row for route in routes for row in (getattr(route, parts) if parts else (route,)))
        return kind, next((row for row in rows if row.id == row_id), None)

    def _store(self, number: int, column: str, before: Any, after: Any) -> None:
        kind, row = self._find(number)
        if self.desk is None:
            return
        if row is None:
            self.desk.tell_gone(after)
            return
        edit: dict[str, Callable[[Any, str, Any, Any, Failed], None]] = {
            "visit_route": self.desk.edit_route,
            "visit_stop": self.desk.edit_stop,
            "vehicle": self.desk.edit_vehicle,
        }
        edit[kind](row, column, before, after, partial(self._refused, number, column, after))

    def _refused(self, number: int, column: str, typed: Any, _error: Exception) -> None:
        if number == self.row_id:
            self.give_back(column, typed)

    def _make_named(self, number: int, key: str, text: str) -> None:
        kind, row = self._find(number)
        if kind == "visit_stop" and row is not None and self.desk is not None:
            if key == "organization_id":
                self.desk.create_unit(row, text)
            else:
                self.desk.name_guide(row, text)
