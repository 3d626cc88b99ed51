"""The query language: from what was typed to a `Query`.

    query  = { clause }                              all must hold
    clause = [ "-" ] atom { "OR" [ "-" ] atom }      also `OU` and `|`; OR binds closer than the space
             (`AND`, `ET` and `&` between clauses say what holds anyway; `NOT` and `SAUF` before one are `-`)
    atom   = word [ "*" ] | '"' words [ "*" ] '"' | field ":" value | "date:" dates | "is:" state
    value  = word [ "*" ] | '"' words [ "*" ] '"'
    dates  = date | date ".." date | date ".." | ".." date | "<" date | "<=" date | ">" date | ">=" date
    date   = YYYY | YYYY-MM | YYYY-MM-DD

A word with hyphens or apostrophes is its parts, an elided article (`l'`, `d'`, `qu'`) left out; behind `-`
or beside
`OR` it is a phrase.  Nothing typed is an error: what cannot be understood is passed over and named in
`Query.problem`, and a colon behind anything but a field separates words.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.search.dates import parse_dates
from reader.library.search.folding import fold, words
from reader.library.search.query import Atom, Clause, Either, Is, Not, Path, Query, Tag, Words

FIELDS = {
    "title": "title", "titre": "title", "source": "source", "lang": "lang", "langue": "lang",
    "path": "path", "chemin": "path",
    "person": "person", "personne": "person", "place": "place", "lieu": "place", "org": "org",
    "organisation": "org", "about": "about", "sujet": "about",
    "said": "said", "dit": "said", "by": "by", "par": "by", "date": "date",
    "is": "is", "est": "is", "tag": "tag", "etiquette": "tag",
}  # fmt: skip
"""The fields of the language by every name they go by, English and French."""

STATES = {
    "read": "read", "lu": "read", "unread": "unread", "non-lu": "unread",
    "starred": "starred", "favori": "starred", "undated": "undated", "sans-date": "undated",
    "new": "new", "nouveau": "new", "noted": "noted", "note": "noted",
}  # fmt: skip
"""The values of `is:` by every name they go by."""

LONGEST_QUERY = 2000
"""Letters read of a query; what is beyond is passed over."""
MOST_CLAUSES = 40
"""Clauses read of a query; what is beyond is passed over."""

_TOKEN = re.compile(
    r"""\s+
    | (?P<minus>-+(?=[^\s-]))?
      (?: (?P<field>[^\W\d_]+):(?=(?P<glued>\S)?) )?
      (?: "(?P<quoted>[^"]*)(?P<closed>"?) | (?P<bare>[^\s"]+) )?""",
    re.VERBOSE,
)
_CURLY = str.maketrans("“”«»„‟", '""""""')
_OR, _AND = frozenset(["OR", "OU", "|", "||"]), frozenset(["AND", "ET", "&", "&&"])
_NOT = frozenset(["NOT", "SAUF"])
_ELIDED = frozenset(["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query between spaces, or a quoted one; `field` as typed, `end` where it stops."""

    minus: bool
    field: str | None
    value: str
    quoted: bool
    closed: bool
    start: int
    end: int


def parse(typed: str, *, typing: bool = False) -> Query:
    """The query that `typed` means; while `typing`, its last word is a beginning."""
    return _Parser(typed[:LONGEST_QUERY], typing=typing).query()


def tokens(typed: str) -> Iterator[Token]:
    """The pieces of a query, without judging them."""
    place = 0
    text = typed.translate(_CURLY)
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.end() == place:
            place += 1
            continue
        place = match.end()
        if match[0].isspace():
            continue
        quoted = match["quoted"] is not None
        value = match["quoted"] if quoted else match["bare"] or ""
        yield Token(
            bool(match["minus"]), match["field"], value, quoted, bool(match["closed"]), match.start(), place
        )


