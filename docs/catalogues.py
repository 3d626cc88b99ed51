"""Brings the catalogues of languages up to date with the source, and compiles them: `python docs/catalogues.py`.

Needs Babel (extra `dev`).  New strings come in with no words of their own: write them by hand.  Strings that
are gone leave.  The build of a wheel only compiles.
"""

import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "reader" / "locale"
DOMAIN = "reader"
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def catalogue_files(locale: Path = LOCALE) -> list[Path]:
    """The catalogues, as text."""
    return sorted(locale.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Writes a `.mo` beside each catalogue, and returns these.  Raises ValueError for words with a fault."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for file in catalogue_files(locale):
        with file.open("rb") as text:
            catalogue = read_po(text, locale=file.parts[-3])
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        target, fresh = file.with_suffix(".mo"), file.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(compiled.getvalue())
        fresh.replace(target)
        written.append(target)
    return written


def update_catalogue(file: Path, root: Path = ROOT) -> list[str]:
    """Takes in what the source says now, and returns what has no words yet in that language."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir
    from babel.messages.pofile import read_po, write_po

    template = Catalog(project="Reader", charset="utf-8")
    found = extract_from_dir(root / "reader", [("**.py", "python")], keywords=_KEYWORDS)
    for name, _line, message, _comments, _context in sorted(found, key=lambda one: (one[0], one[1])):
        template.add(message, locations=[(f"reader/{name}", None)])  # type: ignore[list-item]
    with file.open("rb") as text:
        catalogue = read_po(text, locale=file.parts[-3])
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    made = io.BytesIO()
    write_po(made, catalogue, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    header, _parting, _strings = file.read_text("utf-8").partition("\n\n")
    file.write_text(f"{header}\n\n{made.getvalue().decode().strip()}\n", "utf-8")
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if message.pluralizable else message.string)
    ]


def main() -> int:
    """Brings all up to date and compiles; tells what has no words yet."""
    missing = [(file, words) for file in catalogue_files() for words in update_catalogue(file)]
    for file, words in missing:
        print(f"{file.parts[-3]}: {words!r}", file=sys.stderr)
    compile_catalogues()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
