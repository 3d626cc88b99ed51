"""Knows the lines by which an article says who wrote, sent or published it, and when."""

import re

from reader.corpus.dates import without_dates
from reader.corpus.press_words import AGENCIES, LOWER, MONTHS, UPPER

_LONGEST = 160
_AGENCY = rf"(?:l['’])?(?:{AGENCIES}|[{UPPER}]{{2,6}})"
_BYLINES = (
    rf"(?:[Pp]ar|PAR|[Bb]y|BY|[ÉE]crit par|[Pp]ropos recueillis par|[Tt]exte ?:|[Aa]uteurs? ?:) ?"
    rf"[{UPPER}][^.!?;:]{{1,80}}",
    r"(?:Publié|Mis (?:à jour|en ligne)|Modifié|Actualisé|Posté|Posted|Published|Updated)\b[^!?]{0,120}\d"
    r"[^!?]{0,60}",
    # (Avec AFP), AFP, Reuters et l'AFP
    rf"\(?(?:[Aa]vec )?(?:l['’])?(?:{AGENCIES})(?:(?: ?[,/&] ?| et | avec )(?:l['’])?(?:{AGENCIES}))*\)?\.?",
    rf"\(?[Aa]vec (?:{_AGENCY}|agences?)(?:(?:, | et | & )(?:{_AGENCY}|agences?))*\)?\.?",
    r"(?:Propos recueillis|Entretien réalisé|Correspondance|De notre (?:correspondant|envoyé)"
    r"|Envoyée? spéciale?|Correspondante?)\b[^.!?]{0,90}\.?",
    rf"(?:\d{{1,2}}(?:er)? (?:{MONTHS}))",
    # J. Dupont/Agences, Paris (AFP) -
    rf"[{UPPER}][\w.'’ -]{{2,40}} ?[/(] ?(?:[Aa]gences?|{AGENCIES})\)?(?: ?[-–])?",
    rf"[-–—] [{UPPER}][^@]{{1,40}} \(@\w+\).{{0,40}}",
)
_BYLINE = re.compile(rf"(?:{'|'.join(_BYLINES)})\Z")
_INITIALS = r"[a-z]{2,6}(?:-[a-z]{2,6}){0,6}(?:/[a-z]{2,6}(?:-[a-z]{2,6}){0,3}){1,5}"
_INITIALS_LINE = re.compile(rf"{_INITIALS}\Z")
_GLUED_INITIALS = re.compile(rf"[.!?»”\")] ?({_INITIALS})\Z")
_NAME = re.compile(
    rf"(?:(?:[{UPPER}][{LOWER}'’]+|[{UPPER}]\.)"
    rf"(?:[ -](?:(?:de|du|van|von|der|el|al|Al|El|Ben) )?[{UPPER}][\w'’.]+){{1,3}}"
    rf"|[{UPPER}]{{3,}}(?: [{UPPER}]{{3,}}){{1,2}}|[{UPPER}]\. ?[{UPPER}]\.)\Z"
)
_SEPARATORS = re.compile(r"\s*(?:[|–—·•]|,(?= |\Z)| - )\s*")
_HOUR = re.compile(r"(?<![\w:])(?:(?:à|at) )?\d{1,2} ?[h:] ?\d{0,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?(?!\w)")
_TIME_WORDS = re.compile(
    r"(?:publié|mis à jour|mis en ligne|modifié|actualisé|posted|published|updated)? ?(?:le|on|du|the)? ?"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)?"
    r",?\Z",
    re.IGNORECASE,
)
_AUTHOR = re.compile(rf"(?:[Pp]ar|PAR|[Bb]y|BY) [{UPPER}]")
_NAME_PART = re.compile(
    rf"[{UPPER}][\w'’.&-]*"
    rf"(?: (?:[{UPPER}\d][\w'’.&-]*|[dl]['’][{UPPER}]\w*|de|du|des|la|le|les|et|en|of|the|and|avec)){{0,7}}\Z"
)
_OUTLET = re.compile(
    rf"(?:(?:Le|La|Les|The) |L['’])[{UPPER}]"
    r"|.*\b(?:Radio|TV|Télé\w*|Journal|Gazette|Courrier|Presse|News|Infos?|Post|Times|Tribune|Dépêche|Hebdo|Échos?"
    r"|Quotidien|Magazine|Herald|Nouvelles|Actu\w*)\b"
)
_WITH_AGENCY = re.compile(rf"(.+?) \(?avec (?:l['’])?({AGENCIES}|[{UPPER}]{{2,6}})\)?\Z")


def is_byline(line: str) -> bool:
    """Whether `line` only says who wrote, sent or published the article, or when."""
    if len(line) > _LONGEST:
        return False
    if _BYLINE.match(line) or _INITIALS_LINE.match(line):
        return True
    return _only_names_and_dates(line) or (
        len(line) <= 60 and outlet_in(line) is not None and " avec " in line
    )


def outlet_in(byline: str) -> str | None:
    """The outlet that `byline` names: a part of it that is not an author's, and looks like an outlet's name.

    With the agency it credits: `Le Courrier, AFP`.
    """
    for part in _parts(byline):
        if _AUTHOR.match(part) and not _OUTLET.match(part.split(" ", 1)[1]):
            continue
        name = part.split(" ", 1)[1] if _AUTHOR.match(part) else part
        credited = _WITH_AGENCY.match(name)
        bare = credited[1] if credited else name
        if _NAME_PART.match(bare) and _OUTLET.match(bare):
            return f"{bare}, {credited[2]}" if credited else bare
    return None


def is_outlet(line: str) -> bool:
    """Whether `line` is nothing but what looks like an outlet's name."""
    return len(line) <= 40 and _NAME_PART.match(line) is not None and _OUTLET.match(line) is not None


def initials_start(line: str) -> int:
    """Where the initials that end an agency's dispatch begin (`… aubaine.jlv/rh/ob`), else the length."""
    match = _GLUED_INITIALS.search(line, max(0, len(line) - 50))
    return match.start(1) if match is not None else len(line)


def is_name(line: str) -> bool:
    """Whether `line` has the shape of a person's name and nothing else."""
    return 4 <= len(line) <= 50 and _NAME.match(line) is not None


def _only_names_and_dates(line: str) -> bool:
    """Whether `line` is a date, with at most names beside it (`Le Courrier – lundi 3 mai 2024, 7 h 30`)."""
    if without_dates(line) == line:
        return False
    return all(_AUTHOR.match(part) or _NAME_PART.match(part) for part in _parts(line))


def _parts(line: str) -> list[str]:
    """The parts of `line` between commas, dashes and bars, dates and hours left out."""
    bare = _HOUR.sub("", without_dates(line)).strip(" *_()-.")
    parts = (part.strip(" *_") for part in _SEPARATORS.split(bare))
    return [part for part in parts if part and not _TIME_WORDS.match(part)]
