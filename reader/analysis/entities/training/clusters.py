"""Learns which words stand alike in unlabelled text: exchange classes, skip-gram
and LSA vectors by k-means."""

import gzip
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from scipy.sparse import coo_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

from reader.analysis.entities.training.exchange import Matrix, bigrams, bit_strings, exchange

SIZES = (64, 256, 800)
"""How many clusters each family of vectors is cut into, coarse to fine."""
_LEAST = 10
_CLASSES = 400
_BITS = 12
_CONTEXTS = 2500


def vocabulary(lines: Sequence[Sequence[str]]) -> list[str]:
    """The words frequent enough to be clustered, the most frequent first, equals in order of letters."""
    counts = Counter(word for line in lines for word in line)
    return sorted(
        (word for word, times in counts.items() if times >= _LEAST), key=lambda word: (-counts[word], word)
    )


def learn(lines: Sequence[Sequence[str]], seed: int) -> tuple[list[str], list[list[str]]]:
    """The vocabulary, and for each word its ids: bits of its class, then a number for
    each cut of each family."""
    words = vocabulary(lines)
    columns = [class_bits(lines, words)]
    for vectors in (skip_gram(lines, words, seed), contexts(lines, words, seed)):
        columns += [[str(number) for number in k_means(vectors, size, seed)] for size in SIZES]
    return words, [list(row) for row in zip(*columns, strict=True)]


def class_bits(lines: Sequence[Sequence[str]], words: Sequence[str]) -> list[str]:
    """The bit string of each word's exchange class."""
    classes, pairs = exchange(*bigrams(lines, words), _CLASSES, passes=8)
    bits = bit_strings(pairs)
    return [bits[number][:_BITS] for number in classes]


def skip_gram(lines: Sequence[Sequence[str]], words: Sequence[str], seed: int) -> Matrix:
    """word2vec vectors; one thread, so that the same seed gives the same vectors."""
    model = Word2Vec(lines, vector_size=64, window=3, min_count=_LEAST, sg=1, epochs=4, seed=seed, workers=1)
    return np.asarray([model.wv[word] for word in words], dtype=np.float64)


def contexts(lines: Sequence[Sequence[str]], words: Sequence[str], seed: int) -> Matrix:
    """Positive pointwise mutual information with the frequent words just before and
    after, cut to 80 dimensions."""
    frequent = words[:_CONTEXTS]
    number = {word: index for index, word in enumerate(words)}
    size = len(frequent)
    counts: Counter[int] = Counter()
    for line in lines:
        ids = [number.get(word, -1) for word in line]
        for left, right in pairwise(ids):
            if left >= 0 and 0 <= right < size:
                counts[left * 2 * size + right] += 1
            if right >= 0 and 0 <= left < size:
                counts[right * 2 * size + size + left] += 1
    keys = np.fromiter(counts.keys(), np.int64, len(counts))
    times = np.fromiter(counts.values(), np.float64, len(counts))
    rows, columns = keys // (2 * size), keys % (2 * size)
    of_row = np.bincount(rows, times, len(words))
    of_column = np.bincount(columns, times, 2 * size)
    information = np.log(times * times.sum() / (of_row[rows] * of_column[columns]))
    kept = information > 0
    table = coo_matrix((information[kept], (rows[kept], columns[kept])), (len(words), 2 * size)).tocsr()
    left_vectors, values, _ = randomized_svd(table, 80, random_state=seed)
    vectors: Matrix = left_vectors * np.sqrt(values)
    return vectors


def k_means(vectors: Matrix, size: int, seed: int) -> list[int]:
    """The cluster of each vector, by direction."""
    model = MiniBatchKMeans(size, random_state=seed, batch_size=4096, n_init=3, max_iter=60)
    return [int(number) for number in model.fit_predict(normalize(vectors))]


def save(file: Path, words: Sequence[str], ids: Sequence[Sequence[str]]) -> None:
    """Writes a line a word, compressed, in order of code points: the word, then its ids, parted by tabs."""
    lines = sorted("\t".join((word, *row)) for word, row in zip(words, ids, strict=True))
    file.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), mtime=0))
