"""The speakers of a corpus as the writer keeps them: one row a name, their counts, and lone surnames joined.

A speaker is known by the folded name, an unnamed one by the folded description without its first article
(*un responsable américain* and *le responsable américain* stand together).
"""

import re
import sqlite3
from collections.abc import Iterable

from reader.analysis.types import Speaker
from reader.corpus.safe import safe_line
from reader.library.search.folding import fold, words

_LONGEST = 120
_ARTICLE = re.compile(
    r"^(?:un|une|des|le|la|les|ce|cet|cette|ces|l|d|son|sa|ses|leur|leurs|notre|nos|a|an|the) (?=\S)"
)

_COUNT = """
UPDATE sayings_speakers SET
    (quotes, articles, latest) = (
        SELECT count(DISTINCT utterance), count(DISTINCT article), max(date)
        FROM sayings_quotations WHERE voice = ?1 AND NOT indirect),
    (sure_quotes, sure_articles) = (
        SELECT count(DISTINCT utterance), count(DISTINCT article)
        FROM sayings_quotations WHERE voice = ?1 AND NOT indirect AND sure),
    reported = (SELECT count(DISTINCT utterance) FROM sayings_quotations WHERE voice = ?1 AND indirect)
WHERE id = ?1
"""
_LONE_SURNAMES = """
SELECT speakers.id, whole.id
FROM sayings_speakers AS speakers
LEFT JOIN (
    SELECT surname, min(folded) AS folded FROM sayings_names GROUP BY surname HAVING count(*) = 1
) AS names ON names.surname = speakers.folded
LEFT JOIN sayings_speakers AS whole ON whole.folded = names.folded AND whole.named
WHERE speakers.named AND instr(speakers.folded, ' ') = 0
"""


def folded_name(name: str, *, named: bool) -> str:
    """What the spellings of a speaker share."""
    folded = " ".join(words(name[:_LONGEST])) or fold(name[:_LONGEST]).strip()
    return folded if named else _ARTICLE.sub("", folded)


class Speakers:
    """Writes in the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._touched: set[int] = set()

    def id_of(self, speaker: Speaker) -> int:
        """The row of a speaker, made where there is none."""
        key = (folded_name(speaker.name, named=speaker.named), speaker.named)
        query = "SELECT id, name FROM sayings_speakers WHERE folded = ? AND named = ?"
        row = self._db.execute(query, key).fetchone()
        name = safe_line(speaker.name[:_LONGEST])
        if row is None:
            insert = "INSERT INTO sayings_speakers (folded, named, name) VALUES (?, ?, ?)"
            made = self._db.execute(insert, (*key, name)).lastrowid
            assert made is not None
            return made
        speaker_id: int = row[0]
        if _reads_better(name, row[1]):
            self._db.execute("UPDATE sayings_speakers SET name = ? WHERE id = ?", (name, speaker_id))
        return speaker_id

    def note_people(self, names: Iterable[str]) -> None:
        """Remembers the full names of people that the corpus names, by their last word."""
        folded = (folded_name(name, named=True) for name in names)
        rows = [(name.rpartition(" ")[2], name) for name in folded if " " in name]
        self._db.executemany("INSERT OR IGNORE INTO sayings_names VALUES (?, ?)", rows)

    def touch(self, speaker_id: int) -> None:
        """Notes that the counts of a speaker changed."""
        self._touched.add(speaker_id)

    def write_counts(self) -> None:
        """Counts anew those that changed."""
        if self._touched:
            self._db.executemany(_COUNT, [(one,) for one in sorted(self._touched)])
            self._db.execute("UPDATE sayings_changes SET number = number + 1")
            self._touched.clear()

    def join_surnames(self) -> None:
        """Has the only full name of the corpus with a surname speak for that surname alone, and undoes what is
        no longer so.

        An article that has a full name itself gives it to the speaker already; names once seen go on
        counting when their article has gone, so that a doubt is never forgotten.
        """
        for lone, full in self._db.execute(_LONE_SURNAMES).fetchall():
            voice = full or lone
            query = "SELECT voice FROM sayings_quotations WHERE speaker = ? AND voice <> ? LIMIT 1"
            row = self._db.execute(query, (lone, voice)).fetchone()
            if row is not None:
                change = "UPDATE sayings_quotations SET voice = ? WHERE speaker = ?"
                self._db.execute(change, (voice, lone))
                self._touched |= {lone, voice, row[0]}
        self.write_counts()

    def forget(self) -> None:
        """Drops what was noted of a transaction that was rolled back."""
        self._touched.clear()


def _reads_better(name: str, known: str) -> bool:
    """Whether a spelling says more than the known one: mixed case before capitals, then more accents."""

    def rank(spelling: str) -> tuple[bool, int]:
        return (
            not spelling.isupper() and not spelling.islower(),
            sum(not sign.isascii() for sign in spelling),
        )

    return rank(name) > rank(known)
