"""The table of commands: what each is for, which arguments it takes, and the function that does it.

A new command is one row here and one function. Functions are named by path and imported when their command is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.wording.messages import N_


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as `ArgumentParser.add_argument` takes it; `purpose` is a message."""

    names: tuple[str, ...]
    purpose: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its word, what it is for (a message), the path of its function, its arguments."""

    name: str
    purpose: str
    path: str
    arguments: tuple[Argument, ...] = ()


WORKSPACE = Argument(
    ("--workspace",),
    N_("workspace to use: a file, or a database URL (also SIGNING_DESK_WORKSPACE)"),
    {"metavar": "WS"},
)
MEETING = Argument(("meeting",), N_("key or number of the meeting, as “list” shows it"), {"metavar": "MEETING"})
LANGUAGE = Argument(
    ("--language",),
    N_("language of the paper: zh, en, or zh-en (both, where the paper offers it)"),
    {"metavar": "L", "required": True},
)
PACK_LANGUAGE = Argument(
    ("--language",),
    N_("language of the papers: zh or en; an agreement has its copies with the papers in the language it is signed in"),
    {"metavar": "L", "required": True},
)
FOLDER = Argument(
    ("-o", "--output"),
    N_("folder to write to; it is created where it is missing"),
    {"metavar": "DIR", "required": True},
)
JSON = Argument(("--json",), N_("print one JSON document and nothing else"), {"action": "store_true"})
FINAL = Argument(
    ("--final",), N_("the paper to be signed: no draft mark, number and date printed"), {"action": "store_true"}
)
DRAFT = Argument(
    ("--draft",),
    N_("a draft: marked, number and date left blank (the default); it never replaces a final paper of its name"),
    {"action": "store_true"},
)
UNMASKED = Argument(("--unmasked",), N_("print phone numbers in full; this is logged"), {"action": "store_true"})
PRESET = Argument(
    ("--preset",),
    N_("page of agreements and agendas: gbt9704 (the default in Chinese), gbt9704-grid, common28, compact or english"),
    {"metavar": "PRESET", "default": ""},
)
SWAP_LABELS = Argument(
    ("--swap-labels",),
    N_("call each party Party A on the copies it keeps; without this it comes first and keeps its label"),
    {"action": "store_true"},
)
SINGLE_SIDED = Argument(
    ("--single-sided",), N_("copies to be signed are printed on one side of the sheet"), {"action": "store_true"}
)
CARDS = (
    Argument(
        ("--table-card",),
        N_("format of table cards: a4-folded (the default), tri-fold, 200x100, 210x140, or a size in mm as 180x90"),
        {"metavar": "SIZE", "default": ""},
    ),
    Argument(
        ("--badge",),
        N_("format of badges: 90x130 (the default), 70x100, 90x54, or a size in mm as 100x70"),
        {"metavar": "SIZE", "default": ""},
    ),
    Argument(("--one-face",), N_("the name on one face of the table cards only"), {"action": "store_true"}),
    Argument(("--names-only",), N_("no units on the table cards"), {"action": "store_true"}),
)
GROUP_BY = Argument(
    ("--group-by",),
    N_("how lists and sign-in sheets are divided: side (the default), unit, or rank (one list without headings)"),
    {"metavar": "HOW", "default": ""},
)
REPLY_BY = Argument(
    ("--reply-by",), N_("day by which reply slips are due, as 2026-05-10"), {"metavar": "DAY", "default": ""}
)
RETURN_TO = Argument(
    ("--return-to",),
    N_("where reply slips go; without this the organizer as far as it is known"),
    {"metavar": "WORDS", "default": ""},
)
CAME = Argument(
    ("--came",),
    N_("the list of attendees names those who were signed in at the door, with the counts of each side"),
    {"action": "store_true"},
)
LISTS = (
    GROUP_BY,
    CAME,
    Argument(
        ("--columns",),
        N_("columns of the list of attendees or of the reply slip, in order, as name,unit,phone"),
        {"metavar": "KEYS", "default": ""},
    ),
    Argument(
        ("--blank-lines",),
        N_("empty lines at the end of the sign-in sheet, or on the reply slip"),
        {"metavar": "N", "type": int},
    ),
    Argument(
        ("--unit",),
        N_("unit that the reply slip or invitation goes to; “*” makes one for every unit"),
        {"metavar": "NAME", "default": ""},
    ),
    REPLY_BY,
    RETURN_TO,
)
AS_NOTICE = Argument(
    ("--as-notice",), N_("the invitation is a notice to the office’s own units, not a letter"), {"action": "store_true"}
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "sample",
        N_("load the five sample meetings and the invented one; a second time changes nothing"),
        "ui.command_line.sample:run_sample",
    ),
    Command("list", N_("show the meetings of the workspace"), "ui.command_line.meetings:run_list", (JSON,)),
    Command(
        "documents",
        N_("show every paper with its formats and languages"),
        "ui.command_line.documents:run_documents",
        (JSON,),
    ),
    Command(
        "export",
        N_("make one paper of a meeting"),
        "ui.command_line.export:run_export",
        (
            MEETING,
            Argument(("document",), N_("kind of paper, as “documents” shows it"), {"metavar": "DOCUMENT"}),
            Argument(("--format",), N_("format of the file; needed where the paper has several"), {"metavar": "F"}),
            LANGUAGE,
            Argument(("--agreement",), N_("only the agreement with this key"), {"metavar": "KEY"}),
            Argument(
                ("--from",),
                N_("older revision of a comparison, by its number; without it the newest before the other one"),
                {"metavar": "N", "type": int, "dest": "compare_from"},
            ),
            Argument(
                ("--to",),
                N_("newer revision of a comparison; without it the text as it is now"),
                {"metavar": "N", "type": int, "dest": "compare_to"},
            ),
            Argument(
                ("--revision",),
                N_("an agreement as this revision kept it, by its number; goes with --agreement"),
                {"metavar": "N", "type": int},
            ),
            FINAL,
            DRAFT,
            UNMASKED,
            PRESET,
            *LISTS,
            *CARDS,
            AS_NOTICE,
            FOLDER,
            JSON,
        ),
    ),
    Command(
        "pack",
        N_("make the whole signing pack and the meeting papers in one go"),
        "ui.command_line.pack:run_pack",
        (
            MEETING,
            PACK_LANGUAGE,
            FINAL,
            DRAFT,
            UNMASKED,
            PRESET,
            SWAP_LABELS,
            SINGLE_SIDED,
            GROUP_BY,
            REPLY_BY,
            RETURN_TO,
            *CARDS,
            AS_NOTICE,
            FOLDER,
            JSON,
        ),
    ),
    Command(
        "import-people",
        N_("take reply slips (Excel, WPS, CSV, Word tables) into the list of a meeting"),
        "ui.command_line.import_people:run_import_people",
        (
            MEETING,
            Argument(("files",), N_("the slips, or folders of slips"), {"metavar": "FILE", "nargs": "+"}),
            Argument(("--dry-run",), N_("only show what would be done"), {"action": "store_true"}),
            Argument(("--password",), N_("password of the slips that have one"), {"metavar": "P", "default": ""}),
            JSON,
        ),
    ),
    Command(
        "check",
        N_("look for what is missing or wrong in a meeting"),
        "ui.command_line.check:run_check",
        (MEETING, JSON),
    ),
    Command(
        "purge",
        N_("clear personal data whose term is over, for good; with --dry-run only show what would be cleared"),
        "ui.command_line.purge:run_purge",
        (
            MEETING,
            Argument(("--dry-run",), N_("show what would be cleared, and change nothing"), {"action": "store_true"}),
            Argument(
                ("--all-backups",),
                N_("also remove the younger backups, which still hold the data"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "backup",
        N_("copy the workspace to a backup file"),
        "ui.command_line.safety:run_backup",
        (Argument(("-o", "--output"), N_("the backup file to write"), {"metavar": "FILE"}),),
    ),
    Command(
        "restore",
        N_("put a backup in the place of the workspace, which is kept aside"),
        "ui.command_line.safety:run_restore",
        (Argument(("file",), N_("the backup file"), {"metavar": "FILE"}),),
    ),
    Command("integrity", N_("examine whether the workspace is whole"), "ui.command_line.safety:run_integrity"),
)
