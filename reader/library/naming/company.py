"""How alike the company of two names is: what else the articles that use them name."""

import json
import math
import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence

_MOST_ARTICLES = 40
"""Articles looked at for a name, evenly drawn: more do not change the answer."""
_MOST_COMMON = 0.1
"""What more than this share of all articles name says nothing of anybody."""
_MEET = (
    "SELECT 1 FROM naming_in AS one JOIN naming_in AS other USING (article) "
    "WHERE one.name IN (SELECT value FROM json_each(?)) AND other.name IN (SELECT value FROM json_each(?)) LIMIT 1"
)


class CompanyOf:
    """Compares names by their articles; vectors are kept, as a full name meets many lone ones."""

    def __init__(self, db: sqlite3.Connection, frequencies: dict[int, int], articles: int) -> None:
        self._db = db
        self._frequencies = frequencies
        self._total = max(1, articles)
        self._vectors: dict[tuple[int, ...], tuple[dict[int, float], float]] = {}

    def likeness(self, left: Sequence[int], right: Sequence[int]) -> tuple[float, int]:
        """The cosine of the company of two groups of names, and how many telling names they share."""
        one, two = self._vector(left), self._vector(right)
        if not one[1] or not two[1]:
            return 0.0, 0
        smaller, larger = (one[0], two[0]) if len(one[0]) < len(two[0]) else (two[0], one[0])
        own = {*left, *right}
        shared = [name for name in smaller if name in larger and name not in own]
        return sum(smaller[name] * larger[name] for name in shared) / (one[1] * two[1]), len(shared)

    def meet(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether an article names both, without taking them for one."""
        ids = (json.dumps(list(left)), json.dumps(list(right)))
        return self._db.execute(_MEET, ids).fetchone() is not None

    def _vector(self, names: Sequence[int]) -> tuple[dict[int, float], float]:
        key = tuple(sorted(names))
        if key not in self._vectors:
            self._vectors[key] = self._read(key)
        return self._vectors[key]

    def _read(self, names: tuple[int, ...]) -> tuple[dict[int, float], float]:
        counts: Counter[int] = Counter()
        for article in self._articles(names):
            row = self._db.execute("SELECT names FROM naming_articles WHERE id = ?", (article,)).fetchone()
            if row is not None:
                found = array("q")
                found.frombytes(row[0])
                counts.update(found)
        for name in names:
            counts.pop(name, None)
        most = max(3.0, self._total * _MOST_COMMON)
        weights = {
            name: (1 + math.log(number)) * math.log(self._total / self._frequencies.get(name, 1) + 1)
            for name, number in counts.items()
            if self._frequencies.get(name, 1) <= most
        }
        return weights, math.sqrt(sum(weight * weight for weight in weights.values()))

    def _articles(self, names: tuple[int, ...]) -> list[int]:
        articles: list[int] = []
        for name in names[:8]:
            articles += [
                row[0] for row in self._db.execute("SELECT article FROM naming_in WHERE name = ?", (name,))
            ]
        step = max(1, len(articles) // _MOST_ARTICLES)
        return articles[::step][:_MOST_ARTICLES]
