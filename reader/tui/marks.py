"""The signs the screen is drawn with: Latin-1 and box drawing, or ASCII where the locale has no more."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs, each one cell wide."""

    unread: str = "●"
    read: str = "·"
    starred: str = "*"
    noted: str = "¶"
    picked: str = "+"
    selected: str = "▌"
    bar: str = "┃"
    thin_bar: str = "│"
    rule: str = "│"
    folded: str = "▸"
    unfolded: str = "▾"
    reversed: str = "▴"
    more: str = "…"
    none: str = "–"
    said: str = "—"
    dot: str = "·"
    done: str = "━"
    to_do: str = "─"
    back: str = "‹"
    arrow: str = "→"
    open_quote: str = "«\N{NO-BREAK SPACE}"
    close_quote: str = "\N{NO-BREAK SPACE}»"


UNICODE = Marks()
ASCII = Marks(
    unread="o", read=".", noted="&", selected=">", bar="|", thin_bar=":", rule="|", folded="+", unfolded="-",
    reversed="^", more="~", none="-",
    said="--", dot="-", done="=", to_do="-", back="<", arrow="->", open_quote='"', close_quote='"',
)  # fmt: skip


def marks_for(environ: Mapping[str, str] = os.environ) -> Marks:
    """The signs for the locale that `environ` names; none named counts as UTF-8, as Python itself decides."""
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "UTF-8"
    folded = locale.casefold().replace("-", "")
    return UNICODE if "utf8" in folded else ASCII
