"""Finds what lost its own line inside a long one: subheads, items of a list, the rubric before the lead."""

import re
from functools import cache

from reader.corpus.byte_map import ByteMap
from reader.corpus.press_words import LOWER, UPPER

_LONGEST_SUBHEAD = 90

# Words that begin French sentences; a capital in the middle of any other word may be a brand's.
_STARTERS = (
    "Le|La|Les|L['’]|Un|Une|Des|Du|Ce|Cet|Cette|Ces|Il|Ils|Elle|Elles|On|Nous|En|Dans|Sur|Selon|Pour|"
    "Par|Mais|Et|Au|Aux|Après|Avant|Depuis|Devant|Alors|Avec|Sans|Si|Quand|Comme|Cela|C['’]|À|D['’]|"
    "J['’]|Je|S['’]|Qu['’]|Plus|Tout|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Pourtant|"
    "Cependant|Toutefois|Premier|Première|Ici|Là|Son|Sa|Ses|Lors|Parmi|Outre|Ainsi|Voici|Plusieurs|"
    "Deux|Trois"
)
# After a word that begins small, any capitalised word; after another, one that begins sentences.
_RUN_ON = (
    rf"(?:[{LOWER}»”)](?=[{UPPER}])(?=(?:{_STARTERS})(?:(?<=['’])|[ ]))"
    rf"|(?:[ '’][{LOWER}][{LOWER}-]{{2,30}}[{LOWER}]|[)»”])(?=[{UPPER}][{LOWER}]+[ ,]))"
)
_WIRE = rf"[.!?…»”\")] ?[-–] (?P<wire>[{UPPER}«“\"'‘\d][^.\n]{{2,80}}?) [-–] ?(?=[{UPPER}«“\"'‘])"
_BULLET = r"[.!?…»”\";: ](?=[•●▪■►] ?\w)"
_BREAKS = (
    (_WIRE, ("- A", "- 1")),
    (f"(?P<run>{_RUN_ON})", ("aA",)),
    (f"(?P<bullet>{_BULLET})", ("*",)),
)
"""What breaks a line, and the shapes of which it has one."""
_SHAPES = (
    ("a", re.compile(f"[{LOWER}»”)]")),
    ("A", re.compile(f"[{UPPER}]")),
    ("1", re.compile(r"[«“\"'‘\d]")),
    ("-", re.compile("–")),
    ("*", re.compile("[•●▪■►]")),
)
_RUN_ON_ONLY = re.compile(_RUN_ON)
_SENTENCE_START = re.compile(
    rf"(?:(?<!\d)[.!?…][»”\")]{{0,2}} ?|(?<=\d)[.!?…][»”\")]{{0,2}} )(?:[-–] )?(?=[«“\"(]?[{UPPER}\d])"
)
_RUBRIC = (
    "politique|société|societe|économie|economie|international|monde|culture|sports?|football|rugby|tennis|"
    "cyclisme|faits[ -]divers|justice|santé|planète|environnement|sciences?|high-tech|tech|médias?|people|"
    "éducation|éclairage|analyse|reportage|décryptage|enquête|portrait|entretien|interview|tribune|vidéo|exclusif|édito|"
    "éditorial|chronique|opinion|billet|actualités?|région|transports?|immobilier|bourse|entreprises?|musique|cinéma|météo|insolite|récit"
)
_RUBRIC_LINE = re.compile(rf"(?:{_RUBRIC})(?: ?[-–—|/,&>] ?(?:{_RUBRIC}))*\Z", re.IGNORECASE)
_RUBRIC_GLUED = re.compile(rf"(?i:{_RUBRIC})(?=[{UPPER}][{LOWER}'’ ])")
_RUBRIC_APART = re.compile(rf"(?i:{_RUBRIC})(?<=[{UPPER}]{{4}})(?: ?[-–—|:.] ?| )(?=[{UPPER}«“\"])")
_CAPITALS = re.compile(
    rf"[{UPPER}]{{5,20}}(?: [{UPPER}]{{2,20}}){{0,3}}"
    rf"(?: (?=(?:{_STARTERS})(?:(?<=['’])|[ ]))|\. (?=[{UPPER}\d]))"
)
_SHORTEST_LEAD = 100


