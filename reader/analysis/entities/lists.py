"""The small lists the rules lean on, read from `lists/` when first asked for."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lists"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `lists/NAME.txt`: names are separated by commas and keep their capitals."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("\n", ",")
    return frozenset(entry.strip() for entry in text.split(",") if entry.strip())


@cache
def demonym_forms() -> frozenset[str]:
    """Demonyms and adherents in lower case, in both genders and numbers (*ukrainien, ukrainiennes*)."""
    forms: set[str] = set()
    for stem in words("demonyms"):
        feminine = stem + "e"
        if stem.endswith(("ien", "éen", "yen")):
            feminine = stem + "ne"
        elif stem.endswith("e"):
            feminine = stem
        elif stem.endswith("c"):
            feminine = stem[:-1] + "que"
        forms.update((stem, stem + "s", feminine, feminine + "s"))
    return frozenset(forms)


@cache
def aliases() -> dict[str, str]:
    """The fullest common name of bodies and countries that go by several:
    `lists/aliases.txt`, a line each."""
    found: dict[str, str] = {}
    for line in (_FOLDER / "aliases.txt").read_text(encoding="utf-8").splitlines():
        forms = [form.strip() for form in line.split("=")]
        found.update((form, forms[0]) for form in forms)
    return found
