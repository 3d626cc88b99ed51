"""What can be typed into the search box, for the help."""

from reader.language import N_

QUERY_LANGUAGE: tuple[tuple[str, str], ...] = (
    ('"two words"', N_("Search: these words in this order")),
    ("-word", N_("Search: without this word")),
    ("title:word", N_("Search: in titles; likewise source:")),
    ("person:name", N_("Search: where somebody is named; likewise place:")),
    ("said:word", N_("Search: inside quotations")),
    ("by:name", N_("Search: quotations of this speaker")),
    ("date:2024-05..", N_("Search: from May 2024 on; also 2024, 2024-05..2024-11")),
    ("is:unread", N_("Search: not read yet; likewise is:starred")),
    ("is:new", N_("Search: come since the last visit; is:noted")),
    ("tag:word", N_("Search: what you tagged so; tag:* any tag")),
)
"""Examples, each with what it finds."""
