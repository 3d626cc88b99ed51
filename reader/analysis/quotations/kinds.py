"""Tells whole quoted clauses, fragments in a sentence, and words held at arm's length apart."""

import re

from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.types import QuotationKind

_WORD = re.compile(r"\w[\w’']*")


def kind_of(text: str, span: QuoteSpan, *, silent: bool) -> QuotationKind:
    """The kind of a quotation by its first and last signs, its length, and whether nobody seems to say it
    (`silent`)."""
    content = text[span.content_start : span.content_end]
    words = len(_WORD.findall(content[:600]))
    before = text[max(0, span.start - 40) : span.start].rstrip()
    if silent and words <= 12:
        return QuotationKind.TERM
    if content[:1].isupper() and (words >= 4 or content[-1] in ".!?…"):
        return QuotationKind.DIRECT
    if before.endswith(":") and words >= 4:
        return QuotationKind.DIRECT
    return QuotationKind.PARTIAL
