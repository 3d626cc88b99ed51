"""The model that finds names: a conditional random field over the tokens of each block.

It was trained by `reader.analysis.entities.training`; `model/provenance.json` says with what.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.passages import Passage
from reader.analysis.entities.usage import Usage
from reader.language import _
from reader.system_words import os_words

MODEL_FOLDER = Path(__file__).parent / "model"
WEIGHTS, ENGLISH_WEIGHTS = "names.crf.gz", "names.en.crf.gz"
CLUSTERS, PROVENANCE = "clusters.tsv.gz", "provenance.json"

TypedSpan = tuple[int, int, str]
"""First token, last token (exclusive) and type (`PER`, `LOC`, `ORG`, `MISC`)."""


class ModelError(Exception):
    """The model is missing, damaged, or cannot be run; the message is one line for the user."""


class NameModel:
    """The model of one folder, checked against the digests in its provenance.  Safe to
    use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Loads the model.  Raises ModelError."""
        files = _checked(folder)
        try:
            from pycrfsuite import Tagger
        except ImportError as error:
            raise ModelError(_("python-crfsuite cannot be loaded: {error}").format(error=error)) from error
        self._new_tagger: Callable[[], Any] = Tagger
        self._features = FeatureMaker(Clusters.of_table(files[CLUSTERS]))
        self._packed = {"fr": files[WEIGHTS], "en": files[ENGLISH_WEIGHTS]}
        self._taggers: dict[str, tuple[Any, bytes]] = {}
        self._lock = Lock()

    def spans(self, found: Sequence[Passage], language: str) -> list[list[TypedSpan]]:
        """The names of each passage of one article; any language but `en` is read as French."""
        tagger = self._tagger("en" if language == "en" else "fr")
        usage = Usage(found)
        result: list[list[TypedSpan]] = []
        for passage in found:
            if not any(token.text[0].isupper() for token in passage.tokens):
                result.append([])
                continue
            rows = self._features.of(passage, usage)
            with self._lock:
                labels = tagger.tag(rows)
            result.append(list(spans_of(labels)))
        return result

    def _tagger(self, language: str) -> Any:
        """The tagger of a language, unpacked when it is first needed; it reads its weights where they stand."""
        with self._lock:
            if language not in self._taggers:
                weights = gzip.decompress(self._packed.pop(language))
                tagger = self._new_tagger()
                tagger.open_inmemory(weights)
                self._taggers[language] = tagger, weights
            return self._taggers[language][0]


def spans_of(labels: Sequence[str]) -> Iterator[TypedSpan]:
    """Reads labels `B-PER`, `I-PER`, `O`; an `I` that nothing of its type precedes begins a name."""
    start, kind = 0, ""
    for index, label in enumerate((*labels, "O")):
        if kind and label != "I-" + kind:
            yield start, index, kind
            kind = ""
        if not kind and label != "O":
            start, kind = index, label[2:]


@cache
def _loaded(folder: Path) -> NameModel | ModelError:
    try:
        return NameModel(folder)
    except ModelError as problem:
        return problem


def load_model(folder: Path = MODEL_FOLDER) -> NameModel | None:
    """The model, loaded when first asked for and then kept; None when it cannot be used."""
    found = _loaded(folder)
    return found if isinstance(found, NameModel) else None


def model_problem(folder: Path = MODEL_FOLDER) -> str | None:
    """Why the model cannot be used, in one line; None when it can.  Loads it if that was not done yet."""
    found = _loaded(folder)
    return str(found) if isinstance(found, ModelError) else None


def files_problem(folder: Path = MODEL_FOLDER) -> str | None:
    """Why the model cannot be used, as far as its files tell, in one line; None when they are whole.  Loads nothing."""
    try:
        _checked(folder)
    except ModelError as problem:
        return str(problem)
    return None if find_spec("pycrfsuite") else "python-crfsuite is not installed"


def _checked(folder: Path) -> dict[str, bytes]:
    """The files of the model by name.  Raises ModelError where one is not that which its provenance tells of."""
    provenance = _provenance(folder)
    files = {name: _read(folder / name) for name in (WEIGHTS, ENGLISH_WEIGHTS, CLUSTERS)}
    for name, data in files.items():
        if digest_of(data) != provenance.get(name):
            raise ModelError(_("{name} of the model is damaged").format(name=name))
    return files


def digest_of(data: bytes) -> str:
    """The digest the provenance keeps of a file."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ModelError(
            _("{name} of the model cannot be read: {what}").format(name=file.name, what=os_words(error))
        ) from error


def _provenance(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads(_read(folder / PROVENANCE))
    except ValueError as error:
        raise ModelError(_("{name} of the model is damaged").format(name=PROVENANCE)) from error
    if not isinstance(found, dict):
        raise ModelError(_("{name} of the model is damaged").format(name=PROVENANCE))
    return found
