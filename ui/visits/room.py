"""The visits room: the stops of every route, and beside them the route with its vehicles."""

from __future__ import annotations

from exporters.documents.words import word
from models.rules.dates import format_date, format_time
from models.rules.masking import mask_phone
from models.snapshots.shapes import MeetingSnapshot, Vehicle, VisitRoute
from resources.languages import translator
from ui.visits.rows import COLUMNS, N_, StopRow, contact, place, stop_rows
from ui.widgets.details_panel import Details, Section
from ui.widgets.table_room import TableRoom


class VisitsRoom(TableRoom):
    """The visit routes of the meeting."""

    columns = COLUMNS
    icon_name = "map-pin"
    title = N_("Visits")
    details_name = N_("About the route of the chosen stop")
    empty_title = N_("No visit is planned yet")
    empty_words = N_(
        "Here stand the routes with their stops, the minutes on the way, guides and vehicles. This meeting names none."
    )

    def rows_of(self, snapshot: MeetingSnapshot) -> list[StopRow]:
        """All stops."""
        return list(stop_rows(snapshot))

    def remark_on(self, snapshot: MeetingSnapshot) -> str:
        """How many routes and stops."""
        ngettext = translator(self.language).ngettext
        routes, stops = len(snapshot.routes), sum(len(route.stops) for route in snapshot.routes)
        first = ngettext("{count} route", "{count} routes", routes).format(count=routes)
        return f"{first} · " + ngettext("{count} stop", "{count} stops", stops).format(count=stops)

    def details_of(self, row: StopRow) -> Details:
        """The stop's own facts, then the route's."""
        _, language, route = translator(self.language).gettext, self.language, row.route
        sections = (
            Section(_("Activity"), _filled(row.stop.activity.pick(language)) if row.stop else ()),
            Section(_("Contact"), _filled(contact(row, language))),
            Section(_("Remarks"), _filled(row.stop.remarks.pick(language)) if row.stop else ()),
            Section(
                _("Route"), _filled(route.label.pick(language), self._departure(route), word(route.phase, language))
            ),
            Section(_("Purpose"), _filled(route.purpose.pick(language))),
            Section(_("Participants"), _filled(self._people(route), route.participants.pick(language))),
            Section(_("Vehicles"), tuple(self._vehicle(vehicle) for vehicle in route.vehicles)),
        )
        return Details(place(row, language) or route.label.pick(language), "", sections)

    def _departure(self, route: VisitRoute) -> str:
        said = (
            format_date(route.day, self.language),
            format_time(route.departs_at),
            route.departs_from.pick(self.language),
        )
        return " ".join(filter(None, said))

    def _people(self, route: VisitRoute) -> str:
        _ = translator(self.language).gettext
        leader = _("led by {name}").format(name=route.leader.person.name.pick(self.language)) if route.leader else ""
        count = len(route.members)
        members = translator(self.language).ngettext("{count} person", "{count} people", count).format(count=count)
        return " · ".join(filter(None, (leader, members if count else "")))

    def _vehicle(self, vehicle: Vehicle) -> str:
        _, language = translator(self.language).gettext, self.language
        taken = len(vehicle.passengers)
        seats = _("{taken} of {seats} seats").format(taken=taken, seats=vehicle.seats) if vehicle.seats else ""
        driver = " ".join(filter(None, (vehicle.driver.pick(language), mask_phone(vehicle.driver_phone))))
        said = (vehicle.label.pick(language), vehicle.plate, seats, driver)
        return " · ".join(filter(None, said))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
