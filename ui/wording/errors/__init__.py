"""What every `KnownError` code says: what happened, how to mend it. A new sentence goes into the file of its family."""

from __future__ import annotations

from ui.wording.errors.agreements import AGREEMENTS
from ui.wording.errors.drafts import DRAFTS
from ui.wording.errors.meetings import MEETINGS
from ui.wording.errors.papers import PAPERS
from ui.wording.errors.slips import SLIPS
from ui.wording.errors.templates import TEMPLATES
from ui.wording.errors.workspace import WORKSPACE

ERRORS: dict[str, str] = {**WORKSPACE, **MEETINGS, **AGREEMENTS, **DRAFTS, **TEMPLATES, **PAPERS, **SLIPS}
