"""The labels that the project adds to those of others: places and kinds, and nothing of the text."""

import hashlib
import io
import re
import tarfile
from itertools import pairwise
from pathlib import Path

import pytest

from reader.analysis.entities.training.standoff import NAMES, labelled_files, labels_in, name_spans, orangesum
from reader.analysis.quotations.training.standoff import SPEAKERS, orangesum_labelled
from reader.analysis.quotations.training.written import article_of, written

TEXT = "Le maire Paul Orsel a parlé à Lyon.\n\n« Il pleut », a-t-il dit. Un voisin : « Encore ! »"


def archive_of(folder: Path, files: dict[str, str]) -> Path:
    archive = folder / "articles.tar.xz"
    with tarfile.open(archive, "w:xz") as tar:
        for name, text in files.items():
            data = text.encode()
            member = tarfile.TarInfo(f"articles/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return archive


def labels_of(folder: Path, labels: str, text: str = TEXT) -> Path:
    file = folder / "labels.tsv"
    file.write_text(f"1.txt\t{hashlib.sha256(text.encode()).hexdigest()[:16]}\t{labels}\n", "utf-8")
    return file


@pytest.mark.parametrize(
    ("file", "label"),
    [(NAMES, r"\d+\+\d+(PER|LOC|ORG|MISC)"), (SPEAKERS, r"\d+\+\d+[dpt](=\d+\+\d+\*?(\|\d+\+\d+\*?)*)?")],
)
def test_the_labels_that_come_with_the_project_hold_no_text(file: Path, label: str) -> None:
    rows = labels_in(file)
    assert len(rows) > 1000
    for name, (digest, labels) in rows.items():
        assert re.fullmatch(r"\d+\.txt", name)
        assert re.fullmatch(r"[0-9a-f]{16}", digest)
        assert all(re.fullmatch(label, one) for one in labels.split(" ") if one)


def test_no_name_of_the_labels_overlaps_the_next() -> None:
    for _, labels in labels_in(NAMES).values():
        spans = name_spans(labels)
        assert all(first[1] <= then[0] for first, then in pairwise(spans))


def test_names_are_laid_on_the_tokens_of_the_article(tmp_path: Path) -> None:
    start = TEXT.index("Paul")
    labels = labels_of(tmp_path, f"{start}+10PER {TEXT.index('Lyon')}+4LOC")
    (article,) = orangesum(archive_of(tmp_path, {"1.txt": TEXT, "2.txt": "Autre."}), labels)
    told = [
        (token.text, label)
        for passage, row in zip(article.passages, article.labels, strict=True)
        for token, label in zip(passage.tokens, row, strict=True)
        if label != "O"
    ]
    assert told == [("Paul", "B-PER"), ("Orsel", "I-PER"), ("Lyon", "B-LOC")]


def test_speakers_are_read_from_the_words_of_the_article(tmp_path: Path) -> None:
    first, second = TEXT.index("«"), TEXT.rindex("«")
    who, other = TEXT.index("Paul"), TEXT.index("Un voisin")
    labels = f"{first}+12d={who}+10 {second}+11p={other}+9*|{who}+10"
    (article,) = orangesum_labelled(archive_of(tmp_path, {"1.txt": TEXT}), labels_of(tmp_path, labels))
    said = [(one.speakers, one.named, one.kinds) for one in article.quotations]
    assert said == [
        (("Paul Orsel",), True, frozenset({"direct"})),
        (("Un voisin", "Paul Orsel"), False, frozenset({"partial"})),
    ]


def test_a_file_that_is_not_the_one_labelled_or_is_not_there_is_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, {"1.txt": TEXT + "."})
    digest = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    with pytest.raises(ValueError, match=r"1\.txt is not the file that was labelled"):
        list(labelled_files(archive, {"1.txt": digest}))
    with pytest.raises(ValueError, match=r"not in articles.tar.xz: 2\.txt"):
        list(labelled_files(archive, {"2.txt": digest}))


def test_every_label_of_the_written_articles_is_behind_a_quotation() -> None:
    articles = list(written())
    assert len(articles) > 500
    assert len({one.outlet for one in articles}) > 5
    for one in articles:
        assert "⟦" not in one.text
        assert one.quotations


def test_a_written_article_tells_who_says_each_quotation() -> None:
    labelled = "Un « vrai »⟦-⟧ maire. « Non »⟦Paul Orsel|le maire*⟧, dit-il. « Si »⟦un voisin*⟧, crie-t-on."
    made = article_of("a/001", labelled, "a")
    assert made.text == "Un « vrai » maire. « Non », dit-il. « Si », crie-t-on."
    assert [(made.text[one.start : one.end], one.speakers, one.named) for one in made.quotations] == [
        ("« vrai »", (), False),
        ("« Non »", ("Paul Orsel", "le maire"), True),
        ("« Si »", ("un voisin",), False),
    ]


def test_a_label_behind_no_quotation_is_refused() -> None:
    with pytest.raises(ValueError, match="a/001: no quotation ends at 3"):
        article_of("a/001", "Oui⟦Paul⟧ « non »⟦-⟧.", "a")
