"""What the ranker sees of each voice that an anchor may mean."""

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.bearings import ARTICLES, after_speaker, distance, letter_of, stand_of, tie_of
from reader.analysis.quotations.candidates import Anchor
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.resolution import Reading
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.setting import Setting
from reader.analysis.quotations.shape import bucket
from reader.analysis.quotations.voices import Cast, Voice


def reading_features(
    scene: Scene, cast: Cast, anchor: Anchor, choice: int, reading: Reading, setting: Setting
) -> list[str]:
    """The features of the belief that `anchor` means the voice of `reading`, its `choice`-th."""
    voice, how = reading
    phrase, sort, story = anchor.phrase, anchor.sort, setting.story
    letter = letter_of(voice)
    rank = min(choice, 3)
    near = distance(scene, voice, setting)
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
    after = after_speaker(voice, setting)
    if after is not None:
        same, gap = after
        found |= {f"~{sort}|{same}|gap{gap}", f"~{how}|{same}|gap{gap}|near{near}", f"~{how}{rank}|{same}"}
    if voice in cast.leads:
        found |= {"~lead", f"~{how}|lead"}
    found |= _contents_features(voice, letter, how, sort, setting)
    found |= last_features(scene, anchor, reading, f"{how}{rank}", near, setting)
    if phrase is not None:
        found |= _phrase_features(cast, anchor, phrase, reading, rank)
    return sorted(found)


def _contents_features(voice: Voice, letter: str, how: str, sort: str, setting: Setting) -> set[str]:
    """Whether the quotation names the voice, and whether its *je* or *nous* suits it."""
    contents = setting.contents
    found = {"~self", f"~self|{how}", f"~self|{sort}"} if contents.names(voice) else set()
    if contents.person:
        number = f"{letter}{voice.plural:d}{voice.body:d}"
        found |= {f"~{contents.person}|{number}", f"~{contents.person}|{sort}|{number}"}
    return found


def last_features(
    scene: Scene, anchor: Anchor, reading: Reading, ranked: str, near: str, setting: Setting
) -> set[str]:
    """How the voice stands where it was named last, and how many of the others were named since."""
    (voice, how), sort = reading, anchor.sort
    last = voice.last_before(setting.phrase)
    newer = sum(
        other.last_before(setting.phrase) > last for other, _ in anchor.readings if other is not voice
    )
    found = {f"~{sort}|newer{min(newer, 3)}", f"~{how}|newer{min(newer, 3)}|{len(anchor.readings) > 2}"}
    if last < 0:
        return found
    old = scene.phrases[last]
    sentence = scene.sentence(old.first)
    stand = stand_of(scene, old)
    start = "first" if old.first - sentence.first < 3 else "later"
    same = scene.chain.sentences[setting.sentence].block == sentence.block
    return found | {
        f"~{how}|{stand}",
        f"~{sort}|{stand}|near{near}",
        f"~{ranked}|{stand}|{start}",
        f"~{sort}|{start}|near{near}",
        f"~{sort}|{how}|par{same}",
        f"~{sort}|old{old.sort}|{stand}",
    }


def _phrase_features(cast: Cast, anchor: Anchor, phrase: Phrase, reading: Reading, rank: int) -> set[str]:
    """How the words of the phrase suit the voice."""
    voice, how = reading
    sort = phrase.sort
    article = ARTICLES.get(phrase.determiner, "other")
    long = "long" if phrase.last - phrase.first > 1 else "short"
    gender = "?" if not voice.gender or not phrase.gender else "agrees"
    found = {
        f"~{how}|{article}",
        f"~{how}|{article}|{sort}|{long}",
        f"~{how}|{long}",
        f"~{sort}|{how}|g{gender}",
        f"~{how}|{anchor.votes[0].rule}",
        f"~{how}|among{min(4, len(anchor.readings))}",
    }
    if phrase.head:
        letter, noun, tie = letter_of(voice), words.singular(phrase.head), tie_of(cast, phrase, voice)
        found |= {f"~h={noun}|{how}", f"~h={noun}|{letter}", f"~h={noun}|{how}|{letter}"}
        found |= {f"~tie {tie}", f"~{how}|tie {tie}", f"~{how}{rank}|tie {tie}"}
    return found
