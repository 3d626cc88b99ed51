"""Whom a phrase means: names by themselves, roles by what they were tied to, pronouns by who spoke before."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import is_subject, is_time, speakable
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import EntityKind

_BACK = 40
"""Phrases looked at before a pronoun."""
_SENTENCES = 4

Reading = tuple[Voice, str]
"""A voice and how it was reached."""


def readings(
    scene: Scene, cast: Cast, number: int, speakers: Sequence[Voice], phrase: Phrase | None = None
) -> list[Reading]:
    """The voices that phrase `number` may mean, the likeliest first; `speakers` are those before, the last
    one last.

    `phrase` is given when it is none of the scene's own (a pronoun inside a quotation), `number` then its
    place.

    How: `name`, `role` (same noun), `synonym`, `body` (a noun in a body's name), `again` (*cette source*:
    the speaker before), `speaker`, `subject`, `recent` for pronouns, `said` for a description that stands
    for itself.
    """
    if phrase is None:
        phrase = scene.phrases[number]
        if number in cast.voice_of:
            return [(cast.voice_of[number], "said" if not cast.voice_of[number].named else "name")]
    if phrase.sort == "some":
        return [(cast.described(phrase, number), "said")]
    if phrase.sort == "pronoun":
        return _pronoun(scene, cast, number, phrase, speakers)
    return _role(scene, cast, number, phrase, speakers)


def _pronoun(
    scene: Scene, cast: Cast, number: int, phrase: Phrase, speakers: Sequence[Voice]
) -> list[Reading]:
    near = list(dict.fromkeys(_subjects_before(scene, cast, number, phrase)))[:4]
    found: list[Reading] = [(voice, "recent" if place else "subject") for place, voice in enumerate(near)]
    latest = list(dict.fromkeys(reversed(speakers[-8:])))[:2]
    for place, voice in enumerate(latest):
        if voice.agrees(phrase.gender, plural=phrase.plural):
            newer = near and near[0] is not voice and _since(scene, near[0], voice, number, phrase)
            found.insert(1 if newer or place else 0, (voice, "speaker" if not place else "former"))
    return _unique(found)


def _since(scene: Scene, subject: Voice, speaker: Voice, number: int, phrase: Phrase) -> bool:
    """Whether `subject` was named nearer to phrase `number` than `speaker`, in another sentence."""
    near, far = subject.last_before(number), speaker.last_before(number)
    if near < 0 or far < 0:
        return False
    sentence_of = scene.chain.sentence_of
    here = sentence_of[phrase.first]
    return near > far and here - sentence_of[scene.phrases[near].first] <= 1


def _subjects_before(scene: Scene, cast: Cast, number: int, phrase: Phrase) -> list[Voice]:
    """Voices of agreeing gender and number before a pronoun, the nearest first: subjects, then other persons.

    Pronouns on the way stand for whom they mean themselves.  At most 40 phrases and 4 sentences back.
    """
    sentence_of = scene.chain.sentence_of
    here = sentence_of[phrase.first]
    tiers: tuple[list[Voice], ...] = ([], [], [], [])
    latter = phrase.determiner in words.DEMONSTRATIVE
    for back in range(min(number, len(scene.phrases)) - 1, max(-1, number - _BACK), -1):
        before = scene.phrases[back]
        if here - sentence_of[before.first] > _SENTENCES:
            break
        voice = _standing_for(scene, cast, back, before, phrase)
        if voice is None or voice.kind == EntityKind.PLACE or not speakable(scene, before):
            continue
        if not voice.agrees(phrase.gender, plural=phrase.plural):
            continue
        tier = 0 if is_subject(scene, before) or latter else 2 if before.preposition else 1
        if voice.body and not phrase.plural:
            tier = max(tier, 1) + (tier > 0)
        tiers[min(tier, 3)].append(voice)
    return [voice for tier in tiers for voice in tier]


def _standing_for(scene: Scene, cast: Cast, number: int, phrase: Phrase, pronoun: Phrase) -> Voice | None:
    """The voice of a phrase on the way back from a pronoun."""
    if number in cast.voice_of:
        return cast.voice_of[number]
    if phrase.sort in ("role", "body") and not is_time(scene, phrase):
        tied = _same_noun(cast, number, phrase)
        return tied[0][0] if tied else None
    if phrase.sort == "pronoun" and (phrase.gender, phrase.plural) == (pronoun.gender, pronoun.plural):
        if number not in cast.pronouns:
            cast.pronouns[number] = None
            meant = _subjects_before(scene, cast, number, phrase)
            cast.pronouns[number] = meant[0] if meant else None
        return cast.pronouns[number]
    return None


def _role(scene: Scene, cast: Cast, number: int, phrase: Phrase, speakers: Sequence[Voice]) -> list[Reading]:
    found: list[Reading] = []
    last = speakers[-1] if speakers else None
    items = scene.items
    again = phrase.determiner in words.DEMONSTRATIVE or any(
        items[at].low in {"même", "mêmes"} for at in range(phrase.first, phrase.last + 1)
    )
    if phrase.determiner not in words.INDEFINITE:
        found += _same_noun(cast, number, phrase)
        noun = words.singular(phrase.head)
        for group in words.SYNONYMS:
            if noun in group:
                found += [
                    (voice, "synonym")
                    for other in sorted(group - {noun})
                    for voice in _nearest(cast, other, number)
                    if voice.agrees(phrase.gender, plural=phrase.plural)
                ]
        if phrase.sort == "body":
            found += [(voice, "body") for voice in cast.by_body.get(noun, ())[:4]]
    if phrase.head in _ANYONE and phrase.determiner not in words.INDEFINITE:
        again = True
    if (
        again
        and last is not None
        and last.agrees(phrase.gender if phrase.sort == "role" else "", plural=phrase.plural)
    ):
        same = any(voice is last for voice, _ in found)
        found.insert(
            0 if same or not found or phrase.determiner not in words.DEMONSTRATIVE else len(found),
            (last, "again"),
        )
    if not found or phrase.sort == "common" or phrase.determiner in words.INDEFINITE:
        found.append((cast.described(phrase, number), "said"))
    if phrase.head in _NAMELESS:
        return _unique(found)
    if phrase.sort in ("role", "common") and phrase.determiner not in words.INDEFINITE and not phrase.plural:
        found += [(voice, "guess") for voice in _guesses(scene, cast, number, phrase, last)]
    if phrase.sort == "body" and phrase.determiner not in words.INDEFINITE and not phrase.plural:
        found += [(voice, "guess") for voice in _bodies(cast, number)]
    return _unique(found)


_ANYONE = frozenset({"interlocuteur", "interlocutrice", "homme", "femme", "intéressé", "intéressée", "dame"})
"""Nouns that take up whoever spoke: *notre interlocuteur*, *cet homme*."""
_NAMELESS = frozenset({"source", "sources", "témoin", "responsable", "interlocuteur", "proche"})
"""Nouns for those who ask not to be named."""


def _guesses(scene: Scene, cast: Cast, number: int, phrase: Phrase, last: Voice | None) -> list[Voice]:
    """Persons near a role that nothing ties to anyone: the speaker before, and the nearest that agree."""
    found = [last] if last is not None and last.agrees(phrase.gender, plural=False) else []
    near = _subjects_before(scene, cast, number, phrase)
    near = [*near, *cast.leads]
    known = [voice for voice in near if voice.named and voice.kind == EntityKind.PERSON]
    return found + [voice for voice in dict.fromkeys(known) if voice.agrees(phrase.gender, plural=False)][:5]


def _bodies(cast: Cast, number: int) -> list[Voice]:
    """The named bodies nearest before a noun like *le journal*, *l'agence*."""
    found: list[Voice] = []
    for back in range(number - 1, max(-1, number - _BACK), -1):
        voice = cast.voice_of.get(back)
        if voice is not None and voice.named and voice.kind == EntityKind.ORGANIZATION and voice not in found:
            found.append(voice)
            if len(found) == 2:
                break
    return found


def _same_noun(cast: Cast, number: int, phrase: Phrase) -> list[Reading]:
    gender = phrase.gender if phrase.sort == "role" else ""
    near = _nearest(cast, words.singular(phrase.head), number)
    return [(voice, "role") for voice in near if voice.agrees(gender, plural=phrase.plural)]


def _nearest(cast: Cast, noun: str, number: int) -> list[Voice]:
    """The voices tied to a noun: those before phrase `number`, the nearest first, then those after; at most
    four."""
    ties = cast.by_role.get(noun, [])
    if not ties:
        return []
    cut = bisect_left(ties, number, key=lambda tie: tie[0])
    near = [voice for _, voice in reversed(ties[max(0, cut - 6) : cut])]
    near += [voice for _, voice in ties[cut : cut + 3] if voice.named]
    return list(dict.fromkeys(near))[:4]


def _unique(found: list[Reading]) -> list[Reading]:
    seen: set[int] = set()
    kept = []
    for voice, how in found:
        if id(voice) not in seen:
            seen.add(id(voice))
            kept.append((voice, how))
    return kept
