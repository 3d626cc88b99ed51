"""Walks over what an article holds: hits, names, quotations; and says what is under the cursor."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from reader.analysis.types import COUNTED, Analysis, EntityKind, Mention, Quotation, QuotationKind
from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.text.attribution import voice
from reader.tui.text.entry import PROBABLE
from reader.tui.text.page import NOTHING

OPERATORS = {EntityKind.PERSON: "person:", EntityKind.PLACE: "place:", EntityKind.ORGANIZATION: "org:"}
"""What a search for a name of each kind begins with."""


class _HasStart(Protocol):
    @property
    def start(self) -> int: ...


_Item = TypeVar("_Item", bound=_HasStart)


class Walker:
    """The hits, names and quotations of one article, and which of them is the current one."""

    def __init__(
        self,
        article: Article | None = None,
        analysis: Analysis = NOTHING,
        matches: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._text = article.text if article is not None else ""
        blocks = article.blocks if article is not None else ()
        self._skipped = [block for block in blocks if block.kind is BlockKind.BOILERPLATE]
        self.matches = tuple(matches)
        self.match_index = 0
        self.cursor: Mention | Quotation | None = None
        self.analysis = NOTHING
        self._mentions: list[Mention] = []
        self._quotations: list[Quotation] = []
        self.add_analysis(analysis)

    def add_analysis(self, analysis: Analysis) -> None:
        """Takes names and quotations; the cursor stays where it is."""
        self.analysis = analysis
        self._mentions = [mention for mention in analysis.mentions if not self._is_skipped(mention.start)]
        self._quotations = [quote for quote in analysis.quotations if not self._is_skipped(quote.start)]

    def _is_skipped(self, offset: int) -> bool:
        return any(block.start <= offset < block.end for block in self._skipped)

    @property
    def match(self) -> tuple[int, int] | None:
        """The current hit."""
        return self.matches[self.match_index] if self.matches else None

    @property
    def match_place(self) -> str:
        """Which hit of how many is the current one, `3/7`; empty where there is none."""
        return f"{self.match_index + 1}/{len(self.matches)}" if self.matches else ""

    def take_matches(self, matches: Sequence[tuple[int, int]], place: int) -> None:
        """Takes other hits; the first one from `place` on is the current."""
        self.matches = tuple(matches)
        self.match_index = next((at for at, (start, _) in enumerate(self.matches) if start >= place), 0)

    def step_match(self, by: int) -> tuple[int, int] | None:
        """The next hit (or the one before), or None past the ends, where it stays."""
        index = self.match_index + by
        if not 0 <= index < len(self.matches):
            return None
        self.match_index = index
        return self.matches[index]

    def first_match(self) -> tuple[int, int] | None:
        """To the first hit."""
        self.match_index = 0
        return self.match

    def last_match(self) -> tuple[int, int] | None:
        """To the last hit."""
        self.match_index = max(0, len(self.matches) - 1)
        return self.match

    def step_entity(self, by: int, place: int) -> Mention | None:
        """The cursor to the next name after it, or after `place` when there is none; None past the ends."""
        return self._step(self._mentions, by, place)

    def step_quotation(self, by: int, place: int) -> Quotation | None:
        """The cursor to the next quotation, likewise."""
        return self._step(self._quotations, by, place)

    def _step(self, items: Sequence[_Item], by: int, place: int) -> _Item | None:
        at = self.cursor.start if self.cursor is not None else place - (1 if by > 0 else 0)
        if by > 0:
            found = next((item for item in items if item.start > at), None)
        else:
            found = next((item for item in reversed(items) if item.start < at), None)
        if found is not None:
            self.cursor = found  # type: ignore[assignment] # an item is one of the two
        return found

    def words(self) -> str:
        """What is under the cursor: `person · Name · 2 of 5`, or who speaks, and how sure that is."""
        item = self.cursor
        if isinstance(item, Mention):
            same = [mention for mention in self._mentions if mention.entity == item.entity]
            words = f"{_(item.entity.kind.value)} · {item.entity.name}"
            if item in same and len(same) > 1:
                here = _("{number} of {count} here").format(number=same.index(item) + 1, count=len(same))
                words += f" · {here}"
            return words
        if isinstance(item, Quotation):
            return self._quotation_words(item)
        return ""

    def _quotation_words(self, item: Quotation) -> str:
        """Kind and number, which part of its utterance it is, who speaks and by which words, and through whom."""
        if item.kind is QuotationKind.TERM:
            return _("term · set apart by its signs, said by nobody")
        alike = [one for one in self._quotations if (one.kind in COUNTED) == (item.kind in COUNTED)]
        alike = [one for one in alike if one.kind is not QuotationKind.TERM]
        number = f"{alike.index(item) + 1}/{len(alike)}" if item in alike else ""
        reported = item.kind is QuotationKind.INDIRECT
        said = (_("reported {number}") if reported else _("quotation {number}")).format(number=number)
        parts = [one for one in alike if one.utterance and one.utterance == item.utterance]
        if item in parts and len(parts) > 1:
            part = _("part {number} of {count}").format(number=parts.index(item) + 1, count=len(parts))
            said += f" · {part}"
        if item.speaker is None:
            return f"{said} · " + _("speaker not known")
        return f"{said} · {voice(self._text, item)}" + ("" if item.speaker.sure else f" ({_(PROBABLE)})")

    def query(self) -> str:
        """What to search the corpus for to see more of what is under the cursor, or nothing.

        A date or an amount is searched by the words that stand there: its normal form stands in no text.
        """
        item = self.cursor
        if isinstance(item, Mention):
            as_written = item.entity.kind in {EntityKind.DATE, EntityKind.AMOUNT}
            name = self._text[item.start : item.end] if as_written else item.entity.name
            operator = OPERATORS.get(item.entity.kind, "")
            return f'{operator}"{" ".join(safe_line(name).replace(chr(34), " ").split())}"'
        if isinstance(item, Quotation) and item.speaker is not None:
            name = safe_line(item.speaker.name).replace('"', " ")
            return f'by:"{name}"'
        return ""
