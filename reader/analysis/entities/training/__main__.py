"""Trains the model of names and writes it where it ships from.

    python -m reader.analysis.entities.training DATA_FOLDER OUT

Run it in a checkout, with the extra `train` installed (gensim, scikit-learn, scipy).  DATA_FOLDER holds
`gold/press_dev.json`, `data/press_dev/`, `data/winer_fr_2016-2017.jsonl.gz`, `data/orangesum_fr.tar.xz` and, for
English, `data/wikigold_en.conllu.gz` and `data/uner_ewt_dev.iob2.gz`; OUT is usually
`reader/analysis/entities/model`.  About 20 minutes on one core and 3 GB of memory; the same seed gives the same
model.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, ENGLISH_WEIGHTS, PROVENANCE, WEIGHTS, digest_of
from reader.analysis.entities.training import labelled
from reader.analysis.entities.training.fit import PARAMETERS, fit
from reader.analysis.entities.training.self_labelling import sure_sentences

_SELF_LABELLED_ARTICLES = 1500
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
    parser.add_argument("--without-self-labels", action="store_true", help="train once only")
    return parser.parse_args()


def main() -> None:
    """Learns clusters, trains, labels unlabelled text, trains again, and writes down what was done."""
    options = options_given()
    options.out.mkdir(parents=True, exist_ok=True)
    archive = options.data / "data" / "orangesum_fr.tar.xz"
    table, weights = options.out / CLUSTERS, options.out / WEIGHTS
    if options.clusters is None:
        learn_clusters(archive, table, options.seed)
    elif options.clusters != table:
        table.write_bytes(options.clusters.read_bytes())
    maker = FeatureMaker(Clusters(table.read_text(encoding="utf-8").splitlines()))
    splits = ("dev",) if options.without_shut else ("dev", "shut")
    documents = [
        *labelled.winer(options.data / "data" / "winer_fr_2016-2017.jsonl.gz"),
        *labelled.press(
            options.data / "gold" / "press_dev.json", options.data / "data" / "press_dev", splits
        ),
    ]
    fit(maker, documents, weights)
    fit(
        maker,
        list(labelled.english(*(options.data / "data" / name for name in _ENGLISH))),
        options.out / ENGLISH_WEIGHTS,
    )
    added = 0
    if not options.without_self_labels:
        sentences = list(
            sure_sentences(archive, weights, maker, articles=_SELF_LABELLED_ARTICLES, seed=options.seed)
        )
        added = sum(len(labels) for _, labels in sentences)
        fit(maker, documents, weights, sentences)
    write_provenance(options, splits, len(documents), added)


def write_provenance(
    options: argparse.Namespace, splits: tuple[str, ...], documents: int, added: int
) -> None:
    """Writes down what made the model: `documents` annotated articles, and `added` tokens labelled by a first model."""
    provenance = {
        "command": "python -m reader.analysis.entities.training " + " ".join(sys.argv[1:]),
        "date": date.today().isoformat(),
        "seed": options.seed,
        "data": {
            "WiNER-fr 2016-2017": "articles annotated by hand",
            "press_dev": f"{documents} annotated articles with WiNER's, splits {', '.join(splits)}",
            "WikiGold, UNER EWT dev": "English, annotated by hand",
            "OrangeSum": f"unlabelled: word clusters{'' if options.clusters is None else ' (a table learned before)'}, "
            f"and {added} tokens labelled by a first model",
        },
        "parameters": PARAMETERS,
        **{
            name: digest_of((options.out / name).read_bytes())
            for name in (WEIGHTS, ENGLISH_WEIGHTS, CLUSTERS)
        },
    }
    text = json.dumps(provenance, indent=1, ensure_ascii=False)
    (options.out / PROVENANCE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
