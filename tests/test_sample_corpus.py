"""The sample corpus holds every trap it promises, and Reader reads each of its articles as a person would."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.corpus.article import Article, BlockKind
from reader.corpus.read import UnreadableArticle, parse_article, read_article
from reader.resources import resource_folder

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample_corpus"
EXPECTED: dict[str, dict[str, Any]] = json.loads((HERE / "sample_expected.json").read_text("utf-8"))
GOLD: dict[str, dict[str, Any]] = json.loads((HERE / "sample_gold.json").read_text("utf-8"))["articles"]
READABLE = sorted(path for path, entry in EXPECTED.items() if "unreadable" not in entry)
UNREADABLE = sorted(path for path, entry in EXPECTED.items() if "unreadable" in entry)

SUMMER = "Écho du littoral/L’été des navettes – le « oui » du ministre.txt"
NIGHT = "Écho du littoral/La nuit, tous les bateaux sont gris.txt"


def data(path: str) -> bytes:
    return (SAMPLE / path).read_bytes()


def words(text: str) -> str:
    """The text with every run of blanks, no-break ones too, as one space."""
    return " ".join(text.split())


def article(path: str) -> Article:
    return parse_article(path, data(path))


def visible_files() -> list[str]:
    files = (file.relative_to(SAMPLE) for file in SAMPLE.rglob("*") if file.is_file())
    return sorted(file.as_posix() for file in files if not any(part.startswith(".") for part in file.parts))


def blocks(read: Article, *kinds: BlockKind) -> str:
    """The text of the blocks of these kinds, blanks made even."""
    return "\n".join(words(read.text[b.start : b.end]) for b in read.blocks if b.kind in kinds)


# What the bytes are


def test_every_file_is_described() -> None:
    assert visible_files() == sorted(EXPECTED)
    assert resource_folder("sample_corpus").is_dir()


def test_the_corpus_is_of_a_believable_size() -> None:
    languages = Counter(EXPECTED[path]["language"] for path in READABLE)
    assert 34 <= languages["fr"] <= 36
    assert 4 <= languages["en"] <= 6
    suffixes = {Path(path).suffix for path in READABLE}
    assert {".txt", ".md", ".text", ""} <= suffixes


@pytest.mark.parametrize(
    ("path", "encoding", "witness"),
    [
        (
            "deux-rives/2026/05/mer-feu-vert.txt",
            "latin-1",
            "« Nous ouvrons une porte, et nous la gardons étroite »",
        ),
        ("gazette/2026-02/salle-des-fetes.text", "cp1252", "“Huit cents kilos, une œuvre d’art… J’ai fait"),
        ("harbour-post/crewless-ferries.txt", "cp1252", "€2.4 million"),
        ("deux-rives/2026/11/navettes-nuit.txt", "mac_roman", "« Nous serons prêts »"),
        ("radio-cap-sud/20260521_sans_equipage", "utf-16-le", "“On me répète que"),
        ("radio-cap-sud/20261106_nuit.text", "utf-16", "‘ni rassuré ni hostile’"),
    ],
)
def test_files_that_are_not_utf8(path: str, encoding: str, witness: str) -> None:
    assert witness in data(path).decode(encoding)
    with pytest.raises(UnicodeDecodeError):
        data(path).decode("utf-8").encode("ascii")
    assert words(witness) in words(article(path).text)


def test_marks_of_encoding() -> None:
    assert data("radio-cap-sud/20261106_nuit.text").startswith((b"\xff\xfe", b"\xfe\xff"))
    assert not data("radio-cap-sud/20260521_sans_equipage").startswith((b"\xff\xfe", b"\xfe\xff"))
    assert data("harbour-post/night-ferries.md").startswith(b"\xef\xbb\xbf")


def test_text_decoded_twice() -> None:
    path = "courrier-armor/2026-02-12-crue-dordelle.txt"
    assert "la nuit oÃ¹ lâ€™on a ouvert" in data(path).decode("utf-8")
    assert "Ã" not in article(path).text
    assert "évacués dans la nuit" in article(path).text


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    path = "deux-rives/2026/02/castelrive-evacuee.txt"
    decoded = data(path).decode("utf-8", "replace")
    assert decoded.count("\ufffd") == 4
    assert "préfète" in decoded
    read = article(path).text
    assert "la préfète, Mathilde Esparon" in read
    assert "Ã" not in read


def test_line_ends() -> None:
    windows = data("app/app_260212_1140_crue_v3.txt")
    assert windows.count(b"\r\n") == windows.count(b"\n") > 5
    macintosh = data("deux-rives/2026/11/navettes-nuit.txt")
    assert b"\r" in macintosh
    assert b"\n" not in macintosh
    for path in ("app/app_260212_1140_crue_v3.txt", "deux-rives/2026/11/navettes-nuit.txt"):
        assert "\r" not in article(path).text
        assert len(article(path).blocks) > 5


def test_one_long_line() -> None:
    chronicle = data("divers/chronique_du_bac.txt")
    assert 18_000 <= len(chronicle) <= 24_000
    assert b"\n" not in chronicle


def test_an_exact_duplicate() -> None:
    first, second = "gazette/2026-02/lachers-sarlenque.md", "divers/lachers-sarlenque (1).md"
    assert data(first) == data(second)
    assert article(first).digest == article(second).digest
    assert article(first).content_key == article(second).content_key
    digests = Counter(hashlib.sha256(data(path)).digest() for path in EXPECTED)
    assert sum(1 for number in digests.values() if number > 1) == 1


@pytest.mark.parametrize(
    ("path", "trap"),
    [
        ("001_9f3c1a7be0d24c55.txt", " date 2026-05 Le ministre"),
        ("001_9f3c1a7be0d24c55.txt", "des côtes.La navette"),
        ("001_9f3c1a7be0d24c55.txt", 'fonds publics."Un marin'),
        ("002_41d07be85c9a2f10.txt", " date 2026-11 Le ministre"),
        ("app/app_260519_1635_navettes_actualise.txt", "+La mer d'abord+"),
        ("courrier-armor/2026-05-20-navette-groix.md", "«\u00a0Moi,"),
        ("courrier-armor/2026-11-07-belle-ile-nuit.md", "REPORTAGELe dernier"),
        ("courrier-armor/2026-11-07-belle-ile-nuit.md", "«\u202fCe que"),
        ("courrier-armor/2026-11-07-belle-ile-nuit.md", '"jamais la nuit"'),
        ("courrier-armor/rames-alezan_export.txt", "window.dataLayer"),
        ("courrier-armor/rames-alezan_export.txt", "<script"),
        ("deux-rives/2025/10/alezan-valenciennes.md", "](data:image/png;base64,"),
        ("deux-rives/2026/03/manuscrits-ouadane.md", "‘un livre absent est un puits à sec’"),
        ("divers/export_cms_7731.txt", "[Reportage]"),
        ("divers/export_cms_7731.txt", "[bold]point-virgule[/bold]"),
        ("divers/export_cms_7731.txt", " [/] "),
        ("divers/export_cms_7731.txt", "\x1b[31m"),
        ("divers/export_cms_7731.txt", "\x1b]52;c;"),
        ("divers/export_cms_7731.txt", "\x1b]8;;"),
        ("radio-cap-sud/20251009-alezan", "«Nous avons"),
        ("radio-cap-sud/20260212_crue_dordelle.txt", "pré\u00adfec\u00adture"),
        ("Écho du littoral/restitution.txt", "CULTUREVingt"),
        ("Écho du littoral/vu-de-la-cote-crue.txt", "''Mieux vaut"),
        (NIGHT, "Laisser un commentaire"),
        (NIGHT, "douze + sept ="),
        (NIGHT, "LIRE AUSSI"),
    ],
)
def test_traps_that_show_in_the_text(path: str, trap: str) -> None:
    assert trap in data(path).decode("utf-8")


def test_a_data_uri_stands_on_one_line() -> None:
    lines = data("deux-rives/2025/10/alezan-valenciennes.md").decode("utf-8").splitlines()
    assert max(len(line) for line in lines if "data:image" in line) > 4_000


# What Reader makes of them


@pytest.mark.parametrize("path", UNREADABLE)
def test_what_is_not_an_article_is_refused_with_its_reason(path: str) -> None:
    with pytest.raises(UnreadableArticle) as refused:
        read_article(SAMPLE, path)
    assert refused.value.reason == EXPECTED[path]["unreadable"]


@pytest.mark.parametrize("path", READABLE)
def test_title(path: str) -> None:
    read, expected = article(path), EXPECTED[path]
    assert read.title_origin == expected["title_origin"]
    titles = [words(title) for title in expected["title"]]
    title = words(read.title)
    if read.title_origin == "first-sentence":
        # A sentence too long for a title may be cut short.
        title = title.rstrip(" .…")
        assert len(title) > 40
        assert any(whole.startswith(title) for whole in titles)
    else:
        assert title in titles


@pytest.mark.parametrize("path", READABLE)
def test_date(path: str) -> None:
    read = article(path)
    assert (str(read.date) if read.date else None) == EXPECTED[path]["date"]
    assert (read.date is None) == (read.date_origin is None)


@pytest.mark.parametrize("path", READABLE)
def test_source(path: str) -> None:
    read, expected = article(path), EXPECTED[path]["source"]
    assert read.source in (expected or [None])
    assert (read.source is None) == (read.source_origin is None)


@pytest.mark.parametrize("path", READABLE)
def test_language(path: str) -> None:
    assert article(path).language == EXPECTED[path]["language"]


CAPTION, BOILERPLATE, HEADING = BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.HEADING


@pytest.mark.parametrize(
    ("path", "kind", "text"),
    [
        (SUMMER, CAPTION, "La rade de Lorient vue de Port-Louis, le 3 septembre 2023."),
        (SUMMER, CAPTION, "La rade de Lorient un matin de brume, le 11 janvier 2022."),
        (NIGHT, CAPTION, "La navette Sterne 12 à son arrivée à Port-Tudy, le 19 mai 2026."),
        (NIGHT, BOILERPLATE, "Laisser un commentaire"),
        (NIGHT, BOILERPLATE, "Votre adresse e-mail ne sera pas publiée."),
        (NIGHT, BOILERPLATE, "douze + sept ="),
        (NIGHT, BOILERPLATE, "LIRE AUSSI : Navettes sans équipage"),
        (NIGHT, BOILERPLATE, "Nous utilisons des cookies"),
        (NIGHT, HEADING, "Une grève le 16 novembre"),
        ("Écho du littoral/restitution.txt", BOILERPLATE, "Déjà abonné ? Connectez-vous"),
        ("Écho du littoral/restitution.txt", BOILERPLATE, "Partager sur Facebook"),
        ("courrier-armor/rames-alezan_export.txt", BOILERPLATE, "Se connecter | S'abonner"),
        ("courrier-armor/rames-alezan_export.txt", BOILERPLATE, "l'utilisation de cookies"),
        ("courrier-armor/rames-alezan_export.txt", BOILERPLATE, "La suite est réservée aux abonnés."),
        ("courrier-armor/rames-alezan_export.txt", BOILERPLATE, "LIRE AUSSI"),
        ("courrier-armor/2026-05-20-navette-groix.md", HEADING, "Une facture de 2,6 millions"),
        ("deux-rives/2026/11/navettes-nuit.txt", HEADING, "Un calendrier serré"),
        ("deux-rives/2026/11/navettes-nuit.txt", HEADING, "Un ministre qui se dédit ?"),
        (SUMMER, HEADING, "Un bateau né à Concarneau"),
    ],
)
def test_what_stands_around_the_article_is_known_for_what_it_is(
    path: str, kind: BlockKind, text: str
) -> None:
    read = article(path)
    assert words(text) in blocks(read, kind)
    assert words(read.text).count(words(text)) == 1


@pytest.mark.parametrize(
    ("path", "residue"),
    [
        (
            "courrier-armor/rames-alezan_export.txt",
            ["dataLayer", "googletag", "<script", "function(", "display:none"],
        ),
        ("deux-rives/2025/10/alezan-valenciennes.md", ["data:image", "base64"]),
        ("courrier-armor/2026-05-20-navette-groix.md", ["https://", "tags:", "---"]),
        ("courrier-armor/2026-11-07-belle-ile-nuit.md", ["https://", "![", "REPORTAGELe"]),
        ("radio-cap-sud/20260212_crue_dordelle.txt", ["\u00ad", "MÉTÉOLa"]),
        ("divers/export_cms_7731.txt", ["\x1b", "\x07"]),
        ("harbour-post/night-ferries.md", ["\ufeff"]),
    ],
)
def test_residue_is_out_of_the_text(path: str, residue: list[str]) -> None:
    text = article(path).text
    assert [piece for piece in residue if piece in text] == []


@pytest.mark.parametrize(
    ("path", "parted"),
    [
        (
            "001_9f3c1a7be0d24c55.txt",
            ["des côtes. La navette", 'fonds publics. "Un marin', 'une porte, et nous la gardons étroite"'],
        ),
        ("002_41d07be85c9a2f10.txt", ["l'île de Groix. La décision", "à Vannes. Le nouveau modèle"]),
        ("courrier-armor/2026-11-07-belle-ile-nuit.md", ["Le dernier bateau de Quiberon"]),
        ("app/app_260212_0305_crue.txt", ["1.150 mètres cubes"]),
        ("divers/export_cms_7731.txt", ["[Reportage]", "[bold]point-virgule[/bold]", " [/] ", "[rires]"]),
    ],
)
def test_repairs_lose_and_invent_nothing(path: str, parted: list[str]) -> None:
    text = words(article(path).text)
    assert [piece for piece in parted if piece not in text] == []


# What was annotated by hand


@pytest.mark.parametrize("path", sorted(GOLD))
def test_gold_quotes_and_names_stand_in_the_article(path: str) -> None:
    text = words(article(path).text)
    for quotation in GOLD[path]["quotations"]:
        assert quotation["kind"] in {"direct", "partial", "term"}
        if " " in quotation["words"] and "remplace. Ici" not in quotation["words"]:
            assert quotation["words"] in text
    for entity in GOLD[path]["entities"]:
        assert entity["name"] in text
