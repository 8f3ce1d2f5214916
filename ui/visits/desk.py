"""What the visits room asks of the workspace: every wish of its parts is one step that Undo can take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from models.codes import VisitPhase
from models.snapshots.shapes import Vehicle, VisitRoute, VisitStop
from resources.languages import translator
from ui.visits.rows import stored_column
from ui.visits.words import N_, route_name, stop_name, vehicle_name
from ui.widgets.field_panel import gone_words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.office import Office
    from ui.widgets.edit_model import CellEdit

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

# Kinds of vehicles with the seats beside the driver's; the first is what a small group needs.
MODELS = (
    (N_("Van"), "商务车", "Van", 6),
    (N_("Sedan"), "轿车", "Sedan", 4),
    (N_("Minibus"), "考斯特", "Minibus", 22),
    (N_("Coach"), "大巴", "Coach", 45),
)


class VisitsDesk:
    """Hands wishes to the office, each with its name in the undo menu. The room sets office and language."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.language = "zh"

    # routes
    def add_route(self, meeting_id: int, routes: Sequence[VisitRoute], day: date | None, done: Done) -> None:
        """One more route, behind the others, on the day of the last one."""
        from models.actions.edit_visits import add_route, next_route_label

        zh, en = next_route_label([route.label.zh or route.label.en[-1:] for route in routes])
        last = routes[-1] if routes else None
        day, phase = (last.day, last.phase) if last else (day, VisitPhase.DURING)
        self._office.change(
            "add_route",
            lambda session: add_route(session, meeting_id, label_zh=zh, label_en=en, day=day, phase=phase),
            done=done,
            route=en if self.language == "en" else zh,
        )

    def duplicate_route(self, route: VisitRoute, routes: Sequence[VisitRoute], done: Done) -> None:
        """The same stops once more."""
        from models.actions.edit_visits import duplicate_route, next_route_label

        zh, en = next_route_label([each.label.zh or each.label.en[-1:] for each in routes])
        self._office.change(
            "duplicate_route",
            lambda session: duplicate_route(session, route.id, label_zh=zh, label_en=en),
            done=done,
            route=self._route(route),
        )

    def delete_route(self, route: VisitRoute) -> None:
        """Away with a route."""
        from models.actions.edit_visits import delete_route

        self._office.change("delete_route", lambda session: delete_route(session, route.id), route=self._route(route))

    def move_route(self, route: VisitRoute, place: int, failed: Failed) -> None:
        """Another place among the routes."""
        from models.actions.edit_visits import move_route

        self._office.change(
            "reorder_routes", lambda session: move_route(session, route.id, to_position=place), failed=failed
        )

    # stops
    def add_stop(
        self, route: VisitRoute, *, before_id: int | None, unit_id: int | None, place: str, done: Done
    ) -> None:
        """One more stop: at a unit, or at a place by its name."""
        from models.actions.edit_visits import add_stop

        zh, en = ("", place) if self.language == "en" else (place, "")
        self._office.change(
            "add_stop",
            lambda session: add_stop(
                session, route.id, before_id=before_id, organization_id=unit_id, place_zh=zh, place_en=en
            ),
            done=done,
            route=self._route(route),
        )

    def duplicate_stops(self, route: VisitRoute, stop_ids: Sequence[int], done: Done) -> None:
        """Stops once more, each behind its original."""
        from models.actions.edit_visits import duplicate_stops

        self._office.change(
            "duplicate_stops",
            lambda session: duplicate_stops(session, route.id, stop_ids),
            done=done,
            count=len(stop_ids),
        )

    def delete_stops(self, route: VisitRoute, stop_ids: Sequence[int]) -> None:
        """Away with stops."""
        from models.actions.edit_visits import delete_stops

        stops = [stop for stop in route.stops if stop.id in stop_ids]
        if len(stops) == 1:
            self._office.change(
                "delete_stop",
                lambda session: delete_stops(session, route.id, stop_ids),
                stop=stop_name(stops[0], self.language),
            )
        elif stops:
            self._office.change(
                "delete_stops", lambda session: delete_stops(session, route.id, stop_ids), count=len(stops)
            )

    def move_stops(self, route: VisitRoute, stop_ids: Sequence[int], before_id: int | None, failed: Failed) -> None:
        """Another order of stops."""
        from models.actions.edit_visits import move_stops

        self._office.change(
            "reorder_stops",
            lambda session: move_stops(session, route.id, stop_ids, before_id=before_id),
            failed=failed,
            route=self._route(route),
        )

    def create_unit(self, stop: VisitStop, name: str) -> None:
        """A unit that is not known yet, visited at a stop."""
        from models.actions.edit_visits import name_unit

        before = stop.organization.id if stop.organization else None
        self._office.change(
            "add_visited_unit", lambda session: name_unit(session, stop.id, name, expected=before), unit=name
        )

    def name_guide(self, stop: VisitStop, name: str) -> None:
        """A guide who does not attend."""
        column = f"guide_{self.language}"
        before = {column: getattr(stop.own_guide, self.language), "guide_id": stop.guide_id}
        self._set("visit_stop", stop.id, {column: name, "guide_id": None}, before, "guide", self._stop(stop), None)

    # fields
    def edit_route(self, route: VisitRoute, column: str, before: Any, after: Any, failed: Failed) -> None:
        """A field of a route."""
        self._set("visit_route", route.id, {column: after}, {column: before}, column, self._route(route), failed)

    def edit_stop(self, stop: VisitStop, column: str, before: Any, after: Any, failed: Failed) -> None:
        """A field of a stop."""
        self._set("visit_stop", stop.id, {column: after}, {column: before}, column, self._stop(stop), failed)

    def edit_vehicle(self, vehicle: Vehicle, column: str, before: Any, after: Any, failed: Failed) -> None:
        """A field of a vehicle; whoever is put in charge gets a seat in it."""
        from models.actions.vehicles import choose_leader

        if column == "leader_id":
            self._office.change(
                "choose_vehicle_leader",
                lambda session: choose_leader(session, vehicle.id, after, expected=before),
                failed=failed,
                vehicle=vehicle_name(vehicle, self.language),
            )
            return
        name = vehicle_name(vehicle, self.language)
        self._set("vehicle", vehicle.id, {column: after}, {column: before}, column, name, failed)

    def edit_cells(self, edits: Sequence[CellEdit], route: VisitRoute, done: Done, failed: Failed) -> None:
        """Cells of the table of stops, all in one step."""
        from models.actions.edit_record import set_fields

        columns = [(edit, stored_column(edit.column_key, self.language)) for edit in edits]

        def work(session: Session) -> None:
            for edit, column in columns:
                set_fields(session, "visit_stop", edit.row_id, {column: edit.after}, expected={column: edit.before})

        if len(edits) == 1:
            stop = next((stop for stop in route.stops if stop.id == edits[0].row_id), None)
            name = stop_name(stop, self.language) if stop else ""
            self._office.change("edit_visit", work, done=done, failed=failed, field=columns[0][1], name=name)
        else:
            self._office.change("edit_stops", work, done=done, failed=failed, count=len(edits))

    def _set(
        self,
        kind: str,
        row_id: int,
        values: Mapping[str, Any],
        expected: Mapping[str, Any],
        column: str,
        name: str,
        failed: Failed | None,
    ) -> None:
        from models.actions.edit_record import set_fields

        self._office.change(
            "edit_visit",
            lambda session: set_fields(session, kind, row_id, values, expected=expected),
            failed=failed,
            field=column,
            name=name,
        )

    # people and vehicles
    def add_members(self, route: VisitRoute, people: Sequence[int]) -> None:
        """Let people go."""
        from models.actions.edit_visits import add_members

        self._office.change(
            "add_route_members",
            lambda session: add_members(session, route.id, people),
            count=len(people),
            route=self._route(route),
        )

    def remove_members(self, route: VisitRoute, people: Sequence[int]) -> None:
        """Let people stay."""
        from models.actions.edit_visits import remove_members

        self._office.change(
            "remove_route_members",
            lambda session: remove_members(session, route.id, people),
            count=len(people),
            route=self._route(route),
        )

    def move_members(self, route: VisitRoute, people: Sequence[int], to: VisitRoute) -> None:
        """Let people go on another route instead."""
        from models.actions.edit_visits import move_members

        self._office.change(
            "move_route_members",
            lambda session: move_members(session, route.id, people, to_route_id=to.id),
            count=len(people),
            route=self._route(to),
        )

    def add_vehicle(self, route: VisitRoute, number: int, model: int, done: Done) -> None:
        """One more vehicle of a kind of `MODELS`."""
        from models.actions.vehicles import add_vehicle

        _words, zh, en, seats = MODELS[model]
        self._office.change(
            "add_vehicle",
            lambda session: add_vehicle(
                session,
                route.id,
                label_zh=f"{number}号车",
                label_en=f"Car {number}",
                seats=seats,
                model_zh=zh,
                model_en=en,
            ),
            done=done,
            route=self._route(route),
        )

    def delete_vehicle(self, vehicle: Vehicle) -> None:
        """Away with a vehicle; its people stay on the route."""
        from models.actions.vehicles import delete_vehicle

        self._office.change(
            "delete_vehicle",
            lambda session: delete_vehicle(session, vehicle.id),
            vehicle=vehicle_name(vehicle, self.language),
        )

    def move_vehicle(self, vehicle: Vehicle, place: int) -> None:
        """Another place in the convoy."""
        from models.actions.vehicles import move_vehicle

        self._office.change("reorder_vehicles", lambda session: move_vehicle(session, vehicle.id, to_position=place))

    def seat(self, vehicle: Vehicle, people: Sequence[int], seat: int | None) -> None:
        """Seats for people."""
        from models.actions.vehicles import seat_people

        self._office.change(
            "seat_people",
            lambda session: seat_people(session, vehicle.id, people, seat=seat),
            count=len(people),
            vehicle=vehicle_name(vehicle, self.language),
        )

    def unseat(self, route: VisitRoute, people: Sequence[int]) -> None:
        """People out of their seats."""
        from models.actions.vehicles import unseat_people

        self._office.change(
            "unseat_people", lambda session: unseat_people(session, route.id, people), count=len(people)
        )

    def fill_seats(self, route: VisitRoute, *, anew: bool) -> None:
        """Seats in rank order for those without one, or for everybody anew."""
        from models.actions.vehicles import fill_seats

        self._office.change(
            "fill_seats_anew" if anew else "fill_seats",
            lambda session: fill_seats(session, route.id, anew=anew),
            done=self._tell_left_over,
            route=self._route(route),
        )

    def tell_gone(self, typed: Any) -> None:
        """Words were typed for something that is no longer there."""
        self._office.notice(gone_words(typed, self.language))

    def _tell_left_over(self, left: int) -> None:
        if left:
            ngettext = translator(self.language).ngettext
            said = ngettext(
                "{count} person is left without a seat: the vehicles are full.",
                "{count} people are left without a seat: the vehicles are full.",
                left,
            )
            self._office.notice(said.format(count=left))

    def _route(self, route: VisitRoute) -> str:
        return route_name(route, self.language)

    def _stop(self, stop: VisitStop) -> str:
        return stop_name(stop, self.language)
