"""Tells whole quoted clauses, fragments in a sentence, and words held at arm's length apart."""

import re

from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.types import QuotationKind

_WORD = re.compile(r"\w[\w’']*")
_TITLED = re.compile(
    r"\b(?:livre|film|roman|série|chanson|album|émission|intitulée?|baptisée?|titre|dite?)\s*,?\s*$"
)


def kind_of(text: str, span: QuoteSpan) -> QuotationKind:
    """The kind of a quotation by its length, its first sign, its last one and what stands around it."""
    content = text[span.content_start : span.content_end]
    words = len(_WORD.findall(content[:600]))
    before = text[max(0, span.start - 40) : span.start].rstrip()
    capital = content[:1].isupper()
    if words <= 4 and _TITLED.search(before):
        return QuotationKind.TERM
    if capital and (words >= 6 or content[-1] in ".!?…" or before.endswith(":")):
        return QuotationKind.DIRECT
    if before.endswith(":") and words >= 4:
        return QuotationKind.DIRECT
    if words <= 2 or (capital and words <= 5):
        return QuotationKind.TERM
    return QuotationKind.PARTIAL
