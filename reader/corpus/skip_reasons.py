"""Why files are left out: the reasons that hold a value, and all of them in the language of the interface."""

from reader.language import N_, retold
from reader.system_words import SYSTEM

CANNOT_BE_READ = N_("cannot be read ({what})")
FOLDER_CANNOT_BE_READ = N_("folder that cannot be read ({what})")
NOT_UNDERSTOOD = N_("cannot be understood ({error})")
NO_TEXT_FILE = N_("not a text file (.{extension})")
_WITH_VALUES = (CANNOT_BE_READ, FOLDER_CANNOT_BE_READ, NOT_UNDERSTOOD, NO_TEXT_FILE, *SYSTEM)


def reason_words(reason: str) -> str:
    """A reason as a library keeps it, in English, in the language of the interface."""
    return retold(reason, _WITH_VALUES)
