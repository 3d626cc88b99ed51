"""An article and its analysis as the object that `reader export` and `reader show --json` write.

The names of the fields are fixed: other programs read them.
"""

from reader.analysis.types import Analysis, Mention, Quotation, Relay, Span, Speaker
from reader.corpus.article import Article


def article_object(article: Article, analysis: Analysis) -> dict[str, object]:
    """All that is known of one article; offsets are code points of `text`, ends exclusive."""
    return {
        "path": article.path,
        "title": article.title,
        "title_origin": article.title_origin.value,
        "date": str(article.date) if article.date else None,
        "source": article.source,
        "language": article.language,
        "text": article.text,
        "blocks": [
            {"kind": block.kind.value, "start": block.start, "end": block.end} for block in article.blocks
        ],
        "mentions": [mention_object(mention, article.text) for mention in analysis.mentions],
        "quotations": [quotation_object(quotation) for quotation in analysis.quotations],
    }


def mention_object(mention: Mention, text: str) -> dict[str, object]:
    """One mention; `text` is the article's, `entity` the fullest name of what is named."""
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.entity.kind.value,
        "text": text[mention.start : mention.end],
        "entity": mention.entity.name,
    }


def quotation_object(quotation: Quotation) -> dict[str, object]:
    """One quotation with its speaker, cue and relay, or null for each; `utterance` is null for a term."""
    return {
        "start": quotation.start,
        "end": quotation.end,
        "content_start": quotation.content.start,
        "content_end": quotation.content.end,
        "kind": quotation.kind.value,
        "speaker": _speaker_object(quotation.speaker) if quotation.speaker else None,
        "cue": _span_object(quotation.cue) if quotation.cue else None,
        "relay": _relay_object(quotation.relay) if quotation.relay else None,
        "utterance": quotation.utterance or None,
    }


def _speaker_object(speaker: Speaker) -> dict[str, object]:
    return {
        "name": speaker.name,
        "named": speaker.named,
        "sure": speaker.sure,
        "start": speaker.start,
        "end": speaker.end,
    }


def _relay_object(relay: Relay) -> dict[str, object]:
    return {"name": relay.name, "start": relay.start, "end": relay.end}


def _span_object(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}
