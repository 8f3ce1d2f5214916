"""What the `KnownError` codes say that concern drafts that come back from the other side."""

from __future__ import annotations

from ui.wording.messages import N_

DRAFTS: dict[str, str] = {
    "draft_overtaken": N_(
        "While the file was made, another revision of “{agreement}” was kept. Nothing was sent out; send the draft "
        "again."
    ),
    "returned_no_word": N_(
        "“{name}” is no Word document (.docx). Ask for the file that you sent, edited in Word or WPS."
    ),
    "returned_old_word": N_(
        "“{name}” is an old Word file (.doc) or locked with a password. Open it in Word or WPS, save it as "
        ".docx without "
        "a password, and read that."
    ),
    "returned_not_ours": N_(
        "“{name}” is not a draft that was sent from here. Ask the other side to edit the very file that you "
        "sent; a text "
        "copied into a new document cannot be compared."
    ),
    "returned_damaged": N_("“{name}” is damaged or was not received in full. Ask for it again; nothing was changed."),
    "returned_unsafe": N_("“{name}” holds what no draft needs and what can do harm. It was not read; ask who sent it."),
    "returned_too_large": N_("“{name}” is too large for a draft: {most} MB is the most. It was not read."),
    "returned_unreadable": N_("“{name}” cannot be read: {reason}."),
    "returned_other_agreement": N_(
        "“{name}” is a draft of another agreement ({agreement}). Open that one and read the file there."
    ),
    "returned_unknown_revision": N_(
        "“{name}” was made from v{number}, which was not sent from this workspace, or says otherwise here. "
        "Send the draft "
        "out again and ask for changes in that file."
    ),
    "returned_too_many": N_(
        "“{name}” differs in {count} places, more than {most} cannot be decided one by one. Ask whether the right file "
        "was sent."
    ),
    "returned_clause_too_long": N_(
        "In “{name}”, the clause “{clause}” is longer than {most} characters. It was not read; ask who sent it."
    ),
}
