"""Small corpora of invented articles, and ways to do harm to a library for real."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_WHO = (
    "La maire",
    "Un apiculteur",
    "Le club de voile",
    "Mme Kerdoncuff",
    "Le conseil",
    "Une chimiste",
    "Le facteur",
)
_DID = (
    "inaugure",
    "refuse",
    "répare",
    "raconte",
    "découvre",
    "rachète",
    "défend",
    "mesure",
    "dessine",
    "oublie",
)
_WHAT = (
    "le phare",
    "une ruche",
    "la halle",
    "douze vélos",
    "le vieux pont",
    "la digue",
    "un verger",
    "le carnet",
)
_WHERE = (
    "à Plougastel",
    "près de Sète",
    "sur l'île",
    "au marché",
    "en gare de Dole",
    "dans la brume",
    "à Tulle",
)
HOLDER = "HANGS"
"""A word that `misbehaving_workers` makes an article hang for."""
KILLER = "KILLS"
"""One that it makes a worker die of."""
EATER = "EATS"
"""One that it makes take all memory there is."""


def sentence(rng: random.Random) -> str:
    """A made-up sentence."""
    words = " ".join(rng.choice(some) for some in (_WHO, _DID, _WHAT, _WHERE))
    return f"{words}, dit-on, {rng.randrange(10**6)} fois."


def text_of(number: int) -> str:
    """A made-up article, always the same for the same number."""
    rng = random.Random(number)
    day = f"2023-{1 + number % 12:02d}-{1 + number % 28:02d}"
    body = "\n\n".join(" ".join(sentence(rng) for _ in range(3)) for _ in range(3))
    return f"---\ntitle: Histoire {number} {rng.choice(_WHERE)}\ndate: {day}\n---\n\n{body}\n"


def write_corpus(folder: Path, number: int, *, first: int = 0) -> Path:
    """Writes `number` articles into `folder`, twenty to a sub-folder."""
    for one in range(first, first + number):
        file = folder / f"part-{one // 20}" / f"article-{one:04d}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(one), "utf-8")
    return folder


def misbehaving_workers(folder: Path) -> dict[str, str]:
    """An environment in which the analysis of certain articles hangs or kills the process that makes it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(
        "import os, sys, time\n"
        "if any('analysis_worker' in word for word in getattr(sys, 'orig_argv', ())):\n"
        "    import reader.analysis.analyse as room\n"
        "    proper = room.analyse\n"
        "    def analyse(article):\n"
        f"        if {HOLDER!r} in article.text:\n"
        "            time.sleep(3600)\n"
        f"        if {EATER!r} in article.text:\n"
        "            eaten = [bytes(1 << 27) for _ in range(1 << 10)]\n"
        f"        if {KILLER!r} in article.text:\n"
        "            os.kill(os.getpid(), 9)\n"
        "        return proper(article)\n"
        "    room.analyse = analyse\n",
        "utf-8",
    )
    return {"PYTHONPATH": os.fspath(folder)}


def python(code: str, *words: str | Path) -> "subprocess.Popen[bytes]":
    """A process that runs `code` with `words` in `sys.argv`."""
    root = os.fspath(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", code, *(os.fspath(word) for word in words)],
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def as_a_stranger(action: Callable[[], str]) -> str:
    """What `action` says when somebody runs it who may not write: another user, where we are root.

    It runs in a process of its own; a failure comes back as text.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            said = action()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode()[:60000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read().decode()
    os.waitpid(child, 0)
    return said


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether `condition` comes true in time."""
    give_up = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True


def processes_with(word: str) -> Sequence[int]:
    """The processes whose command line holds `word`."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if word.encode() in command:
                found.append(int(entry.name))
    return found


def kill(process: "subprocess.Popen[bytes]") -> bytes:
    """Ends a process with no chance to tidy up; what it had said."""
    process.send_signal(signal.SIGKILL)
    return process.communicate()[0]
