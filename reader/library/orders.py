"""The orders of a list as SQL, from fixed pieces."""

from reader.library.interface import Group, Sort

_UNKNOWN_LAST = "source_order = '\U0010ffff'"
_FOLDER = "rtrim(CAST(path AS TEXT), replace(CAST(path AS TEXT), '/', ''))"
"""The path up to its last stroke."""
_FORWARD = {
    Sort.DATE: "date DESC, id",
    Sort.SOURCE: "source_order, date DESC, id",
    Sort.TITLE: "title_order, id",
    Sort.PATH: "path",
}
_BACKWARD = {
    Sort.DATE: "date IS NULL, date, id",
    Sort.SOURCE: f"{_UNKNOWN_LAST}, source_order DESC, date DESC, id",
    Sort.TITLE: "title_order DESC, id",
    Sort.PATH: "path DESC",
}
_GROUPS = {
    Group.DATE: ("substr(date, 1, 7) DESC", "date IS NULL, substr(date, 1, 7)"),
    Group.SOURCE: (f"{_UNKNOWN_LAST}, source_order", f"{_UNKNOWN_LAST}, source_order DESC"),
    Group.FOLDER: (_FOLDER, f"{_FOLDER} DESC"),
}
_ALIKE = {Group.DATE: Sort.DATE, Group.SOURCE: Sort.SOURCE, Group.FOLDER: Sort.PATH}


def order_query(sort: Sort, *, backwards: bool = False, group: Group = Group.NONE) -> str:
    """The ids of all articles in an order; what is not known comes last both ways, RELEVANCE is by date.

    Groups stand in their usual order, and backwards only where it is what they are made of that is sorted by.
    """
    sort = Sort.DATE if sort is Sort.RELEVANCE else sort
    pieces = [(_BACKWARD if backwards else _FORWARD)[sort]]
    if group is not Group.NONE:
        pieces.insert(0, _GROUPS[group][backwards and _ALIKE[group] is sort])
    return f"SELECT id FROM articles ORDER BY {', '.join(pieces)}"  # noqa: S608 - pieces of ours
