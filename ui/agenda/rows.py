"""Small words of the agenda that timeline, table and panel share."""

from __future__ import annotations

from collections.abc import Sequence

from models.snapshots.shapes import AgendaItem, Presenter

INDENT = "　"


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


def numbers_of(agenda: Sequence[AgendaItem]) -> dict[int, str]:
    """The number of each item by id: "2", and "2.1" for its first part. The items come before their parts."""
    counted: dict[int | None, int] = {}
    numbers: dict[int, str] = {}
    for item in agenda:
        above = item.parent_id if item.parent_id in numbers else None
        counted[above] = counted.get(above, 0) + 1
        numbers[item.id] = f"{numbers[above]}.{counted[above]}" if above is not None else str(counted[above])
    return numbers


def presenters(item: AgendaItem, language: str) -> str:
    """Who presents, all of them."""
    return ("、" if language == "zh" else ", ").join(presenter_name(one, language) for one in item.presenters)


def presenter_name(presenter: Presenter, language: str) -> str:
    """A person, a group or a unit."""
    if presenter.attendee:
        return presenter.attendee.person.name.pick(language)
    if presenter.group:
        return presenter.group.label.pick(language)
    return presenter.organization.name.pick(language) if presenter.organization else ""
