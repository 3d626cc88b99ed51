"""From the bytes of a file to an article: title, blocks, date, source, language."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus.article import Article, BlockKind, Origin
from reader.corpus.read import UnreadableArticle, parse_article, read_article
from reader.corpus.safe import safe_line, safe_text

LEAD = "Le conseil de Saint-Aubin a voté mardi soir le budget de la nouvelle médiathèque, après un débat."
NEXT = "La maire, élue en 2020, a promis que le chantier commencerait cet hiver et que l'accès serait libre."
LAST = "L'opposition, elle, demande une consultation des habitants et dénonce un projet décidé à la hâte."


def parse(text: str, path: str = "un-article.txt") -> Article:
    return parse_article(path, text.encode())


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def check(article: Article) -> None:
    """The invariants that every other room leans on."""
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[end : block.start].strip()
        assert article.text[block.start : block.end].strip() == article.text[block.start : block.end]
        end = block.end
    assert not article.text[end:].strip()
    assert article.title.strip()
    assert (article.date is None) == (article.date_origin is None)
    assert (article.source is None) == (article.source_origin is None)
    assert article.language in {"fr", "en"}
    assert safe_text(article.text) == article.text
    assert safe_line(article.title) == article.title


class TestTitle:
    def test_a_line_without_a_stop_above_the_text(self) -> None:
        article = parse(f"Une médiathèque pour tous\n\n{LEAD}\n\n{NEXT}\n")
        assert (article.title, article.title_origin) == ("Une médiathèque pour tous", Origin.LINE)
        assert kinds(article) == ["title", "paragraph", "paragraph"]

    @pytest.mark.parametrize(
        "line",
        [
            "SAINT-AUBIN AURA SA MÉDIATHÈQUE",
            "# Une médiathèque",
            "Médiathèque : «Oui !»",
            "Faut-il une médiathèque ?",
        ],
    )
    def test_capitals_marks_and_questions(self, line: str) -> None:
        article = parse(f"{line}\n{LEAD}\n{NEXT}\n")
        assert (article.title, article.title_origin) == (line.removeprefix("# "), Origin.LINE)

    def test_a_question_on_the_line_of_the_lead(self) -> None:
        article = parse(f" date 2023-04 Une médiathèque pour quoi faire ? {LEAD}\n\n{NEXT}\n")
        assert (article.title, article.title_origin) == ("Une médiathèque pour quoi faire ?", Origin.LINE)
        assert blocks(article)[1] == ("paragraph", LEAD)

    def test_else_the_first_sentence_which_stays_in_the_text(self) -> None:
        article = parse(f"{LEAD} {NEXT}\n\n{LAST}\n")
        assert (article.title, article.title_origin) == (LEAD, Origin.FIRST_SENTENCE)
        assert article.text.startswith(LEAD)

    def test_else_the_name_of_the_file(self) -> None:
        article = parse(
            "---\ndate: 2024-05-01\n---\n![](a.png)\nPartager\n", "dossier/budget_2024-la-suite.txt"
        )
        assert (article.title, article.title_origin) == ("budget 2024 la suite", Origin.FILE_NAME)

    def test_a_caption_and_its_credit_are_not_the_title(self) -> None:
        article = parse(
            "Visitors walk past the old library in the city centre, 14 December, 2019\n\nJohn Carver\n\n"
            f"Sources : la ville aura sa médiathèque\n\n{LEAD}\n\n{NEXT}\n"
        )
        assert article.title == "Sources : la ville aura sa médiathèque"
        assert kinds(article) == ["caption", "caption", "title", "paragraph", "paragraph"]
        assert article.date is None

    def test_rubrics_and_share_buttons_above_it(self) -> None:
        article = parse(
            f"Politique\nPartager\nTemps de lecture : 2 min\nUne médiathèque pour tous\n\n{LEAD}\n\n{NEXT}\n"
        )
        assert article.title == "Une médiathèque pour tous"

    def test_it_stays_once(self) -> None:
        article = parse(f"Une médiathèque\nUne médiathèque\n{LEAD}\n{NEXT}\n")
        assert kinds(article) == ["title", "paragraph", "paragraph"]


class TestFrontMatter:
    def test_its_fields_are_read_and_leave_the_text(self) -> None:
        article = parse(
            '---\ntitle: "Une médiathèque : c\'est voté"\ndate: 2024-03-12T10:00:00Z\n'
            "source: 'Le Courrier'\n"
            f"lang: fr\ntags: [ville, livres]\n---\n\n{LEAD}\n\n{NEXT}\n"
        )
        assert (article.title, article.title_origin) == ("Une médiathèque : c'est voté", Origin.FRONT_MATTER)
        assert (str(article.date), article.date_origin) == ("2024-03-12", Origin.FRONT_MATTER)
        assert (article.source, article.source_origin) == ("Le Courrier", Origin.FRONT_MATTER)
        assert article.text == f"{LEAD}\n\n{NEXT}"

    @pytest.mark.parametrize("end", ["", "---x\n", "***\n"])
    def test_damaged_it_does_no_harm(self, end: str) -> None:
        article = parse(f"---\ntitle: Une médiathèque\n  - : [\n{end}{LEAD}\n\n{NEXT}\n")
        assert article.title == "Une médiathèque"
        assert LEAD in article.text

    def test_plain_fields(self) -> None:
        article = parse(
            f"Titre : Une médiathèque\nDate : 12 mars 2024\nSource : Le Courrier\n\n{LEAD}\n\n{NEXT}\n"
        )
        assert (article.title, str(article.date), article.source) == (
            "Une médiathèque",
            "2024-03-12",
            "Le Courrier",
        )

    def test_a_rule_is_no_front_matter(self) -> None:
        assert parse(f"---\n{LEAD}\n---\n{NEXT}\n").text == f"{LEAD}\n\n{NEXT}"

    def test_markup_in_fields_is_taken_out(self) -> None:
        article = parse(
            f"---\ntitle: L&#039;été &amp; <b>la ville</b> \x1b[1m\nsource: Le&nbsp;Courrier\n---\n{LEAD}\n"
        )
        assert (article.title, article.source) == ("L'été & la ville [1m", "Le Courrier")

    def test_its_address_tells_date_and_outlet(self) -> None:
        article = parse(f"---\ntitle: A\nurl: https://www.lefigaro.fr/2021/06/03/une-ville\n---\n{LEAD}\n")
        assert (str(article.date), article.source) == ("2021-06-03", "Le Figaro")
        assert parse(f"---\ntitle: A\nurl: http://bit.ly/a1B2c3\n---\n{LEAD}\n").source is None


class TestDate:
    @pytest.mark.parametrize(
        ("line", "date"),
        [
            ("Publié le 3 mai 2024 à 10h12", "2024-05-03"),
            ("Le 1er mars 2024", "2024-03-01"),
            ("Mis à jour le 12/03/2024 à 18:05", "2024-03-12"),
            ("2024-05-03T10:00:00+02:00", "2024-05-03"),
            ("Published May 3, 2024", "2024-05-03"),
        ],
    )
    def test_lines_that_say_it(self, line: str, date: str) -> None:
        article = parse(f"Une médiathèque pour tous\n{line}\n\n{LEAD}\n\n{NEXT}\n")
        assert (str(article.date), article.date_origin) == (date, Origin.LINE)
        assert kinds(article)[1] == "byline"

    def test_a_dateline(self) -> None:
        article = parse(f"Une médiathèque\n\nLYON, 6 nov. 2024 (AFP) - {LEAD}\n\n{NEXT}\n")
        assert (str(article.date), article.date_origin) == ("2024-11-06", Origin.TEXT)

    def test_in_front_of_the_text(self) -> None:
        article = parse(f" date 2023-04 {LEAD}\n\n{NEXT}\n")
        assert str(article.date) == "2023-04"
        assert article.text.startswith(LEAD)

    def test_the_name_of_the_file(self) -> None:
        article = parse(f"{LEAD}\n\n{NEXT}\n", "2022/2022-11-30_conseil.txt")
        assert (str(article.date), article.date_origin) == ("2022-11-30", Origin.FILE_NAME)

    @pytest.mark.parametrize("path", ["004_20231399aa.txt", "12345678901234.txt", "2024.txt", "a1-2-3.txt"])
    def test_numbers_are_no_dates(self, path: str) -> None:
        assert parse(f"{LEAD}\n\n{NEXT}\n", path).date is None

    def test_neither_a_day_of_the_body_nor_a_caption_dates_the_article(self) -> None:
        caption = "Des passants devant la bibliothèque de Saint-Aubin, le 3 avril 2022."
        article = parse(
            f"Une médiathèque\n\nLe 12 mars 2019, tout a commencé à Saint-Aubin, dit-on.\n\n"
            f"{caption}\n{caption}\n\n{LEAD}\n"
        )
        assert article.date is None
        assert kinds(article).count("caption") == 1


class TestSource:
    @pytest.mark.parametrize(
        ("text", "source"),
        [
            (f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\n(Avec AFP)\n", "AFP"),
            (f"Une médiathèque\n\nPARIS (AFP) – {LEAD}\n\n{NEXT}\n", "AFP"),
            (f"Une médiathèque\n\n(LeCourrier) - {LEAD}\n\n{NEXT}\n", "LeCourrier"),
            (f"Une médiathèque\n\nLYON, 3 mai 2024 (AFP) - {LEAD}\n\n{NEXT}\n", "AFP"),
            (f"Une médiathèque\n\nLe Courrier – 3 mai 2024\n\n{LEAD}\n\n{NEXT}\n", "Le Courrier"),
            (f"Une médiathèque\n\nPar Anne Roy, Le Courrier\n\n{LEAD}\n\n{NEXT}\n", "Le Courrier"),
            (f"Une médiathèque\n\nAnne Roy, 3 mai 2024\n\n{LEAD}\n\n{NEXT}\n", None),
            (f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\nLe Courrier avec AFP\n", "Le Courrier, AFP"),
            (f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\n© Le Courrier\n", "Le Courrier"),
            (f"Une médiathèque\n\n{LEAD}\n\n{NEXT} (Reuters)\n", "Reuters"),
            (f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n", None),
            (
                f"Une médiathèque\n\n{LEAD}\n\nLa maire l'a dit à l'AFP, qui la citait mardi soir.\n",
                None,
            ),
            (f"Une médiathèque\n\n{LEAD}\n\n© AP\n\n{NEXT}\n\n{LAST}\n\n{LAST[:-1]} !\n", None),
        ],
    )
    def test_only_what_the_text_says(self, text: str, source: str | None) -> None:
        assert parse(text).source == source


class TestBlocks:
    def test_subheads_standfirst_and_bylines(self) -> None:
        article = parse(
            "Une médiathèque pour tous\n\nAprès trois ans de débats, la ville choisit un projet moins cher "
            f"et plus près de la gare\n\nPar Jeanne Martin\n\n{LEAD}\n\nUn chantier"
            f" avant l'hiver\n\n{NEXT}\n\n{LAST}\n"
        )
        assert kinds(article) == [
            "title",
            "standfirst",
            "byline",
            "paragraph",
            "heading",
            "paragraph",
            "paragraph",
        ]

    def test_a_short_last_line_and_a_quote_line_are_no_headings(self) -> None:
        article = parse(f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\nUne affaire à suivre\n")
        assert "heading" not in kinds(article)

    @pytest.mark.parametrize(
        "line",
        [
            "Laisser un commentaire",
            "vingt + dix =",
            "3 + 4 =",
            "LIRE AUSSI - Le budget de la ville en cinq questions",
            "» Lire aussi : le budget de la ville",
            "À lire aussi : le budget de la ville",
            "Nous utilisons des cookies pour mesurer notre audience.",
            "Article réservé aux abonnés",
            "Je m’abonne pour 1€/semaine",
            "Inscrivez-vous à notre newsletter",
            "Partager",
            "Partager sur Facebook",
            "© 2024 Le Courrier. Tous droits réservés.",
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            "Publicité",
            "Temps de lecture : 3 min",
            "Suivez-nous sur Twitter",
        ],
    )
    def test_boilerplate_is_kept_aside(self, line: str) -> None:
        article = parse(f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\n{line}\n\n{LAST}\n")
        assert ("boilerplate", line) in blocks(article)

    @pytest.mark.parametrize(
        "line",
        [
            "Partager la ville entre tous, voilà ce que promet la maire, qui sera jugée là-dessus.",
            "Publicité mensongère : le tribunal a condamné l'enseigne à verser une amende aux clients.",
            "Lire un livre chaque semaine : c'est le pari de cette classe du collège des Tilleuls.",
            "Les cookies du boulanger se vendent par centaines le samedi matin sur le marché.",
            "Accueil chaleureux hier pour les coureurs, qui ont traversé toute la vallée à pied.",
        ],
    )
    def test_sentences_that_begin_like_it_are_text(self, line: str) -> None:
        article = parse(f"Une médiathèque\n\n{LEAD}\n\n{line}\n\n{LAST}\n")
        assert ("paragraph", line) in blocks(article)

    def test_after_the_comment_form_nothing_is_the_article(self) -> None:
        article = parse(
            f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\nCommentaires (2)\n\nC'est bien trop cher.\n\nBravo !\n"
        )
        assert kinds(article)[-3:] == ["boilerplate"] * 3

    def test_links_to_other_articles_at_the_end(self) -> None:
        links = "Le stade sera rénové en mai\nUn marché de nuit place Verte\nLa piscine rouvre ses portes\n"
        article = parse(f"Une médiathèque\n\n{LEAD}\n\n{NEXT}\n\n{LAST}\n\n{links}")
        assert kinds(article)[-3:] == ["boilerplate"] * 3

    def test_a_paragraph_that_ends_with_an_agency_is_text(self) -> None:
        article = parse(f"Une médiathèque\n\n{LEAD}\n\n{NEXT} (AFP)\n")
        assert kinds(article)[-1] == "paragraph"

    def test_a_caption_comes_once_with_its_credit(self) -> None:
        words = "La place Verte un jour de marché, à Saint-Aubin."
        article = parse(
            f"# Une médiathèque\n\n![{words}](https://x.fr/a.jpg) ![](x.fr/a.jpg) {words} ANNE ROY / AFP\n"
            f"\n{LEAD}\n"
        )
        assert blocks(article)[1] == ("caption", f"{words} ANNE ROY / AFP")
        assert len(article.blocks) == 3

    def test_hard_wrapped_lines_are_joined(self) -> None:
        words = (LEAD + " " + NEXT).split()
        lines: list[str] = [""]
        for word in words * 2:
            lines[-1:] = (
                [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < 60 else [lines[-1], word]
            )
        article = parse("\n".join(lines) + "\n\n" + "\n".join(lines[:6]) + "\n")
        assert len(article.blocks) == 2
        assert f"{LEAD} {NEXT}" in article.text


class TestCleaning:
    def test_html(self) -> None:
        article = parse(
            "<html><head><style>p{}</style></head><body><h1>Une m&eacute;diath&egrave;que</h1>"
            f"<script>var a = '<p>';</script><p>{LEAD} <b>Vraiment</b>&nbsp;?</p><h2>La suite</h2>"
            f"<p>{NEXT}</p></body></html>"
        )
        assert article.title == "Une médiathèque"
        assert blocks(article)[1:] == [
            ("paragraph", f"{LEAD} Vraiment ?"),
            ("heading", "La suite"),
            ("paragraph", NEXT),
        ]

    def test_comparisons_are_no_tags(self) -> None:
        assert "a < b et c > d" in parse(f"{LEAD} Si a < b et c > d, non.\n").text

    def test_a_data_uri_of_half_a_megabyte(self) -> None:
        article = parse(
            f"Une médiathèque\n\n![](data:image/png;base64,{'iVBORw0KGgo' * 45_000})\n\n{LEAD}\n\n{NEXT}\n"
        )
        assert article.text == f"Une médiathèque\n\n{LEAD}\n\n{NEXT}"

    def test_markdown(self) -> None:
        article = parse(
            f"# Une *médiathèque*\n\n{LEAD[:-1]}, [dit-on](/a_b 'c').\n\n## La suite\n\n**{NEXT}**\n"
        )
        assert article.title == "Une médiathèque"
        assert blocks(article)[1:] == [
            ("paragraph", f"{LEAD[:-1]}, dit-on."),
            ("heading", "La suite"),
            ("paragraph", NEXT),
        ]

    @pytest.mark.parametrize(
        "code",
        [
            "googletag.cmd.push(function() { googletag.display('PAVE'); });",
            "window.player_12 = new Player('x', {id: \"1\"}, { 'u': \"//a.fr/b\"});",
            "(function(d, s) { var j = d.createElement(s); })(document, 'script');",
        ],
    )
    def test_script_residue_leaves_the_line(self, code: str) -> None:
        assert parse(f"{LEAD} {code} {NEXT}\n").text == f"{LEAD} {NEXT}"
        assert parse(f"{LEAD}\n{code}\n{NEXT}\n").text == f"{LEAD}\n\n{NEXT}"

    def test_spaces_hyphens_and_line_ends(self) -> None:
        article = parse(f"Une  média\u00adthèque\u00a0?\r\n\r\n«\u202f{LEAD}\u202f»\r\n\r\n{NEXT}\r\n")
        assert article.text == f"Une médiathèque ?\n\n« {LEAD} »\n\n{NEXT}"

    def test_letters_are_composed_and_ligatures_kept(self) -> None:
        assert "été au cœur" in parse(f"e\u0301te\u0301 au cœur. {LEAD}\n").text

    def test_escapes_of_a_dump(self) -> None:
        article = parse(f'{LEAD} \\"Oui\\", dit-elle.\\n\\nC\\\'est l\\u00e0.\n')
        assert article.text == f'{LEAD} "Oui", dit-elle.\n\nC\'est là.'

    def test_hostile_text_is_harmless_and_shown(self) -> None:
        article = parse(f"Titre \x1b]0;x\x07[/] [@click=a]b\n\n{LEAD}\x9b2J\x00\u202e\n\n&#27;[31m {NEXT}\n")
        check(article)
        assert "\x1b" not in article.title + article.text
        assert "[@click=a]b" in article.title


class TestFiles:
    def test_copies_have_one_content_key_whatever_their_encoding(self) -> None:
        text = f"Une médiathèque\n\n{LEAD}\n"
        one, other = parse(text), parse_article("b.txt", text.encode("utf-16"))
        assert one.content_key == other.content_key
        assert one.digest != other.digest

    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff \u200b".encode(), b"--- ---\n\n***\n"])
    def test_nothing_to_read(self, data: bytes) -> None:
        with pytest.raises(UnreadableArticle):
            parse_article("a.txt", data)

    def test_binaries(self) -> None:
        with pytest.raises(UnreadableArticle) as raised:
            parse_article("a.txt", b"\x7fELF\x02\x01\x01")
        assert raised.value.reason == "binary"

    def test_reading(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(f"Une médiathèque\n\n{LEAD}\n", encoding="utf-8")
        assert read_article(tmp_path, "a.txt").path == "a.txt"
        with pytest.raises(FileNotFoundError):
            read_article(tmp_path, "b.txt")

    def test_a_pipe_is_not_waited_on(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        with pytest.raises(UnreadableArticle):
            read_article(tmp_path, "a.txt")

    def test_language(self) -> None:
        assert parse(f"{LEAD}\n").language == "fr"
        english = (
            "The council of the town has voted for the budget of a new library, which will be open to all."
        )
        assert parse(f"A library for the town\n\n{english}\n").language == "en"


pieces = st.sampled_from(
    [
        LEAD, NEXT, "Un titre", "\n", "\n\n", "# ", "---\n", "title: a\n", "date: 2024-05\n", "![a b](c)", "[a](http://b)",
        "<p>", "</p>", "<script>", "&amp;", "{#a .b}", "«", "»", '"', ".", "• ", "- A -", "LeLe maire",
        "Lire aussi : ", "Par Jean Martin", "(AFP)", "© X", "\x1b[31m", "\u00e9", "\\n", "\\u001b", "&#27;",
        "Commentaires\n", "le\n", "\x01",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces, max_size=30))
def test_any_mixture_of_what_is_met_is_laid_out(parts: list[str]) -> None:
    try:
        article = parse("".join(parts))
    except UnreadableArticle:
        return
    check(article)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_unreadable(data: bytes) -> None:
    with suppress(UnreadableArticle):
        check(parse_article("a.txt", data))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_an_article_or_unreadable(text: str) -> None:
    with suppress(UnreadableArticle):
        check(parse(text))


def test_a_title_block_is_the_title() -> None:
    article = parse(f"Une médiathèque.Vraiment ?\n\n{LEAD}\n\n{NEXT}\n")
    (title,) = (text for kind, text in blocks(article) if kind == BlockKind.TITLE)
    assert title == article.title
