"""Whether Ctrl+C was pressed: an import that it breaks off may tell it as an error of another kind."""

import signal
from types import FrameType

_pressed = False


def notice_interruption() -> None:
    """From now on remembers that Ctrl+C was pressed, and raises `KeyboardInterrupt` as ever."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _press)


def was_interrupted() -> bool:
    """Whether Ctrl+C was pressed, whatever error came of it.

    Python turns an interruption while it loads a part of itself into that part's failure: a
    `\\N{...}` in a module becomes a `SyntaxError`, "can't load unicodedata module".
    """
    return _pressed


def _press(number: int, frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    signal.default_int_handler(number, frame)
