"""Reads the places of the people room: which row, which column."""

from __future__ import annotations


def read_place(place: str) -> tuple[int | None, str]:
    """The row and the column of a place; rows of groups have a minus."""
    kind, _slash, rest = place.partition("/")
    row, _slash, column = rest.partition("/")
    number = row.removeprefix("group-")
    if not number.isdecimal():
        return None, ""
    is_group = kind == "groups" or row.startswith("group-")
    aliases = {"name": "name_zh", "title": "title_zh", "label_zh": "name_zh", "label_en": "name_en", "side": "side_id"}
    return (-int(number) if is_group else int(number)), aliases.get(column, column)
