"""Which names were joined, why, and which must stay apart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reader.analysis.types import EntityKind
from reader.library.naming.corrections import Corrections


@dataclass(frozen=True, slots=True)
class Named:
    """A name as analyses write it, with its key (`spelling.key_of`) and how often it stands."""

    id: int
    name: str
    kind: EntityKind
    key: str
    articles: int
    mentions: int


class Groups:
    """Names joined pair by pair; a pair that the user calls different, or anything joined to it, never is."""

    def __init__(self, names: Iterable[Named], corrections: Corrections) -> None:
        self.names = {named.id: named for named in names}
        self.reasons: list[tuple[int, int, str]] = []
        self.refused: list[tuple[int, int, str]] = []
        self._above: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[tuple[int, str]]] = {}
        lists: defaultdict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(corrections.different):
            for key in group:
                lists[key].append(number)
        for named in self.names.values() if lists else ():
            if named.key in lists:
                self._apart[named.id] = {(number, named.key) for number in lists[named.key]}

    def head(self, name_id: int) -> int:
        """The name that stands for the group of `name_id`."""
        above = self._above
        while (upper := above.get(name_id)) is not None:
            further = above.get(upper)
            if further is None:
                return upper
            above[name_id] = further
            name_id = further
        return name_id

    def members(self, name_id: int) -> list[int]:
        """All names of the group of `name_id`."""
        head = self.head(name_id)
        return self._members.get(head, [head])

    def articles(self, name_id: int) -> int:
        """The articles of a group, those that use two of its names counted twice."""
        return sum(self.names[one].articles for one in self.members(name_id))

    def tie(self, lesser: int, fuller: int, reason: str) -> bool:
        """Joins two names, unless the user keeps something of the one from something of the other."""
        low, high = self.head(lesser), self.head(fuller)
        if low == high:
            return True
        if self._are_apart(low, high):
            self.refused.append((lesser, fuller, "you say they are different"))
            return False
        members = self._members.setdefault(high, [high])
        members += self._members.pop(low, [low])
        self._above[low] = high
        if apart := self._apart.get(low):
            self._apart[high] = self._apart.get(high, set()) | apart
        self.reasons.append((lesser, fuller, reason))
        return True

    def refuse(self, lesser: int, fuller: int, reason: str) -> None:
        """Notes why two near names were not joined."""
        self.refused.append((lesser, fuller, reason))

    def heads(self) -> dict[int, list[int]]:
        """The groups of more than one name, by their heads."""
        return self._members

    def _are_apart(self, low: int, high: int) -> bool:
        left, right = self._apart.get(low), self._apart.get(high)
        if not left or not right:
            return False
        keys = dict(left)
        return any(number in keys and keys[number] != key for number, key in right)
