"""Every failure is one line that names what was wrong, and the exit code that says of what sort it was."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.cli import main as command_line
from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import ExitCode
from reader.cli.failures import CommandFailure, explain_os_error
from reader.cli.main import main
from reader.library.errors import LibraryError
from tests.cli.running import Reader


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """The exit code of `reader list` when it meets `error`."""

    def raising(_words: list[str]) -> int:
        raise error

    monkeypatch.setattr(command_line, "_run", raising)
    return main(["list", "press"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CommandFailure("no such thing"), ExitCode.CANNOT, "reader: no such thing\n"),
        (CommandFailure("what?", ExitCode.WRONG_USE), ExitCode.WRONG_USE, "reader: what?\n"),
        (LibraryError("the library is damaged"), ExitCode.CANNOT, "reader: the library is damaged\n"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, ""),
        (MemoryError(), ExitCode.CANNOT, "reader: there is not enough memory for this\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "/cache/x.sqlite"),
            ExitCode.CANNOT,
            "reader: /cache/x.sqlite: the disk is full; make room and try again\n",
        ),
    ],
)
def test_each_failure_has_its_line_and_code(
    error: BaseException,
    code: ExitCode,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fail_with(monkeypatch, error) == code
    assert capsys.readouterr() == ("", said)


def test_a_crash_is_one_line_and_its_traceback_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert fail_with(monkeypatch, ZeroDivisionError("a \x1b[31m fault\nof ours")) == ExitCode.CRASHED
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "\x1b" not in said
    (log,) = home.rglob("reader.log")
    assert str(log) in said
    assert "Traceback" not in said
    assert "Traceback" in log.read_text()
    assert "ZeroDivisionError" in log.read_text()


def test_a_crash_with_nowhere_to_write_the_log_is_written_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fail_with(monkeypatch, ZeroDivisionError("fault"))
    (log,) = tmp_path.glob("reader-*.log")
    assert str(log) in capsys.readouterr().err
    assert "ZeroDivisionError" in log.read_text()


def test_an_error_of_the_system_names_the_file_harmlessly() -> None:
    assert explain_os_error(PermissionError(errno.EACCES, "x", "a\x1b.txt")).startswith(
        "a\\x1b.txt: you may not"
    )


@pytest.mark.parametrize("words", [["list"], ["index"], ["search"], ["entities"], ["quotes"], ["export"], []])
def test_no_such_folder(words: list[str], reader: Reader) -> None:
    query = ["word"] if words == ["search"] else []
    done = reader(*words, "nowhere", *query)
    assert (done.code, done.out) == (ExitCode.CANNOT, "")
    assert done.err == "reader: nowhere: there is no such file or folder\n"


@pytest.mark.parametrize("words", [["list"], ["index"], ["entities"], ["quotes"], ["export"], []])
def test_a_file_instead_of_a_folder_says_how_to_read_it(
    words: list[str], reader: Reader, corpus: Path
) -> None:
    done = reader(*words, "press/tempete.txt")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    assert done.err.count("\n") == 1
    assert "reader show press/tempete.txt" in done.err


def test_a_closed_pipe_is_no_failure(reader: Reader, corpus: Path) -> None:
    script = f"{reader.command} export press | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = reader.shell(script)
    assert (done.out, done.err) == ("0\n", "")


@pytest.mark.parametrize(
    "command", ["list press", "search press maire", "quotes press", "keys", "export press --format html"]
)
def test_the_first_line_of_a_pipe_is_enough(command: str, reader: Reader, corpus: Path) -> None:
    done = reader.shell(f"{reader.command} {command} | head -1 | wc -l; echo ${{PIPESTATUS[0]}}")
    assert (done.out.split(), done.err) == (["1", "0"], "")


@pytest.mark.parametrize("after", [0.01, 0.05, 0.2])
def test_ctrl_c_is_quiet_at_any_moment(after: float, reader: Reader, corpus: Path) -> None:
    script = (
        "import sys, time\nfrom reader.cli.start import main\nprint('begun', flush=True)\nsys.exit(main())"
    )
    command = [sys.executable, "-c", script, "index", "press"]
    environ = reader.environment()
    process = subprocess.Popen(
        command, cwd=reader.folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) in ((ExitCode.INTERRUPTED, b""), (ExitCode.FINE, b""))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_standard_output_is_one_line(reader: Reader, corpus: Path) -> None:
    done = reader.shell(f"{reader.command} list press > /dev/full")
    assert done.code == ExitCode.CANNOT
    assert done.err == "reader: the disk is full; make room and try again\n"


def test_a_closed_standard_output_is_one_line(reader: Reader, corpus: Path) -> None:
    done = reader.shell(f"{reader.command} list press >&-")
    assert done.code == ExitCode.CANNOT
    assert done.err == "reader: standard output is closed: there is nowhere to print to\n"


def test_every_command_of_the_table_can_be_called_by_its_name() -> None:
    assert all(name == command.name for name, command in COMMANDS.items())


_BROKEN_OFF = """
import signal, sys
from reader.cli.start import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background

class Breaking:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            import os
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:
                raise SyntaxError("told as an error of another kind") from None

sys.meta_path.insert(0, Breaking())
sys.exit(main())
"""


@pytest.mark.parametrize("name", ["reader.cli.main", "reader.cli.commands.index"])
def test_ctrl_c_that_an_import_tells_as_an_error_of_its_own_is_still_ctrl_c(
    name: str, reader: Reader, corpus: Path
) -> None:
    command = [sys.executable, "-c", _BROKEN_OFF.format(name=name), "index", "press"]
    done = subprocess.run(
        command, cwd=reader.folder, env=reader.environment(), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (ExitCode.INTERRUPTED, b"")


def test_a_misspelt_command_is_told_from_a_folder_that_is_missing(reader: Reader, corpus: Path) -> None:
    for words in (["lsit", str(corpus)], ["lsit"], ["lsit", str(corpus), "--json"]):
        told = reader(*words)
        assert told.code == ExitCode.WRONG_USE
        assert told.err == (
            "reader: lsit: neither a command nor a folder; the nearest command is list (see: reader --help)\n"
        )
    told = reader("frobnicate", str(corpus))
    assert told.err == "reader: frobnicate: neither a command nor a folder (see: reader --help)\n"
    assert "there is no such file or folder" in reader("./lsit").err
