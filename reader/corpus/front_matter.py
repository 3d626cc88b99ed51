"""Reads what stands in front of the text as fields: YAML, `Key: value` lines, ` date 2024-05 `."""

import re
from dataclasses import dataclass, field

_LONGEST = 20_000
_KNOWN = {
    "title": "title", "titre": "title", "headline": "title",
    "date": "date", "published": "date", "publication_date": "date", "date_published": "date",
    "pubdate": "date",
    "datepublished": "date", "published_at": "date", "publié": "date", "created": "date",
    "source": "source", "outlet": "source", "journal": "source", "media": "source", "média": "source",
    "publisher": "source", "site": "source", "site_name": "source", "publication": "source",
    "author": "author", "authors": "author", "auteur": "author", "auteurs": "author", "byline": "author",
    "lang": "language", "language": "language", "langue": "language",
    "url": "url", "link": "url", "lien": "url", "permalink": "url", "canonical": "url",
}  # fmt: skip
_FIELD = re.compile(r"([\w][\w .-]{0,40}?)[ \t]*[:=](?:[ \t]+(.*)|)\Z", re.DOTALL)
_NESTED = re.compile(r"(?:[ \t]+|-[ \t]|[\]}])")
_LEADING_DATE = re.compile(r"\s*date[ \t:]+(\d{4}-\d{2}(?:-\d{2})?)(?=\s)[ \t]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields in front of a text; the empty string where one is not there.

    `date` is as written.  `leading_date` is that of a ` date 2024-05 ` prefix.
    """

    title: str = ""
    date: str = ""
    source: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    leading_date: str = ""
    keys: frozenset[str] = field(default_factory=frozenset)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The fields in front of `text`, and the text without them.

    A block that is damaged gives the fields that can be read; one that never ends, those of its lines that
    look like fields.  Only `key: value` is understood, not nested values.
    """
    start = text[: _LONGEST + 4].lstrip("\n \t")
    if start.startswith(("---\n", "+++\n", "--- \n")):
        skipped = len(text[: _LONGEST + 4]) - len(start)
        fields, end = _fenced(text, skipped + start.index("\n") + 1, start[:3])
    elif start[:1].isalpha():
        fields, end = _unfenced(text, len(text[: _LONGEST + 4]) - len(start))
    else:
        fields, end = {}, 0
    body = text[end:]
    leading = _LEADING_DATE.match(body)
    if leading is not None:
        body = body[leading.end() :]
    return (
        FrontMatter(**fields, leading_date=leading[1] if leading else "", keys=frozenset(fields)),
        body,
    )


def _fenced(text: str, start: int, fence: str) -> tuple[dict[str, str], int]:
    """The fields of the block that begins at `start`, and where it ends; ({}, 0) when none is known."""
    fields: dict[str, str] = {}
    place = start
    while place < min(len(text), start + _LONGEST):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        line = text[place:end].rstrip()
        if line in (fence, "..."):
            place = end + 1
            break
        match = _FIELD.match(line)
        if match is not None:
            _keep(fields, match[1], match[2] or "")
        elif line and not _NESTED.match(line) and not line.startswith("#"):
            break
        place = end + 1
    return (fields, min(place, len(text))) if fields else ({}, 0)


def _unfenced(text: str, start: int) -> tuple[dict[str, str], int]:
    """The fields of two or more known `Key: value` lines at the very beginning."""
    fields: dict[str, str] = {}
    place = start
    known = 0
    while place < len(text):
        end = text.find("\n", place, place + 1000)
        match = _FIELD.match(text[place:end].rstrip()) if end > 0 else None
        if match is None or match[1].strip().lower() not in _KNOWN:
            break
        _keep(fields, match[1], match[2] or "")
        known += 1
        place = end + 1
    return (fields, place) if known >= 2 and len(fields) >= 2 else ({}, 0)


def _keep(fields: dict[str, str], key: str, value: str) -> None:
    name = _KNOWN.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
    value = _unquoted(value.strip())
    if name is not None and value and not fields.get(name):
        fields[name] = value


def _unquoted(value: str) -> str:
    """`value` without its quotes, its list brackets and what a block scalar begins with."""
    if value in {"|", ">", "|-", ">-", "null", "~", "None", "[]", "{}"}:
        return ""
    if value.startswith("[") and value.endswith("]"):
        value = ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    for quote in ('"', "'"):
        if len(value) >= 2 and value[0] == value[-1] == quote:
            value = value[1:-1]
            return value.replace("\\" + quote, quote).replace(quote * 2, quote)
    return value
