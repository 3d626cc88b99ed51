"""What a library stores comes back as it was; what it did not store never comes back as something."""

import json
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from reader.corpus.safe import safe_line, safe_text
from reader.library.encoding import (
    pack_analysis,
    pack_blocks,
    pack_text,
    unpack_analysis,
    unpack_blocks,
    unpack_text,
)
from reader.library.untrusted import UnreadableRecord

LENGTH = 500
spans = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: Span(min(pair), max(pair)))
names = st.text(max_size=20).map(safe_line)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    bounds = sorted(draw(st.lists(st.integers(0, LENGTH), max_size=12)))
    kinds = draw(st.lists(st.sampled_from(BlockKind), min_size=6, max_size=6))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return tuple(Block(kind, start, end) for kind, (start, end) in zip(kinds, pairs, strict=False))


speakers = st.builds(
    lambda name, named, sure, span: Speaker(name, named, sure, span.start, span.end),
    names, st.booleans(), st.booleans(), spans,
)  # fmt: skip
relays = st.builds(lambda name, span: Relay(name, span.start, span.end), names, spans)
quotations = st.builds(
    lambda whole, content, kind, speaker, cue, relay, utterance: Quotation(
        whole.start, whole.end, content, kind, speaker, cue, relay, utterance
    ),
    spans, spans, st.sampled_from(QuotationKind), st.none() | speakers, st.none() | spans,
    st.none() | relays, st.integers(0, 99),
)  # fmt: skip
mentions = st.builds(
    lambda span, name, kind: Mention(span.start, span.end, Entity(name, kind)),
    spans, names, st.sampled_from(EntityKind),
)  # fmt: skip
analyses = st.builds(
    lambda named, quoted: Analysis(tuple(sorted(named, key=lambda one: one.start)), tuple(quoted)),
    st.lists(mentions, max_size=8), st.lists(quotations, max_size=5),
)  # fmt: skip


@given(st.text().map(safe_text))
def test_texts_come_back_as_they_were(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


@given(st.text())
def test_texts_that_are_not_safe_to_show_do_not_come_back(text: str) -> None:
    if safe_text(text) != text:
        with pytest.raises(UnreadableRecord):
            unpack_text(pack_text(text))


@given(blocks())
def test_blocks_come_back_as_they_were(some: tuple[Block, ...]) -> None:
    assert unpack_blocks(pack_blocks(some), LENGTH) == some


@given(analyses)
@settings(max_examples=100)
def test_analyses_come_back_as_they_were(analysis: Analysis) -> None:
    assert unpack_analysis(pack_analysis(analysis), LENGTH) == analysis


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


@given(st.binary() | json_like.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=200)
def test_what_was_not_written_here_is_refused_and_nothing_else_happens(data: bytes) -> None:
    for raw in (data, zlib.compress(data)):
        for read in (lambda d: unpack_blocks(d, LENGTH), lambda d: unpack_analysis(d, LENGTH), unpack_text):
            with suppress(UnreadableRecord):
                read(raw)


def test_spans_outside_the_text_are_refused() -> None:
    data = pack_blocks((Block(BlockKind.PARAGRAPH, 0, LENGTH),))
    with pytest.raises(UnreadableRecord):
        unpack_blocks(data, LENGTH - 1)


def test_a_text_that_unfolds_without_end_is_refused() -> None:
    unfolding = zlib.compressobj()
    piece = b"\0" * (1 << 20)
    data = b"".join(unfolding.compress(piece) for _ in range(300)) + unfolding.flush()
    with pytest.raises(UnreadableRecord):
        unpack_text(data)
