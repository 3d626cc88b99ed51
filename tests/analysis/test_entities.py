import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities import recognise
from reader.analysis.entities.model import (
    CLUSTERS,
    MODEL_FOLDER,
    PROVENANCE,
    WEIGHTS,
    files_problem,
    load_model,
    model_problem,
)
from reader.analysis.types import EntityKind
from reader.corpus.article import PartialDate
from tests.analysis.entity_helpers import article, found

MEGABYTE = 1_000_000
TEXT = (
    "Le ministre norvégien Henrik Solvang a rencontré jeudi à Oslo la présidente Claire Vasseur. "
    "Solvang a promis 3 millions d'euros à l'Organisation mondiale de la santé (OMS). "
    "« L'OMS en a besoin », a dit Vasseur en Norvège."
)


def test_one_article_end_to_end() -> None:
    source = article(TEXT, date=PartialDate(2024, 5, 30))
    mentions = recognise.find_mentions(source)
    assert [name for _, name in found(source, mentions, EntityKind.PERSON)] == [
        "Henrik Solvang", "Claire Vasseur", "Henrik Solvang", "Claire Vasseur"]  # fmt: skip
    assert found(source, mentions, EntityKind.DATE) == [("jeudi", "2024-05-30")]
    assert found(source, mentions, EntityKind.AMOUNT) == [("3 millions d'euros", "3 000 000 euros")]
    assert [name for _, name in found(source, mentions, EntityKind.ORGANIZATION)] == [
        "Organisation mondiale de la santé"] * 3  # fmt: skip


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
@settings(max_examples=100, deadline=None)
def test_mentions_are_in_order_apart_and_inside_the_text(text: str) -> None:
    source = article(text.replace("\r", " "))
    place = 0
    for mention in recognise.find_mentions(source):
        assert place <= mention.start < mention.end <= len(source.text)
        assert mention.entity.name
        place = mention.end


@pytest.mark.parametrize(
    "text",
    ["A" * 2_000_000, "Abc " * 100_000, "MOT " * 100_000, "A " * 100_000, "« " * 100_000,
     "( A" * 60_000, "de " * 100_000 + "X", "2 000 " * 50_000, "Jean-" * 50_000, "le 3 mai " * 20_000],
    ids=["one word", "capitals in a row", "all capitals", "letters", "opened", "parentheses", "particles",
         "figures", "hyphens", "dates"],
)  # fmt: skip
def test_hostile_text_is_survived(text: str) -> None:
    source = article(text[:200_000])
    assert all(mention.end <= len(source.text) for mention in recognise.find_mentions(source))


def test_a_missing_model_leaves_the_rules_and_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert load_model(tmp_path) is None
    assert "cannot be read" in (model_problem(tmp_path) or "")
    monkeypatch.setattr(recognise, "load_model", lambda: None)
    source = article(TEXT)
    assert recognise.find_mentions(source) == recognise.find_mentions_by_rules(source)


@pytest.mark.parametrize("name", [WEIGHTS, PROVENANCE])
def test_a_damaged_model_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL_FOLDER, folder)
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: len(data) // 2])
    problem = model_problem(folder)
    assert problem is not None
    assert "damaged" in problem
    assert "\n" not in problem


def test_the_model_that_ships_is_whole_small_and_says_what_made_it() -> None:
    assert model_problem() is None
    files = [file for file in MODEL_FOLDER.rglob("*") if file.is_file()]
    lists = [file for file in (MODEL_FOLDER.parent / "lists").iterdir() if file.is_file()]
    assert sum(file.stat().st_size for file in files + lists) <= 5 * MEGABYTE
    provenance = json.loads((MODEL_FOLDER / PROVENANCE).read_text(encoding="utf-8"))
    assert {"command", "date", "seed", "data"} <= provenance.keys()


def test_importing_the_analysis_does_not_load_the_model() -> None:
    code = (
        "import sys, reader.analysis.entities.recognise;"
        "heavy = {'pycrfsuite', 'numpy', 'gensim', 'sklearn', 'scipy'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_demonyms_months_and_days_are_no_names_in_english_either() -> None:
    source = replace(
        article("The French minister met American farmers in London on a Monday in April."), language="en"
    )
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PRODUCT, EntityKind.EVENT)
    assert found(source, recognise.find_mentions(source), *kinds) == []


def test_a_damaged_or_missing_file_of_the_model_is_named_in_one_line(tmp_path: Path) -> None:
    assert files_problem() is None
    missing = files_problem(tmp_path)
    assert missing is not None
    assert "cannot be read" in missing
    shutil.copytree(MODEL_FOLDER, tmp_path / "model")
    (tmp_path / "model" / CLUSTERS).write_bytes(b"x")
    assert files_problem(tmp_path / "model") == f"{CLUSTERS} of the model is damaged"
