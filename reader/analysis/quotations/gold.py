"""Quotations labelled by hand, for training and measuring: reading them, and telling whether a speaker is
right."""

import json
import re
import tarfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.quotations.lexicon import listed
from reader.analysis.types import Entity, EntityKind, Mention, Speaker
from reader.corpus.article import Article, Block, BlockKind, Origin

_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"\S[^\n]*")
_SMALL_WORDS = listed("small-words")


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """One labelled quotation, in code points of its file: speakers that are right, none when nobody says
    it."""

    start: int
    end: int
    kinds: frozenset[str]
    speakers: tuple[str, ...]
    named: bool
    nested: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A labelled file: `text` as decoded, labels up to `until`, its outlet, the part it belongs to.

    `names`: those labelled by hand, each joined to the fullest name of the article; empty where none were labelled.
    """

    name: str
    text: str
    until: int
    outlet: str
    split: str
    quotations: tuple[GoldQuotation, ...]
    names: tuple[Mention, ...]

    def article(self) -> Article:
        """The text as it is, every line a paragraph, so that the labels' offsets hold."""
        blocks = tuple(
            Block(BlockKind.PARAGRAPH, line.start(), line.start() + len(line.group().rstrip()))
            for line in _BLOCK.finditer(self.text)
        )
        origin = Origin.FILE_NAME
        return Article(self.name, "", self.name, origin, None, None, None, None, "fr", self.text, blocks)


def press(folder: Path, split: str) -> Iterator[GoldArticle]:
    """The articles of `press_dev` in the shared folder that belong to `split` (`dev` or `shut`)."""
    for name, labels in _documents(folder / "gold" / "press_dev.json"):
        if labels["split"] == split:
            text = _text((folder / "data" / "press_dev" / name).read_bytes())
            yield _article(name, text, labels, labels["annotated_until"], labels["outlet"])


def orangesum(folder: Path, split: str) -> Iterator[GoldArticle]:
    """The labelled articles of OrangeSum that belong to `split` (`dev` or `test`), read from the archive."""
    labelled = dict(_documents(folder / "gold" / "orangesum_quotes.json"))
    with tarfile.open(folder / "data" / "orangesum_fr.tar.xz") as archive:
        for member in archive:
            name = Path(member.name).name
            labels = labelled.get(name)
            file = archive.extractfile(member) if labels and labels["split"] == split else None
            if file is not None and labels is not None:
                text = _text(file.read())
                yield _article(name, text, labels, len(text), "orangesum quotes")


def seeds(folder: Path) -> Iterator[GoldArticle]:
    """The five seeds."""
    for name, labels in _documents(folder / "gold" / "seeds_quotes_gold.json"):
        text = _text((folder / "seeds" / name).read_bytes())
        yield _article(name, text, labels, len(text), "seeds")


def _documents(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    content = json.loads(path.read_text("utf-8"))
    for name, labels in content.get("docs", content).items():
        if isinstance(labels, dict) and "quotes" in labels:
            yield name, labels


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _article(name: str, text: str, labels: dict[str, object], until: object, outlet: object) -> GoldArticle:
    quotes = labels["quotes"]
    assert isinstance(quotes, list)
    assert isinstance(until, int)
    made = tuple(_quotation(quote) for quote in quotes)
    entities = labels.get("entities") or []
    assert isinstance(entities, list)
    names = names_labelled(text, [(one["start"], one["end"], one["type"]) for one in entities])
    return GoldArticle(name, text, until, str(outlet), str(labels.get("split", "dev")), made, names)


_KINDS = {
    "PER": EntityKind.PERSON,
    "LOC": EntityKind.PLACE,
    "ORG": EntityKind.ORGANIZATION,
    "MISC": EntityKind.PRODUCT,
}


def names_labelled(text: str, spans: Sequence[tuple[int, int, str]]) -> tuple[Mention, ...]:
    """Names labelled by hand (start, end and `PER`, `LOC`, `ORG` or `MISC`), surnames joined to the full name."""
    full: dict[str, str] = {}
    for start, end, kind in spans:
        given, _, surname = text[start:end].partition(" ")
        if kind == "PER" and surname:
            full.setdefault(surname, f"{given} {surname}")
    names: list[Mention] = []
    for start, end, kind in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not names or start >= names[-1].end:
            said = " ".join(text[start:end].split())
            known = full.get(said, said) if kind == "PER" else said
            names.append(Mention(start, end, Entity(known, _KINDS[kind])))
    return tuple(names)


def _quotation(quote: dict[str, object]) -> GoldQuotation:
    speaker = quote["speaker"]
    names: list[str] = []
    named = False
    if isinstance(speaker, dict):
        others = quote.get("speaker_alt") or []
        listed = others if isinstance(others, list) else [others]
        names = [one["canonical"] if isinstance(one, dict) else one for one in (speaker, *listed)]
        named = bool(speaker.get("named", "anonyme" not in speaker["canonical"]))
    other = quote.get("kind_alt") or []
    kinds = {str(quote["kind"]), *(other if isinstance(other, list) else [str(other)])}
    start, end = quote["start"], quote["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return GoldQuotation(start, end, frozenset(kinds), tuple(names), named, bool(quote.get("nested")))


def same_speaker(gold: GoldQuotation, name: str) -> bool:
    """Whether `name` is one of the right speakers of `gold`.

    Names are compared by words, without case, accents, small words and plural endings: one name's words must
    all stand in the other (so a surname stands for a full name).  An unnamed speaker is also right by its
    head word.
    """
    said = _words(name)
    for right in map(_words, gold.speakers):
        if not right or not said:
            continue
        if set(said) <= set(right) or set(right) <= set(said):
            return True
        if not gold.named and said[0] == right[0]:
            return True
    return False


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe"))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return [
        word[:-1] if len(word) > 4 and word.endswith("s") else word
        for word in _WORD.findall(plain)
        if word not in _SMALL_WORDS
    ]


def right_speaker(gold: GoldQuotation, speaker: Speaker | None) -> str:
    """`right`, `wrong` or `blank`: how a told speaker compares; a told one is wrong where nobody speaks."""
    if speaker is None:
        return "blank"
    return "right" if gold.speakers and same_speaker(gold, speaker.name) else "wrong"
