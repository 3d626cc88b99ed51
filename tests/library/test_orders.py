"""The orders of a list: both ways, in groups, what is not known last."""

import sqlite3

import pytest

from reader.library.interface import Group, Sort
from reader.library.orders import order_query

ROWS = [
    (1, b"b/x.txt", "2024-05-30", "ouest", "zebre"),
    (2, b"a/sous/y.txt", "2024-05", "afp", "abeille"),
    (3, b"a/z.txt", None, "\U0010ffff", "lion"),
    (4, b"a/a.txt", "2023", "afp", "ane"),
]


def ordered(sort: Sort, *, backwards: bool = False, group: Group = Group.NONE) -> list[int]:
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE TABLE articles (id INTEGER PRIMARY KEY, path BLOB, date TEXT, source_order TEXT, title_order TEXT)"
    )
    db.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", ROWS)
    found = [row[0] for row in db.execute(order_query(sort, backwards=backwards, group=group))]
    db.close()
    return found


@pytest.mark.parametrize(
    ("sort", "backwards", "group", "ids"),
    [
        (Sort.DATE, False, Group.NONE, [1, 2, 4, 3]),
        (Sort.RELEVANCE, False, Group.NONE, [1, 2, 4, 3]),
        (Sort.DATE, True, Group.NONE, [4, 2, 1, 3]),
        (Sort.SOURCE, False, Group.NONE, [2, 4, 1, 3]),
        (Sort.SOURCE, True, Group.NONE, [1, 2, 4, 3]),
        (Sort.TITLE, True, Group.NONE, [1, 3, 4, 2]),
        (Sort.PATH, False, Group.NONE, [4, 2, 3, 1]),
        (Sort.PATH, True, Group.NONE, [1, 3, 2, 4]),
        (Sort.TITLE, False, Group.FOLDER, [4, 3, 2, 1]),
        (Sort.TITLE, False, Group.DATE, [2, 1, 4, 3]),
        (Sort.DATE, True, Group.DATE, [4, 2, 1, 3]),
        (Sort.DATE, True, Group.SOURCE, [4, 2, 1, 3]),
        (Sort.SOURCE, True, Group.SOURCE, [1, 2, 4, 3]),
        (Sort.PATH, True, Group.FOLDER, [1, 2, 3, 4]),
    ],
)
def test_orders(sort: Sort, backwards: bool, group: Group, ids: list[int]) -> None:
    assert ordered(sort, backwards=backwards, group=group) == ids
