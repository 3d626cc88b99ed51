"""What the operating system and the reader of TOML say, in the language of the interface."""

import re

from reader.language import N_, _, retold

_PLACE = r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"

SYSTEM: tuple[str, ...] = (
    N_("Permission denied"), N_("Operation not permitted"), N_("No such file or directory"), N_("File exists"),
    N_("Is a directory"), N_("Not a directory"), N_("Directory not empty"), N_("No space left on device"),
    N_("Disk quota exceeded"), N_("Read-only file system"), N_("File name too long"), N_("File too large"),
    N_("Too many levels of symbolic links"), N_("Too many open files"), N_("Too many open files in system"),
    N_("Input/output error"), N_("Remote I/O error"), N_("Stale file handle"), N_("Device or resource busy"),
    N_("Resource temporarily unavailable"), N_("Text file busy"), N_("Exec format error"), N_("Invalid argument"),
    N_("Argument list too long"), N_("Cannot allocate memory"), N_("Operation not supported"),
    N_("No such device or address"), N_("No such device"), N_("Connection timed out"), N_("Broken pipe"),
    N_("Transport endpoint is not connected"), N_("Invalid cross-device link"), N_("Function not implemented"),
)  # fmt: skip
"""What `os.strerror` says most; anything else stays in the words of the system."""

_TOML: tuple[str, ...] = (
    N_("Invalid value"), N_("Invalid statement"), N_("Invalid date or datetime"), N_("Invalid hex value"),
    N_("Invalid initial character for a key part"), N_("Cannot overwrite a value"), N_("Unclosed array"),
    N_("Unclosed inline table"), N_("Unterminated string"), N_("Unescaped '\\' in a string"),
    N_("Escaped character is not a Unicode scalar value"), N_("Expected '=' after a key in a key/value pair"),
    N_("Expected ']' at the end of a table declaration"), N_("Expected ']]' at the end of an array declaration"),
    N_("Expected newline or end of document after a statement"), N_("Cannot declare {name} twice"),
    N_("Cannot mutate immutable namespace {name}"), N_("Cannot redefine namespace {name}"),
    N_("Duplicate inline table key {name}"), N_("Expected {sign}"), N_("Found invalid character {sign}"),
    N_("Illegal character {sign}"),
)  # fmt: skip


def os_words(error: OSError) -> str:
    """Why the system could not do it."""
    return retold(error.strerror or str(error), SYSTEM)


def toml_words(error: Exception) -> str:
    """What is wrong with a text that is no TOML, and where in it."""
    found = re.fullmatch(_PLACE, str(error))
    if found is None:
        return retold(str(error), _TOML)
    what = retold(found["what"], _TOML)
    if found["line"] is None:
        return _("{what} (at the end)").format(what=what)
    return _("{what} (line {line}, column {column})").format(
        what=what, line=found["line"], column=found["column"]
    )
