"""What is said about an article in a line: date, source, reading time; and what boilerplate is called."""

from collections.abc import Sequence

from rich.cells import cell_len

from reader.corpus.article import Article, Origin, PartialDate
from reader.corpus.safe import safe_line
from reader.language import N_, _, ngettext, number
from reader.tui.marks import Marks
from reader.tui.text.wrap import fit

_MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
}  # fmt: skip
_WORDS_A_MINUTE = 230
"""Silent reading of French and English prose (Brysbaert 2019: 238 words a minute for English non-fiction)."""
_INFERRED = (Origin.TEXT, Origin.FILE_NAME)
_BOILERPLATE = (
    (N_("comment form"), ("commentaire", "leave a comment", "leave a reply", "captcha", "antispam")),
    (N_("subscription notice"), ("abonn", "subscribe", "newsletter", "s'inscrire", "inscrivez")),
    (N_("cookie notice"), ("cookie", "consent")),
    (N_("related links"), ("lire aussi", "à lire", "read also", "see also", "voir aussi", "related")),
    (N_("sharing links"), ("partager", "share", "facebook", "twitter", "whatsapp")),
    (N_("login form"), ("connexion", "connecter", "log in", "sign in", "mot de passe", "password")),
    (N_("credits"), ("copyright", "tous droits", "all rights", "crédit", "©")),
)


def date_words(date: PartialDate, language: str) -> str:
    """The date as the language writes it: `30 mai 2024`, `May 2024`, `2024`."""
    month = _MONTHS.get(language, _MONTHS["en"])[date.month - 1] if date.month else ""
    day = ("1er" if date.day == 1 and language == "fr" else str(date.day)) if date.day else ""
    return " ".join(part for part in (day, month, f"{date.year:04d}") if part)


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def copies_words(copies: int) -> str:
    """How many near copies there are, in the fewest cells."""
    return ngettext("= {count} copy", "= {count} copies", copies).format(count=copies) if copies else ""


def tags_words(tags: Sequence[str]) -> str:
    """The tags as they are shown: `#budget #santé`."""
    return " ".join(f"#{safe_line(tag)}" for tag in tags)


def meta_line(article: Article, copies: int, width: int, marks: Marks, tags: Sequence[str] = ()) -> str:
    """`mai 2024 · AFP · 4 min · fr · #tag`, with `?` after what was inferred, near copies at the right."""
    parts = []
    if article.date is not None:
        parts.append(
            date_words(article.date, article.language) + (" ?" if article.date_origin in _INFERRED else "")
        )
    if article.source is not None:
        parts.append(safe_line(article.source) + (" ?" if article.source_origin in _INFERRED else ""))
    parts.append(f"{reading_minutes(len(article.text.split()))} min")
    parts.append(safe_line(article.language))
    if article.title_origin is Origin.FIRST_SENTENCE:
        parts.append(_("no title"))
    if tags:
        parts.append(tags_words(tags))
    left = f" {marks.dot} ".join(parts)
    right = copies_words(copies)
    room = width - cell_len(right) - 2 if right else width
    left = fit(left, room, marks.more)
    return left + " " * (width - cell_len(left) - cell_len(right)) + right if right else left


def boilerplate_name(texts: Sequence[str]) -> str:
    """What a run of boilerplate most looks like, in a word or two."""
    folded = " ".join(text[:400] for text in texts[:8]).casefold().replace("’", "'")
    for name, signs in _BOILERPLATE:
        if any(sign in folded for sign in signs):
            return _(name)
    return _("page furniture")


def articles_words(count: int) -> str:
    """`1 article`, `2,345 articles`."""
    return ngettext("{count} article", "{count} articles", count).format(count=number(count))


def quotes_words(count: int) -> str:
    """`1 quote`, `2,345 quotes`."""
    return ngettext("{count} quote", "{count} quotes", count).format(count=number(count))


def count_words(total: int, unread: int | None, new: int = 0, *, short: bool) -> tuple[str, ...]:
    """`5 articles`, `3 unread`, `1 new`; only the figure of all for a narrow screen."""
    words = [number(total) if short else articles_words(total)]
    if unread is not None:
        words.append(ngettext("{count} unread", "{count} unread", unread).format(count=number(unread)))
    if new:
        words.append(ngettext("{count} new", "{count} new", new).format(count=number(new)))
    return tuple(words)
