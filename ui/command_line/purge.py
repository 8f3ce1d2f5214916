"""`purge`: clears the personal data of a meeting whose term is over."""

from __future__ import annotations

from datetime import datetime

from resources.languages import translator
from ui import folders
from ui.agreements.batch_file import forget_batch
from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.workspace import opened
from ui.wording.purging import purge_lines


def run_purge(request: Request) -> int:
    """Show what is cleared, and clear it unless only a look was asked for."""
    from models.purging import preview_purge, purge
    from models.store.queries import find_meeting

    _ = translator(request.language).gettext
    now = datetime.now()
    with opened(request) as workspace:
        with workspace.read() as session:
            meeting_id = find_meeting(session, request.options.meeting.encode("utf-8", "replace").decode())
        if request.options.dry_run:
            done = preview_purge(workspace, meeting_id, now=now)
        else:
            done = purge(workspace, meeting_id, now=now, younger_backups=request.options.all_backups)
            forget_batch(folders.settings_file(), workspace.location, meeting_id)
    head = _("This would be cleared for good; nothing was changed:") if request.options.dry_run else _("Cleared:")
    say.line(head)
    for line in purge_lines(done, request.language, with_younger=request.options.all_backups):
        say.line(f"  {line}")
    return 0
