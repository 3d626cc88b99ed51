"""Searches for the command line: a wrong query ends the command, a corrected one is told."""

import re

from reader.cli.failures import wrong_use
from reader.cli.output.streams import say
from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.interface import Correction, Library, Results, Sort
from reader.library.search.grammar import FIELDS
from reader.library.search.terms import FIELDS_OF_ANALYSIS

_FIELD = re.compile(r"([^\W\d_]+):")
_BEFORE = 60
"""Characters of the query shown before the place of a fault."""


def needs_analysis(query: str) -> bool:
    """Whether `query` may ask for what only analysed articles can answer."""
    fields = {FIELDS.get(name.lower()) for name in _FIELD.findall(query)}
    return not fields.isdisjoint(FIELDS_OF_ANALYSIS)


def checked_search(
    library: Library,
    query: str,
    *,
    sort: Sort = Sort.RELEVANCE,
    limit: int | None = None,
    literal: bool = False,
) -> Results:
    """What `query` finds.  Raises CommandFailure (exit code 2), with the place marked, when it is wrong."""
    results = library.search(query, sort=sort, limit=limit, literal=literal, typing=False)
    if results.problem is not None:
        raise wrong_use(_marked(query, results.problem, results.problem_at))
    return results


def tell_corrections(results: Results) -> None:
    """Says on standard error which words were taken for others, and which are in no article."""
    for correction in results.corrections:
        if correction.taken:
            say(f"{correction.typed} → {_words(correction)}")
    for missing in results.missing:
        nearest = _("; nearest: {words}").format(words=_words(missing)) if missing.taken else ""
        if missing.field:
            told = _("no article has {word}{nearest}")
            say(told.format(word=f"{missing.field}:{missing.typed}", nearest=nearest))
        else:
            say(_("« {typed} » is in no article{nearest}").format(typed=missing.typed, nearest=nearest))


def correction_objects(results: Results) -> list[dict[str, object]]:
    """What was taken for what, as JSON."""
    return [
        {"typed": correction.typed, "taken": list(correction.taken)} for correction in results.corrections
    ]


def _words(correction: Correction) -> str:
    return ", ".join(correction.taken)


def _marked(query: str, problem: str, at: int) -> str:
    """The query, a caret under the place, and what is wrong there; a long query is cut around the place."""
    start = max(0, at - _BEFORE)
    before = ("…" if start else "") + safe_line(query[start:at])
    after = safe_line(query[at : at + _BEFORE])
    return f"{before}{after}\n{' ' * _cells(before)}^ {safe_line(problem)}"


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)
