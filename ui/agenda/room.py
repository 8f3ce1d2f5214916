"""The agenda room: the items in order, and for the chosen one its details."""

from __future__ import annotations

from models.rules.dates import format_date, format_time_range
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, Presenter
from resources.languages import translator
from ui.agenda.rows import COLUMNS, N_, AgendaRow, agenda_rows, presenter_name
from ui.widgets.details_panel import Details, Section
from ui.widgets.table_room import TableRoom


class AgendaRoom(TableRoom):
    """The agenda of the meeting."""

    columns = COLUMNS
    icon_name = "list-ordered"
    title = N_("Agenda")
    details_name = N_("About the chosen agenda item")
    empty_title = N_("The agenda has no items yet")
    empty_words = N_(
        "Here stand the steps of the meeting in their order, with day, time, minutes and who presents them. "
        "This meeting names none."
    )

    def rows_of(self, snapshot: MeetingSnapshot) -> list[AgendaRow]:
        """Items in order."""
        return list(agenda_rows(snapshot))

    def remark_on(self, snapshot: MeetingSnapshot) -> str:
        """How many items, and whether clock times are missing."""
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        items = sum(item.parent_id is None for item in snapshot.agenda)
        said = [ngettext("{count} item", "{count} items", items).format(count=items)]
        if not any(item.start for item in snapshot.agenda):
            said.append(_("clock times not known"))
        return " · ".join(said)

    def details_of(self, row: AgendaRow) -> Details:
        """When, who, where, what with."""
        _, language, item = translator(self.language).gettext, self.language, row.item
        sections = (
            Section(_("Presented by"), tuple(_presenter(one, language) for one in item.presenters)),
            Section(_("Moderator"), (item.moderator.person.name.pick(language),) if item.moderator else ()),
            Section(_("Content"), (item.detail.pick(language),) if item.detail else ()),
            Section(_("Place"), (item.place.pick(language),) if item.place else ()),
            Section(_("Materials"), (item.materials.pick(language),) if item.materials else ()),
        )
        return Details(item.title.pick(language), self._when(item), sections)

    def _when(self, item: AgendaItem) -> str:
        said = [format_date(item.day, self.language), format_time_range(item.start, item.end)]
        if item.minutes is not None:
            _ = translator(self.language).gettext
            said.append(_("{count} min").format(count=item.minutes))
        return " ".join(filter(None, said))


def _presenter(presenter: Presenter, language: str) -> str:
    spoken = presenter_name(presenter, language)
    if presenter.attendee is None:
        return spoken
    return " ".join(
        filter(None, (spoken, presenter.attendee.unit.pick(language), presenter.attendee.title.pick(language)))
    )
