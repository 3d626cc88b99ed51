"""The words that argparse itself says, so that they are said in the language in use.

argparse looks its words up by gettext's global functions, bound when it is imported: they would follow the
environment of the system, with its catalogues.  `speak` gives it ours.
"""

import argparse

from reader.language import N_, _, ngettext

WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What a user of the command line can come to read; faults of a parser's making are left in English."""


def speak() -> None:
    """Lets argparse say its words in the language in use."""
    argparse._ = _  # type: ignore[attr-defined] # what it calls for every word of its own
    argparse.ngettext = ngettext  # type: ignore[attr-defined]
