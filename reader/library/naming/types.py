"""What is known of an entity of the corpus: for the index, the entity's page and its concordance."""

from dataclasses import dataclass

from reader.analysis.types import EntityKind

KINDS = (
    EntityKind.PERSON,
    EntityKind.PLACE,
    EntityKind.ORGANIZATION,
    EntityKind.PRODUCT,
    EntityKind.EVENT,
)
"""The kinds that are followed from article to article: dates and amounts are not."""


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity of the corpus by its representative name, with the articles that name it and how often they do.

    `id` holds until the library is brought up to date again; name and kind find it then.
    """

    id: int
    name: str
    kind: EntityKind
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Wording:
    """Words the articles use of an entity, a form of its name or a title before it, and how often.

    `article_id`: the newest article that gives the title; None for forms, and for a title of long ago.
    """

    words: str
    mentions: int
    articles: int
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """An entity that is named with another, and in how many articles both are."""

    entity: NamedEntity
    articles: int


@dataclass(frozen=True, slots=True)
class NamedIn:
    """An article that names an entity, how often, and how many of its quotations the entity is the speaker of."""

    article_id: int
    mentions: int
    quotations: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All there is on an entity but the sentences, which are read as they come into sight.

    `forms` and `titles`: the most frequent first.  `months`: (`2024-05`, articles), ascending, only dated ones.
    `company`: whom it is named with most, in the newest `company_of` of its articles.
    `also`: entities of the same name and another kind.  `places`: the articles, newest first.
    """

    entity: NamedEntity
    forms: tuple[Wording, ...]
    titles: tuple[Wording, ...]
    months: tuple[tuple[str, int], ...]
    company: tuple[Company, ...]
    company_of: int
    also: tuple[NamedEntity, ...]
    places: tuple[NamedIn, ...]

    @property
    def quotations(self) -> int:
        """Of how many quotations it is the speaker."""
        return sum(place.quotations for place in self.places)


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A mention in its sentence, on one line.  `start` and `end`: of the name in the article's text."""

    article_id: int
    before: str
    name: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Join:
    """Why two names were joined or, with `joined` False, kept apart though they are near."""

    left: str
    right: str
    reason: str
    joined: bool = True
