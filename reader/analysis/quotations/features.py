"""What the ranker sees: of each anchor, of each voice that an anchor may mean, and of silence."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.candidates import Anchor, Story, Vote
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.resolution import Reading
from reader.analysis.quotations.scene import Scene, said_words
from reader.analysis.quotations.shape import bucket
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import EntityKind

_LETTERS = {
    EntityKind.PERSON: "P",
    EntityKind.ORGANIZATION: "O",
    EntityKind.PLACE: "L",
    EntityKind.PRODUCT: "X",
    EntityKind.EVENT: "X",
    EntityKind.DATE: "X",
    EntityKind.AMOUNT: "X",
}
_ARTICLES = {
    **dict.fromkeys(("le", "la", "l'", "les"), "def"),
    **dict.fromkeys(("un", "une", "des", "plusieurs"), "indef"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "dem"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs"), "poss"),
    "": "bare",
}
STRONG = frozenset(
    {
        "signature",
        "according-after",
        "read-in",
        "clitic",
        "inverted",
        "agent",
        "inverted-any",
        "according-before",
        "for-before",
        "inner-clitic",
        "script",
        "before-adjacent",
        "before-relative",
        "before-main",
        "before-clause",
        "clitic-before",
        "inverted-far",
        "clitic-far",
    }
)
"""Rules that lean on a verb or a preposition that tells who speaks."""


def letter_of(voice: Voice) -> str:
    """P, O, L, X for the kinds of named voices, N for names of no kind, U for descriptions."""
    if voice.kind is not None:
        return _LETTERS[voice.kind]
    return "N" if voice.named else "U"


def anchor_features(
    scene: Scene, anchor: Anchor, rivals: Sequence[Anchor], place: int, shape: list[str], story: Story
) -> list[str]:
    """The features of the belief that `anchor` carries the attribution of the quotation at item `place`."""
    votes = anchor.votes
    phrase = anchor.phrase
    sort = phrase.sort if phrase is not None else "story"
    voice, how = anchor.readings[0]
    sole = letter_of(voice) if how in ("name", "before") else ("U" if how == "said" else sort)
    found = {f"sort {sort}", f"sole {sole}", f"sole {sole}|{shape[0]}"}
    for vote in votes:
        found |= _vote_features(vote, sort, sole, shape)
    first = min(vote.order for rival in rivals for vote in rival.votes)
    mine = min(vote.order for vote in votes)
    if mine == first:
        found |= {"first", f"first|{votes[0].rule}", f"first|{votes[0].rule}|{sole}"}
    else:
        found.add(f"behind{min(5, mine - first)}")
    names = sorted({vote.rule for vote in votes})
    found |= {f"{one}&{other}" for at, one in enumerate(names) for other in names[at + 1 :]}
    others = {
        vote.rule for rival in rivals if rival is not anchor for vote in rival.votes if vote.rule in STRONG
    }
    found |= {f"{vote.rule} vs {other}" for vote in votes for other in others}
    found.add(f"others{min(3, len(others))}|{votes[0].rule}")
    if phrase is not None:
        found.add(f"article {_ARTICLES.get(phrase.determiner, 'other')}|{sort}")
        if phrase.plural:
            found.add(f"plural|{votes[0].rule}")
    if how in ("name", "before"):
        found |= _standing(scene, voice, place, votes, story)
    return sorted(found)


def _vote_features(vote: Vote, sort: str, sole: str, shape: list[str]) -> set[str]:
    rule = vote.rule
    return {
        rule,
        f"{rule}|s{vote.strength // 2}",
        f"{rule}|{sort}",
        f"{rule}|{sole}",
        f"{rule}|{shape[1]}",
        f"{rule}|{shape[1]}|{shape[3]}",
        f"{rule}|{shape[4]}",
        f"{rule}|o{min(vote.order, 6)}",
    }


def _standing(scene: Scene, voice: Voice, place: int, votes: list[Vote], story: Story) -> set[str]:
    """How a named voice stands in the story: did it speak just before, how often is it named, how far
    back."""
    here = scene.chain.sentence_of[place]
    found = {
        f"count{bucket(len(voice.phrases))}|{votes[0].rule}",
        f"spoke{bucket(story.counts.get(id(voice), 0))}",
        f"near{distance(scene, voice, place)}|{votes[0].rule}",
    }
    if story.speakers:
        gap = bucket(max(0, here - story.sentence))
        same = "same" if story.speakers[-1] is voice else "other"
        found |= {f"{same}{gap}", f"{same}{gap}|{votes[0].rule}"}
    return found


def reading_features(
    scene: Scene, cast: Cast, anchor: Anchor, choice: int, reading: Reading, place: int, story: Story
) -> list[str]:
    """The features of the belief that `anchor` means the voice of `reading`, its `choice`-th."""
    voice, how = reading
    phrase = anchor.phrase
    letter = letter_of(voice)
    rank = min(choice, 3)
    sort = phrase.sort if phrase is not None else "story"
    near = distance(scene, voice, place)
    found = {
        f"~{how}",
        f"~{rank}",
        f"~{how}{rank}",
        f"~{how}|{letter}",
        f"~{sort}|{how}|{letter}",
        f"~{how}|near{near}",
        f"~{sort}|near{near}",
        f"~{sort}|{letter}",
        f"~{how}|count{bucket(len(voice.phrases))}",
        f"~{sort}|spoke{bucket(story.counts.get(id(voice), 0))}",
    }
    if story.speakers:
        gap = bucket(max(0, scene.chain.sentence_of[place] - story.sentence))
        same = "same" if story.speakers[-1] is voice else "other"
        found |= {f"~{sort}|{same}|gap{gap}", f"~{how}|{same}|gap{gap}|near{near}", f"~{how}{rank}|{same}"}
    if voice in cast.leads:
        found |= {"~lead", f"~{how}|lead"}
    if phrase is not None and phrase.head:
        tie = tie_of(cast, phrase, voice)
        found |= {f"~tie {tie}", f"~{how}|tie {tie}", f"~{how}{rank}|tie {tie}"}
    if phrase is not None:
        article = _ARTICLES.get(phrase.determiner, "other")
        long = "long" if phrase.last - phrase.first > 1 else "short"
        gender = "?" if not voice.gender or not phrase.gender else "agrees"
        found |= {
            f"~{how}|{article}",
            f"~{how}|{article}|{sort}|{long}",
            f"~{how}|{long}",
            f"~{sort}|{how}|g{gender}",
            f"~{how}|{anchor.votes[0].rule}",
            f"~{how}|among{min(4, len(anchor.readings))}",
        }
    return sorted(found)


def tie_of(cast: Cast, phrase: Phrase, voice: Voice) -> str:
    """How the complement of a role goes with that of the same role where it was tied to a voice.

    `none`: another noun; `bare`: neither has one; `less`, `more`: only the voice's, only the phrase's; `same`;
    `part`: some words are the same; `clash`: none is.
    """
    tied = voice.roles.get(words.singular(phrase.head))
    if tied is None:
        return "none"
    known, said = set(tied.split()), set(cast.complement(phrase).split())
    if not said:
        return "less" if known else "bare"
    if not known:
        return "more"
    return "same" if known == said else "part" if known & said else "clash"


def distance(scene: Scene, voice: Voice, place: int) -> str:
    """Sentences back to the nearest phrase that names the voice before an item; `+` when it is named only
    after."""
    before = bisect_left(voice.phrases, place, key=lambda number: scene.phrases[number].first)
    if not before:
        return "+"
    named = scene.phrases[voice.phrases[before - 1]].first
    return bucket(scene.chain.sentence_of[place] - scene.chain.sentence_of[named])


def silence_features(
    scene: Scene, rivals: Sequence[Anchor], span: QuoteSpan, shape: list[str], story: Story
) -> list[str]:
    """The features of the belief that nobody says the quotation."""
    votes = [vote for rival in rivals for vote in rival.votes]
    strong = sorted({vote.rule for vote in votes if vote.rule in STRONG})
    strength = max((vote.strength for vote in votes if vote.rule in STRONG), default=-1)
    said = said_words(scene.chain.text, span)
    times = scene.quoted.get(said, 1)
    found = {"null", *(f"null|{part}" for part in shape)}
    found |= {
        f"null|{shape[0]}|{shape[1]}",
        f"null|{span.style}",
        f"null|{shape[1]}|{shape[3]}|{shape[4]}",
        f"null|{shape[0]}|{shape[3]}",
        f"null|strong{min(3, len(strong))}|{shape[0]}",
        f"null|strength{strength}",
        f"null|strength{strength // 2}|{shape[0]}",
        f"null|times{bucket(times)}",
        f"null|times{min(times, 3)}|{shape[0]}",
        "null|spoken" if story.speakers else "null|unspoken",
    }
    found |= {f"null|has {rule}" for rule in strong}
    found |= {f"null|has {rule}|{shape[0]}" for rule in strong}
    found |= {f"null|first {vote.rule}|s{vote.strength // 2}|{shape[0]}" for vote in votes if vote.order == 0}
    if said in story.said:
        found.add("null|repeated")
    return sorted(found)
