"""The wheel works by itself: built, installed in a fresh environment, run from elsewhere."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


def run(words: Sequence[str | Path], folder: Path, home: Path, **environ: str) -> str:
    """What the command prints; fails the test, with what it said, when it does not end well."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.fspath(home),
        "LANG": "C.UTF-8",
        **environ,
        **{
            name: value
            for name, value in os.environ.items()
            if name.startswith(("PIP_", "SSL_", "HTTP", "http"))
        },
    }
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, PROJECT],
        check=True,
        timeout=300,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel, its dependencies and nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", environment], check=True, timeout=120)
    commands = environment / "bin"
    subprocess.run(
        [commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        check=True,
        timeout=300,
    )
    return commands


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that is not the checkout, with a home in it where Reader never was."""
    (tmp_path / "home").mkdir()
    return tmp_path


def test_the_wheel_holds_styles_sample_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("reader/sample_corpus/") for name in names)
    assert any(name.startswith("reader/styles/") and name.endswith(".tcss") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    shared = {name.partition("/data/")[2] for name in names if ".data/data/" in name}
    assert shared == {"share/man/man1/reader.1", "share/man/fr/man1/reader.1"}
    names = [name for name in names if ".data/data/" not in name]
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"reader", "corpus_reader"}


@pytest.mark.parametrize(("language", "place"), [("en", "man1"), ("fr", "fr/man1")])
def test_the_manual_page_in_the_wheel_is_what_the_source_says(wheel: Path, language: str, place: str) -> None:
    made = run([sys.executable, "-m", "reader.cli.manual", language], PROJECT, wheel.parent)
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(f"/share/man/{place}/reader.1"))
    assert archive.read(name).decode("utf-8") == made


def test_the_installed_command_lists_and_shows_the_sample(installed: Path, elsewhere: Path) -> None:
    command, home = installed / "reader", elsewhere / "home"
    listed = run([command, "list", "sample:"], elsewhere, home).splitlines()
    assert len(listed) >= 30
    path, _, _, title = listed[0].split("\t")
    assert run([command, "show", f"sample:{path}"], elsewhere, home).splitlines()[0] == title
    assert run([command, "show", "--raw", f"sample:{path}"], elsewhere, home).strip()


def test_the_installed_command_speaks_french_where_the_locale_asks_for_it(
    installed: Path, elsewhere: Path
) -> None:
    shown = run([installed / "reader", "--help"], elsewhere, elsewhere / "home", LANG="fr_FR.UTF-8")
    assert "commandes\N{NO-BREAK SPACE}:" in shown
    assert "lister les articles" in shown


def test_the_installed_command_finds_what_it_ships(installed: Path, elsewhere: Path) -> None:
    command, home = installed / "reader", elsewhere / "home"
    places = dict(line.split("\t")[:2] for line in run([command, "paths"], elsewhere, home).splitlines())
    assert Path(places["sample"]).is_relative_to(installed.parent)
    assert Path(places["styles"]).is_dir()
    assert run([command, "keys"], elsewhere, home)
    assert run([command, "quotes", "sample:", "--limit", "1"], elsewhere, home).count("\t") == 2
