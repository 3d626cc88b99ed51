"""Writes the sayings of articles as they are analysed, and keeps the counts of speakers."""

import sqlite3
from collections.abc import Iterator

from reader.analysis.types import Analysis, EntityKind, Quotation, QuotationKind, Speaker
from reader.corpus.article import Article
from reader.corpus.safe import safe_line
from reader.library.sayings.same_words import LONGEST, Wording, are_same, fingerprints, folded_words
from reader.library.sayings.speakers import Speakers, folded_name

_LIKE = 12
"""Quotations that are looked at for each fingerprint, and for equal letters: the first there were."""

_INSERT = (
    "INSERT INTO sayings_quotations "
    "(article, start, end, indirect, speaker, voice, sure, date, relay, letters, saying, utterance, words, text) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CANDIDATE = (
    "SELECT quotation.saying, quotation.text, quotation.sure, quotation.start, articles.content_key, "
    "speakers.folded, speakers.named, quotation.indirect FROM sayings_quotations AS quotation "
    "LEFT JOIN articles ON articles.id = quotation.article "
    "LEFT JOIN sayings_speakers AS speakers ON speakers.id = quotation.speaker "
)


class SayingsWriter:
    """Writes in the caller's transaction; `write_counts` before it is committed, `forget` after a rollback."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._speakers = Speakers(db)

    def add(self, article_id: int, article: Article, analysis: Analysis) -> None:
        """Takes the quotations of an article; a second time changes nothing."""
        known = "SELECT 1 FROM sayings_quotations WHERE article = ? LIMIT 1"
        if self._db.execute(known, (article_id,)).fetchone() is not None:
            return
        people = {mention.entity.name for mention in analysis.mentions if _is_person(mention.entity.kind)}
        self._speakers.note_people(people)
        key = article.content_key
        utterances: dict[tuple[int, bool], int] = {}
        for quotation in analysis.quotations:
            if quotation.kind is not QuotationKind.TERM:
                self._add(article_id, article, key, quotation, utterances)

    def _add(
        self, article_id: int, article: Article, content_key: str, quotation: Quotation,
        utterances: dict[tuple[int, bool], int],
    ) -> None:  # fmt: skip
        """Takes one quotation; `utterances` tells the first saying of each utterance of the article so far."""
        content = quotation.content
        text = " ".join(article.text[content.start : min(content.end, content.start + LONGEST)].split())
        folded = folded_words(text)
        if not folded:
            return
        speaker = quotation.speaker
        sure = speaker is not None and speaker.sure
        indirect = quotation.kind is QuotationKind.INDIRECT
        wording = _wording(folded, speaker, (content_key, quotation.start), indirect=indirect)
        letters = wording.letters
        saying, is_equal = self._saying_of(wording, letters)
        who = self._speakers.id_of(speaker) if speaker is not None else None
        row = (
            article_id, quotation.start, quotation.end, indirect, who, who, sure,
            str(article.date) if article.date else None,
            safe_line(quotation.relay.name) if quotation.relay else None, letters, saying or 0, 0, len(folded), text,
        )  # fmt: skip
        quotation_id = self._db.execute(_INSERT, row).lastrowid
        assert quotation_id is not None
        saying = saying or quotation_id
        part_of = (quotation.utterance, indirect)
        utterance = utterances.setdefault(part_of, saying) if quotation.utterance else saying
        change = "UPDATE sayings_quotations SET saying = ?, utterance = ? WHERE id = ?"
        self._db.execute(change, (saying, utterance, quotation_id))
        if not is_equal:
            self._add_fingerprints(quotation_id, folded)
        if who is not None:
            self._speakers.touch(who)

    def _saying_of(self, wording: Wording, letters: int) -> tuple[int | None, bool]:
        """The saying that these words are, if it is there, and whether one of its forms has equal letters."""
        query = f"{_CANDIDATE} WHERE quotation.letters = ? ORDER BY quotation.id LIMIT {_LIKE}"
        for saying, other in _wordings(self._db.execute(query, (letters,))):
            if are_same(wording, other):
                return saying, True
        query = f"{_CANDIDATE} WHERE quotation.id = ?"
        for quotation_id in self._alike(wording):
            for saying, other in _wordings(self._db.execute(query, (quotation_id,))):
                if are_same(wording, other):
                    return saying, False
        return None, False

    def _alike(self, wording: Wording) -> list[int]:
        """Quotations with a fingerprint of these words, those with most of them first."""
        query = "SELECT quotation FROM sayings_fingerprints WHERE fingerprint = ? LIMIT ?"
        shared: dict[int, int] = {}
        for fingerprint in fingerprints(wording.words):
            for (quotation_id,) in self._db.execute(query, (fingerprint, _LIKE)):
                shared[quotation_id] = shared.get(quotation_id, 0) + 1
        return sorted(shared, key=lambda one: (-shared[one], one))[:_LIKE]

    def _add_fingerprints(self, quotation_id: int | None, folded: tuple[str, ...]) -> None:
        rows = ((fingerprint, quotation_id) for fingerprint in fingerprints(folded))
        self._db.executemany("INSERT OR IGNORE INTO sayings_fingerprints VALUES (?, ?)", rows)

    def remove(self, article_id: int) -> None:
        """Takes out the quotations of an article."""
        query = "SELECT id, voice, letters, text FROM sayings_quotations WHERE article = ?"
        rows = self._db.execute(query, (article_id,)).fetchall()
        self._db.execute("DELETE FROM sayings_quotations WHERE article = ?", (article_id,))
        for quotation_id, voice, letters, text in rows:
            if voice is not None:
                self._speakers.touch(voice)
            self._hand_on(quotation_id, letters, folded_words(text))

    def _hand_on(self, quotation_id: int, letters: int, folded: tuple[str, ...]) -> None:
        """Gives the fingerprints of a quotation that went to the next one of equal letters, if there is one."""
        pairs = [(fingerprint, quotation_id) for fingerprint in fingerprints(folded)]
        self._db.executemany(
            "DELETE FROM sayings_fingerprints WHERE fingerprint = ? AND quotation = ?", pairs
        )
        query = "SELECT min(id) FROM sayings_quotations WHERE letters = ?"
        (heir,) = self._db.execute(query, (letters,)).fetchone()
        if heir is not None:
            self._add_fingerprints(heir, folded)

    def write_counts(self) -> None:
        """Counts anew the quotes of the speakers that changed."""
        self._speakers.write_counts()

    def finish(self) -> None:
        """Joins lone surnames to full names, as far as the corpus leaves no doubt."""
        self._speakers.join_surnames()

    def forget(self) -> None:
        """Drops what was noted of a transaction that was rolled back."""
        self._speakers.forget()


def _is_person(kind: EntityKind) -> bool:
    return kind is EntityKind.PERSON


def _wording(
    folded: tuple[str, ...], speaker: Speaker | None, place: tuple[str, int], *, indirect: bool
) -> Wording:
    if speaker is None:
        return Wording(folded, None, named=False, sure=False, place=place, indirect=indirect)
    voice = folded_name(speaker.name, named=speaker.named)
    return Wording(folded, voice, speaker.named, speaker.sure, place, indirect)


def _wordings(rows: sqlite3.Cursor) -> Iterator[tuple[int, Wording]]:
    for saying, text, sure, start, content_key, folded, named, indirect in rows.fetchall():
        place = (content_key or "", start)
        yield saying, Wording(folded_words(text), folded, bool(named), bool(sure), place, bool(indirect))
