"""`sample`: loads the sample meetings."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.workspace import opened
from ui.wording.messages import N_

LOADED = N_("Loaded: {keys}.")
PRESENT = N_("Already there, left as they are: {keys}.")
WHERE = N_("Workspace: {workspace}")


def run_sample(request: Request) -> int:
    """Load the samples that are not there yet."""
    from exporters.assembly import assemble_agreement
    from models.samples import load_samples

    assemble = partial(assemble_agreement, made_at=datetime.now().replace(microsecond=0))
    with opened(request) as workspace:
        report = load_samples(workspace, assemble=assemble)
    if report.loaded:
        say.line(request.say(LOADED, keys=", ".join(report.loaded)))
    if report.present:
        say.line(request.say(PRESENT, keys=", ".join(report.present)))
    say.line(request.say(WHERE, workspace=workspace.location))
    return 0
