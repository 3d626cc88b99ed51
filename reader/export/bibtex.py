"""References in BibTeX: `@article` where the source is known, else `@misc`."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from unicodedata import normalize

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"fr": "french", "en": "english"}
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    }
)  # fmt: skip
"""Braces by their names, since BibTeX counts those that stand after a backslash too."""
_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 3
"""Letters of a word that is too short to tell an article by."""


def bibtex(articles: Iterable[tuple[Article, Analysis]]) -> Iterator[str]:
    """An entry for each article, with keys like `lagazette2024budget` that are never twice the same."""
    taken: set[str] = set()
    for article, _ in articles:
        key = _free(_key(article), taken)
        taken.add(key)
        yield _entry(article, key)


def _entry(article: Article, key: str) -> str:
    kind = "article" if article.source else "misc"
    fields = {"title": f"{{{escaped(article.title)}}}"}  # twice in braces: no style changes its capitals
    if article.source:
        fields["journal"] = escaped(article.source)
    if article.date is not None:
        fields["date"] = str(article.date)
        fields["year"] = f"{article.date.year:04d}"
    fields["langid"] = _LANGUAGES.get(article.language, article.language)
    fields["note"] = escaped(shown_path(article.path))
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    if article.date is not None and article.date.month:
        lines.append(f"  month = {_MONTHS[article.date.month - 1]},")
    return "\n".join([f"@{kind}{{{key},", *lines, "}\n\n"])


def escaped(text: str) -> str:
    """`text` on one line as a field between braces holds it; the braces in it are balanced."""
    return safe_line(text).strip().translate(_ESCAPES)


def _key(article: Article) -> str:
    """Source, year and the first long word of the title, in plain letters."""
    source = "".join(_words(article.source or ""))[:20] or "article"
    year = f"{article.date.year:04d}" if article.date else ""
    title = _words(article.title)
    word = next((word for word in title if len(word) > _SHORT), title[0] if title else "")
    return f"{source}{year}{word}"


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKD", text).encode("ascii", "ignore").decode().lower())


def _free(key: str, taken: set[str]) -> str:
    """`key` itself, then `keya` … `keyz`, then `key27` and so on."""
    if key not in taken:
        return key
    for letter in ascii_lowercase:
        if key + letter not in taken:
            return key + letter
    number = 27
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
