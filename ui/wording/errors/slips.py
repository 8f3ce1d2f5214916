"""What the `KnownError` codes say that concern reply slips."""

from __future__ import annotations

from ui.wording.messages import N_

SLIPS: dict[str, str] = {
    "no_slips_there": N_("There is no file to be read in {path}. Name the reply slips, or the folder they lie in."),
    "slips_worker_stopped": N_(
        "Reading was stopped from outside (perhaps the computer ran short of memory). Nothing was changed; read the "
        "slips again."
    ),
    "too_many_slips": N_(
        "There are more than {count} files in these folders; nothing was read. Choose the folder that holds only the "
        "reply slips."
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
