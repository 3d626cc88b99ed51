"""Who passed words on: *a déclaré X à l'AFP*, *a dit X au micro de RTL*, *, cité par Le Monde*."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from reader.analysis.quotations.lexicon import lines
from reader.analysis.types import EntityKind, Mention, Quotation, QuotationKind, Relay
from reader.corpus.outlets import OUTLETS

_REACH = 240
"""Code points of a telling looked at on each side of a quotation."""
_CLOSE = 60
"""Code points after a quotation in which *cité par* still tells of it, when it was told before."""
_SPACE = r"[ \u00a0\u202f]"
_KIND = (
    rf"(?:(?:(?:le|la|l['’]|les|the|du|au|d['’]){_SPACE}?)?(?:quotidien|journal|hebdomadaire|mensuel|magazine|site|chaîne|"
    rf"radio|agence(?: de presse)?|station|média|revue|newspaper|news agency|broadcaster)"
    rf"(?:{_SPACE}[a-zà-ÿ-]{{4,20}}){{0,2}}{_SPACE})?"
)
_ARTICLE = rf"(?:l['’]|(?:le|la|les|the){_SPACE})?"
_PASSED_ON = re.compile(
    rf"\b(?:(?:cité|rapporté|relayé|repris|recueilli|interrogé|joint|contacté)e?s?(?:{_SPACE}[a-zà-ÿ]+){{0,2}}{_SPACE}par\b"
    rf"|(?:au{_SPACE}micro|(?:à|sur){_SPACE}l['’]antenne|dans{_SPACE}les{_SPACE}colonnes|sur{_SPACE}le{_SPACE}plateau"
    rf"|auprès){_SPACE}(?:des|de|du|d['’])|(?:quoted|cited|interviewed){_SPACE}by\b){_SPACE}?{_KIND}{_ARTICLE}",
    re.IGNORECASE,
)
_SAID_TO = re.compile(
    rf"(?<![\w'’])(?:à|au|aux|sur|dans|chez|avec|told|to|on){_SPACE}{_KIND}{_ARTICLE}", re.IGNORECASE
)
_TOLD_BY = re.compile(
    rf"(?<![\w'’])(?:selon|rapporte|rapportent|relate|relaie|cite){_SPACE}{_KIND}{_ARTICLE}", re.IGNORECASE
)
"""After a telling, who tells it all; before it, another's words."""
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ0-9][\w&+'’-]*(?:\.(?:fr|com))?(?:[ \u00a0](?:de la |du |de |des )?[A-ZÀ-Þ0-9][\w&+'’-]*){0,4}"
)
_STOP = re.compile(r"[.!?…][»”\"]?\s+(?=[A-ZÀ-Þ«“\"])|\n")
_LEADING = re.compile(r"(?:le|la|les|l['’]|the)[ \u00a0]?", re.IGNORECASE)


@cache
def _media() -> dict[str, str]:
    """Papers, channels and agencies as they write themselves, by their names in small letters without article."""
    names = [*lines("media.txt"), *OUTLETS.values()]
    return {_bare(name): name for name in names}


def _bare(name: str) -> str:
    return _LEADING.sub("", name.lower().replace("’", "'").replace("\u00a0", " "), count=1)


def with_relays(text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Quotation]:
    """The quotations, each with whoever passed it on as far as its telling says so.

    Words of *cité par*, *au micro de* and the like name any body; *à*, *sur*, *dans* only a paper, a channel or
    an agency that is known, so that nobody who is merely spoken to becomes a relay.  Linear in time.
    """
    starts = [mention.start for mention in mentions]
    found = []
    for number, quotation in enumerate(quotations):
        relay = None
        if quotation.speaker is not None and quotation.kind is not QuotationKind.TERM:
            for told, first, last in _tellings(text, quotations, number):
                after = first >= quotation.end
                relay = relay or _relay(text, first, last, mentions, starts, told=told, after=after)
            if relay is not None and _bare(relay.name) == _bare(quotation.speaker.name):
                relay = None
        found.append(replace(quotation, relay=relay) if relay is not None else quotation)
    return found


def _tellings(text: str, quotations: Sequence[Quotation], number: int) -> Iterator[tuple[bool, int, int]]:
    """The stretches beside a quotation in its sentence, and whether it is told there."""
    here = quotations[number]
    assert here.speaker is not None
    place = here.cue or here.speaker
    following = next(
        (one.start for one in quotations[number + 1 : number + 12] if one.start >= here.end), len(text)
    )
    stop = _STOP.search(text, here.end, min(here.end + _REACH, following))
    last = stop.start() + 1 if stop else min(here.end + _REACH, following)
    before = max(
        (one.end for one in quotations[max(0, number - 12) : number] if one.end <= here.start), default=0
    )
    first = max(before, here.start - _REACH)
    for stop in _STOP.finditer(text, first, here.start):
        first = stop.end()
    told_after = place.start >= here.end
    if told_after:
        yield place.start < last, here.end, last
    else:
        yield first <= place.start, first, here.start
        yield False, here.end, min(last, here.end + _CLOSE)


def _relay(
    text: str,
    first: int,
    last: int,
    mentions: Sequence[Mention],
    starts: list[int],
    *,
    told: bool,
    after: bool,
) -> Relay | None:
    for found in _PASSED_ON.finditer(text, first, last):
        named = _named_at(text, found.end(), mentions, starts)
        if named is not None:
            return Relay(named[0], found.start(), named[1])
    if not told:
        return None
    said_to = _SAID_TO.finditer(text, first, last)
    for found in chain(said_to, _TOLD_BY.finditer(text, first, last) if after else ()):
        run = _CAPITALS.match(text, found.end(), last)
        known = _known(run[0]) if run else None
        if known is not None:
            return Relay(known[0], found.start(), found.end() + known[1])
    return None


def _known(run: str) -> tuple[str, int] | None:
    """The medium whose name some capitalised words begin with, and how many code points they are."""
    words = run.split()
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count]).rstrip(".,'’-")
        name = _media().get(_bare(said))
        if name is not None:
            return name, len(said)
    return None


def _named_at(text: str, at: int, mentions: Sequence[Mention], starts: list[int]) -> tuple[str, int] | None:
    """The medium, or the body, that is named at a code point, or right after its article, and where its name ends."""
    run = _CAPITALS.match(text, at)
    known = _known(run[0]) if run else None
    if known is not None:
        return known[0], at + known[1]
    index = bisect_left(starts, at)
    for mention in mentions[max(0, index - 1) : index + 1]:
        if mention.start <= at < mention.end and mention.entity.kind in (
            EntityKind.ORGANIZATION,
            EntityKind.PRODUCT,
        ):
            return mention.entity.name, mention.end
    return None
