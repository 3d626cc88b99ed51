"""What `search`, `entities`, `quotes` and `export` print, to the letter, on a tiny corpus."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from reader.analysis.types import EntityKind
from reader.cli.commands.entity import found_entity
from reader.cli.exit_codes import ExitCode
from reader.cli.queries import needs_analysis
from reader.library.interface import Library
from reader.library.naming.types import NamedEntity
from tests.cli.running import Reader

FIELDS = [
    "path", "title", "title_origin", "date", "source", "language", "text", "blocks", "mentions", "quotations",
]  # fmt: skip


def test_search_prints_path_title_and_the_line_of_the_match(reader: Reader, corpus: Path) -> None:
    done = reader("search", "press", "parents")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    ((path, title, line),) = done.rows
    assert (path, title) == ("cantine.md", "La cantine passe au bio")
    assert "Les parents le demandaient" in line


def test_search_takes_several_words_with_or_without_quotes(reader: Reader, corpus: Path) -> None:
    assert [row[0] for row in reader("search", "press", "saint-aubin", "pont").rows] == ["2024/pont.txt"]
    assert [row[0] for row in reader("search", "press", "saint-aubin -pont").rows] == ["cantine.md"]


def test_search_json_has_score_corrections_and_offsets(reader: Reader, corpus: Path) -> None:
    (hit,) = reader("search", "press", "electrisite", "--json").objects
    (article,) = reader("export", "press", "tempete.txt").objects
    assert hit["path"] == "tempete.txt"
    assert isinstance(hit["score"], float | int)
    assert [correction["typed"] for correction in hit["corrected"]] == ["electrisite"]
    (match,) = hit["matches"]
    assert article["text"][match["start"] : match["end"]] == match["text"] == "électricité"


def test_search_says_what_it_corrected(reader: Reader, corpus: Path) -> None:
    done = reader("search", "press", "cantinne")
    assert done.rows[0][0] == "cantine.md"
    assert done.err == "reader: cantinne → cantine\n"
    assert reader("search", "press", "cantinne", "--literal").code == ExitCode.NOTHING_FOUND


def test_search_that_finds_nothing_names_the_word_at_fault(reader: Reader, corpus: Path) -> None:
    done = reader("search", "press", "zzyzxqq")
    assert (done.code, done.out) == (ExitCode.NOTHING_FOUND, "")
    assert "zzyzxqq" in done.err


def test_a_wrong_query_is_pointed_at(reader: Reader, corpus: Path) -> None:
    done = reader("search", "press", "pont date:hier")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    query, caret = done.err.splitlines()
    assert query == "reader: pont date:hier"
    assert caret.index("^") >= len("reader: pont ")


def test_search_by_speaker_analyses_first(reader: Reader, corpus: Path) -> None:
    assert [row[0] for row in reader("search", "press", "by:morvan").rows] == ["2024/pont.txt"]


def test_search_limit_says_how_many_there_are(reader: Reader, corpus: Path) -> None:
    done = reader("search", "press", "saint-aubin", "--limit", "1", "--sort", "date")
    assert [row[0] for row in done.rows] == ["cantine.md"]
    assert done.err == "reader: 1 of 2 articles; --limit 0 prints all\n"


def test_entities_counts_articles_and_mentions(reader: Reader, corpus: Path) -> None:
    done = reader("entities", "press", "--kind", "person")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert ["Claire Morvan", "person", "1", "2"] in done.rows
    assert ["Paul Kerbrat", "person", "1", "1"] in done.rows


def test_entities_json_counts_what_export_shows(reader: Reader, corpus: Path) -> None:
    exported = [
        [(mention["entity"], mention["kind"]) for mention in row["mentions"]]
        for row in reader("export", "press").objects
    ]
    kinds = [word for kind in EntityKind for word in ("--kind", kind.value)]
    counted = reader("entities", "press", "--json", *kinds).objects
    assert {(row["name"], row["kind"]): (row["articles"], row["mentions"]) for row in counted} == {
        entity: (
            sum(entity in article for article in exported),
            sum(article.count(entity) for article in exported),
        )
        for article in exported
        for entity in article
    }
    assert [row["articles"] for row in counted] == sorted((row["articles"] for row in counted), reverse=True)


def test_entities_of_chosen_articles(reader: Reader, corpus: Path) -> None:
    names = [row[0] for row in reader("entities", "press", "cantine.md").rows]
    assert "Paul Kerbrat" in names
    assert "Claire Morvan" not in names
    assert reader("entities", "press", "--query", "cantine", "--limit", "1").code == ExitCode.FINE
    assert reader("entities", "press", "--kind", "event").code == ExitCode.NOTHING_FOUND


def test_quotes_prints_path_speaker_and_words(reader: Reader, corpus: Path) -> None:
    done = reader("quotes", "press")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert done.rows == [
        ["2024/pont.txt", "Claire Morvan", "Le chantier durera six semaines"],
        ["cantine.md", "Paul Kerbrat", "Les parents le demandaient depuis dix ans"],
    ]


def test_quotes_by_a_name_accents_and_case_aside(reader: Reader, corpus: Path) -> None:
    assert [row[1] for row in reader("quotes", "press", "--by", "MORVÀN claire").rows] == ["Claire Morvan"]
    done = reader("quotes", "press", "--by", "personne")
    assert (done.code, done.out) == (ExitCode.NOTHING_FOUND, "")


def test_quotes_json_has_the_fields_of_export_and_the_words(reader: Reader, corpus: Path) -> None:
    first = reader("quotes", "press", "--json").objects[0]
    assert first["text"] == "Le chantier durera six semaines"
    assert first["speaker"]["name"] == "Claire Morvan"
    assert first["speaker"]["named"] is True


def test_export_prints_every_article_with_fixed_names_in_path_order(reader: Reader, corpus: Path) -> None:
    done = reader("export", "press", "--json")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert [row["path"] for row in done.objects] == ["2024/pont.txt", "cantine.md", "tempete.txt"]
    assert all(list(row) == FIELDS for row in done.objects)
    assert done.out == reader("export", "press").out


def test_export_offsets_are_code_points_of_the_text(reader: Reader, corpus: Path) -> None:
    for row in reader("export", "press").objects:
        text = row["text"]
        assert all(list(block) == ["kind", "start", "end"] for block in row["blocks"])
        for mention in row["mentions"]:
            assert list(mention) == ["start", "end", "kind", "text", "entity"]
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_export_of_a_quotation_to_the_letter(reader: Reader, corpus: Path) -> None:
    (row,) = reader("export", "press", "2024/pont.txt").objects
    text = row["text"]
    words = "Le chantier durera six semaines"
    (quotation,) = row["quotations"]
    speaker = quotation["speaker"]
    assert text[speaker["start"] : speaker["end"]] in "la maire, Claire Morvan"
    assert quotation == {
        "start": text.index("« Le chantier"),
        "end": text.index(" », a déclaré") + 2,
        "content_start": text.index(words),
        "content_end": text.index(words) + len(words),
        "kind": "direct",
        "speaker": {
            "name": "Claire Morvan",
            "named": True,
            "sure": True,
            "start": speaker["start"],
            "end": speaker["end"],
        },
        "cue": {"start": text.index("a déclaré"), "end": text.index("a déclaré") + len("a déclaré")},
        "relay": None,
        "utterance": 1,
    }


def test_export_of_what_is_selected(reader: Reader, corpus: Path) -> None:
    assert [row["path"] for row in reader("export", "press", "press/cantine.md").objects] == ["cantine.md"]
    assert [row["path"] for row in reader("export", "press", "--query", "tempête").objects] == ["tempete.txt"]
    assert reader("export", "press", "--query", "zzyzxqq").code == ExitCode.NOTHING_FOUND
    refused = reader("export", "press", "vide.txt")
    assert refused.code == ExitCode.CANNOT
    assert refused.err == "reader: press/vide.txt: this is no article: empty\n"


def test_show_json_is_the_object_of_export(reader: Reader, corpus: Path) -> None:
    exported = {row["path"]: row for row in reader("export", "press").objects}
    (shown,) = reader("show", "press", "2024/pont.txt", "--json").objects
    assert shown == exported["2024/pont.txt"]


@pytest.mark.parametrize(
    ("query", "needs"),
    [
        ("pont", False),
        ("by:morvan", True),
        ('PAR:"Claire Morvan"', True),
        ("-person:x pont", True),
        ("date:2024", False),
    ],
)
def test_only_queries_about_names_and_quotes_wait_for_the_analysis(query: str, needs: bool) -> None:
    assert needs_analysis(query) is needs


def test_entities_as_a_table_for_a_spreadsheet(reader: Reader, corpus: Path) -> None:
    lines = reader("entities", "press", "--kind", "person", "--format", "csv").out.splitlines()
    assert lines[0] == "name,kind,articles,mentions"
    assert "Claire Morvan,person,1,2" in lines


def test_entities_explains_a_join_and_obeys_the_names_of_the_user(
    reader: Reader, corpus: Path, home: Path
) -> None:
    names = home / ".config" / "reader" / "names.toml"
    names.parent.mkdir(parents=True)
    names.write_text('same = [["Claire Morvan", "Paul Kerbrat"]]\nodd = 1\n', encoding="utf-8")
    done = reader("entities", "press", "--explain", "kerbrat")
    assert done.out.splitlines()[0] == "Claire Morvan (person): 2 articles, 3 mentions, 2 quotations"
    assert "Paul Kerbrat = Claire Morvan: you say they are the same" in done.out
    assert "odd is not known" in done.err
    names.unlink()
    assert "same" not in reader("entities", "press", "--explain", "kerbrat").out


def test_entity_tells_forms_and_every_mention(reader: Reader, corpus: Path) -> None:
    done = reader("entity", "press", "claire morvan")
    assert done.code == ExitCode.FINE
    assert "Claire Morvan (person): 1 article, 2 mentions, 1 quotation\n" in done.out
    assert "titles: maire 1 (2024/pont.txt)" in done.out
    (page,) = reader("entity", "press", "Claire Morvan", "--json").objects
    assert [one["name"] for one in page["mentions_in"]] == ["Claire Morvan", "Claire Morvan"]
    assert [(one["title"], one["path"]) for one in page["titles"]] == [("maire", "2024/pont.txt")]
    assert reader("entity", "press", "Claire Morvan", "--format", "csv").out.count("pont.txt") == 2
    assert reader("entity", "press", "zzyzxqq").code == ExitCode.NOTHING_FOUND


class Mayors:
    """A library that could not join a last name that two people bear."""

    named = (
        NamedEntity(1, "Claire Morvan", EntityKind.PERSON, 36, 81),
        NamedEntity(2, "Morvan", EntityKind.PERSON, 2, 3),
        NamedEntity(3, "Luc Morvan", EntityKind.PERSON, 1, 1),
    )

    def entity_named(self, name: str) -> int | None:
        return next((one.id for one in self.named if one.name == name), None)

    def entity_ids(self, typed: str) -> list[int]:
        return [one.id for one in self.named if typed in one.name]

    def entities(self, ids: Sequence[int]) -> list[NamedEntity]:
        return [one for wanted in ids for one in self.named if one.id == wanted]


def test_a_last_name_left_alone_does_not_hide_who_bears_it_and_is_named_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    library = cast("Library", Mayors())
    assert found_entity(library, "Morvan") == 2
    assert capsys.readouterr().err == "reader: this is Morvan alone; named in more articles: Claire Morvan\n"
    assert found_entity(library, "Claire Morvan") == 1
    assert capsys.readouterr().err == ""
