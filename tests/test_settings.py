"""Settings: what is understood holds, what is not is told in one line, and nothing stops Reader."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.cli.commands.settings import default_file, toml
from reader.settings import Origin, Settings, load
from reader.settings.declared import KEYS, LANGUAGE, MOUSE, SETTINGS, THEME, WIDTH
from reader.settings.kinds import OneOf, Switch, Table, Whole, Words
from reader.settings.reading import line_of


def loaded(tmp_path: Path, text: str, **environ: str) -> Settings:
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    return load(file, environ)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    held = load(tmp_path / "nothing.toml", {})
    assert held.problems == ()
    for setting in SETTINGS.values():
        assert held[setting] == setting.default
        assert held.origin(setting) is Origin.DEFAULT


def test_the_later_origin_goes_before_the_earlier(tmp_path: Path) -> None:
    text = 'theme = "light"\nmouse = false\n[reading]\nwidth = 60\n'
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    held = load(file, {"READER_READING_WIDTH": "50", "READER_THEME": "dark"}, {"theme": "ansi"})
    assert (held[THEME], held.origin(THEME)) == ("ansi", Origin.FLAG)
    assert (held[WIDTH], held.origin(WIDTH)) == (50, Origin.ENVIRONMENT)
    assert (held[MOUSE], held.origin(MOUSE)) == (False, Origin.FILE)
    assert held.problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mouse = 3", ["line 1", "mouse", "true or false", "not 3"]),
        ('\n\n[reading]\n# x\nwidth = "wide"', ["line 5", "reading.width", "from 20 to 200", "'wide'"]),
        ("reading.width = 5000", ["line 1", "reading.width", "from 20 to 200", "not 5000"]),
        ('language = "de"', ["line 1", "language", "auto, en, fr"]),
        ('them = "dark"', ["line 1", "them", "no such setting", "theme"]),
        ("[reading]\nmargin = 3", ["line 2", "reading.margin", "no such setting"]),
        ("reading = 3", ["line 1", "reading", "no such setting"]),
        ('theme = """a\nb"""', ["line 1", "theme", "a text"]),
        ("[keys]\nstar = 3", ["line 1", "keys", "a table of names"]),
        ("theme = ", ["not TOML", "value"]),
        ("x = [" + "[" * 3000, ["not TOML"]),
    ],
)
def test_what_is_not_understood_is_one_line_that_says_where_and_what(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    held = loaded(tmp_path, text)
    (problem,) = held.problems
    assert "\n" not in problem
    for words in ["settings.toml", *told]:
        assert words in problem
    assert all(held[setting] == setting.default for setting in SETTINGS.values())


def test_what_is_right_in_a_file_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    held = loaded(
        tmp_path, 'colour = 1\ntheme = "light"\nmouse = "no"\n[keys]\nstar = ["s", "f5"]\nundo = "x"'
    )
    assert len(held.problems) == 2
    assert held[THEME] == "light"
    assert held[KEYS] == {"star": ("s", "f5"), "undo": ("x",)}


def test_wrong_variables_and_flags_are_told_by_name() -> None:
    held = load(None, {"READER_MOUSE": "perhaps"}, {"reading.width": "x"})
    assert ["READER_MOUSE" in held.problems[0], "--set reading.width" in held.problems[1]] == [True, True]
    assert held[MOUSE] is True
    assert held[WIDTH] == 72


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    assert "settings.toml" in load(tmp_path / "settings.toml", {}).problems[0]
    (tmp_path / "latin.toml").write_bytes(b'theme = "\xe9"')
    assert "UTF-8" in load(tmp_path / "latin.toml", {}).problems[0]


@given(some.binary(max_size=200))
def test_no_file_stops_reader(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(content)
        assert isinstance(load(file, {}), Settings)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Switch(), {"yes": True, "0": False, "On": True}, ["", "2", "maybe"]),
        (Whole(1, 9), {"1": 1, "9": 9}, ["0", "10", "x", "1.5"]),
        (OneOf(("a", "b")), {"a": "a", " b": "b"}, ["c", ""]),
        (Words(), {"less -R": "less -R"}, ["a\nb", "\x1b[1m"]),
        (Table(), {"star=s f5, undo=x": {"star": ("s", "f5"), "undo": ("x",)}}, ["=x"]),
    ],
)
def test_kinds_read_text(kind: object, good: dict[str, object], bad: list[str]) -> None:
    assert hasattr(kind, "from_text")
    for text, value in good.items():
        assert kind.from_text(text) == value
    for text in bad:
        with pytest.raises(ValueError):
            kind.from_text(text)


def test_the_default_file_holds_every_setting_and_is_the_default_once_uncommented(tmp_path: Path) -> None:
    text = default_file()
    assert load_text(tmp_path, text).problems == ()
    assert set(load_text(tmp_path, text).values) <= {"keys"}
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line and not line.startswith("# Keys") else line
        for line in text.splitlines()
    )
    held = load_text(tmp_path, uncommented)
    assert held.problems == ()
    plain = [setting for setting in SETTINGS.values() if setting is not KEYS]
    assert all(held.origin(setting) is Origin.FILE for setting in plain)
    assert all(held[setting] == setting.default for setting in SETTINGS.values())


def load_text(tmp_path: Path, text: str) -> Settings:
    return loaded(tmp_path, text)


def test_values_are_written_as_toml() -> None:
    assert toml({"star": ("s", "f5")}) == '{star = ["s", "f5"]}'
    assert [toml(value) for value in (True, 72, "é")] == ["true", "72", '"é"']


def test_the_line_of_a_key_is_found_however_it_is_written() -> None:
    text = 'a = 1\n"b" = 2\n[reading]\nwidth=3\n[keys]\nx = 1\n'
    assert [line_of(key, text) for key in ("a", "b", "reading.width", "keys", "none")] == [1, 2, 4, 5, 1]


def test_every_default_is_one_that_may_be_set() -> None:
    for setting in SETTINGS.values():
        held = setting.default
        as_toml = {name: list(texts) for name, texts in held.items()} if isinstance(held, dict) else held
        assert setting.kind.read(as_toml) == held
        assert setting.doc.endswith((".", "]."))
    assert LANGUAGE.variable == "READER_LANGUAGE"
    assert WIDTH.variable == "READER_READING_WIDTH"
