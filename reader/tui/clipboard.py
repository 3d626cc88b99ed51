"""Ways to the clipboard: the terminal's own (OSC 52), also through tmux and screen, and the tools of a display.

Plain functions of the environment, without Textual.
"""

import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence

LARGEST = 74_994
"""Bytes of text sent to a terminal: 100,000 with frame and base64, which xterm, hterm and others take."""
_SCREEN_CHUNK = 512
"""Bytes of a string that GNU screen passes on at once; it forgets one of more than 768 (MAXSTR)."""
_SECONDS = 2.0
"""How long a tool may take."""
TMUX = "tmux"

_ESCAPE, _END = "\x1b", "\x1b\\"


def fitting(text: str) -> str:
    """As much of the beginning of `text` as a terminal takes."""
    data = text.encode("utf-8", "replace")
    return text if len(data) <= LARGEST else data[:LARGEST].decode("utf-8", "ignore")


def sequence(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """What to write to the terminal so that the beginning of `text` is on its clipboard.

    Plain OSC 52 first, which tmux takes where `set-clipboard` is `on`; then the same once more as what tmux
    (where `allow-passthrough` is `on`) or screen hands to the terminal it runs in.
    """
    encoded = b64encode(fitting(text).encode("utf-8", "replace")).decode()
    plain = f"{_ESCAPE}]52;c;{encoded}\a"
    terminal = environ.get("TERM", "")
    if environ.get("TMUX") or terminal.startswith("tmux"):
        return plain + f"{_ESCAPE}Ptmux;{plain.replace(_ESCAPE, _ESCAPE * 2)}{_END}"
    if environ.get("STY") or terminal.startswith("screen"):
        chunks = (plain[at : at + _SCREEN_CHUNK] for at in range(0, len(plain), _SCREEN_CHUNK))
        return plain + "".join(f"{_ESCAPE}P{chunk}{_END}" for chunk in chunks)
    return plain


def tools(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> list[list[str]]:
    """The commands at hand that put their standard input on a clipboard, by the kind of screen there is.

    In tmux its own, which also tells the terminal, whatever `allow-passthrough` says.
    """
    commands = []
    if environ.get("TMUX"):
        commands.append([[TMUX, "load-buffer", "-w", "-"]])
    if environ.get("WAYLAND_DISPLAY"):
        commands.append([["wl-copy"]])
    if environ.get("DISPLAY"):
        commands.append([["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]])
    if platform == "darwin":
        commands.append([["pbcopy"]])
    there = ([one for one in kind if shutil.which(one[0], path=environ.get("PATH"))] for kind in commands)
    return [kind[0] for kind in there if kind]


def give(text: str, commands: Sequence[Sequence[str]]) -> list[str]:
    """Gives `text` to each of `commands`; the names of those that took it.  Waits for each a moment."""
    took = []
    for command in commands:
        try:
            done = subprocess.run(
                command,
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
                start_new_session=True,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            took.append(command[0])
    return took
