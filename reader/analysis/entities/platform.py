"""The network that is called by one letter: told by *sur X* or its former name, it is that in the whole article."""

from collections.abc import Sequence

from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_NAME = "X"
_FORMER = frozenset({"Twitter", "ex-Twitter"})
_TELLING = frozenset({"sur", "on", "via", "réseau", "social", "plateforme", "platform"})
"""Words before the letter that tell the network."""
_OTHERWISE = frozenset(
    {"contre", "sous", "rayon", "rayons", "génération", "chromosome", "film", "films", "classé"}
)
"""*plainte contre X*, *né sous X*."""


def with_platform(
    found: Sequence[Passage], rows: Sequence[Sequence[TypedSpan]]
) -> Sequence[Sequence[TypedSpan]]:
    """The spans of each passage of an article and, where it tells the network once, the network everywhere."""
    proven = any(
        token.text in _FORMER or (token.text == _NAME and _is_told(passage, index))
        for passage in found
        for index, token in enumerate(passage.tokens)
    )
    if not proven:
        return rows
    return [_with_network(passage, row) for passage, row in zip(found, rows, strict=True)]


def _is_told(passage: Passage, index: int) -> bool:
    return (
        index > 0
        and passage.tokens[index - 1].text.lower() in _TELLING
        and _stands_alone(passage, index)
        and not passage.shouted
    )


def _with_network(passage: Passage, row: Sequence[TypedSpan]) -> Sequence[TypedSpan]:
    if passage.shouted:
        return row
    longer = {index for start, end, _ in row if end > start + 1 for index in range(start, end)}
    found = [
        index for index, token in enumerate(passage.tokens)
        if token.text == _NAME and index not in longer and _stands_alone(passage, index)
    ]  # fmt: skip
    others = [span for span in row if span[0] not in found]
    return sorted([*others, *((index, index + 1, "ORG") for index in found)])


def _stands_alone(passage: Passage, index: int) -> bool:
    """Whether the letter is no initial, no number of a king and nobody unknown."""
    cut = passage.tokens
    before = cut[index - 1].text if index else ""
    after = cut[index + 1].text if index + 1 < len(cut) else ""
    initial = after == "." and index + 2 < len(cut) and not passage.starts[index + 2]
    follows_name = before[:1].isupper() and not passage.starts[index - 1]
    leads_name = after[:1].isupper() or after[:1].isdigit()
    return not (initial or follows_name or leads_name or before in _OTHERWISE)
