"""Entities of a corpus as rows, objects, spreadsheets and text."""

from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.language import _, number
from reader.library.interface import Summary
from reader.library.naming.types import ConcordanceLine, EntityPage, Join, NamedEntity

_FEW = 12


def entity_object(entity: NamedEntity) -> dict[str, object]:
    """What a line of `reader entities --json` holds."""
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "articles": entity.articles,
        "mentions": entity.mentions,
    }


def page_object(page: EntityPage) -> dict[str, object]:
    """What is known of an entity, without its mentions."""
    return {
        **entity_object(page.entity),
        "quotations": page.quotations,
        "forms": [
            {"form": one.words, "mentions": one.mentions, "articles": one.articles} for one in page.forms
        ],
        "titles": [
            {"title": one.words, "mentions": one.mentions, "articles": one.articles} for one in page.titles
        ],
        "months": [{"month": month, "articles": articles} for month, articles in page.months],
        "with": [entity_object(one.entity) | {"articles": one.articles} for one in page.company],
        "also": [entity_object(one) for one in page.also],
    }


def line_object(line: ConcordanceLine, summary: Summary) -> dict[str, object]:
    """A mention in its sentence; offsets are code points of the article's text."""
    return {
        "path": summary.path,
        "date": str(summary.date) if summary.date else None,
        "source": summary.source,
        "start": line.start,
        "end": line.end,
        "before": line.before,
        "name": line.name,
        "after": line.after,
    }


def join_object(join: Join) -> dict[str, object]:
    """Why two names are one, or are not."""
    return {"name": join.left, "with": join.right, "joined": join.joined, "reason": join.reason}


def page_lines(page: EntityPage) -> list[str]:
    """The head of an entity's page, a line each."""
    entity = page.entity
    lines = [
        _("{name} ({kind}): {articles} articles, {mentions} mentions, {quotations} quotations").format(
            name=entity.name,
            kind=_(entity.kind.value),
            articles=number(entity.articles),
            mentions=number(entity.mentions),
            quotations=number(page.quotations),
        )
    ]
    for label, words in (
        (_("forms"), [(one.words, one.mentions) for one in page.forms]),
        (_("titles"), [(one.words, one.mentions) for one in page.titles]),
        (_("with"), [(one.entity.name, one.articles) for one in page.company]),
        (_("months"), page.months[-_FEW:]),
        (_("also"), [(_(one.kind.value), one.articles) for one in page.also]),
    ):
        if words:
            lines.append(
                _("{label}: ").format(label=label) + ", ".join(f"{word} {n}" for word, n in words[:_FEW])
            )
    return [safe_line(line) for line in lines]


def concordance_fields(line: ConcordanceLine, summary: Summary) -> list[str]:
    """The fields of a mention: path, date, and the sentence in three parts."""
    return [
        shown_path(summary.path), str(summary.date or ""), line.before[-60:].strip(), line.name,
        line.after[:60].strip(),
    ]  # fmt: skip
