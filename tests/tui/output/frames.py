"""Frames as Textual writes them, at random, and the screens they make on a terminal."""

from collections.abc import Iterator

import pyte
from hypothesis import strategies as st

WIDTH, HEIGHT = 20, 8
STYLES = st.sampled_from(
    [
        "",
        "1",
        "2",
        "3;4",
        "7",
        "34",
        "1;38;5;12",
        "38;2;1;2;3;48;2;200;0;9",
        "44",
        "4;41",
        "9;90;107",
        "2;100",
    ]
)
WORDS = st.one_of(
    st.lists(st.sampled_from("abcé «»—│█"), min_size=1, max_size=WIDTH),
    st.integers(1, WIDTH).map(lambda number: [" "] * number),
    st.lists(st.sampled_from([*"ab 漢字한ー🙂", "e\u0301"]), min_size=1, max_size=6),
)
Piece = tuple[str, str]


@st.composite
def rows(draw: st.DrawFn) -> list[Piece]:
    """A whole row: pieces of text with their styles, padded as Textual pads them."""
    pieces: list[Piece] = []
    room = WIDTH
    for style, text in draw(st.lists(st.tuples(STYLES, WORDS), max_size=5)):
        kept = ""
        for sign in text:
            size = 2 if sign in "漢字한ー🙂" else 1
            if size > room:
                break
            kept, room = kept + sign, room - size
        pieces.append((style, kept))
    return [*pieces, (draw(STYLES), " " * room)]


def written(y: int, row: list[Piece]) -> str:
    """A row as Textual writes it."""
    styled = (f"\x1b[{style}m{text}\x1b[0m" if style else text for style, text in row)
    return f"\x1b[{y + 1};1H" + "".join(styled)


@st.composite
def frames(draw: st.DrawFn) -> list[str]:
    """A sequence of frames: whole screens, some rows, or rows that moved."""
    sheet = draw(st.lists(rows(), min_size=HEIGHT, max_size=HEIGHT))
    spare = draw(st.lists(rows(), min_size=1, max_size=HEIGHT))
    found = [frame(dict(enumerate(sheet)))]
    for step in draw(st.lists(st.integers(-HEIGHT, HEIGHT), max_size=6)):
        first = draw(st.integers(0, HEIGHT - 2))
        last = draw(st.integers(first + 2, HEIGHT))
        if step % 2:
            part = sheet[first:last]
            by = step % len(part)
            filling = (spare * HEIGHT)[:by]
            sheet[first:last] = (part[by:] + filling) if step > 0 else (filling + part)[: len(part)]
        else:
            sheet[first] = draw(rows())
        found.append(frame({y: sheet[y] for y in range(first, last)}))
    return found


def frame(lines: dict[int, list[Piece]]) -> str:
    """One frame of some rows, with the cursor placed at its end."""
    return "\n".join(written(y, row) for y, row in sorted(lines.items())) + "\x1b[1;1H"


class Shown:
    """A terminal that is sent text."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.feed("\x1b[?7l")

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def cells(self) -> list[list[tuple[object, ...]]]:
        """What is seen: characters with their looks, of blanks only what shows on them."""
        return [list(self._row(y)) for y in range(self.screen.lines)]

    def _row(self, y: int) -> Iterator[tuple[object, ...]]:
        for x in range(self.screen.columns):
            cell = self.screen.buffer[y][x]
            look: list[object] = [cell.bg, cell.reverse, cell.underscore, cell.strikethrough]
            if cell.data != " " or cell.underscore or cell.strikethrough or cell.reverse:
                look.append(cell.fg)
            if cell.data != " ":
                look += [cell.bold, cell.italics]
            yield (cell.data, *(look if cell.data else ()))
