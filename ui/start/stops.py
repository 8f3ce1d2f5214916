"""The stops of the tour: where each stands, what it points at, what it says."""

from __future__ import annotations

from dataclasses import dataclass


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Stop:
    """A stop of the tour: the room it shows (or none), the part of the window it points at, and its words."""

    room: str
    part: str
    title: str
    words: str


STOPS = (
    Stop(
        "overview",
        "rail",
        N_("The rooms, in the order of the work"),
        N_(
            "Above stands the meeting: click it to switch, to make a new one or to copy one. Below it the rooms, "
            "from people to papers. A number beside a room tells how many things there wait for a look."
        ),
    ),
    Stop(
        "overview",
        "content",
        N_("What is ready, and what is not"),
        N_(
            "Every line is something to look at before printing. Press Enter on it, and you stand in the very "
            "field. The list checks itself while you work."
        ),
    ),
    Stop(
        "people",
        "content",
        N_("People: type as in Excel"),
        N_(
            "Click a cell and type; Tab and Enter go on. Paste rows from Excel or WPS: you see what would happen "
            "first. Nothing is re-sorted unless you say so."
        ),
    ),
    Stop(
        "agenda",
        "content",
        N_("Agenda and visits: drag, and the times follow"),
        N_(
            "Drag an item to move it, its edge to make it longer; “push what follows” takes the rest along. "
            "Overlaps and people needed twice are shown where they are."
        ),
    ),
    Stop(
        "agreements",
        "content",
        N_("Agreements: the real page beside the text"),
        N_(
            "Begin with a template, fill in what it asks for, change any clause: numbers follow by themselves. "
            "The page on the right is the very page that will be printed."
        ),
    ),
    Stop(
        "papers",
        "content",
        N_("Papers: look, print, export"),
        N_(
            "Every paper in Chinese or English. What you see is what is printed. “Export the whole pack” makes "
            "all of them in one folder."
        ),
    ),
    Stop(
        "overview",
        "top_bar",
        N_("Nothing can be lost"),
        N_(
            "There is no Save button: every change is kept at once. Undo names what it takes back, also tomorrow."
            " Ctrl+K finds anything; F1 lists all keys. That was the tour."
        ),
    ),
)
