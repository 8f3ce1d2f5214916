"""`check`: what is missing or wrong in a meeting."""

from __future__ import annotations

from datetime import datetime

from ui.command_line import say
from ui.command_line.findings import finding_entry, finding_line
from ui.command_line.grammar import Request
from ui.command_line.workspace import opened, take
from ui.wording.messages import N_

NOTHING_FOUND = N_("Nothing is missing or wrong.")
SEVERITIES = ("error", "warning", "notice")


def run_check(request: Request) -> int:
    """Show the findings, the grave ones first; exit status 1 where one is an error."""
    from exporters.typeset.fonts import can_draw
    from models.checks import preflight

    with opened(request) as workspace:
        snapshot = take(workspace, request.options.meeting, datetime.now().replace(microsecond=0))
    found = sorted(preflight(snapshot, can_draw=can_draw), key=lambda finding: SEVERITIES.index(finding.severity))
    if request.options.json:
        say.document({"findings": [finding_entry(finding, request.language) for finding in found]})
    else:
        for finding in found:
            say.line(finding_line(finding, request.language))
        if not found:
            say.line(request.say(NOTHING_FOUND))
    return int(any(finding.severity == "error" for finding in found))
