"""What the `KnownError` codes say that concern templates and the clause library."""

from __future__ import annotations

from ui.wording.messages import N_

TEMPLATES: dict[str, str] = {
    "already_drafted": N_(
        "The agreement “{agreement}” already has clauses. Delete them first if it is to be drafted again from a "
        "template."
    ),
    "unknown_template": N_("There is no agreement template “{template}”. Choose one of: {known}."),
    "template_unreadable": N_(
        "The template file {file} cannot be read: {reason}. Install the app again, or correct the file."
    ),
    "template_invalid": N_(
        "The template file {file} is wrong in clause “{clause}”: “{key}” is missing, repeated, unknown or of the "
        "wrong kind. Correct it in the file."
    ),
    "template_head_invalid": N_(
        "The template file {file} is wrong: “{key}” is missing, repeated, unknown or of the wrong kind. Correct it in "
        "the file."
    ),
    "template_has_too_many_clauses": N_(
        "“{file}” has more than {limit} clauses and items, more than a template may have. Nothing was stored."
    ),
    "template_error": N_(
        "Line {line} of the clause text cannot be read: {reason}. Correct the field or condition, or delete it."
    ),
    "template_not_allowed": N_("Line {line} of the clause text cannot be used: {what}. Correct it, or delete it."),
    "template_too_large": N_("Line {line} of the clause text: {limit}."),
    "template_text_wrong": N_(
        "Template “{template}”, clause “{clause}” ({field}), line {line}: {fault}. Correct it; nothing was stored."
    ),
    "template_file_broken": N_(
        "The template file {file} cannot be read: it is damaged at line {line}, or was changed there by hand. Nothing "
        "was stored; have it shared again, or correct that line."
    ),
    "template_file_too_large": N_(
        "“{file}” is too large for a template (at most {limit} characters). Nothing was stored; check that it is a "
        "template."
    ),
    "template_key_invalid": N_(
        "“{key}” cannot be the key of a template. Use small letters, digits and hyphens; nothing was stored."
    ),
    "template_key_taken": N_("Another template has the key “{key}” already. Choose another; nothing was stored."),
    "template_is_builtin": N_(
        "“{template}” belongs to the program and cannot be changed. Make a copy of it and change that."
    ),
    "template_unchanged": N_("“{template}” is kept in exactly these words already. Nothing was stored."),
    "template_changed_meanwhile": N_(
        "Somebody else has kept edition {edition} of “{template}” while you were working on it. Nothing was written "
        "over: keep yours as a copy, or open the new edition and change that."
    ),
    "template_not_ours": N_(
        "{file} is no template of this program. Choose a file that was shared from the page of templates (.toml)."
    ),
    "template_needs_a_clause": N_("A template needs one clause at least. Nothing was deleted."),
    "library_clause_newer": N_(
        "Somebody else has changed “{clause}” in the clause library since it was opened. Nothing was stored; "
        "open it again."
    ),
    "library_variant_taken": N_(
        "The clause library has a variant “{variant}” of “{clause}” already. Give it another name; nothing was stored."
    ),
    "library_clause_empty": N_("A clause of the library needs a heading and a text. Nothing was stored."),
}
