"""Sets of article ids as Python integers, one bit an article: AND, OR and NOT of 100,000 in microseconds.

Ids and packed sets may be read from a library that was crafted, so none is believed that would fill the memory.
"""

import re
import zlib
from collections.abc import Collection, Iterator
from itertools import compress

from reader.library.untrusted import UnreadableRecord

HIGHEST_ID = 1 << 26
"""Ids beyond this are damage or malice; a set reaching so far takes 8 MB."""
_NOT_NULL = re.compile(rb"[^\0]")
_BITS_OF_BYTE = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))
_AS_FLAGS = bytes(1 if byte == ord("1") else 0 for byte in range(256))
_FEW, _LOW = 8, 1 << 14  # So many low bits are put in one by one: each makes a number of that length
_NO_HEADER = -15
_DENSE = 16  # From one bit in so many on, all places are looked at in one go


def from_ids(ids: Collection[int]) -> int:
    """The set of `ids` (each ≥ 0, in any order). Raises UnreadableRecord for one beyond `HIGHEST_ID`."""
    if not ids:
        return 0
    highest = max(ids)
    if highest > HIGHEST_ID:
        raise UnreadableRecord("an article's number is out of bounds")
    if len(ids) <= _FEW and highest < _LOW:
        few = 0
        for number in ids:
            few |= 1 << number
        return few
    if len(ids) > highest >> 4:
        flags = bytearray(b"0") * (highest + 1)
        for number in ids:
            flags[highest - number] = 49
        return int(flags, 2)
    packed = bytearray((highest >> 3) + 1)
    for number in ids:
        packed[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(packed, "little")


def ids_of(bits: int) -> Iterator[int]:
    """The ids of a set, ascending."""
    size = bits.bit_length()
    if bits.bit_count() * _DENSE > size:
        flags = bin(bits)[2:].encode().translate(_AS_FLAGS)
        return compress(range(size), reversed(flags))
    return _sparse_ids(bits, size)


def _sparse_ids(bits: int, size: int) -> Iterator[int]:
    packed = bits.to_bytes((size + 7) >> 3, "little")
    for match in _NOT_NULL.finditer(packed):
        place = match.start()
        first = place << 3
        for bit in _BITS_OF_BYTE[packed[place]]:
            yield first + bit


def pack(bits: int) -> bytes:
    """A set for a row of a table, compressed: its bytes by frequency only, as nothing in it repeats."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, _NO_HEADER, 9, zlib.Z_HUFFMAN_ONLY)
    return compressor.compress(bits.to_bytes((bits.bit_length() + 7) >> 3, "little")) + compressor.flush()


def unpack(packed: bytes) -> int:
    """The set that `pack` wrote. Raises UnreadableRecord."""
    try:
        return int.from_bytes(zlib.decompressobj(_NO_HEADER).decompress(packed, HIGHEST_ID >> 3), "little")
    except (zlib.error, TypeError) as error:
        raise UnreadableRecord(f"a set of articles: {error}") from error
