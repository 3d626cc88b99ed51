"""A stretch of an article as HTML in which names and quotations are marked, and each speaker is told."""

from reader.analysis.types import Analysis, Mention, Quotation, QuotationKind
from reader.export.escaping import html_text


def marked(text: str, analysis: Analysis, start: int, end: int) -> str:
    """`text` from `start` to `end`: quotations around names, elements always well nested.

    A name that crosses the border of a quotation is marked on both sides of it; of quotations within one
    another the outer one is marked.  What began before `start` or ends after `end` is marked as far as it is
    here; the speaker is told, in the square brackets of what an editor adds, where the quotation ends.
    """
    parts: list[str] = []
    at = start
    for quotation in _outer(analysis.quotations, start, end):
        parts.append(_names(text, analysis, at, max(at, quotation.start)))
        at = max(at, quotation.start)
        until = min(end, quotation.end)
        words = _names(text, analysis, at, until)
        parts.append(f'<span class="quote {quotation.kind.value}"{_title(quotation)}>{words}</span>')
        if quotation.end <= end:
            parts.append(_speaker(quotation))
        at = until
    parts.append(_names(text, analysis, at, end))
    return "".join(parts)


def _outer(quotations: tuple[Quotation, ...], start: int, end: int) -> list[Quotation]:
    """Those that reach into the stretch and begin within no other one, in order.

    Words of somebody's own go before indirect speech that holds them.
    """
    here = [one for one in quotations if max(start, one.start) < min(end, one.end)]
    own = [one for one in here if one.kind is not QuotationKind.INDIRECT]
    found: list[Quotation] = []
    for quotation in here:
        is_free = not found or quotation.start >= found[-1].end
        if quotation.kind is QuotationKind.INDIRECT:
            is_free = is_free and not any(
                max(one.start, quotation.start) < min(one.end, quotation.end) for one in own
            )
        if is_free:
            found.append(quotation)
    return found


def _names(text: str, analysis: Analysis, start: int, end: int) -> str:
    parts: list[str] = []
    at = start
    for mention in analysis.mentions:
        first, last = max(at, mention.start), min(end, mention.end)
        if first < last:
            parts += [html_text(text[at:first]), _name(text[first:last], mention)]
            at = last
    return "".join([*parts, html_text(text[at:end])])


def _name(words: str, mention: Mention) -> str:
    entity = mention.entity
    about = html_text(f"{entity.name} ({entity.kind.value})")
    return f'<span class="{entity.kind.value}" title="{about}">{html_text(words)}</span>'


def _title(quotation: Quotation) -> str:
    return f' title="{html_text(_who(quotation))}"' if quotation.speaker else ""


def _speaker(quotation: Quotation) -> str:
    return f' <span class="speaker">[{html_text(_who(quotation))}]</span>' if quotation.speaker else ""


def _who(quotation: Quotation) -> str:
    speaker = quotation.speaker
    return "" if speaker is None else speaker.name + ("" if speaker.sure else " (?)")
