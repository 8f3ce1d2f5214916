"""What every `KnownError` code says: what happened, and how to mend it."""

from __future__ import annotations

from ui.wording.messages import N_

ERRORS: dict[str, str] = {
    "agenda_circle": N_("“{item}” cannot be a part of itself or of one of its own parts."),
    "unknown_command": N_("There is no command “{command}”. The commands are: {known}."),
    "bad_arguments": N_("{reason}. For help: {program} --help"),
    "output_not_writable": N_("The result could not be printed ({reason}). Free some space, or send it elsewhere."),
    "format_needed": N_("“{document}” can be made in several formats; say which with --format: {known}."),
    "final_and_draft": N_("A paper is either --final or --draft; give one of them."),
    "not_per_agreement": N_("“{document}” is one paper for the whole meeting; leave out --agreement."),
    "english_missing": N_(
        "The final paper “{document}” would print Chinese where its English is missing ({count}×, first “{text}”). "
        "Enter the English, or make a draft instead."
    ),
    "final_paper_in_the_way": N_(
        "Drafts would replace final papers ({count}, the first is {path}). Choose another folder, or make "
        "final papers "
        "(--final); nothing was saved."
    ),
    "record_gone": N_(
        "{record} {number} is no longer there: somebody else has deleted it. What you typed was not stored; look at "
        "the list again."
    ),
    "no_slips_there": N_("There is no file to be read in {path}. Name the reply slips, or the folder they lie in."),
    "kept_file_too_large": N_("“{name}” is too large to be kept: {most} MB is the most."),
    "scan_not_readable": N_("“{name}” cannot be read ({reason}). Copy it to this computer and try again."),
    "scan_of_another_kind": N_(
        "“{name}” is neither a PDF nor a JPG or PNG picture. Scan the signed paper to one of these and choose it again."
    ),
    "scan_cut_short": N_("“{name}” ends too early: it was not copied whole. Copy or scan it again."),
    "kept_file_missing": N_(
        "“{name}” is kept no longer: {path} is missing. Put it back from a backup of this folder, or keep the file "
        "again."
    ),
    "kept_file_changed": N_(
        "“{name}” is not as it was kept: {path} has been changed. Put it back from a backup of this folder."
    ),
    "stands_in_for_self": N_("{name} cannot come in their own place: tick them as here, or choose somebody else."),
    "name_missing": N_("Type the name of whoever came."),
    "nobody_signed_in": N_(
        "Nobody has been ticked as here at “{meeting}”. Sign people in first (People › More), or make the list of "
        "everybody expected."
    ),
    "already_listed": N_("{name} is on the list of this meeting already."),
    "same_person": N_("These two are one and the same record: there is nothing to merge."),
    "too_many_columns": N_("A meeting can have up to {most} columns of its own. Remove one that is no longer needed."),
    "changed_meanwhile": N_(
        "Somebody else changed {field} to “{now}” while you were typing “{typed}”. Nothing was written over: look at "
        "the new value, then type yours again if it is still right."
    ),
    "meeting_has_revisions": N_(
        "“{title}” holds {count} frozen revisions of agreements, which stay for good. Nothing was deleted; "
        "archive the "
        "meeting instead."
    ),
    "meeting_was_printed": N_(
        "“{title}” has papers in the print ledger ({count} print jobs), which stays for good. Nothing was deleted; "
        "archive the meeting instead."
    ),
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
    "not_a_number": N_("“{typed}” is not a whole number. Nothing was stored."),
    "unknown_meeting": N_("There is no meeting “{meeting}” in this workspace. It holds: {known}."),
    "unknown_document": N_("There is no document “{document}”. The documents are: {known}."),
    "unknown_format": N_("“{document}” cannot be made as “{format}”. Its formats are: {known}."),
    "unknown_column": N_("There is no column “{column}”. The columns are: {known}."),
    "unknown_grouping": N_("Lists cannot be divided by “{grouping}”. They can by: {known}."),
    "no_own_columns": N_("The columns of “{document}” cannot be chosen; those of attendees and of the reply slip can."),
    "not_a_day": N_("“{typed}” is not a day. Write it as 2026-05-10; nothing was saved."),
    "unknown_language": N_("“{document}” cannot be made in the language “{language}”. Its languages are: {known}."),
    "unknown_agreement": N_("This meeting has no agreement “{agreement}”. Its agreements are: {known}."),
    "no_material": N_("The meeting holds nothing for the paper “{document}” yet. Enter that first; nothing was saved."),
    "signed_in_other_language": N_(
        "No agreement of “{meeting}” is signed in this language. Make the signing set in the language they are signed "
        "in; nothing was saved."
    ),
    "copies_not_told": N_(
        "“{agreement}” does not say how many originals each party keeps. Enter a number for every party; nothing was "
        "saved."
    ),
    "copies_wrong_sum": N_(
        "“{agreement}” states {stated} originals, but the parties, the witnesses and the files keep {kept}. Make the "
        "numbers agree; nothing was saved."
    ),
    "duplicates_wrong_sum": N_(
        "“{agreement}” states {stated} duplicates, but {kept} are kept by somebody. Say who keeps them; nothing was "
        "saved."
    ),
    "too_many_copies": N_(
        "“{agreement}” would be made in {copies} copies; {most} is the most. Correct the numbers; nothing was saved."
    ),
    "folder_not_writable": N_("Nothing can be written to {path} ({reason}). Choose another folder; nothing was saved."),
    "undrawable_character": N_(
        "No font can print “{character}” ({code_point}) in “{context}”. Replace this character, or write it in "
        "another form, and export again."
    ),
    "unknown_preset": N_("There is no page preset “{preset}”. There are: {known}."),
    "font_unreadable": N_("The font file {file} cannot be read ({reason}). Install the program again to restore it."),
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
    "export_under_way": N_("An export is under way. Wait for it to end, or cancel it first."),
    "preview_worker_stopped": N_(
        "The page could not be made: its worker was stopped from outside (perhaps the computer ran short of memory). "
        "Nothing was lost; choose the paper again."
    ),
    "printer_refused": N_(
        "{printer} did not take the job. Look whether it is switched on, connected and has paper; nothing was printed."
    ),
    "page_too_large": N_(
        "Page {page} is {size}, larger than any paper {printer} offers. Choose another printer, or leave the "
        "page out; "
        "nothing was printed, since it would have been cut."
    ),
    "export_worker_stopped": N_(
        "The export was stopped from outside (perhaps the computer ran short of memory). Nothing was saved; export "
        "again."
    ),
    "slips_worker_stopped": N_(
        "Reading was stopped from outside (perhaps the computer ran short of memory). Nothing was changed; read the "
        "slips again."
    ),
    "too_many_slips": N_(
        "There are more than {count} files in these folders; nothing was read. Choose the folder that holds only the "
        "reply slips."
    ),
    "file_in_use": N_(
        "{path} cannot be replaced ({reason}). Close it in Excel, WPS or the PDF viewer and export again."
    ),
    "saved_in_part": N_(
        "{saved} of {total} papers were saved, each of them whole. {path} could not be replaced ({reason}). Close it "
        "in Excel, WPS or the PDF viewer and export again."
    ),
    "stopped_while_saving": N_(
        "The export was stopped from outside while it put {total} papers into {folder}: some of them are saved, each "
        "of them whole, others not yet. Export again."
    ),
    "already_drafted": N_(
        "The agreement “{agreement}” already has clauses. Delete them first if it is to be drafted again from a "
        "template."
    ),
    "unknown_card_format": N_(
        "There is no card format “{format}”. The formats are: {known}. A size of your own is written as 180x90, in "
        "millimeters, at least 40x25."
    ),
    "card_too_large": N_(
        "A card of {width} × {height} mm ({faces} faces) does not fit on a sheet of A4. Choose a smaller one, or one "
        "face."
    ),
    "unknown_template": N_("There is no agreement template “{template}”. Choose one of: {known}."),
    "template_unreadable": N_(
        "The template file {file} cannot be read: {reason}. Install the app again, or correct the file."
    ),
    "template_invalid": N_(
        "The template file {file} is wrong in clause “{clause}”: “{key}” is missing, repeated, unknown or of the "
        "wrong kind. Correct it in the file."
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
        "“{file}” is too large for a template (the limit is {limit}). Nothing was stored; check that it is a template."
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
    "agreement_changed_meanwhile": N_(
        "“{agreement}” was changed while its text was made ready. Nothing was kept; look at it and try again."
    ),
    "agreement_is_final": N_(
        "“{agreement}” is final already. Open it again, with a reason, before its text is changed."
    ),
    "step_not_allowed": N_("“{agreement}” is “{status}” by now; this step cannot be taken from there."),
    "name_needed": N_("Enter a name first; nothing was added."),
    "agreement_not_final": N_("“{agreement}” is not final; there is nothing to open again."),
    "agreement_is_signed": N_(
        "“{agreement}” has been signed. A signed text is not opened again; draft a supplementary agreement instead."
    ),
    "reason_needed": N_("Say why the final text is opened again; the reason is kept. Nothing was changed."),
    "unknown_revision": N_("“{agreement}” has no revision {number}. It has: {known}."),
    "revision_without_language": N_(
        "Revision {number} of “{agreement}” keeps no text in this language. Compare in another one."
    ),
    "text_not_final": N_(
        "{count} of the agreements have no final text yet (the first is “{agreement}”), so there is no final paper. "
        "Make their text final in the window (Agreements), or make a draft instead."
    ),
    "slip_empty": N_("{name} is empty (0 bytes). Perhaps it was not downloaded in full; ask for the file again."),
    "slip_too_large": N_(
        "{name} is larger than {most} MB and was not read. Take pictures out of it and save it again."
    ),
    "slip_not_readable": N_("{name} cannot be read ({reason}). Copy it to this computer and try again."),
    "slip_open_elsewhere": N_(
        "{name} is open in Excel, WPS or LibreOffice. Save and close it there, then try again. (If nobody "
        "has it open, "
        "delete the hidden file {lock} beside it.)"
    ),
    "slip_no_access": N_("{name} may not be read: it is open in another program, or you have no right to it."),
    "slip_is_lock": N_(
        "{name} is no slip: it only marks that a file beside it is open in another program. Choose that file instead."
    ),
    "slip_password_needed": N_("{name} has a password to open. Enter it, or ask for a copy without one."),
    "slip_password_wrong": N_("The password does not open {name}. Look at capitals and digits, then enter it again."),
    "slip_locked_otherwise": N_(
        "{name} is locked in a way that only the program it was made with can open. Save it there without a password."
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
    "returned_clause_too_long": N_(
        "In “{name}”, the clause “{clause}” is longer than {most} characters. It was not read; ask who sent it."
    ),
    "slip_damaged": N_("{name} is damaged or was not received in full. Ask for the file again; nothing was imported."),
    "slip_unsafe": N_(
        "{name} holds something that no list of people needs and that can do harm. It was not read; ask who sent it."
    ),
    "slip_unpacks_too_large": N_(
        "{name} would fill the memory of the computer when unpacked. It was not read; copy the list alone into a new "
        "file."
    ),
    "slip_too_wide": N_(
        "{name} has filled cells beyond what a list can have (at most {most} columns). Delete what stands far to the "
        "right, then try again."
    ),
    "slip_picture": N_(
        "{name} is a picture, and pictures are not read. Ask for the table itself, or type the names in."
    ),
    "slip_pdf": N_("{name} is a PDF or OFD document, which cannot be read as a table. Ask for the Excel or Word file."),
    "slip_web_page": N_(
        "{name} is a web page under another name, as some office systems save them. Open it in Excel or WPS and save "
        "it as .xlsx."
    ),
    "slip_xml": N_("{name} is an XML file under another name. Open it in Excel or WPS and save it as .xlsx."),
    "slip_old_word": N_("{name} is an old Word or RTF document. Open it in Word or WPS and save it as .docx."),
    "slip_binary_workbook": N_("{name} is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx."),
    "slip_archive": N_("{name} is a packed archive. Unpack it first, then choose the files in it."),
    "slip_no_table": N_(
        "{name} holds no table: a list needs columns with headings. Look whether it is the right file."
    ),
    "slip_unknown": N_(
        "{name} is no workbook, text table or Word document. Open it in the program it was made with and save it as "
        ".xlsx."
    ),
}
