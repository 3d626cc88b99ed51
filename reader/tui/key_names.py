"""How keys are written: for people, and as Textual names them."""

import re

from reader.language import N_, _

_SHOWN = {
    "slash": "/", "equals_sign": "=", "question_mark": "?", "colon": ":", "exclamation_mark": "!",
    "full_stop": ".", "comma": ",", "semicolon": ";", "plus": "+", "minus": "-", "asterisk": "*",
    "number_sign": "#", "vertical_line": "|", "less_than_sign": "<", "greater_than_sign": ">",
    "left_parenthesis": "(", "right_parenthesis": ")", "left_square_bracket": "[",
    "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}", "at": "@",
    "dollar_sign": "$", "percent_sign": "%", "ampersand": "&", "quotation_mark": '"', "apostrophe": "'",
    "underscore": "_", "backslash": "\\", "circumflex_accent": "^", "grave_accent": "`", "tilde": "~",
    "enter": N_("Enter"), "escape": N_("Esc"), "tab": N_("Tab"),
    "shift+tab": N_("Shift+Tab"), "space": N_("Space"), "pagedown": N_("PgDn"), "pageup": N_("PgUp"),
    "home": N_("Home"), "end": N_("End"), "backspace": N_("Backspace"), "delete": N_("Delete"),
    "insert": N_("Insert"), "left": "←", "right": "→", "up": "↑", "down": "↓",
}  # fmt: skip
_SHOWN_ASCII = {"←": N_("Left"), "→": N_("Right"), "↑": N_("Up"), "↓": N_("Down")}
_NAMES = {shown: name for name, shown in _SHOWN.items() if len(shown) == 1 and shown.isascii()}
_ALSO = {
    "return": "enter",
    "esc": "escape",
    "pgdn": "pagedown",
    "pgup": "pageup",
    " ": "space",
    "del": "delete",
}
_NAMED = re.compile(r"((ctrl|alt|shift)\+)*([a-z0-9]|f([1-9]|1[0-9]|2[0-4]))")
_DISGUISED = frozenset({"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket"})
"""Keys that a terminal sends as others: backspace, tab, newline, Enter, Esc."""


def key_label(key: str, *, ascii_only: bool = False) -> str:
    """How a key is written for people: `slash` is `/`, `ctrl+d` stays; arrows by name with `ascii_only`."""
    if key not in _SHOWN:
        return key
    shown = _SHOWN[key]
    return _(_SHOWN_ASCII.get(shown, shown) if ascii_only else shown)


def key_name(written: str) -> str:
    """The name of a key that somebody wrote: `?`, `F5`, `Esc`, `ctrl+x`, `question_mark`.

    Raises ValueError for one that is none, or that no terminal tells from another key.
    """
    if len(written) == 1 and written.isprintable() and written != " ":
        return _NAMES.get(written, written)
    name = written.lower() if len(written) > 1 else written
    *modifiers, last = name.split("+") if not name.endswith("+") else (name,)
    name = "+".join([*modifiers, _ALSO.get(last, _NAMES.get(last, last))])
    known = _NAMED.fullmatch(name) or name in _SHOWN or name.rpartition("+")[2] in _SHOWN
    if not known or name in _DISGUISED:
        raise ValueError(written)
    return name


def types_a_letter(key: str) -> bool:
    """Whether the key writes a sign where one types."""
    return len(key) == 1 or key == "space" or (len(_SHOWN.get(key, "")) == 1 and _SHOWN[key].isascii())
