"""The tables of sayings.

`sayings_quotations` has a row for each quotation (terms are left out); `indirect` is 1 for reported speech, which is
never the same saying as words in signs, and never counted with them.
Rows with the same `saying` are the same words, reported by several articles or several times in one.  `utterance`
is the saying of the first part of the utterance that a row is part of in its article: what counts once is that.
`speaker` is who the article says it was, `voice` the speaker that stands for that one in the whole corpus.
`sayings_speakers` carries the counts of each voice, `sayings_names` the full names of people by surname.
"""

import sqlite3

_TABLES = (
    "CREATE TABLE sayings_quotations ("
    "id INTEGER PRIMARY KEY, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, "
    "indirect INTEGER NOT NULL, speaker INTEGER, voice INTEGER, sure INTEGER NOT NULL, date TEXT, relay TEXT, "
    "letters INTEGER NOT NULL, saying INTEGER NOT NULL, utterance INTEGER NOT NULL, words INTEGER NOT NULL, "
    "text TEXT NOT NULL)",
    "CREATE INDEX sayings_by_article ON sayings_quotations (article, start)",
    "CREATE INDEX sayings_by_voice ON sayings_quotations (voice, indirect, utterance, article, sure, date)",
    "CREATE INDEX sayings_by_date ON sayings_quotations (date, voice, article, utterance, sure) WHERE NOT indirect",
    "CREATE INDEX sayings_by_speaker ON sayings_quotations (speaker)",
    "CREATE INDEX sayings_by_letters ON sayings_quotations (letters)",
    "CREATE INDEX sayings_by_saying ON sayings_quotations (saying, article)",
    "CREATE TABLE sayings_fingerprints ("
    "fingerprint INTEGER, quotation INTEGER, PRIMARY KEY (fingerprint, quotation)) WITHOUT ROWID",
    "CREATE TABLE sayings_speakers ("
    "id INTEGER PRIMARY KEY, folded TEXT NOT NULL, named INTEGER NOT NULL, name TEXT NOT NULL, "
    "quotes INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0, "
    "sure_quotes INTEGER NOT NULL DEFAULT 0, sure_articles INTEGER NOT NULL DEFAULT 0, latest TEXT, "
    "reported INTEGER NOT NULL DEFAULT 0, UNIQUE (folded, named))",
    "CREATE INDEX sayings_by_quotes ON sayings_speakers (quotes DESC, articles DESC, folded)",
    "CREATE INDEX sayings_by_sure_quotes ON sayings_speakers (sure_quotes DESC, sure_articles DESC, folded)",
    "CREATE TABLE sayings_changes (number INTEGER NOT NULL)",
    "INSERT INTO sayings_changes VALUES (0)",
    "CREATE TABLE sayings_names (surname TEXT, folded TEXT, PRIMARY KEY (surname, folded)) WITHOUT ROWID",
)


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the tables of sayings in a library that has none."""
    for statement in _TABLES:
        db.execute(statement)
