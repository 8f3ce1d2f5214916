"""What every notice about a paper says."""

from __future__ import annotations

from ui.wording.messages import N_

NOTICES: dict[str, str] = {
    "fallback_font": N_("These characters are missing from the usual font and were printed from another: {characters}"),
    "open_places": N_("Printed as ruled blanks, to be filled in by hand ({count}): {variables}."),
    "copies_assumed": N_(
        "“{agreement}” does not say how many originals there are; the signing set holds one for each party."
    ),
    "signed_in_chinese": N_("“{agreement}” is here to be read only: its copies are made with the Chinese papers."),
    "signed_in_english": N_("“{agreement}” is here to be read only: its copies are made with the English papers."),
    "copies_not_told": N_(
        "“{agreement}” is missing from the signing set: it does not say how many originals each party keeps."
    ),
    "copies_wrong_sum": N_(
        "“{agreement}” is missing from the signing set: it states {stated} originals, but {kept} are kept by somebody."
    ),
    "duplicates_wrong_sum": N_(
        "“{agreement}” is missing from the signing set: it states {stated} duplicates, but {kept} are kept by somebody."
    ),
    "too_many_copies": N_(
        "“{agreement}” is missing from the signing set: it would be made in {copies} copies, and {most} is the most."
    ),
    "older_copies": N_(
        "Copies of an earlier set still lie in the folder for the print shop ({count}, the first is {file}). Remove "
        "them, so that nobody prints them."
    ),
    "left_out": N_("“{document}” was left out: the meeting holds nothing for it yet."),
    "font_skipped": N_(
        "The font file {file} of this computer was not used ({reason}); a bundled font stands in for it."
    ),
}
