"""Where a place of an article stands in its file: the line, for an editor; and how editors are told of it."""

import re
from pathlib import PurePath
from unicodedata import normalize

from reader.corpus.decode import BinaryData, decode
from reader.corpus.safe import safe_text

_WORD = re.compile(r"\w+")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line ends for us, but for no editor."""
_RUNS = (10, 6, 3)
"""How many words are looked for in a row: many first, fewer where the file has markup among them."""

_PLUS = frozenset(
    {
        "vi", "vim", "nvim", "view", "vimx", "gvim", "ex", "nano", "pico", "emacs", "emacsclient", "joe",
        "jed", "mg", "ne", "micro", "kak", "mcedit", "gedit", "less", "more", "most",
    }
)  # fmt: skip
_COLON = frozenset({"hx", "helix", "subl", "sublime_text", "zed"})
_GOTO = frozenset({"code", "codium", "code-insiders"})


def line_of(data: bytes, text: str, offset: int) -> int:
    """The line, from 1, of the file `data` where the words at `offset` of the article's `text` stand.

    Of several places with the same words the one that is as far on in the file; 1 where they are not found.
    """
    try:
        raw = _with_lines(decode(data))
    except BinaryData:
        return 1
    words = _WORD.findall(text, offset, offset + 400)
    for many in _RUNS:
        if len(words) < many and many != _RUNS[-1]:
            continue
        pattern = r"[\W_]*".join(map(re.escape, words[:many]))
        starts = [match.start() for match in re.finditer(pattern, raw)] if pattern else []
        if starts:
            expected = offset / max(1, len(text)) * len(raw)
            at = min(starts, key=lambda start: abs(start - expected))
            return raw.count("\n", 0, at) + 1
    return 1


def _with_lines(text: str) -> str:
    r"""The text of a file with `\n` where an editor begins a line, and nothing that an article leaves out."""
    lines = text.replace("\r\n", "\n")
    lines = lines.replace("\r", " " if "\n" in lines else "\n")
    return normalize("NFC", safe_text(_BREAKS.sub(" ", lines)))


def editor_command(program: list[str], file: str, line: int) -> list[str]:
    """`program` with the arguments that open `file` at `line`; without the line for one that is not known."""
    name = PurePath(program[0]).name
    if line <= 1:
        return [*program, file]
    if name in _PLUS:
        return [*program, f"+{line}", file]
    if name in _COLON:
        return [*program, f"{file}:{line}"]
    if name in _GOTO:
        return [*program, "--goto", f"{file}:{line}"]
    return [*program, file]
