"""All tests: the catalogues are compiled, and Reader speaks English unless a test says otherwise."""

import importlib.util
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from reader import language, settings
from reader.settings.declared import SETTINGS

NO_HINTS = {"hints": (False, settings.Origin.FILE)}
DOCS = Path(__file__).parents[1] / "docs"


def load_catalogues() -> ModuleType:
    """The program that keeps the catalogues, `docs/catalogues.py`."""
    found = importlib.util.spec_from_file_location("catalogues", DOCS / "catalogues.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def pytest_configure() -> None:
    """Compiles the catalogues of the checkout, as a build would."""
    if importlib.util.find_spec("babel") is None:
        return  # tests of languages fail without, and say so; all others can go on
    load_catalogues().compile_catalogues()


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, here and in the programs that a test starts; the locale is left as it is."""
    monkeypatch.setitem(os.environ, "LANGUAGE", "en")
    language.use("en")
    yield
    language.use("en")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The defaults but for hints, which come between what a test looks at; whatever this user has set."""
    for setting in SETTINGS.values():
        monkeypatch.delenv(setting.variable, raising=False)
    settings.use(settings.Settings(NO_HINTS))
    yield
    settings.use(settings.Settings())


@pytest.fixture
def set_settings() -> Callable[..., None]:
    """Sets values by key, as the file would: `set_settings({"reading.width": 40})`."""

    def set_them(values: Mapping[str, object]) -> None:
        read = {key: (SETTINGS[key].kind.read(value), settings.Origin.FILE) for key, value in values.items()}
        settings.use(settings.Settings(NO_HINTS | read))

    return set_them


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """French, here and in the programs that a test starts."""
    monkeypatch.setitem(os.environ, "LANGUAGE", "fr")
    assert language.use("fr") == "fr", "no French: install the extra `dev`, which has Babel"
