"""What the ranker sees of each anchor, and of silence."""

from collections.abc import Sequence

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.bearings import ARTICLES, after_speaker, distance, letter_of
from reader.analysis.quotations.candidates import Anchor, Vote
from reader.analysis.quotations.items import Item, Sort
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene, said_words
from reader.analysis.quotations.setting import Setting
from reader.analysis.quotations.shape import bucket
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Voice

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
_FEW = frozenset({"n0", "n1", "n2", "n3"})
"""Shapes of quotations whose own words tell whether anybody speaks."""


def anchor_features(scene: Scene, anchor: Anchor, rivals: Sequence[Anchor], setting: Setting) -> list[str]:
    """The features of the belief that `anchor` carries the attribution of a quotation."""
    votes, phrase, sort = anchor.votes, anchor.phrase, anchor.sort
    voice, how = anchor.readings[0]
    known = how in ("name", "before")
    sole = letter_of(voice) if known else ("U" if how == "said" else sort)
    found = {f"sort {sort}", f"sole {sole}", f"sole {sole}|{setting.shape[0]}"}
    for vote in votes:
        found |= _vote_features(vote, sort, sole, setting.shape)
        found |= _verb_features(scene, vote)
    found |= _rival_features(anchor, rivals, sole)
    if phrase is not None:
        found.add(f"article {ARTICLES.get(phrase.determiner, 'other')}|{sort}")
        if phrase.plural:
            found.add(f"plural|{votes[0].rule}")
        found |= _phrase_features(scene, phrase, votes[0].rule)
    if known:
        found |= _standing(scene, voice, votes, setting)
    person = setting.contents.person
    if person:
        plural = phrase is not None and phrase.plural
        found |= {f"{person}|{sole}", f"{person}|{votes[0].rule}", f"{person}|{sort}|{plural}"}
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


def _verb_features(scene: Scene, vote: Vote) -> set[str]:
    """The words of the verb, or of the preposition, by which a rule points to a phrase."""
    if vote.cue is None:
        return set()
    first, last = vote.cue
    found = {f"v={scene.items[last].low}", f"v={scene.items[last].low}|{vote.rule}"}
    if first != last:
        found.add(f"v0={scene.items[first].low}|{vote.rule}")
    return found


def _rival_features(anchor: Anchor, rivals: Sequence[Anchor], sole: str) -> set[str]:
    """Which rules point to an anchor, and which to its rivals."""
    votes = anchor.votes
    first = min(vote.order for rival in rivals for vote in rival.votes)
    mine = min(vote.order for vote in votes)
    if mine == first:
        found = {"first", f"first|{votes[0].rule}", f"first|{votes[0].rule}|{sole}"}
    else:
        found = {f"behind{min(5, mine - first)}"}
    names = sorted({vote.rule for vote in votes})
    found |= {f"{one}&{other}" for at, one in enumerate(names) for other in names[at + 1 :]}
    others = {
        vote.rule for rival in rivals if rival is not anchor for vote in rival.votes if vote.rule in STRONG
    }
    found |= {f"{vote.rule} vs {other}" for vote in votes for other in others}
    found.add(f"others{min(3, len(others))}|{votes[0].rule}")
    return found


def _phrase_features(scene: Scene, phrase: Phrase, rule: str) -> set[str]:
    """The words of a phrase and beside it."""
    found = {f"prep={phrase.preposition}|{rule}"}
    if phrase.head:
        noun = words.singular(phrase.head)
        found |= {f"h={noun}", f"h={noun}|{rule}"}
    if phrase.last + 1 < len(scene.items):
        found.add(f"w+={_seen(scene.items[phrase.last + 1])}|{rule}")
    if phrase.first:
        found.add(f"w-={_seen(scene.items[phrase.first - 1])}|{rule}")
    return found


def _seen(item: Item) -> str:
    return item.low if item.sort in (Sort.WORD, Sort.SIGN) else item.sort.name


def _standing(scene: Scene, voice: Voice, votes: Sequence[Vote], setting: Setting) -> set[str]:
    """How a named voice stands in the story: did it speak just before, how often is it named, how far back, and
    does the quotation name it."""
    rule = votes[0].rule
    found = {
        f"count{bucket(len(voice.phrases))}|{rule}",
        f"spoke{bucket(setting.story.counts.get(id(voice), 0))}",
        f"near{distance(scene, voice, setting)}|{rule}",
    }
    after = after_speaker(voice, setting)
    if after is not None:
        same, gap = after
        found |= {f"{same}{gap}", f"{same}{gap}|{rule}"}
    if setting.contents.names(voice):
        found |= {"self", f"self|{rule}", f"self|{setting.shape[0]}"}
    return found


def silence_features(scene: Scene, rivals: Sequence[Anchor], span: QuoteSpan, setting: Setting) -> list[str]:
    """The features of the belief that nobody says the quotation."""
    shape, story, contents = setting.shape, setting.story, setting.contents
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
    found |= {
        f"null|{contents.person}",
        f"null|{contents.person}|{shape[0]}",
        f"null|named{bool(contents.named)}|{shape[0]}",
    }
    found |= {
        f"null|v={scene.items[vote.cue[1]].low}" for vote in votes if vote.cue is not None and vote.order < 2
    }
    if shape[0] in _FEW:
        found |= {f"null|q={one}" for one in said.split()[:3]}
    return sorted(found)
