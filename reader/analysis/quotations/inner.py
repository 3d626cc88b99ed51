"""Who speaks as told inside the signs: *« C'est fini, a-t-il dit. On part. »*."""

import re

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.proposals import Proposal
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast, Voice

_CLITIC = re.compile(
    r"[,!?…][ \u00a0](?:(?:s['’]|se |l['’]|lui |leur )?(?!y a|est-ce|peut|fau|semble)"
    r"\w{1,20}(?:-t)?-(ils?|elles?))\b"
)
_SAID = re.compile(
    r"[,!?…][ \u00a0](?:s['’]|se )?(?:a |ont |avait )?(\w{3,16}) "
    r"(?:(?:le|la|l['’]|M\.|Mme) ?(?:[a-zà-ÿ'’-]+ ){0,3})?(?=[A-ZÀ-Þ])"
)


def inner_pronoun(scene: Scene, span: QuoteSpan, place: int) -> Proposal | None:
    """The pronoun that a verb of saying inside the quotation carries."""
    found = _CLITIC.search(scene.chain.text, span.content_start, span.content_end)
    if found is None:
        return None
    gender, plural = words.SUBJECT_PRONOUNS[found.group(1)]
    phrase = Phrase(place, place, "pronoun", gender=gender, plural=plural)
    return Proposal("inner-clitic", phrase, None, 5)


def inner_name(scene: Scene, cast: Cast, span: QuoteSpan) -> Voice | None:
    """The voice that a verb of saying inside the quotation names."""
    forms = words.cue_forms()
    for found in _SAID.finditer(scene.chain.text, span.content_start, span.content_end):
        verb = found.group(1).lower()
        if forms.finite.get(verb, 0) >= 3 or forms.past.get(verb, 0) >= 3:
            voice = cast.named_at(found.end())
            if voice is not None:
                return voice
    return None
