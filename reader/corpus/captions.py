"""Knows the captions of photos, by the credit or the day they end with."""

import re

from reader.corpus.press_words import AGENCIES, MONTHS, UPPER

_LONGEST = 500
_CREDIT = re.compile(
    r"(?:[\[(] ?)?(?:photos? ?(?:d'(?:archives?|illustration))? ?(?:par|by|:|/|©)|crédits?(?: photos?)? ?:"
    r"|illustration ?:|image ?:|©|\(c\) ).{1,100}\Z",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    rf"(?:[/|©] ?(?:{AGENCIES})(?: ?[/,] ?[\w .'-]{{1,40}})?\)?"
    r"|[(\[](?:photo|crédit|illustration)[^()\[\]]{0,80}[)\]]"
    r"|(?:photo|crédit) ?: ?[^.]{3,60}|© ?[^.]{2,60}"
    rf"|(?:AFP|REUTERS|AP|SIPA|EPA|BELGA) ?/ ?[{UPPER}][\w .'-]{{2,40}})\.?\Z"
)
_DATED_END = re.compile(
    rf"(?:\b\d{{1,2}}(?:er)? (?:{MONTHS})|\b(?:{MONTHS}) \d{{1,2}}),? ?(?:1[89]|20)\d\d\.?\Z", re.IGNORECASE
)


def is_credit(line: str) -> bool:
    """Whether `line` is nothing but the credit of a picture."""
    return len(line) <= 120 and _CREDIT.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether `line` ends with the credit of a picture."""
    return len(line) <= _LONGEST and _CREDIT_END.search(line, max(0, len(line) - 110)) is not None


def ends_with_day(line: str) -> bool:
    """Whether `line` ends with a full date, as captions do and titles do not."""
    return 40 <= len(line) <= _LONGEST and _DATED_END.search(line, len(line) - 40) is not None
