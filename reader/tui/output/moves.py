"""The shortest way to move the cursor."""

from functools import lru_cache


def _by(count: int, letter: str) -> str:
    return f"\x1b[{count if count > 1 else ''}{letter}"


def _place(y: int, x: int) -> str:
    if x:
        return f"\x1b[{y + 1 if y else ''};{x + 1}H"
    return f"\x1b[{y + 1}H" if y else "\x1b[H"


def _along(x: int, to: int) -> str:
    if to == x:
        return ""
    if to > x:
        return _by(to - x, "C")
    return min("\r" + (_by(to, "C") if to else ""), _by(x - to, "D"), key=len)


@lru_cache(8192)
def move(at: tuple[int, int | None] | None, to: tuple[int, int]) -> str:
    """The sequence that brings the cursor from `at` to a row and column.

    The column of `at` is None when only the row is known, as at the right edge, where terminals differ.
    """
    if at == to:
        return ""
    y, x = to
    ways = [_place(y, x)]
    if at is not None:
        down = y - at[0]
        vertical = "" if not down else _by(abs(down), "B" if down > 0 else "A")
        ways.append("\r" + vertical + (_by(x, "C") if x else ""))
        if at[1] is not None:
            ways.append(vertical + _along(at[1], x))
    return min(ways, key=len)