def _shape(text: str) -> str:
    for shape, signs in _SHAPES:
        text = signs.sub(shape, text)
    return text


_shape_of = ByteMap(_shape)
"""A text with one sign for all of a kind: far quicker to look through than by a regex of kinds."""


@cache
def _break(sorts: tuple[bool, ...]) -> re.Pattern[str]:
    """The pattern of the breaks of some sorts, in the order of `_BREAKS`."""
    return re.compile(
        "|".join(pattern for (pattern, _), wanted in zip(_BREAKS, sorts, strict=True) if wanted)
    )


def is_rubric(line: str) -> bool:
    """Whether `line` only names a section of an outlet (`Politique`, `Société - Justice`)."""
    return len(line) <= 60 and _RUBRIC_LINE.match(line) is not None


def rubric_end(line: str, *, lead: bool) -> int:
    """Where the rubric in front of a line ends (`SociétéUn homme`, `ÉCLAIRAGE. Le Sénat`), else 0.

    Before the `lead`, other words in capitals are a rubric too, when a sentence surely begins after them.
    """
    match = _RUBRIC_GLUED.match(line)
    if match is None and len(line) > _SHORTEST_LEAD:
        match = _RUBRIC_APART.match(line) or (_CAPITALS.match(line) if lead else None)
    return match.end() if match is not None else 0


def run_on_end(text: str, start: int) -> int | None:
    """Where, soon after `start` and before any sentence ends, a word runs into the next (`LyonLe maire`)."""
    match = _RUN_ON_ONLY.search(text, start, start + 200)
    return match.end() if match is not None and "." not in text[start : match.end()] else None


def part_subheads(text: str) -> list[tuple[str, bool]]:
    """The pieces of `text`, one line, each with whether it is surely a subhead.

    Broken at `- Subhead -` after a sentence, at the bullets of lists, and where a word runs into one that
    begins a sentence; what then stands between the last sentence end and the break is a subhead when short.
    """
    shape = _shape_of(text)
    sorts = tuple(any(map(shape.__contains__, shapes)) for _, shapes in _BREAKS)
    if not any(sorts):
        return [(text, False)]
    pieces: list[tuple[str, bool]] = []
    start = 0
    for match in _break(sorts).finditer(text):
        if match.lastgroup == "wire":
            pieces += [(text[start : match.start() + 1], False), (match["wire"], True)]
            start = match.end()
            continue
        place = match.end()
        if match.lastgroup == "bullet":
            pieces.append((text[start:place], False))
            start = place
        elif text[max(0, place - 2)].islower() or not text[place - 1].isalpha():
            head = _subhead_start(text, start, place)
            pieces += [(text[start:head], False), (text[head:place], head < place)]
            start = place
    pieces.append((text[start:], False))
    return [(stripped, subhead) for piece, subhead in pieces if (stripped := piece.strip())]


def _subhead_start(text: str, start: int, end: int) -> int:
    """Where the subhead that ends at `end` begins, not before `start`; `end` when there is none."""
    left = max(start, end - _LONGEST_SUBHEAD - 5)
    begin = start if left == start else end
    for match in _SENTENCE_START.finditer(text, left, end):
        begin = match.end()
    if text[begin : begin + 1] in "•●▪■►":
        return begin
    words = text[begin:end]
    sound = (
        8 <= len(words) <= _LONGEST_SUBHEAD
        and (words[0].isupper() or words[0].isdigit() or words[0] in '"«“')
        and words.count('"') % 2 == 0
    )
    return begin if sound and words.count("«") == words.count("»") else end
