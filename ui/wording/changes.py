"""How each change is named in the undo menu."""

from __future__ import annotations

from ui.wording.messages import N_

CHANGES: dict[str, str] = {
    "log_unmasked_export": N_("Note that {document} was exported with full phone numbers"),
    "load_sample": N_("Load sample meeting {meeting}"),
    "load_base_types": N_("Load {count} kinds of joint base"),
}
