"""The page of an article: header, text, folded boilerplate, speakers."""

from rich.cells import cell_len

from reader.analysis.types import Analysis, Quotation, QuotationKind, Span, Speaker
from reader.corpus.article import Article
from reader.tui.text.lines import Role, Shape
from reader.tui.text.noted import Placed
from reader.tui.text.page import Page, lay_out
from tests.tui.articles import budget, make_article


def words(article: Article, page: Page) -> list[str]:
    return [line.own or article.text[line.start : line.end] for line in page.lines]


def test_the_header_says_title_date_source_and_minutes() -> None:
    article, _ = budget()
    shown = words(article, lay_out(article, Shape(60), copies=2))
    assert shown[0] == "Valbrune : le budget adopté dans la douleur"
    assert shown[1].startswith("30 mai 2024 · La Gazette · 2 min · fr")
    assert shown[1].endswith("= 2 copies")
    assert cell_len(shown[1]) == 60


def test_a_title_made_from_the_first_sentence_is_shown_as_made() -> None:
    article = make_article("a.txt", ["Un phare s'est éteint. Personne ne sait pourquoi."])
    page = lay_out(article, Shape(60))
    assert page.lines[0].role is Role.MADE_TITLE
    assert page.lines[0].own == "«\u00a0Un phare s'est éteint\u00a0»"
    assert "no title" in page.lines[1].own


def test_boilerplate_is_one_line_until_it_is_unfolded() -> None:
    article, _ = budget()
    assert words(article, lay_out(article, Shape(60)))[-1] == "▸ comment form, 2 lines"
    assert words(article, lay_out(article, Shape(60, unfolded=True)))[-2:] == [
        "Laisser un commentaire",
        "vingt + dix =",
    ]


def test_speakers_stand_under_the_paragraph_of_their_quotation() -> None:
    article, analysis = budget()
    page = lay_out(article, Shape(60, speakers=True), analysis)
    speakers = [line for line in page.lines if line.role is Role.SPEAKER]
    assert [line.own for line in speakers] == ["— Inès Carvalho", "— Paul Estrade ?"]
    assert [line.sure for line in speakers] == [True, False]


def test_a_speaker_who_is_sure_once_and_probable_once_is_told_as_both() -> None:
    said = "« Un premier mot », dit Inès Carvalho. « Un second mot », dit-on aussi."
    article = make_article("a.txt", [said])
    quotations = tuple(
        Quotation(
            start := article.text.index(words),
            start + len(words),
            Span(start + 2, start + len(words) - 2),
            QuotationKind.DIRECT,
            Speaker("Inès Carvalho", named=True, sure=sure, start=0, end=0),
            None,
        )
        for sure, words in ((True, "« Un premier mot »"), (False, "« Un second mot »"))
    )
    page = lay_out(article, Shape(200, speakers=True), Analysis((), quotations))
    assert [line.own for line in page.lines if line.role is Role.SPEAKER] == [
        "— Inès Carvalho, Inès Carvalho ?"
    ]


def test_who_is_reported_and_speaks_in_signs_is_told_once_without_brackets() -> None:
    said = "Inès Carvalho dit que le quai rouvre. « Un second mot », ajoute-t-on."
    article = make_article("a.txt", [said])
    quotations = tuple(
        Quotation(
            start := article.text.index(words),
            start + len(words),
            Span(start, start + len(words)),
            kind,
            Speaker("Inès Carvalho", named=True, sure=sure, start=0, end=0),
            None,
        )
        for kind, sure, words in (
            (QuotationKind.INDIRECT, True, "que le quai rouvre"),
            (QuotationKind.DIRECT, False, "« Un second mot »"),
        )
    )
    page = lay_out(article, Shape(200, speakers=True), Analysis((), quotations))
    assert [line.own for line in page.lines if line.role is Role.SPEAKER] == ["— Inès Carvalho ?"]


def test_speakers_stand_in_the_margin_where_there_is_one() -> None:
    article, analysis = budget()
    page = lay_out(article, Shape(60, margin=20, speakers=True), analysis)
    assert [line.margin for line in page.lines if line.margin] == ["— Inès Carvalho", "— Paul Estrade ?"]
    assert all(line.bar for line in page.lines if line.margin)


def test_rows_and_offsets_answer_to_one_another() -> None:
    article, _ = budget()
    page = lay_out(article, Shape(40))
    for row, line in enumerate(page.lines):
        if line.end > line.start and line.role is Role.PARAGRAPH:
            assert page.row_of(line.start) == row
            assert page.offset_of(row) == line.start


def test_words_are_parted_and_lines_justified_only_when_asked() -> None:
    said = "La municipalité présentera prochainement son organisation, extraordinairement compliquée, aux habitants."
    article = make_article("a.txt", [said])
    plain = lay_out(article, Shape(24))
    assert not any(line.hyphen or line.full for line in plain.lines)
    page = lay_out(article, Shape(24, hyphens=True, justified=True, spacing=1))
    lines = [line for line in page.lines if line.role is Role.PARAGRAPH]
    assert any(line.hyphen for line in lines)
    assert all(cell_len(article.text[line.start : line.end]) + line.hyphen <= 24 for line in lines)
    whole = "".join(article.text[line.start : line.end] for line in lines)
    assert whole.replace(" ", "") == said.replace(" ", "")
    assert [line.full for line in lines] == [True] * (len(lines) - 1) + [False]
    blank = [sum(line.role is Role.BLANK for line in one.lines) for one in (plain, page)]
    assert blank[1] == blank[0] + len(lines) - 1


def test_notes_stand_under_their_paragraph_and_the_title() -> None:
    article = make_article("a.txt", ["Un premier.", "Un second."], title="Titre")
    at = article.text.index("premier")
    notes = (Placed((at, at + 7), "ici\n\x1b là"), Placed(None, "tout"))
    lines = lay_out(article, Shape(40), notes=notes).lines
    shown = [line.own or article.text[line.start : line.end] for line in lines]
    assert shown[2:] == ["¶ tout", "", "Un premier.", "¶ ici", "  là", "", "Un second."]
