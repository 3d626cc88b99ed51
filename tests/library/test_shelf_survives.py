"""What the reader did outlives moves, renames, other encodings, edits, and a library that is made again."""

import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Note, Shelf
from reader.library.shelf.notes import new_note

TITLE = "Le phare de l'île"
BODY = "La maire a dit : « Nous l'avons réparé. » Le coût – élevé – reste à payer, dès l'été prochain."


def _text(body: str = BODY) -> str:
    return f"{TITLE}\n\n{body}\n\nUn second paragraphe, où l'on raconte le chantier, clôt l'article."


def _known(folder: Path, shelf: Shelf) -> tuple[int, int, int, list[Note]]:
    """How many articles are read, starred and tagged, and the notes on what is there."""
    file = folder.parent / "library.sqlite"
    index(folder, file, analyse=False, processes=1)
    with closing(open_library(folder, file=file, shelf=shelf)) as library:
        shelf.follow(folder, library.contents)
        counts = [
            library.search(query, typing=False).total for query in ("is:read", "is:starred", "tag:budget")
        ]
        key = library.summaries(library.ids())[0].content_key
        return counts[0], counts[1], counts[2], shelf.notes.of(key)


def _move(folder: Path) -> None:
    (folder / "sous" / "dossier").mkdir(parents=True)
    (folder / "phare.txt").rename(folder / "sous" / "dossier" / "phare.txt")


def _rename(folder: Path) -> None:
    (folder / "phare.txt").rename(folder / "autre nom.md")


def _encoding(name: str) -> Callable[[Path], None]:
    def encode(folder: Path) -> None:
        (folder / "phare.txt").write_bytes(_text().encode(name))

    return encode


def _decomposed(folder: Path) -> None:
    (folder / "phare.txt").write_text(unicodedata.normalize("NFD", _text()).replace("\n", "\r\n"), "utf-8")


def _delete_library(folder: Path) -> None:
    (folder.parent / "library.sqlite").unlink()


def _edit(folder: Path) -> None:
    (folder / "phare.txt").write_text(_text("Correction : le phare brille. " + BODY), "utf-8")


def _move_and_delete(folder: Path) -> None:
    _move(folder)
    _delete_library(folder)


@pytest.mark.parametrize(
    "change",
    [
        _move, _rename, _encoding("cp1252"), _encoding("utf-16"), _decomposed, _delete_library, _edit,
        _move_and_delete,
    ],
)  # fmt: skip
def test_it_survives(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "phare.txt").write_text(_text(), "utf-8")
    shelf = Shelf(tmp_path / "shelf.sqlite")
    index(folder, tmp_path / "library.sqlite", analyse=False, processes=1)
    with closing(open_library(folder, file=tmp_path / "library.sqlite", shelf=shelf)) as library:
        key, text = library.summaries(library.ids())[0].content_key, library.article(library.ids()[0]).text
    at = text.index("réparé")
    shelf.set_read([key], True)
    shelf.set_starred([key], True)
    shelf.set_tags({key: ("budget",)})
    shelf.notes.put([new_note(key, "par qui ?", (at, at + 6), "réparé"), new_note(key, "à relire")])
    assert _known(folder, shelf)[:3] == (1, 1, 1)
    change(folder)
    read, starred, tagged, notes = _known(folder, shelf)
    assert (read, starred, tagged) == (1, 1, 1)
    assert [note.words for note in notes] == ["à relire", "par qui ?"]
    with closing(open_library(folder, file=tmp_path / "library.sqlite", shelf=shelf)) as library:
        text = library.article(library.ids()[0]).text
    place = notes[1].place_in(text)
    assert place is not None
    assert text[slice(*place)] == "réparé"
    shelf.close()
