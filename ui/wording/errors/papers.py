"""What the `KnownError` codes say that concern papers, their export and their print, and the commands."""

from __future__ import annotations

from ui.wording.messages import N_

PAPERS: dict[str, str] = {
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
    "unknown_document": N_("There is no document “{document}”. The documents are: {known}."),
    "unknown_format": N_("“{document}” cannot be made as “{format}”. Its formats are: {known}."),
    "unknown_column": N_("There is no column “{column}”. The columns are: {known}."),
    "unknown_grouping": N_("Lists cannot be divided by “{grouping}”. They can by: {known}."),
    "no_own_columns": N_("The columns of “{document}” cannot be chosen; those of attendees and of the reply slip can."),
    "unknown_language": N_("“{document}” cannot be made in the language “{language}”. Its languages are: {known}."),
    "no_material": N_("The meeting holds nothing for the paper “{document}” yet. Enter that first; nothing was saved."),
    "signed_in_other_language": N_(
        "No agreement of this meeting is signed in this language. Make the signing set in the language they are "
        "signed in; nothing was saved."
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
    "unknown_card_format": N_(
        "There is no card format “{format}”. The formats are: {known}. A size of your own is written as 180x90, in "
        "millimeters, at least 40x25."
    ),
    "card_too_large": N_(
        "A card of {width} × {height} mm ({faces} faces) does not fit on a sheet of A4. Choose a smaller one, or one "
        "face."
    ),
}
