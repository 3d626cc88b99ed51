"""`reader keys` prints the app's own registry; `reader paths` prints where things live."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.commands.keys import PLACES
from reader.cli.exit_codes import ExitCode
from reader.places import library_file, log_file, names_file, shelf_file
from reader.resources import resource_folder
from reader.tui.commands import COMMANDS, PANES, Where
from tests.cli.running import Reader


def test_keys_prints_every_command_once(reader: Reader) -> None:
    done = reader("keys")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert [row[2] for row in done.rows] == [command.help for command in COMMANDS]
    assert ["/", "both panes"] in [row[:2] for row in done.rows]
    assert [row["name"] for row in reader("keys", "--json").objects] == [command.name for command in COMMANDS]


@pytest.mark.parametrize("place", PLACES)
def test_keys_of_one_place(reader: Reader, place: str) -> None:
    names = {row["name"] for row in reader("keys", "--in", place, "--json").objects}
    assert names == {command.name for command in COMMANDS if command.works_in(Where(place))}


def test_every_place_can_be_asked_for() -> None:
    assert set(PLACES) == set(PANES)


def test_keys_does_not_load_textual() -> None:
    script = (
        "import sys; from reader.cli.main import main; main(['keys']); sys.exit('textual' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


def test_paths_prints_where_things_live(reader: Reader, corpus: Path) -> None:
    done = reader("paths", "press")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert {row[0]: row[1] for row in done.rows} == {
        "library": str(library_file(corpus)),
        "shelf": str(shelf_file()),
        "names": str(names_file()),
        "log": str(log_file()),
        "sample": str(resource_folder("sample_corpus")),
        "styles": str(resource_folder("styles")),
    }
    (places,) = reader("paths", "press", "--json").objects
    assert places == {row[0]: row[1] for row in done.rows}


def test_paths_are_never_cut_on_a_terminal(reader: Reader, corpus: Path) -> None:
    assert str(library_file(corpus)) in reader.on_terminal("paths", "press", columns=40).out


def test_paths_without_a_folder_names_the_folder_of_libraries(reader: Reader, corpus: Path) -> None:
    (places,) = reader("paths", "--json").objects
    assert places["library"] == str(library_file(corpus).parent)
