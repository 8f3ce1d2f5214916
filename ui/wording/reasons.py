"""The reasons that the operating system gives, and why a font was not used: they can be told in both languages."""

from __future__ import annotations

from ui.wording.messages import N_

REASONS = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Not a directory"),
    N_("Is a directory"),
    N_("No such file or directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Device or resource busy"),
    N_("Too many levels of symbolic links"),
    N_("Invalid argument"),
    N_("Connection refused"),
    N_("damaged file"),
    N_("no TrueType outlines"),
    N_("embedding not allowed"),
)
