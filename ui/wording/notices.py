"""What every notice about a paper says."""

from __future__ import annotations

from ui.wording.messages import N_

NOTICES: dict[str, str] = {
    "fallback_font": N_("These characters are missing from the usual font and were printed from another: {characters}"),
    "open_places": N_("Printed as ruled blanks, to be filled in by hand ({count}): {variables}."),
    "left_out": N_("“{document}” was left out: the meeting holds nothing for it yet."),
}
