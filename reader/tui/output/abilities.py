"""What the terminal can do, by its entry in terminfo."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abilities:
    """Sequences beyond placing the cursor and styles.  As of an xterm, unless told otherwise."""

    erases_line: bool = True
    """`CSI K`: blanks to the end of the line."""
    erases_cells: bool = True
    """`CSI n X`: blanks without moving."""
    erases_coloured: bool = False
    """Erased cells take the background of the pen (`bce`); else they may only be the terminal's own."""
    moves_rows: bool = True
    """A scrolling region, and deleted and inserted lines in it."""
    ends_parts: bool = True
    """One attribute can be ended without the others."""
    colours: bool = True
    """There are at least eight colours, and the reader wants them (`NO_COLOR`)."""


def abilities_of(environ: Mapping[str, str] = os.environ) -> Abilities:
    """The abilities of the terminal named `TERM`; those of an xterm where terminfo does not know it."""
    import curses

    wanted = not environ.get("NO_COLOR")
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is what setupterm wants
            curses.setupterm(environ.get("TERM", ""), nowhere.fileno())
    except (curses.error, OSError):
        return Abilities(colours=wanted)

    def has(name: str) -> bool:
        return bool(curses.tigetstr(name))

    colours = curses.tigetnum("colors") >= 8
    return Abilities(
        erases_line=has("el"),
        erases_cells=has("ech"),
        erases_coloured=curses.tigetflag("bce") > 0,
        moves_rows=has("csr") and has("dl") and has("il"),
        ends_parts=colours,
        colours=colours and wanted,
    )
