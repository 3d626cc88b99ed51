"""Entities of a corpus as rows, objects, spreadsheets and text."""

from collections.abc import Mapping, Sequence

from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.language import _, ngettext, number
from reader.library.interface import Library, Summary
from reader.library.naming.types import ConcordanceLine, EntityPage, Join, NamedEntity, Wording

_FEW = 12


def entity_object(entity: NamedEntity) -> dict[str, object]:
    """What a line of `reader entities --json` holds."""
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "articles": entity.articles,
        "mentions": entity.mentions,
    }


def title_paths(library: Library, page: EntityPage) -> dict[int, str]:
    """The paths of the articles that give the titles of an entity, by id."""
    ids = [title.article_id for title in page.titles if title.article_id is not None]
    return {summary.id: summary.path for summary in library.summaries(ids)}


def page_object(page: EntityPage, paths: Mapping[int, str]) -> dict[str, object]:
    """What is known of an entity, without its mentions.  `paths`: of the articles that give its titles."""
    return {
        **entity_object(page.entity),
        "quotations": page.quotations,
        "forms": [
            {"form": one.words, "mentions": one.mentions, "articles": one.articles} for one in page.forms
        ],
        "titles": [
            {
                "title": one.words,
                "mentions": one.mentions,
                "articles": one.articles,
                "path": None if one.article_id is None else paths.get(one.article_id),
            }
            for one in page.titles
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


def _counts(page: EntityPage) -> str:
    """How many articles, mentions and quotations."""
    articles, mentions, said = page.entity.articles, page.entity.mentions, page.quotations
    return ", ".join((
        ngettext("{count} article", "{count} articles", articles).format(count=number(articles)),
        ngettext("{count} mention", "{count} mentions", mentions).format(count=number(mentions)),
        ngettext("{count} quotation", "{count} quotations", said).format(count=number(said)),
    ))  # fmt: skip


def page_lines(page: EntityPage, paths: Mapping[int, str]) -> list[str]:
    """The head of an entity's page, a line each.  `paths`: of the articles that give its titles."""
    entity = page.entity
    lines = [
        _("{name} ({kind}): {counts}").format(
            name=entity.name, kind=_(entity.kind.value), counts=_counts(page)
        )
    ]
    titles = [(one.words, _with_path(one, paths)) for one in page.titles]
    sections: tuple[tuple[str, Sequence[tuple[str, object]]], ...] = (
        (_("forms"), [(one.words, one.mentions) for one in page.forms]),
        (_("titles"), titles),
        (_("with"), [(one.entity.name, one.articles) for one in page.company]),
        (_("months"), page.months[-_FEW:]),
        (_("also"), [(_(one.kind.value), one.articles) for one in page.also]),
    )
    for label, words in sections:
        if words:
            lines.append(
                _("{label}: ").format(label=label) + ", ".join(f"{word} {n}" for word, n in words[:_FEW])
            )
    return [safe_line(line) for line in lines]


def _with_path(title: Wording, paths: Mapping[int, str]) -> str:
    path = None if title.article_id is None else paths.get(title.article_id)
    return str(title.mentions) if path is None else f"{title.mentions} ({shown_path(path)})"


def concordance_fields(line: ConcordanceLine, summary: Summary) -> list[str]:
    """The fields of a mention: path, date, and the sentence in three parts."""
    return [
        shown_path(summary.path), str(summary.date or ""), line.before[-60:].strip(), line.name,
        line.after[:60].strip(),
    ]  # fmt: skip
