"""What is said of a quotation in a few words: who speaks, by which words of the text, and who passed it on."""

import re

from reader.analysis.types import Quotation, Speaker
from reader.corpus.safe import safe_line
from reader.language import _

_LONGEST = 40
"""Code points of the words that carry an attribution: more of them say who it is by themselves."""
_WORD = re.compile(r"\w+")


def speaker_name(speaker: Speaker) -> str:
    """The name, with `?` after one that is only probable."""
    name = safe_line(speaker.name)
    return name if speaker.sure else f"{name} ?"


def carrier(text: str, speaker: Speaker) -> str:
    """The pronoun or the role that stands for the speaker in the text; empty where their own name does."""
    if not speaker.named or not 0 < speaker.end - speaker.start <= _LONGEST:
        return ""
    words = safe_line(" ".join(text[speaker.start : speaker.end].split())).lstrip("-")
    words = words.removeprefix("t-")
    shared = set(_WORD.findall(words.casefold())) & set(_WORD.findall(speaker.name.casefold()))
    return "" if any(len(word) > 2 for word in shared) else words


def voice(text: str, quotation: Quotation) -> str:
    """`Name ? (il) via AFP`; empty without a speaker."""
    speaker = quotation.speaker
    if speaker is None:
        return ""
    said = speaker_name(speaker)
    if words := carrier(text, speaker):
        said += f" ({words})"
    if quotation.relay is not None:
        said += " " + _("via {relay}").format(relay=safe_line(quotation.relay.name))
    return said
