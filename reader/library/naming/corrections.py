"""What the user says of names, in `names.toml`: these are the same, those are not, this one is a person.

    same = [["Otan", "NATO"], ["Volodymyr Zelensky", "Zelenskiï"]]
    different = [["Jean Aubrac", "Aubrac"]]
    person = ["Orange Martin"]
    organization = ["Bercy"]

The first name of a list of the same is the one shown.  Accents, capitals and hyphens do not matter.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.types import EntityKind
from reader.language import _
from reader.library.naming.spelling import key_of
from reader.library.naming.types import KINDS
from reader.system_words import os_words, toml_words

_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Corrections:
    """By keys of names (`spelling.key_of`).

    `same`: lists of one entity each; `shown`: for the first key of each, the name as the user wrote it.
    `different`: lists whose names are all apart. `kinds`: the kind of a name.
    `problems`: what was not understood, a line each.  `fingerprint`: another one when the file is.
    """

    same: tuple[tuple[str, ...], ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[tuple[str, EntityKind], ...] = ()
    problems: tuple[str, ...] = ()
    fingerprint: str = ""


def read_corrections(file: Path) -> Corrections:
    """The corrections in `file`, none where it is not there; what cannot be used is named in `problems`."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        return Corrections(
            problems=(_("{name} cannot be read: {what}").format(name=file.name, what=os_words(error)),)
        )
    fingerprint = hashlib.blake2b(data, digest_size=8).hexdigest()
    if len(data) > _LARGEST:
        return Corrections(
            problems=(_("{name} is larger than 1 MB").format(name=file.name),), fingerprint=fingerprint
        )
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        words = _("{name} is not TOML: {what}").format(name=file.name, what=toml_words(error))
        return Corrections(problems=(words,), fingerprint=fingerprint)
    return _understood(table, file.name, fingerprint)


def _understood(table: dict[str, object], name: str, fingerprint: str) -> Corrections:
    problems: list[str] = []
    same = _lists(table.pop("same", []), f"{name}: same", problems)
    different = _lists(table.pop("different", []), f"{name}: different", problems)
    kinds: list[tuple[str, EntityKind]] = []
    for kind in KINDS:
        names = _names(table.pop(kind.value, []), f"{name}: {kind.value}", problems)
        kinds += [(key_of(one), kind) for one in names]
    problems += [_("{name}: {key} is not known, and ignored").format(name=name, key=key) for key in table]
    return Corrections(
        same=tuple(tuple(map(key_of, group)) for group in same),
        shown=tuple((key_of(group[0]), group[0]) for group in same),
        different=tuple(tuple(map(key_of, group)) for group in different),
        kinds=tuple(kinds),
        problems=tuple(problems),
        fingerprint=fingerprint,
    )


def _lists(value: object, where: str, problems: list[str]) -> list[list[str]]:
    if not isinstance(value, list):
        problems.append(_("{where} should be a list of lists of names").format(where=where))
        return []
    found = [_names(group, where, problems) for group in value]
    return [group for group in found if len(group) > 1]


def _names(value: object, where: str, problems: list[str]) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        problems.append(_("{where} should hold lists of names").format(where=where))
        return []
    return [one for one in value if one.strip()]
