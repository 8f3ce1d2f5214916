"""The words for keepers and copies: “甲方（云岭县人民政府）”, “正本第 1—2 份”."""

from __future__ import annotations

from exporters.documents.agreement_quotes import inside_marks
from exporters.documents.phrasebook import Phrasebook
from exporters.signing_set.copies import Copies, Keeper
from models.snapshots.agreement_values import WITNESS_LABEL, party_label


class CopyWords(Phrasebook):
    """Speaks of copies in one language."""

    def quoted(self, title: str) -> str:
        """The title of an agreement: 《合作协议》."""
        return super().quoted(inside_marks(title, self.language)) if self.language == "zh" else title

    def role(self, keeper: Keeper) -> str:
        """甲方, 见证方 or 备案; always by the agreement's own order, also where labels are swapped on the copy."""
        if keeper.party is not None:
            return self.text(party_label(keeper.party))
        return self.text(WITNESS_LABEL) if keeper.keeps else self._("Filing")

    def unit(self, keeper: Keeper) -> str:
        """The full name of the unit and of its part that signs, as on the agreement; empty for the files."""
        if keeper.keeps is None or keeper.keeps.organization is None:
            return ""
        return self.text(keeper.keeps.organization.name) + self.bracketed(self.text(keeper.keeps.department))

    def role_and_name(self, keeper: Keeper) -> str:
        """甲方（云岭县人民政府）."""
        return self.role(keeper) + self.bracketed(self.unit(keeper))

    def kept_by(self, keeper: Keeper) -> str:
        """甲方（云岭县人民政府）留存."""
        if keeper.keeps is None:
            return self._("Kept for filing")
        return self._("Kept by {keeper}", keeper=self.role_and_name(keeper))

    def signatory(self, keeper: Keeper) -> str:
        """Who signs for the keeper: the post in front of the name in Chinese, behind it in English."""
        if keeper.keeps is None or keeper.keeps.signatory is None:
            return ""
        name, post = self.name(keeper.keeps.signatory.name), self.text(keeper.keeps.capacity)
        return self.clauses((name, post)) if self.language == "en" else post + name

    def amount(self, keeper: Keeper) -> str:
        """正本 2 份、副本 1 份."""
        originals = self.n_("{count} original", "{count} originals", keeper.originals)
        duplicates = self.n_("{count} duplicate", "{count} duplicates", keeper.duplicates)
        return self.join((originals if keeper.originals else "", duplicates if keeper.duplicates else ""))

    def numbered(self, after: int, count: int, *, duplicate: bool) -> str:
        """正本第 1—2 份; nothing where there are none."""
        if not count:
            return ""
        numbers = self.span(after, count)
        if duplicate:
            return self.n_("duplicate {numbers}", "duplicates {numbers}", count, numbers=numbers)
        return self.n_("original {numbers}", "originals {numbers}", count, numbers=numbers)

    def duplicate(self) -> str:
        """What stands on the cover of a duplicate."""
        return self._("DUPLICATE")

    def mark(self, after: int, count: int, copies: Copies, *, duplicate: bool) -> str:
        """第 1 份／共 4 份, as it stands in the corner of the page; 副本 says so."""
        total, numbers = copies.duplicates if duplicate else copies.originals, self.span(after, count)
        if duplicate:
            return self.n_(
                "duplicate {numbers} of {total}", "duplicates {numbers} of {total}", count, numbers=numbers, total=total
            )
        return self.n_("copy {numbers} of {total}", "copies {numbers} of {total}", count, numbers=numbers, total=total)

    def span(self, after: int, count: int) -> str:
        """The numbers of some copies in a row: “3”, “3—4”."""
        between = "–" if self.language == "en" else "—"
        return f"{after + 1}" if count == 1 else f"{after + 1}{between}{after + count}"
