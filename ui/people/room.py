"""The people room: everybody in order, and for the chosen one the posts and where they appear."""

from __future__ import annotations

from models.snapshots.shapes import MeetingSnapshot, Post
from resources.languages import translator
from ui.people.appearances import appearances
from ui.people.rows import COLUMNS, N_, PersonRow, name, person_rows, phone, reply, stated
from ui.widgets.details_panel import Details, Section
from ui.widgets.table_room import TableRoom


class PeopleRoom(TableRoom):
    """The people of the meeting."""

    columns = COLUMNS
    icon_name = "users"
    title = N_("People")
    details_name = N_("About the chosen person")
    empty_title = N_("Nobody is on the list yet")
    empty_words = N_(
        "Here stand the guests and hosts in the order of their rank, with unit, title, mobile number and reply. "
        "This meeting names none."
    )

    def rows_of(self, snapshot: MeetingSnapshot) -> list[PersonRow]:
        """Attendees by rank, then groups."""
        return list(person_rows(snapshot))

    def remark_on(self, snapshot: MeetingSnapshot) -> str:
        """How many are named."""
        ngettext = translator(self.language).ngettext
        people, groups = len(snapshot.attendees), len(snapshot.groups)
        said = [ngettext("{count} person", "{count} people", people).format(count=people)]
        if groups:
            said.append(
                ngettext("{count} group without names", "{count} groups without names", groups).format(count=groups)
            )
        return " · ".join(said)

    def details_of(self, row: PersonRow) -> Details | None:
        """Posts, contact (masked) and where the person appears."""
        if row.attendee is None:
            return self._group_details(row)
        _, language, person = translator(self.language).gettext, self.language, row.attendee.person
        other = person.name.pick("en" if language == "zh" else "zh")
        contact = (phone(row, language), reply(row, language), row.attendee.remarks.pick(language))
        field = (person.academic_rank.pick(language), person.expertise.pick(language))
        sections = (
            Section(_("Posts"), tuple(_post(post, language) for post in row.attendee.posts)),
            Section(_("Also known as"), tuple(person.aliases)),
            Section(_("Academic rank and field"), _filled(*field)),
            Section(_("Appears in"), appearances(self.snapshot, row.attendee, language)),
            Section(_("Contact and reply"), _filled(*contact)),
        )
        return Details(name(row, language), " · ".join(_filled(other, row.side.pick(language))), sections)

    def _group_details(self, row: PersonRow) -> Details | None:
        if row.group is None:
            return None
        _ = translator(self.language).gettext
        remarks = _filled(row.group.remarks.pick(self.language))
        sections = (Section(_("Stated number"), (stated(row.group, self.language),)), Section(_("Remarks"), remarks))
        return Details(name(row, self.language), row.side.pick(self.language), sections)


def _post(post: Post, language: str) -> str:
    """The unit before the title in Chinese, behind it in English."""
    unit = post.organization.name.pick(language) if post.organization else ""
    parts = _filled(unit, post.department.pick(language), post.title.pick(language))
    return ", ".join(reversed(parts)) if language == "en" else " ".join(parts)


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
