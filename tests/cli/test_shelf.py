"""`reader shelf` takes out what the reader did, and merges it in."""

from contextlib import closing
from pathlib import Path

from reader.cli.exit_codes import ExitCode
from reader.library.shelf import Shelf
from reader.library.shelf.notes import new_note
from reader.places import shelf_file
from tests.cli.running import Reader


def test_what_is_exported_is_imported(reader: Reader) -> None:
    with closing(Shelf(shelf_file())) as shelf:
        shelf.set_starred(["a"], True)
        shelf.notes.put([new_note("a", "à vérifier \x1b[31m")])
    out = reader("shelf", "export")
    assert (out.code, out.err) == (ExitCode.FINE, "")
    assert "\x1b" not in out.out
    shelf_file().unlink()
    done = reader("shelf", "import", given=out.out.encode())
    assert (done.code, done.out, done.err) == (
        ExitCode.FINE,
        "",
        "reader: merged 1 marked articles, 1 notes\n",
    )
    assert reader("shelf", "export").out == out.out
    assert reader("shelf", "import", "--json", "-", given=out.out.encode()).objects == [
        {"marks": 1, "notes": 1}
    ]


def test_what_is_no_shelf_says_which_line(reader: Reader, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"kind": "shelf", "format": 1}\n{"kind": "tags", "content_key": "a"}\n')
    done = reader("shelf", "import", wrong)
    assert done.code == ExitCode.CANNOT
    assert done.err.endswith("wrong.jsonl: line 2: tags: tag is missing; nothing was merged\n")
    assert reader("shelf", "import", given=b"[" * 100000).code == ExitCode.CANNOT
    assert reader("shelf", "import", given=b"\xff\xfe").code == ExitCode.CANNOT
    assert reader("shelf", "import", "nowhere.jsonl").code == ExitCode.CANNOT
    assert reader("shelf", "export", "file").code == ExitCode.WRONG_USE
    assert len(reader("shelf", "export").objects) == 1
