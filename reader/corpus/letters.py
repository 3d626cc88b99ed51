"""The letters of a text, by which lines and articles are compared, and its words."""

import re

from reader.corpus.byte_map import ByteMap

_NOT_ALNUM = re.compile(r"[\W_]+")
_NOT_IN_WORDS = re.compile(r"[\W_]")

letters_and_digits = ByteMap(lambda text: _NOT_ALNUM.sub("", text).casefold())
"""The letters and digits of a text, folded by case."""
spaced = ByteMap(lambda text: _NOT_IN_WORDS.sub(" ", text))
"""A text with a space for whatever is no letter and no digit: `split` then cuts it into its words."""
