"""Maps and tests texts code point by code point, by one look-up a byte where they fit in Windows-1252, as most do."""

from collections.abc import Callable

_ENCODING = "cp1252"
_SIGNS = tuple(
    sign for number in range(256) if (sign := bytes([number]).decode(_ENCODING, "ignore"))
)  # five bytes stand for nothing


class ByteMap:
    """A function of texts that maps each code point by itself, without looking at each in Python or a regex.

    `function`: what it computes for any text; for texts in Windows-1252, `function(a + b)` must be
    `function(a) + function(b)`, and a second `function` must change nothing, as what became longer is mapped again.
    """

    def __init__(self, function: Callable[[str], str]) -> None:
        self._function = function
        table = bytearray(range(256))
        dropped = bytearray()
        longer: list[tuple[bytes, bytes]] = []
        beyond: list[bytes] = []
        for sign in _SIGNS:
            mapped = function(sign)
            number = sign.encode(_ENCODING)
            try:
                data = mapped.encode(_ENCODING)
            except UnicodeEncodeError:
                beyond.append(number)
                continue
            if len(data) == 1:
                table[number[0]] = data[0]
            elif data:
                longer.append((number, data))
            else:
                dropped += number
        self._table, self._dropped = bytes(table), bytes(dropped)
        self._longer, self._beyond = tuple(longer), tuple(beyond)

    def __call__(self, text: str) -> str:
        """What the function makes of `text`."""
        try:
            data = text.encode(_ENCODING)
        except UnicodeEncodeError:
            return self._function(text)
        for sign in self._beyond:
            if sign in data:
                return self._function(text)
        for sign, mapped in self._longer:
            if sign in data:
                data = data.replace(sign, mapped)
        return data.translate(self._table, self._dropped).decode(_ENCODING)


class ByteTest:
    """Whether every code point of a text is in Windows-1252 and passes a test.

    `passes`: the test of a text of one code point.
    """

    def __init__(self, passes: Callable[[str], bool]) -> None:
        self._passing = "".join(filter(passes, _SIGNS)).encode(_ENCODING)

    def __call__(self, text: str) -> bool:
        """Whether `text` surely passes; False, too, where it does not fit in Windows-1252."""
        try:
            return not text.encode(_ENCODING).translate(None, self._passing)
        except UnicodeEncodeError:
            return False
