"""Articles made for the tests of the screen, laid out and analysed by hand."""

from collections.abc import Iterable

from reader.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationKind,
    Span,
    Speaker,
)
from reader.corpus.article import Article, Block, BlockKind, Origin, PartialDate

PARAGRAPH = (
    "Le conseil municipal de Valbrune a adopté jeudi le budget de la commune, après six heures de débats. "
    "« Nous avons tenu parole », a déclaré la maire, Inès Carvalho. La salle, pleine, a applaudi longuement."
)
CRITIC = (
    "L'opposition reste sceptique : « Ce budget n'est pas à la hauteur », a lancé Paul Estrade, "
    "qui demande un nouveau vote à Valbrune avant l'été."
)


def make_article(
    path: str,
    paragraphs: Iterable[str],
    *,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    boilerplate: str = "",
) -> Article:
    """An article of paragraphs; without a title its first sentence is one."""
    parts: list[tuple[BlockKind, str]] = [(BlockKind.TITLE, title)] if title else []
    parts += [(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
    parts += [(BlockKind.BOILERPLATE, boilerplate)] if boilerplate else []
    text, blocks = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words
    first = text.partition(". ")[0]
    return Article(
        path=path,
        digest=path,
        title=title or first[:150] or path,
        title_origin=Origin.LINE if title else Origin.FIRST_SENTENCE,
        date=PartialDate.parse(date) if date else None,
        date_origin=Origin.LINE if date else None,
        source=source,
        source_origin=Origin.LINE if source else None,
        language="fr",
        text=text,
        blocks=tuple(blocks),
    )


def mention(article: Article, words: str, kind: EntityKind, name: str | None = None, nth: int = 0) -> Mention:
    """The nth place where `words` stand."""
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(words, at + 1)
    return Mention(at, at + len(words), Entity(name or words, kind))


def quotation(article: Article, words: str, speaker: str | None, *, sure: bool = True) -> Quotation:
    """A quotation between « »."""
    start = article.text.index(words) - 2
    end = start + len(words) + 4
    who = None
    if speaker:
        at = article.text.index(speaker)
        who = Speaker(speaker, True, sure, at, at + len(speaker))
    return Quotation(start, end, Span(start + 2, end - 2), QuotationKind.DIRECT, who, None)


def budget() -> tuple[Article, Analysis]:
    """An article with a title, two quotations, three names and a comment form."""
    article = make_article(
        "gazette/budget.txt",
        [PARAGRAPH, CRITIC, *(f"{number}. {PARAGRAPH}" for number in range(12))],
        title="Valbrune : le budget adopté dans la douleur",
        date="2024-05-30",
        source="La Gazette",
        boilerplate="Laisser un commentaire\nvingt + dix =",
    )
    analysis = Analysis(
        (
            mention(article, "Valbrune", EntityKind.PLACE, nth=1),
            mention(article, "jeudi", EntityKind.DATE),
            mention(article, "Inès Carvalho", EntityKind.PERSON),
            mention(article, "Paul Estrade", EntityKind.PERSON),
            mention(article, "Valbrune", EntityKind.PLACE, nth=3),
        ),
        (
            quotation(article, "Nous avons tenu parole", "Inès Carvalho"),
            quotation(article, "Ce budget n'est pas à la hauteur", "Paul Estrade", sure=False),
        ),
    )
    return article, analysis


def corpus(number: int = 12) -> tuple[list[Article], dict[str, Analysis]]:
    """The budget article first by date, then others, one of them without date, source and title."""
    first, analysis = budget()
    articles = [first]
    articles.extend(
        make_article(
            f"depeches/{index:03d}.txt",
            [f"La dépêche numéro {index} parle du port de Kerlan et de ses grues.", PARAGRAPH],
            title=f"Dépêche {index} : le port de Kerlan attend ses grues",
            date=f"2024-04-{1 + index % 28:02d}",
            source="Agence Littoral" if index % 2 else "Le Phare",
        )
        for index in range(1, number - 1)
    )
    articles.append(
        make_article("sans-titre.txt", ["Un phare s'est éteint cette nuit. Personne ne sait pourquoi."])
    )
    return articles, {first.path: analysis}
