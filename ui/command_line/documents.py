"""`documents`: every paper that can be made."""

from __future__ import annotations

from exporters.registry import DOCUMENTS, DocumentKind
from resources.languages import LANGUAGES, translator
from ui.command_line import say
from ui.command_line.grammar import Request
from ui.wording.messages import N_

HEADINGS = (N_("Key"), N_("Paper"), N_("Formats"), N_("Languages"))


def run_documents(request: Request) -> int:
    """Show every paper with its formats and languages."""
    if request.options.json:
        say.document({"documents": [_as_json(kind) for kind in DOCUMENTS]})
        return 0
    rows = [(kind.key, request.say(kind.title), " ".join(kind.formats), " ".join(kind.languages)) for kind in DOCUMENTS]
    say.table([request.say(heading) for heading in HEADINGS], rows)
    return 0


def _as_json(kind: DocumentKind) -> dict[str, object]:
    titles = {f"title_{language}": translator(language).gettext(kind.title) for language in LANGUAGES}
    return {
        "key": kind.key,
        **titles,
        "formats": kind.formats,
        "languages": kind.languages,
        "per_agreement": kind.per_agreement,
    }
