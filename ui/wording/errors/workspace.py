"""What the `KnownError` codes say that concern the workspace and what is stored in it."""

from __future__ import annotations

from ui.wording.messages import N_

WORKSPACE: dict[str, str] = {
    "record_gone": N_(
        "{record} {number} is no longer there: somebody else has deleted it. What you typed was not stored; look at "
        "the list again."
    ),
    "kept_file_too_large": N_("“{name}” is too large to be kept: {most} MB is the most."),
    "kept_file_missing": N_(
        "“{name}” is kept no longer: {path} is missing. Put it back from a backup of this folder, or keep the file "
        "again."
    ),
    "kept_file_changed": N_(
        "“{name}” is not as it was kept: {path} has been changed. Put it back from a backup of this folder."
    ),
    "changed_meanwhile": N_(
        "Somebody else changed {field} to “{now}” while you were typing “{typed}”. Nothing was written over: look at "
        "the new value, then type yours again if it is still right."
    ),
    "sample_unreadable": N_("The sample file {file} cannot be read: {reason}. Restore it from the program's own copy."),
    "sample_unknown_table": N_("The sample file {file} holds a table “{key}” that does not exist. Check its spelling."),
    "sample_needs_one_meeting": N_("The sample file {file} must hold exactly one [meeting]."),
    "sample_unknown_key": N_("In the sample file {file}, {table} has an unknown entry “{key}”. Check its spelling."),
    "sample_wrong_value": N_("In the sample file {file}, {table}, the value of “{key}” does not fit: {given}."),
    "sample_unknown_name": N_(
        "In the sample file {file}, {table}, “{key}” names “{given}”, which the file does not define. Add it or "
        "correct the name."
    ),
    "sample_name_twice": N_(
        "In the sample file {file}, {table} uses the name “{given}” a second time. Give each row a name of its own."
    ),
    "unknown_database": N_(
        "{location} is neither a file nor a PostgreSQL address. Give a file path, or postgresql://user@server/name."
    ),
    "needs_a_file": N_(
        "{location} is a shared database, not a file. Use the database's own tools (pg_dump, pg_restore) for its "
        "backups."
    ),
    "driver_missing": N_(
        'The PostgreSQL driver “{driver}” is not installed. Install it with: pip install "psycopg[binary]".'
    ),
    "workspace_in_use": N_(
        "{user} has this workspace open (process {pid}, since {since}). Close it there first, then try again."
    ),
    "workspace_held_elsewhere": N_(
        "{user} on computer {host} has had this workspace open since {since}. Close it there first. If that "
        "computer was switched off, delete the file {lock}."
    ),
    "not_a_workspace": N_("{path} is not a Signing Desk workspace. Nothing was changed; choose another file."),
    "workspace_newer": N_(
        "{path} was made by a newer version of Signing Desk (schema {found}; this version knows {known}). Update "
        "the program, then open it again."
    ),
    "workspace_needs_upgrade": N_(
        "{path} is from an older version (schema “{found}”; {known} is needed). Open it once where it can be "
        "written, so that it is upgraded."
    ),
    "workspace_unreachable": N_(
        "{path} cannot be opened: its folder does not exist, is a file, or may not be written. Choose another "
        "place. ({reason})"
    ),
    "workspace_gone": N_(
        "{path} can no longer be reached: the drive was removed, or the file was moved. Connect the drive again or "
        "put the file back, then try again."
    ),
    "workspace_damaged": N_("{path} is damaged ({reason}). Restore the newest backup; the damaged file is kept."),
    "workspace_read_only": N_(
        "{path} can only be read: the file, its folder or the account has no right to write. Copy it to a folder "
        "of your own to change it."
    ),
    "workspace_busy": N_(
        "{path} is being written by another program and did not become free in time. Try again in a moment; "
        "nothing was changed."
    ),
    "disk_full": N_("The disk of {path} is full. Free some space and try again; nothing was changed."),
    "disk_failed": N_(
        "The disk did not read or write {path} ({reason}). Check the disk or the network folder, then try again."
    ),
    "database_unreachable": N_(
        "The database {path} cannot be reached ({reason}). Check address, name, password and network."
    ),
    "workspace_missing": N_("There is no file {path}. Check the name and the folder."),
    "backup_exists": N_("{path} already exists and is not overwritten. Choose another name."),
    "backup_damaged": N_("The copy {path} is not whole ({reason}). It was not used; choose another backup."),
    "record_in_use": N_(
        "“{name}” ({record}) is still used by {count} × {used_by} and cannot be deleted. Remove it there first."
    ),
    "record_missing": N_(
        "A {record} that this change needs no longer exists; somebody deleted it. Look again and repeat the change."
    ),
    "key_taken": N_("“{value}” ({field}) is already used by another {record}. Choose another one."),
    "changed_elsewhere": N_(
        "“{name}” ({record}) was changed elsewhere after you opened it ({fields}). Look at it again, then repeat "
        "your change."
    ),
    "text_too_long": N_("The {field} of a {record} holds {limit} characters; this text has {length}. Shorten it."),
    "text_unreadable": N_(
        "The {field} of a {record} holds a character that cannot be stored ({code_point}). Type the text again."
    ),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "step_not_next": N_(
        "Nothing was undone: another window has changed something meanwhile. "
        "Look at the name of the step, then try again."
    ),
    "step_row_changed": N_("This cannot be undone or redone: “{name}” ({record}) has been changed since ({fields})."),
    "step_row_deleted": N_("This cannot be undone or redone: “{name}” ({record}) has been deleted since."),
    "purge_needs_a_date": N_(
        "“{title}” has no date, so nobody can say when the term of its personal data ends. Enter the date of "
        "the meeting first; nothing was cleared."
    ),
    "backup_in_use": N_(
        "The backup {path} could not be removed ({reason}): it is open somewhere. The data in the workspace "
        "are cleared; "
        "close that file and remove it, or run the purge again."
    ),
    "purge_too_early": N_(
        "The personal data of “{title}” are kept until {until}. They can be cleared after that day; nothing "
        "was cleared."
    ),
}
