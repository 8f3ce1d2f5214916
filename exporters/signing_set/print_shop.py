"""The folder for the print shop: a file for each kind of copy, named so that nobody has to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from exporters.options import ExportOptions
from exporters.paper import Notice
from exporters.save import safe_stem
from exporters.signing_set.build import CopyRun, SignedAgreement, SigningSet
from exporters.signing_set.wording import CopyWords

PRINT_SHOP = "print-shop"  # how its folders begin
LONGEST_TITLE = 24  # characters of a Chinese title in a file name
LONGEST_SLUG = 48  # letters of an English one; cut between words


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file to be printed `run.count` times; `stem` is its name without “.pdf”."""

    number: int
    stem: str
    signed: SignedAgreement
    run: CopyRun


def print_files(signing_set: SigningSet, options: ExportOptions) -> Sequence[PrintFile]:
    """A file for each kind of copy, in order."""
    runs = [(signed, run) for signed in signing_set.agreements for run in signed.runs]
    return [
        PrintFile(number, safe_stem(f"{number:02d}_{_stem(signed, run, options)}"), signed, run)
        for number, (signed, run) in enumerate(runs, 1)
    ]


def left_from_before(saved: Iterable[Path]) -> tuple[Path, ...]:
    """Files of an earlier set in the folders for the print shop among these files: they are on no list any more."""
    made = set(saved)
    shops = {file.parent for file in made if file.parent.name.startswith(PRINT_SHOP)}
    return tuple(sorted(file for shop in shops for file in shop.glob("[0-9][0-9]*_*_A4*.pdf") if file not in made))


def older_copies(saved: Iterable[Path]) -> tuple[Notice, ...]:
    """That copies of an earlier set lie beside those just saved, where the print shop would print them, too."""
    older = left_from_before(saved)
    return (Notice("older_copies", (("count", str(len(older))), ("file", str(older[0])))),) if older else ()


def _stem(signed: SignedAgreement, run: CopyRun, options: ExportOptions) -> str:
    """“战略合作框架协议_甲方正本_2份_A4双面”; in English plain ASCII. A draft says so."""
    told = _english(signed, run, options) if options.language == "en" else _chinese(signed, run, options)
    return "_".join(told)


def _chinese(signed: SignedAgreement, run: CopyRun, options: ExportOptions) -> list[str]:
    kept = CopyWords("zh").role(run.keeper) + ("副本" if run.duplicate else "正本")
    paper = "A4双面" if options.duplex else "A4单面"
    name = [signed.title[:LONGEST_TITLE], kept, f"{run.count}份", paper]
    return name if options.final else [*name, "预览稿"]


def _english(signed: SignedAgreement, run: CopyRun, options: ExportOptions) -> list[str]:
    kept = CopyWords("en").role(run.keeper).replace(" ", "-") + ("-duplicate" if run.duplicate else "-original")
    copies = "1-copy" if run.count == 1 else f"{run.count}-copies"
    name = [
        slug(signed.title) or slug(signed.agreement.key) or "agreement",
        kept,
        copies,
        "A4-duplex" if options.duplex else "A4-simplex",
    ]
    return name if options.final else [*name, "DRAFT"]


def slug(text: str) -> str:
    """“Strategic-Cooperation-Framework-Agreement”: words of plain letters, not more than fit a file name."""
    plain = normalize("NFKD", text).replace("’", "").replace("'", "")
    name = ""
    for word in re.findall("[A-Za-z0-9]+", plain.encode("ascii", "ignore").decode("ascii")):
        longer = f"{name}-{word}" if name else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        name = longer
    return name
