"""A tiny corpus, a fresh home, and the command `reader` run on them."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Reader

WATER = """\
Le pont de Saint-Aubin rouvrira en juin

Par Lucie Ferrand, le 14 mai 2024

Le conseil municipal de Saint-Aubin a voté lundi la réparation du pont.

« Le chantier durera six semaines », a déclaré la maire, Claire Morvan.

Selon Claire Morvan, la facture atteindra 400 000 euros.
"""

SCHOOL = """\
---
title: La cantine passe au bio
date: 2024-11-03
source: Le Courrier du Fleuve
---

Les écoles de Saint-Aubin serviront des légumes bio dès janvier.

« Les parents le demandaient depuis dix ans », a indiqué Paul Kerbrat.
"""

STORM = """\
La tempête a coupé l'électricité dans trois villages de la côte.

Aucun blessé n'est à déplorer, d'après les pompiers.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where Reader never was."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", os.fspath(folder))
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles in two folders, and two files that are none."""
    folder = tmp_path / "press"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "pont.txt").write_text(WATER, encoding="utf-8")
    (folder / "cantine.md").write_text(SCHOOL, encoding="utf-8")
    (folder / "tempete.txt").write_text(STORM, encoding="utf-8")
    (folder / "vide.txt").write_bytes(b"")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return folder


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Runs `reader`, from the folder above the corpus."""
    return Reader(tmp_path)
