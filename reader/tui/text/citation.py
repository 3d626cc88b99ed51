"""A quotation typeset for a text of one's own: `« … » — Speaker, Source, date (path)`."""

import re

from reader.analysis.types import Quotation, QuotationKind
from reader.corpus.article import Article
from reader.corpus.safe import safe_line
from reader.tui.text.about import date_words

_NO_BREAK, _NARROW_NO_BREAK = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
_INNER = re.compile(r"«\s*|\s*»|\"")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")
_BEFORE_HIGH = re.compile(r"[ \u00a0\u202f]+([;:!?])(?=$|[ \u00a0\u202f”»)])")


def citation(article: Article, quotation: Quotation) -> str:
    """The words with signs and spaces as French (else English) sets them, who said them and where they stand.

    A probable speaker is followed by `(?)`; what is not known is left out.  Reported speech has no signs, and is
    said to be that.
    """
    content = quotation.content
    words = " ".join(article.text[content.start : content.end].split())
    about = []
    if quotation.speaker is not None:
        about.append(quotation.speaker.name + ("" if quotation.speaker.sure else " (?)"))
    french = article.language == "fr"
    if quotation.relay is not None:
        about.append(f"via {quotation.relay.name}")
    reported = quotation.kind is QuotationKind.INDIRECT
    if reported:
        about.append("propos rapportés" if french else "reported speech")
    if article.source:
        about.append(article.source)
    if article.date is not None:
        about.append(date_words(article.date, article.language))
    path = safe_line(article.path)
    ending = f"{', '.join(safe_line(part) for part in about)} ({path})" if about else path
    return f"{_APOSTROPHE.sub('’', words) if reported else _typeset(words, french=french)} — {ending}"


def _typeset(words: str, *, french: bool) -> str:
    """The words between the signs of the language, signs inside turned into those of the second level."""
    words = _APOSTROPHE.sub("’", words)
    opened = 0
    outer = ("“", "”") if french else ("‘", "’")

    def inner(match: re.Match[str]) -> str:
        nonlocal opened
        sign = match[0].strip()
        opens = sign == "«" or (sign == '"' and opened == 0)
        opened = opened + 1 if opens else max(0, opened - 1)
        return outer[0] if opens else outer[1]

    words = _INNER.sub(inner, words)
    if not french:
        return f"“{words}”"
    words = _BEFORE_HIGH.sub(
        lambda match: (_NO_BREAK if match[1] == ":" else _NARROW_NO_BREAK) + match[1], words
    )
    return f"«{_NO_BREAK}{words}{_NO_BREAK}»"
