"""The language the reader is spoken to in: English as written in the source, or a catalogue's words.

How to say something: write it in English inside a call, with named places that are filled afterwards, so
that another language may order them as it likes; a number with its noun goes through `ngettext`:

    from reader.language import N_, _, ngettext, number

    _("Nothing to undo")
    _("Copied {what}: {size} characters").format(what=what, size=number(size))
    ngettext("{count} article", "{count} articles", count).format(count=number(count))

What is bound when a module is imported (a table, a command's title) is only marked there, `N_("star")`, and
turned into words where it is shown: `_(command.label)`.  Never give an f-string to these calls, nor write
them within one (the words are not found there), nor give them a variable whose words are not marked
somewhere.  Then `python docs/catalogues.py` gathers new strings into `reader/locale/*/LC_MESSAGES/reader.po`,
where their French is written by hand, and compiles them.  A test says when a catalogue is not complete.
"""

import gettext
import os
import re
import struct
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

DOMAIN = "reader"
ENGLISH = "en"
FOLDER = Path(__file__).parent / "locale"
"""Where the catalogues lie: `<language>/LC_MESSAGES/reader.mo`, compiled when Reader is built."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Spoken:
    """The catalogue in use; None until something is to be said."""

    catalogue: gettext.NullTranslations | None = None
    language: str = ENGLISH


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages there are: English, and each that has a compiled catalogue."""
    found = sorted(file.parts[-3] for file in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *found)


def wanted_languages(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The languages that the environment asks for, best first, as `fr`.

    The first of LC_ALL, LC_MESSAGES and LANG that is set tells the locale.  LANGUAGE, a list parted by
    colons, goes before it, unless the locale is plain C or POSIX, which asks for no language at all.
    """
    locale = next((value for name in _VARIABLES if (value := environ.get(name))), "")
    if locale in ("C", "POSIX"):
        return []
    names = [*environ.get("LANGUAGE", "").split(":"), locale]
    short = (name.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0] for name in names)
    return [name.lower() for name in short if name and name != "C"]


def use(wanted: str | None = None, environ: Mapping[str, str] = os.environ, folder: Path = FOLDER) -> str:
    """Speaks the language `wanted` from now on, or where None the best one for `environ`; which it is.

    English where there is no catalogue for it, or none that can be read.
    """
    for language in [wanted] if wanted else wanted_languages(environ):
        if language == ENGLISH:
            break
        try:
            _Spoken.catalogue = gettext.translation(DOMAIN, folder, [language])
        except (OSError, ValueError, struct.error):
            continue
        _Spoken.language = language
        return language
    _Spoken.catalogue, _Spoken.language = gettext.NullTranslations(), ENGLISH
    return ENGLISH


def current() -> str:
    """The language in use, `en` or `fr`."""
    _catalogue()
    return _Spoken.language


def _catalogue() -> gettext.NullTranslations:
    if _Spoken.catalogue is None:
        use()
    return _Spoken.catalogue or gettext.NullTranslations()


def _(message: str) -> str:
    """`message` in the language in use."""
    return _catalogue().gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, as the language in use counts: in French nought is one, in English it is many."""
    return _catalogue().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """`message` as it is, marked for the catalogues; `_` turns it into words where it is shown."""
    return message


def retold(text: str, templates: tuple[str, ...]) -> str:
    """A sentence that was made in English from one of `templates` (marked), in the language in use.

    For what is kept, or told by others, in English.  What fills a place called `{what}` may itself be such a
    sentence.  A text that none of them makes, and that no catalogue has, stays as it is.
    """
    if current() == ENGLISH or text in templates:
        return _(text)
    for template, pattern in _patterns(templates):
        if (found := pattern.fullmatch(text)) is not None:
            fields = found.groupdict()
            if "what" in fields:
                fields["what"] = retold(fields["what"], templates)
            return _(template).format(**fields)
    return _(text)


@lru_cache(maxsize=8)
def _patterns(templates: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The templates that have places, each with what matches a sentence made from it."""
    made = []
    for template in templates:
        parts = re.split(r"\{(\w+)\}", template)
        if len(parts) > 1:
            pieces = (f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
            made.append((template, re.compile("".join(pieces), re.DOTALL)))
    return tuple(made)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits after the point: 1.5, or in French 1,5."""
    written = f"{value:.{digits}f}"
    return written if current() == ENGLISH else written.replace(".", ",")


def number(value: int) -> str:
    """A whole number as the language writes it: 36,152, or in French 36 152 with no-break spaces."""
    grouped = f"{value:,}"
    return grouped if current() == ENGLISH else grouped.replace(",", "\N{NO-BREAK SPACE}")
