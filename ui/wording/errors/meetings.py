"""What the `KnownError` codes say that concern meetings, their people and what is typed about them."""

from __future__ import annotations

from ui.wording.messages import N_

MEETINGS: dict[str, str] = {
    "agenda_circle": N_("“{item}” cannot be a part of itself or of one of its own parts."),
    "stands_in_for_self": N_("{name} cannot come in their own place: tick them as here, or choose somebody else."),
    "name_missing": N_("Type the name of whoever came."),
    "nobody_signed_in": N_(
        "Nobody has been ticked as here at “{meeting}”. Sign people in first (People › More), or make the list of "
        "everybody expected."
    ),
    "already_listed": N_("{name} is on the list of this meeting already."),
    "same_person": N_("These two are one and the same record: there is nothing to merge."),
    "too_many_columns": N_("A meeting can have up to {most} columns of its own. Remove one that is no longer needed."),
    "meeting_has_revisions": N_(
        "“{title}” holds {count} frozen revisions of agreements, which stay for good. Nothing was deleted; "
        "archive the "
        "meeting instead."
    ),
    "meeting_was_printed": N_(
        "“{title}” has papers in the print ledger ({count} print jobs), which stays for good. Nothing was deleted; "
        "archive the meeting instead."
    ),
    "not_a_number": N_("“{typed}” is not a whole number. Nothing was stored."),
    "unknown_meeting": N_("There is no meeting “{meeting}” in this workspace. It holds: {known}."),
    "not_a_day": N_("“{typed}” is not a day. Write it as 2026-05-10; nothing was saved."),
    "unknown_agreement": N_("This meeting has no agreement “{agreement}”. Its agreements are: {known}."),
    "name_needed": N_("Enter a name first; nothing was added."),
}
