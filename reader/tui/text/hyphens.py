"""Where words may be parted, by the patterns of their language."""

from collections.abc import Sequence
from functools import lru_cache

from reader.tui.text.wrap import Hyphenator

_PATTERNS = {"fr": "fr", "en": "en_GB"}


@lru_cache(maxsize=4)
def hyphenator(language: str) -> Hyphenator | None:
    """What parts words of `language` (`fr`, `en`), by the hyphenation patterns of LibreOffice; None for others."""
    if language not in _PATTERNS:
        return None
    import pyphen  # its patterns take a tenth of a second, which only who wants them pays

    patterns = pyphen.Pyphen(lang=_PATTERNS[language], left=2, right=3)

    def places(word: str) -> Sequence[int]:
        return [int(place) for place in patterns.positions(word)]

    return places
