"""What the `KnownError` codes say that concern agreements, their clauses and their way to the archive."""

from __future__ import annotations

from ui.wording.messages import N_

AGREEMENTS: dict[str, str] = {
    "scan_not_readable": N_("“{name}” cannot be read ({reason}). Copy it to this computer and try again."),
    "scan_of_another_kind": N_(
        "“{name}” is neither a PDF nor a JPG or PNG picture. Scan the signed paper to one of these and choose it again."
    ),
    "scan_cut_short": N_("“{name}” ends too early: it was not copied whole. Copy or scan it again."),
    "clause_too_deep": N_(
        "A clause cannot go there: an agreement has {most} levels at most, and nothing stands below recitals and "
        "annexes. Nothing was moved."
    ),
    "clause_below_itself": N_("A clause cannot go below itself. Nothing was moved."),
    "clause_referred_to": N_(
        "“{clause}” is referred to by its number in {by}. Take the reference out there first; nothing was changed."
    ),
    "clause_key_invalid": N_(
        "“{key}” cannot be the key of a clause. Use letters, digits and _, a letter first; nothing was changed."
    ),
    "clause_key_taken": N_("Another clause has the key “{key}” already. Choose another; nothing was changed."),
    "agreement_key_invalid": N_(
        "“{key}” cannot be the key of an agreement. Use small letters, digits and hyphens; nothing was changed."
    ),
    "agreement_key_taken": N_(
        "Another agreement of this meeting has the key “{key}” already. Choose another; nothing was changed."
    ),
    "agreement_has_revisions": N_(
        "“{agreement}” cannot be deleted: a text of it was frozen, and what was frozen stays. Nothing was deleted."
    ),
    "status_not_by_hand": N_(
        "The state of “{agreement}” follows from what is done with it and cannot be set by hand. Nothing was changed."
    ),
    "batch_empty": N_("The table is empty. Type a unit in its first line, or paste rows from Excel or WPS."),
    "too_many_parties": N_("An agreement has {most} parties at most. Nothing was added."),
    "agreement_changed_meanwhile": N_(
        "“{agreement}” was changed while its text was made ready. Nothing was kept; look at it and try again."
    ),
    "agreement_is_final": N_(
        "“{agreement}” is final already. Open it again, with a reason, before its text is changed."
    ),
    "step_not_allowed": N_("“{agreement}” is “{status}” by now; this step cannot be taken from there."),
    "agreement_not_final": N_("“{agreement}” is not final; there is nothing to open again."),
    "agreement_is_signed": N_(
        "“{agreement}” has been signed. A signed text is not opened again; draft a supplementary agreement instead."
    ),
    "reason_needed": N_("Say why the final text is opened again; the reason is kept. Nothing was changed."),
    "revision_alone": N_(
        "--revision goes with the document “agreement” and with --agreement, and without --final or --draft: a kept "
        "revision is made as it was kept."
    ),
    "unknown_revision": N_("“{agreement}” has no revision {number}. It has: {known}."),
    "revision_without_language": N_(
        "Revision {number} of “{agreement}” keeps no text in this language. Choose another one."
    ),
    "text_not_final": N_(
        "{count} of the agreements have no final text yet (the first is “{agreement}”), so there is no final paper. "
        "Make their text final in the window (Agreements), or make a draft instead."
    ),
}
