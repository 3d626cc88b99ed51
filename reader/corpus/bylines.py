"""Knows the lines by which an article says who wrote or sent it, and when."""

import re

from reader.corpus.press_words import AGENCIES, LOWER, MONTHS, UPPER

_LONGEST = 160
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_HOUR = r"(?:à )?\d{1,2} ?[h:] ?\d{0,2}(?::\d\d)?"
_BYLINES = (
    rf"(?:[Pp]ar|PAR|[Bb]y|BY|[ÉE]crit par|[Pp]ropos recueillis par|[Tt]exte ?:|[Aa]uteurs? ?:) ?"
    rf"[{UPPER}][^.!?;:]{{1,80}}",
    r"(?:Publié|Mis à jour|Modifié|Actualisé|Posté|Posted|Published|Updated)\b[^!?]{0,120}\d[^!?]{0,60}",
    # (Avec AFP), AFP, Reuters et l'AFP
    rf"\(?(?:[Aa]vec )?(?:l['’])?(?:{AGENCIES})(?:(?: ?[,/&] ?| et | avec )(?:l['’])?(?:{AGENCIES}))*\)?\.?",
    rf"\(?[Aa]vec (?:l['’])?(?:{AGENCIES}|agences?)\b[\w ,&]{{0,30}}\)?\.?",
    r"(?:Propos recueillis|Entretien réalisé|Correspondance|De notre (?:correspondant|envoyé)"
    r"|Envoyée? spéciale?|Correspondante?)\b[^.!?]{0,90}\.?",
    # Le jeudi 3 mai 2024 à 10h12, 2024-05-03T10:12:00Z, 03/05/2024 - 10:12
    rf"(?:[Ll]e )?(?:(?:{_DAYS}),? )?\d{{1,2}}(?:er)? (?:{MONTHS})(?: (?:19|20)\d\d)?(?:,? {_HOUR})?",
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d(?:[ ,-]+{_HOUR})?[ -]*",
    # J. Dupont/Agences, Paris (AFP) -
    rf"[{UPPER}][\w.'’ -]{{2,40}} ?[/(] ?(?:[Aa]gences?|{AGENCIES})\)?(?: ?[-–])?",
    rf"[-–—] [{UPPER}][^@]{{1,40}} \(@\w+\).{{0,40}}",
)
_BYLINE = re.compile(rf"(?:{'|'.join(_BYLINES)})\Z")
_INITIALS = r"[a-z]{2,6}(?:-[a-z]{2,6}){0,6}(?:/[a-z]{2,6}(?:-[a-z]{2,6}){0,3}){1,5}"
_INITIALS_LINE = re.compile(rf"{_INITIALS}\Z")
_GLUED_INITIALS = re.compile(rf"[.!?»”\")] ?({_INITIALS})\Z")
_NAME = re.compile(
    rf"(?:[{UPPER}][{LOWER}'’]+|[{UPPER}]\.)"
    rf"(?:[ -](?:(?:de|du|van|von|der|el|al|Al|El|Ben) )?[{UPPER}][\w'’.]+){{1,3}}\Z"
)


def is_byline(line: str) -> bool:
    """Whether `line` only says who wrote or sent the article, or when it was published."""
    return len(line) <= _LONGEST and (_BYLINE.match(line) or _INITIALS_LINE.match(line)) is not None


def initials_start(line: str) -> int:
    """Where the initials that end an agency's dispatch begin (`… aubaine.jlv/rh/ob`), else the length."""
    match = _GLUED_INITIALS.search(line, max(0, len(line) - 50))
    return match.start(1) if match is not None else len(line)


def is_name(line: str) -> bool:
    """Whether `line` has the shape of a person's name and nothing else."""
    return 4 <= len(line) <= 50 and _NAME.match(line) is not None
