"""Which words of one report of a quotation are not in another one."""

from reader.library.search.folding import words_with_places


def differences(mine: str, other: str) -> tuple[tuple[int, int], ...]:
    """Stretches of `other`, in code points, whose words `mine` does not have there; accents and case aside.

    Where only words of `mine` are missing, an empty stretch stands at the place.
    """
    from rapidfuzz.distance import Indel

    places = list(words_with_places(other))
    left = [word for word, _, _ in words_with_places(mine)]
    found: list[tuple[int, int]] = []
    for change in Indel.opcodes(left, [word for word, _, _ in places]):
        if change.tag == "insert":
            stretch = (places[change.dest_start][1], places[change.dest_end - 1][2])
        elif change.tag == "delete":
            at = places[change.dest_start][1] if change.dest_start < len(places) else len(other)
            stretch = (at, at)
        else:
            continue
        if found and found[-1][1] >= stretch[0]:
            stretch = (min(found.pop()[0], stretch[0]), stretch[1])
        found.append(stretch)
    return tuple(found)
