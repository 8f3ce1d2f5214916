"""What every problem that `integrity` finds in a workspace says."""

from __future__ import annotations

from ui.wording.messages import N_

PROBLEMS: dict[str, str] = {
    "page_damaged": N_("The file itself is damaged: {details}"),
    "link_missing": N_("{record} {number}: names a {target} that is not there"),
    "table_missing": N_("The table {table} is missing"),
    "column_missing": N_("The column {table}.{column} is missing"),
    "unknown_code": N_("{record} {number}: {field} holds “{value}”, which no list knows"),
    "parent_elsewhere": N_("{record} {number}: stands below number {parent}, which is part of another {target}"),
    "presenters_not_one": N_("presenter {number}: names {count} presenters instead of one"),
    "key_twice": N_("meeting {number}: several agreements have the key “{value}”"),
    "kept_file_missing": N_("kept file {number}: “{name}” is missing from the folder beside the workspace"),
    "kept_file_changed": N_("kept file {number}: the content of “{name}” is not what was kept"),
    "attachment_changed": N_("attachment {number}: its content is not what was attached"),
}
