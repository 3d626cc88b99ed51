"""Trains the models of names and writes them where they ship from.

    python -m reader.analysis.entities.training DATA_FOLDER OUT

Run it in a checkout, with the extra `train` installed (gensim, scikit-learn, scipy).  DATA_FOLDER holds
`gold/press_dev.json`, `data/press_dev/`, `data/winer_fr_2016-2017.jsonl.gz`, `data/orangesum_fr.tar.xz` and, for
English, `data/wikigold_en.conllu.gz` and `data/uner_ewt_dev.iob2.gz`; the labels of OrangeSum are the project's own
(`standoff.py`).  OUT is usually `reader/analysis/entities/model`.  About 15 minutes on one core and 3 GB of memory; the
same seed gives the same models.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, ENGLISH_WEIGHTS, PROVENANCE, WEIGHTS, digest_of
from reader.analysis.entities.training import labelled, standoff
from reader.analysis.entities.training.fit import PARAMETERS, fit
from reader.analysis.entities.training.labelled import Labelled

_ENGLISH = ("wikigold_en.conllu.gz", "uner_ewt_dev.iob2.gz")


def learn_clusters(archive: Path, file: Path, seed: int) -> None:
    """Learns the table of word clusters and writes it to `file`."""
    from reader.analysis.entities.training import clusters, unlabelled

    lines = list(unlabelled.word_lists(archive))
    clusters.save(file, *clusters.learn(lines, seed))


def options_given() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clusters", type=Path, help="take this table instead of learning one")
    parser.add_argument(
        "--without-shut", action="store_true", help="keep the outlets marked `shut` for measuring"
    )
    return parser.parse_args()


def main() -> None:
    """Learns clusters unless they are given, fits both models, and writes down what was done."""
    options = options_given()
    options.out.mkdir(parents=True, exist_ok=True)
    data, table = options.data / "data", options.out / CLUSTERS
    archive = data / "orangesum_fr.tar.xz"
    if options.clusters is None:
        learn_clusters(archive, table, options.seed)
    elif options.clusters != table:
        table.write_bytes(options.clusters.read_bytes())
    maker = FeatureMaker(Clusters.of_table(table.read_bytes()))
    splits = ("dev",) if options.without_shut else ("dev", "shut")
    winer = list(labelled.winer(data / "winer_fr_2016-2017.jsonl.gz"))
    press = list(labelled.press(options.data / "gold" / "press_dev.json", data / "press_dev", splits))
    here = list(standoff.orangesum(archive))
    write_packed(maker, [*winer, *press, *here], options.out / WEIGHTS)
    english = labelled.english(*(data / name for name in _ENGLISH))
    write_packed(maker, english, options.out / ENGLISH_WEIGHTS)
    learned = {
        "WiNER-fr 2016-2017": f"{len(winer)} articles annotated by hand",
        "press_dev": f"{len(press)} articles annotated by hand, splits {', '.join(splits)}",
        "OrangeSum": f"{len(here)} articles annotated for Reader; word clusters of all",
        "WikiGold, UNER EWT dev": "English, annotated by hand",
    }
    write_provenance(options.out, options.seed, learned)


def write_packed(maker: FeatureMaker, documents: Iterable[Labelled], file: Path) -> None:
    """Fits a model and writes it compressed; the same input, the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "model"
        fit(maker, documents, plain)
        file.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))


def write_provenance(out: Path, seed: int, learned: Mapping[str, str]) -> None:
    """Writes down what made the models of the folder `out`; `learned`: from what, of each source."""
    provenance = {
        "command": "python -m reader.analysis.entities.training " + " ".join(sys.argv[1:]),
        "date": date.today().isoformat(),
        "seed": seed,
        "data": learned,
        "parameters": PARAMETERS,
        **{name: digest_of((out / name).read_bytes()) for name in (WEIGHTS, ENGLISH_WEIGHTS, CLUSTERS)},
    }
    text = json.dumps(provenance, indent=1, ensure_ascii=False)
    (out / PROVENANCE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
