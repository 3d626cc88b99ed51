"""The whole shelf as rows for JSON Lines, and such rows merged into a shelf, which loses nothing by it.

Every row has a `kind`, the name of a table; bytes stand as text, folders and paths as `os.fsdecode` gives them.
"""

import base64
import json
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.language import _
from reader.library.shelf.connection import ShelfConnection

FORMAT = 1
"""What the first row says; a later one adds kinds and fields, which are passed over here."""


class NotAShelf(ValueError):  # noqa: N818 - names what is the case
    """A row that no shelf wrote; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A column: its type in JSON, whether it may be null, and how the table's value is written and read."""

    type: type
    null: bool = False
    write: Callable[[object], object] = lambda value: value
    read: Callable[[object], object] = lambda value: value


_TEXT, _TIME = _Field(str), _Field(float)
_PATH = _Field(str, write=lambda value: os.fsdecode(value), read=lambda value: os.fsencode(str(value)))  # type: ignore[arg-type]
_FLAG = _Field(bool, write=bool, read=int)  # type: ignore[arg-type]
_BLOB = _Field(
    str,
    write=lambda value: base64.b64encode(value).decode(),  # type: ignore[arg-type]
    read=lambda value: base64.b64decode(str(value), validate=True),
)
_JSON = _Field(object, write=lambda value: json.loads(str(value)), read=json.dumps)

_KINDS: dict[str, dict[str, _Field]] = {
    "marks": {"content_key": _TEXT, "read": _FLAG, "starred": _FLAG, "position": _Field(int, null=True)},
    "tags": {"content_key": _TEXT, "tag": _TEXT},
    "notes": {
        "id": _TEXT, "content_key": _TEXT, "start": _Field(int, null=True), "stop": _Field(int, null=True),
        "passage": _TEXT, "words": _TEXT, "at": _TIME,
    },
    "folders": {"folder": _PATH, "opened": _TIME, "content_key": _Field(str, null=True)},
    "searches": {"folder": _PATH, "query": _TEXT, "at": _TIME},
    "views": {"folder": _PATH, "name": _TEXT, "value": _JSON},
    "visits": {"folder": _PATH, "seen": _BLOB},
    "traces": {"content_key": _TEXT, "folder": _PATH, "path": _PATH, "digest": _TEXT},
}  # fmt: skip
_MERGED = {
    "marks": "UPDATE SET read = max(read, excluded.read), starred = max(starred, excluded.starred), "
    "position = ifnull(position, excluded.position)",
    "folders": "UPDATE SET opened = max(opened, excluded.opened), "
    "content_key = ifnull(content_key, excluded.content_key)",
    "searches": "UPDATE SET at = max(at, excluded.at)",
}
"""What becomes of a row that is there already; of those not named here, the one that is there stays."""


def exported(db: ShelfConnection) -> Iterator[dict[str, object]]:
    """All that the shelf holds, as rows; the first says what they are."""
    yield {"kind": "shelf", "format": FORMAT}
    for kind, fields in _KINDS.items():
        for row in db.rows(f"SELECT {', '.join(fields)} FROM {kind} ORDER BY 1, 2"):  # noqa: S608 - names of ours
            values = zip(fields.items(), row, strict=True)
            yield {
                "kind": kind,
                **{name: None if value is None else field.write(value) for (name, field), value in values},
            }


def merge(db: ShelfConnection, rows: Iterable[Mapping[str, object]]) -> dict[str, int]:
    """Merges exported rows into the shelf, all or none; how many of each kind there were.

    What is there stays: a mark is added, never taken off; a note that says something else under the same id is
    kept beside it.  Raises NotAShelf.
    """
    values: dict[str, list[tuple[object, ...]]] = {kind: [] for kind in _KINDS}
    for number, row in enumerate(rows):
        kind = row.get("kind")
        if number == 0 and (kind != "shelf" or row.get("format") != FORMAT):
            raise NotAShelf(_("this is not what reader shelf export prints"))
        if isinstance(kind, str) and kind in _KINDS:
            values[kind].append(_values(kind, row))
    values["notes"] = [_beside(db, note) for note in values["notes"]]
    db.write(*((_statement(kind), some) for kind, some in values.items()))
    return {kind: len(some) for kind, some in values.items() if some}


def _values(kind: str, row: Mapping[str, object]) -> tuple[object, ...]:
    """The columns of a row. Raises NotAShelf."""
    found: list[object] = []
    for name, field in _KINDS[kind].items():
        value = row.get(name)
        if isinstance(value, int) and field.type is float:
            value = float(value)
        right = isinstance(value, field.type) and not (isinstance(value, bool) and field.type is int)
        if value is None and not field.null and field.type is not object:
            raise NotAShelf(_("{kind}: {name} is missing").format(kind=kind, name=name))
        if value is not None and not right:
            raise NotAShelf(_("{kind}: {name} is of another type").format(kind=kind, name=name))
        try:
            found.append(None if value is None and field.null else field.read(value))
        except (ValueError, OverflowError) as error:
            raise NotAShelf(
                _("{kind}: {name} cannot be read: {error}").format(kind=kind, name=name, error=error)
            ) from error
    if any(isinstance(value, int) and abs(value) >= 1 << 63 for value in found):
        raise NotAShelf(_("{kind}: a number is out of bounds").format(kind=kind))
    return tuple(found)


def _beside(db: ShelfConnection, note: tuple[object, ...]) -> tuple[object, ...]:
    """The note, under another id where the shelf has one of its id that says something else."""
    there = db.rows("SELECT words FROM notes WHERE id = ?", note[0])
    if not there or there[0][0] == note[5]:
        return note
    return (uuid.uuid5(uuid.NAMESPACE_OID, f"{note[0]} {note[5]}").hex, *note[1:])


def _statement(kind: str) -> str:
    fields = _KINDS[kind]
    places = ", ".join("?" * len(fields))
    conflict = f"ON CONFLICT DO {_MERGED[kind]}" if kind in _MERGED else "ON CONFLICT DO NOTHING"
    return f"INSERT INTO {kind} ({', '.join(fields)}) VALUES ({places}) {conflict}"  # noqa: S608 - names of ours