class _Parser:
    """Reads one query, and remembers the first part it did not understand."""

    def __init__(self, typed: str, *, typing: bool) -> None:
        self._typed, self._typing = typed, typing
        self._problem: str | None = None
        self._problem_at = 0

    def query(self) -> Query:
        clauses: list[Clause] = []
        join = denied = False
        for token in tokens(self._typed):
            if self._is_one_of(token, _OR):
                join = bool(clauses)
                continue
            if clauses and not join and self._is_one_of(token, _AND):
                continue
            if self._is_one_of(token, _NOT) and token.end < len(self._typed.rstrip()):
                denied = True
                continue
            parts = self._clauses(replace(token, minus=True) if denied else token)
            denied = False
            if join and parts:
                clauses[-1] = _either(clauses[-1], _one(parts))
            else:
                clauses += parts
            join = join and not parts
            if len(clauses) > MOST_CLAUSES:
                self._note(_("too many words: the rest is passed over"), token.start)
                break
        distinct = tuple(dict.fromkeys(clauses[:MOST_CLAUSES]))
        return Query(distinct, self._problem, self._problem_at)

    def _is_one_of(self, token: Token, signs: Set[str]) -> bool:
        plain = not (token.quoted or token.minus or token.field)
        return plain and token.value in signs

    def _clauses(self, token: Token) -> list[Clause]:
        """The clauses of one token: none if nothing of it stands, several for a word with hyphens."""
        atoms: list[Atom] = list(self._atoms(token))
        if not token.minus or not atoms:
            return list(atoms)
        denied = _one_atom(atoms)
        if isinstance(denied, Words) and not token.value.endswith("*"):
            denied = replace(
                denied, prefix=False
            )  # a word half typed must not take away what it only begins like
        return [Not(denied)]

    def _atoms(self, token: Token) -> list[Atom]:
        field = FIELDS.get(fold(token.field)) if token.field else None
        if field is None:
            return self._words_atoms(token)
        if not token.value.strip():
            self._note(_("{field}: needs a value").format(field=field), token.start)
            return []
        if field == "path":
            return [Path(safe_line(" ".join(fold(token.value).split())))]
        if field == "tag":
            return [Tag(" ".join(words(token.value)))]
        if field == "date":
            dates = parse_dates(token.value)
            if dates is None:
                self._note(
                    _("not a date: write 2024, 2024-05, 2024-05..2024-11 or <2024"),
                    token.end - len(token.value),
                )
            return [dates] if dates else []
        if field == "is":
            state = STATES.get(fold(token.value.strip()))
            if state is None:
                self._note(
                    _("is: takes read, unread, new, starred, noted or undated"), token.end - len(token.value)
                )
            return [Is(state)] if state else []
        found = self._phrase(token, field)
        if found is None:
            self._note(_("{field}: needs a word").format(field=field), token.start)
        return [found] if found else []

    def _words_atoms(self, token: Token) -> list[Atom]:
        """Plain words: a phrase if quoted, else one atom a word."""
        if token.quoted:
            before: list[Atom] = [*self._unknown_field(token)]
            found = self._phrase(token, None)
            return before + ([found] if found else [])
        value = f"{token.field}:{token.value}" if token.field else token.value
        if fold(value) == "non-lu":
            return [Is("unread")]
        if token.field and token.value:
            self._unknown_field(token)
        parts = _without_elisions(value)
        prefix = self._goes_on(token)
        return [
            Words((word,), prefix=prefix and place == len(parts) - 1, typed=word)
            for place, word in enumerate(parts)
        ]

    def _unknown_field(self, token: Token) -> list[Atom]:
        """Names a field that looks like a misspelt one; what stands before the colon is words."""
        if not token.field:
            return []
        from rapidfuzz.distance import OSA

        near = [name for name in FIELDS if OSA.distance(fold(token.field), name, score_cutoff=1) <= 1]
        if near and len(token.field) > 2:
            self._note(_("no such field; did you mean {what}: ?").format(what=near[0]), token.start)
        return [Words((word,), typed=word) for word in words(token.field)] if token.quoted else []

    def _phrase(self, token: Token, field: str | None) -> Words | None:
        if token.quoted and not token.closed:
            self._note(_("this quotation mark is not closed"), self._typed_quote(token))
        value = token.value if token.quoted else token.value.strip("'’-")
        found = tuple(words(value))
        if not found:
            return None
        return Words(found, field, prefix=self._goes_on(token), typed=value.strip())

    def _typed_quote(self, token: Token) -> int:
        return token.end - len(token.value) - 1

    def _goes_on(self, token: Token) -> bool:
        """Whether the last word of a token is a beginning: marked with `*`, or being typed."""
        value = token.value
        if value.endswith("*") and len(value) > 1 and (value[-2].isalnum()):
            return True
        last = token.end == len(self._typed) and not token.closed
        return self._typing and last and value[-1:].isalnum()

    def _note(self, problem: str, place: int) -> None:
        if self._problem is None:
            self._problem, self._problem_at = problem, place


def _without_elisions(value: str) -> list[str]:
    """The words of `value` without articles and pronouns cut by an apostrophe; `l'elysee` is `elysee`."""
    pieces = fold(value).split("'")
    kept = [piece for piece in pieces[:-1] if piece.lstrip("-(«[") not in _ELIDED]
    return words(" ".join([*kept, pieces[-1]])) if len(pieces) > 1 else words(value)


def _one_atom(atoms: list[Atom]) -> Atom:
    """One atom for the words of a token: themselves as a phrase."""
    first = atoms[0]
    if len(atoms) == 1 or not isinstance(first, Words):
        return first
    parts = [atom for atom in atoms if isinstance(atom, Words)]
    together = tuple(word for atom in parts for word in atom.words)
    return Words(together, None, prefix=parts[-1].prefix, typed=" ".join(together))


def _one(clauses: list[Clause]) -> Atom | Not:
    first = clauses[0]
    if isinstance(first, Not):
        return first
    return _one_atom([clause for clause in clauses if isinstance(clause, Atom)])


def _either(left: Clause, right: Atom | Not) -> Clause:
    before = left.choices if isinstance(left, Either) else (left,)
    choices = tuple(dict.fromkeys((*before, right)))
    return Either(choices) if len(choices) > 1 else choices[0]
