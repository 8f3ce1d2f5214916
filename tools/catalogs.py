"""Keeps the message catalogs: extract from the code, add translations, compile, check.

python tools/catalogs.py update          extract, merge into both catalogs, compile
python tools/catalogs.py add FILE.json   {"English message": "中文", "singular|plural": "中文"}, then update; words that
                                         other parts already use stay as they are, and are listed
python tools/catalogs.py replace FILE.json  the same, but other words take the place of the stored ones
python tools/catalogs.py check           exit 1 unless extraction changes nothing and every message has its words
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {"zh": "zh_CN", "en": "en"}
PACKAGES = ("models", "exporters", "ui", "resources")
KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "n_": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


def catalog_path(language: str) -> Path:
    """The .po file of a language."""
    return ROOT / "resources" / "locale" / LOCALES[language] / "LC_MESSAGES" / "signing_desk.po"


@contextmanager
def locked() -> Iterator[None]:
    """One writer at a time; a lock older than a minute was left behind."""
    lock = ROOT / "resources" / "locale" / ".catalogs.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            if lock.exists() and time.time() - lock.stat().st_mtime > 60:
                lock.unlink(missing_ok=True)
            time.sleep(0.2)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def extract() -> Catalog:
    """All messages of the code, sorted, without line numbers (they would change with every edit)."""
    found = Catalog(project="signing-desk", charset="utf-8")
    for package in PACKAGES:
        rows = extract_from_dir(
            ROOT / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for name, _line, message, comments, context in rows:
            found.add(
                message, locations=[(f"{package}/{Path(name).as_posix()}", 0)], auto_comments=comments, context=context
            )
    return found


def load(language: str) -> Catalog:
    """The stored catalog, or a new one."""
    file = catalog_path(language)
    if not file.exists():
        return Catalog(locale=LOCALES[language], project="signing-desk", charset="utf-8")
    with file.open("rb") as stream:
        return read_po(stream, locale=LOCALES[language])


def merged(language: str, template: Catalog, added: dict[str, str]) -> Catalog:
    """The stored catalog with exactly the template's messages, and the added words."""
    old, new = load(language), Catalog(locale=LOCALES[language], project="signing-desk", charset="utf-8")
    for message in sorted(template, key=lambda m: str(m.id)):
        if not message.id:
            continue
        plural = isinstance(message.id, tuple)
        stored = old.get(message.id[0] if plural else message.id, message.context)
        words = stored.string if stored else None
        if language == "en":
            words = message.id
        else:
            given = added.get("|".join(message.id) if plural else message.id)
            if given is not None:
                words = (given,) if plural else given
        if plural and not words:
            words = ("",) * new.num_plurals
        new.add(
            message.id,
            words or "",
            locations=sorted({(f, 0) for f, _ in message.locations}),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """The .po file, without header stamps that would change each time."""
    stream = BytesIO()
    write_po(stream, catalog, width=110, omit_header=True, include_lineno=False)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalog.locale}\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return (header + stream.getvalue().decode("utf-8")).encode("utf-8")


class Timeless(Catalog):
    """A catalog whose header holds no time and no version: it compiles to the same bytes tomorrow."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Only what gettext needs."""
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
        ]


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalog; its header only says the charset and the plural rule."""
    timeless, stream = Timeless(locale=catalog.locale, charset="utf-8"), BytesIO()
    for message in catalog:
        if message.id:
            timeless[message.id] = message
    write_mo(stream, timeless)
    return stream.getvalue()


def update(added: dict[str, str]) -> None:
    """Extract, merge, compile."""
    with locked():
        template = extract()
        for language in LOCALES:
            catalog = merged(language, template, added)
            file = catalog_path(language)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(po_bytes(catalog))
            file.with_suffix(".mo").write_bytes(mo_bytes(load(language)))


def problems() -> list[str]:
    """What is wrong with the stored catalogs, one line each."""
    template, found = extract(), []
    for language in LOCALES:
        stored = load(language)
        file = catalog_path(language)
        if po_bytes(merged(language, template, {})) != file.read_bytes():
            found.append(f"{language}: the catalog is not what the code says; run tools/catalogs.py update")
        if mo_bytes(stored) != file.with_suffix(".mo").read_bytes():
            found.append(f"{language}: the compiled catalog is old; run tools/catalogs.py update")
        for message in stored:
            if message.id:
                found += message_problems(language, message.id, message.string)
    return found


def message_problems(language: str, message: str | tuple[str, ...], words: str | tuple[str, ...]) -> list[str]:
    """Missing words, or placeholders that differ from the message's."""
    ids = message if isinstance(message, tuple) else (message,)
    strings = words if isinstance(words, tuple) else (words,)
    if not all(strings):
        return [f"{language}: no words for {ids[0]!r}"]
    wanted = set(PLACEHOLDER.findall(ids[-1]))
    return [
        f"{language}: placeholders differ in {ids[0]!r}"
        for text in strings
        if not set(PLACEHOLDER.findall(text)) <= wanted or (len(ids) == 1 and set(PLACEHOLDER.findall(text)) != wanted)
    ]


def without_taken(given: dict[str, str]) -> dict[str, str]:
    """The words for messages that have none yet: short messages are shared, and papers may print them."""
    stored, free = load("zh"), {}
    for message, words in given.items():
        known = stored.get(message.split("|")[0])
        taken = next(iter(known.string), "") if known and isinstance(known.string, tuple) else known and known.string
        if not taken:
            free[message] = words
        elif taken != words:
            print(f"kept: {message!r} is {taken!r}, not {words!r}")
    return free


def main() -> int:
    """Run one of the four commands."""
    parser = argparse.ArgumentParser(description="Message catalogs")
    parser.add_argument("command", choices=["update", "add", "replace", "check"])
    parser.add_argument("file", nargs="?")
    arguments = parser.parse_args()
    if arguments.command == "check":
        found = problems()
        print("\n".join(found) or "catalogs: every message has its words in zh and en")
        return 1 if found else 0
    given = json.loads(Path(arguments.file).read_text(encoding="utf-8")) if arguments.file else {}
    update(without_taken(given) if arguments.command == "add" else given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
