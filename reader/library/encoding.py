"""How texts, blocks and analyses are written in a library: compact, and harmless to read back.

Texts are zlib-compressed UTF-8: half the size at 0.03 ms an article (a shared dictionary gains three points
more, not worth its upkeep).  Blocks and analyses are JSON lists of numbers, spans as (blanks since the last
start, length); a library may come from elsewhere, so nothing here can build an object other than those it
names.
"""

import json
import zlib
from itertools import pairwise

from reader.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationKind,
    Relay,
    Span,
    Speaker,
)
from reader.corpus.article import Block, BlockKind
from reader.library.untrusted import UnreadableRecord, checked_line, checked_text

_LEVEL = 3
_LONGEST = 256 * 1024 * 1024
"""Bytes that a stored text or analysis may unfold to; more is damage or malice."""
_BLOCK_KINDS = tuple(BlockKind)
_ENTITY_KINDS = tuple(EntityKind)
_QUOTATION_KINDS = tuple(QuotationKind)


def pack_text(text: str) -> bytes:
    """`text` as it is stored."""
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def unpack_text(data: bytes) -> str:
    """What `pack_text` was given. Raises UnreadableRecord."""
    try:
        return checked_text(_inflated(data).decode("utf-8"))
    except (ValueError, TypeError) as error:
        raise UnreadableRecord(str(error)) from error


def pack_blocks(blocks: tuple[Block, ...]) -> bytes:
    """`blocks` as they are stored."""
    numbers: list[int] = []
    last = 0
    for block in blocks:
        numbers += (_BLOCK_KINDS.index(block.kind), block.start - last, block.end - block.start)
        last = block.end
    return _json(numbers)


def unpack_blocks(data: bytes, length: int) -> tuple[Block, ...]:
    """What `pack_blocks` was given; `length`: of the text. Raises UnreadableRecord."""
    try:
        numbers = iter(json.loads(data))
        blocks = []
        place = 0
        for kind, gap, size in zip(numbers, numbers, numbers, strict=True):
            start = place + gap
            place = start + size
            blocks.append(Block(_BLOCK_KINDS[kind], start, place))
    except (ValueError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableRecord(str(error)) from error
    _check([(block.start, block.end) for block in blocks], length, ordered=True)
    return tuple(blocks)


def pack_analysis(analysis: Analysis) -> bytes:
    """`analysis` as it is stored."""
    entities: dict[Entity, int] = {}
    mentions: list[int] = []
    last = 0
    for mention in analysis.mentions:
        number = entities.setdefault(mention.entity, len(entities))
        mentions += (mention.start - last, mention.end - mention.start, number)
        last = mention.start
    named = [[entity.name, _ENTITY_KINDS.index(entity.kind)] for entity in entities]
    quotations = [_packed_quotation(quotation) for quotation in analysis.quotations]
    return zlib.compress(_json([named, mentions, quotations]), _LEVEL)


def unpack_analysis(data: bytes, length: int) -> Analysis:
    """What `pack_analysis` was given; `length`: of the text. Raises UnreadableRecord."""
    try:
        named, numbers, packed = json.loads(_inflated(data))
        entities = [Entity(checked_line(name), _ENTITY_KINDS[kind]) for name, kind in named]
        mentions = []
        place = 0
        numbers = iter(numbers)
        for gap, size, number in zip(numbers, numbers, numbers, strict=True):
            place += gap
            mentions.append(Mention(place, place + size, entities[number]))
        quotations = tuple(_unpacked_quotation(quotation) for quotation in packed)
    except (ValueError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableRecord(str(error)) from error
    _check([(mention.start, mention.end) for mention in mentions], length, ordered=True)
    _check([span for quotation in quotations for span in _spans(quotation)], length)
    return Analysis(tuple(mentions), quotations)


def _packed_quotation(quotation: Quotation) -> list[object]:
    speaker, cue, relay = quotation.speaker, quotation.cue, quotation.relay
    said = speaker and [
        speaker.name, int(speaker.named), int(speaker.sure), speaker.start, speaker.end - speaker.start
    ]  # fmt: skip
    return [
        quotation.start, quotation.end - quotation.start,
        quotation.content.start - quotation.start, quotation.content.end - quotation.content.start,
        _QUOTATION_KINDS.index(quotation.kind), said, cue and [cue.start, cue.end - cue.start],
        relay and [relay.name, relay.start, relay.end - relay.start], quotation.utterance,
    ]  # fmt: skip


def _unpacked_quotation(packed: "list[object]") -> Quotation:
    start, size, before, inner, kind, said, cue, passed_on, utterance = packed
    content = _number(start) + _number(before)
    speaker = None
    if isinstance(said, list):
        name, named, sure, at, width = said
        speaker = Speaker(
            checked_line(name), bool(named), bool(sure), _number(at), _number(at) + _number(width)
        )
    relay = None
    if isinstance(passed_on, list):
        name, at, width = passed_on
        relay = Relay(checked_line(name), _number(at), _number(at) + _number(width))
    span = Span(_number(cue[0]), _number(cue[0]) + _number(cue[1])) if isinstance(cue, list) else None
    return Quotation(
        _number(start), _number(start) + _number(size), Span(content, content + _number(inner)),
        _QUOTATION_KINDS[_number(kind)], speaker, span, relay, _number(utterance),
    )  # fmt: skip


def _spans(quotation: Quotation) -> list[tuple[int, int]]:
    spans = [(quotation.start, quotation.end), (quotation.content.start, quotation.content.end)]
    spans.extend(
        (part.start, part.end)
        for part in (quotation.speaker, quotation.cue, quotation.relay)
        if part is not None
    )
    return spans


def _check(spans: list[tuple[int, int]], length: int, *, ordered: bool = False) -> None:
    if any(not (type(start) is type(end) is int and 0 <= start <= end <= length) for start, end in spans):
        raise UnreadableRecord("a span outside the text")
    if ordered and any(after[0] < before[0] for before, after in pairwise(spans)):
        raise UnreadableRecord("spans out of order")


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not a number")
    return value


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _inflated(data: bytes) -> bytes:
    """Raises ValueError where `data` is not compressed, or unfolds to too much."""
    unfolding = zlib.decompressobj()
    try:
        text = unfolding.decompress(data, _LONGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unfolding.eof:
        raise ValueError("cut off or too long")
    return text
