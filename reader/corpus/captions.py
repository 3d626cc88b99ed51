"""Knows photo captions and credits, and the lines that say who wrote or published an article and when."""

import re

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LOWER = "a-zß-öø-ÿœ"
MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
AGENCIES = r"AFP|Agence France-Presse|Reuters|REUTERS|AP|Associated Press|Belga|BELGA|ATS|Keystone|EPA|APS|Xinhua|EFE|DPA|dpa|Ansa|ANSA|Sipa|SIPA|Getty Images|Getty|La Presse canadienne|PC|MAP|TASS|PANA"

_CREDIT = re.compile(
    rf"(?:[\[(] ?)?(?:photos? ?(?:d'(?:archives?|illustration))? ?(?:par|by|:|/|©)|crédits?(?: photos?)? ?:|illustration ?:|image ?:|©|\(c\) ).{{1,100}}\Z",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    rf"(?:[/|–—,(©] ?(?:{AGENCIES})(?: ?[/,] ?[\w .'-]{{1,40}})?\)?|[(\[](?:photo|crédit|illustration)[^()\[\]]{{0,80}}[)\]]|(?:photo|crédit) ?: ?[^.]{{3,60}}|© ?[^.]{{2,60}}"
    rf"|(?:AFP|REUTERS|AP|SIPA|EPA|BELGA) ?/ ?[{_UPPER}][\w .'-]{{2,40}})\.?\Z"
)
_DATED_END = re.compile(
    rf"(?:\b\d{{1,2}}(?:er)? (?:{MONTHS})|\b(?:{MONTHS}) \d{{1,2}}),? ?(?:1[89]|20)\d\d\.?\Z", re.IGNORECASE
)
_NAME = re.compile(
    rf"(?:[{_UPPER}][{_LOWER}'’]+|[{_UPPER}]\.)(?:[ -](?:(?:de|du|van|von|der|el|al|Al|El|Ben) )?[{_UPPER}][\w'’.]+){{1,3}}\Z"
)
_BYLINE = re.compile(
    rf"(?:(?:[Pp]ar|PAR|[Bb]y|BY|[ÉE]crit par|[Pp]ropos recueillis par|[Tt]exte ?:|[Aa]uteurs? ?:) {{1,2}}:? ?[{_UPPER}][^.!?;:]{{1,100}}\Z"
    rf"|(?:(?:Publié|Mis à jour|Modifié|Actualisé|Posté|Posted|Published|Updated)\b[^!?]{{0,120}}\d[^!?]{{0,60}}\Z)"
    rf"|\(?(?:[Aa]vec )?(?:l')?(?:{AGENCIES})(?:(?: ?[,/&] ?| et | avec )(?:[\w' ]{{0,12}})?(?:{AGENCIES}))*\)?\.?\Z"
    rf"|\(?[Aa]vec (?:l')?(?:{AGENCIES}|agences?)\b[\w ,&]{{0,30}}\)?\.?\Z"
    rf"|(?:Propos recueillis|Entretien réalisé|Correspondance|De notre (?:correspondant|envoyé)|Envoyée? spéciale?|Correspondante?)\b[^.!?]{{0,90}}\.?\Z"
    rf"|(?:[Ll]e )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?\d{{1,2}}(?:er)? (?:{MONTHS})(?: (?:19|20)\d\d)?(?:,? (?:à )?\d{{1,2}} ?[h:] ?\d{{0,2}})?\Z"
    rf"|(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?\Z"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d(?:[ ,-]+(?:à )?\d{{1,2}} ?[h:] ?\d{{2}}(?::\d\d)?)?[ -]*\Z)"
)
_SIGNATURE = re.compile(
    rf"[{_UPPER}][\w.'’ -]{{2,40}} ?[/(] ?(?:[Aa]gences?|{AGENCIES})\)?(?: ?[-–])?\Z|[-–—] [{_UPPER}][^@]{{1,40}} \(@\w+\).{{0,40}}\Z"
)
_GLUED_SIGNATURE = re.compile(
    r"[.!?»”\")] ?([a-z]{2,6}(?:-[a-z]{2,6}){0,6}(?:/[a-z]{2,6}(?:-[a-z]{2,6}){0,3}){1,5})\Z"
)
_WIRE_SIGNATURE = re.compile(r"[a-z]{2,6}(?:-[a-z]{2,6}){0,6}(?:/[a-z]{2,6}(?:-[a-z]{2,6}){0,3}){1,5}\Z")


def is_credit(line: str) -> bool:
    """Whether `line` is nothing but the credit of a picture."""
    return len(line) <= 120 and _CREDIT.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether `line` ends with the credit of a picture."""
    return len(line) <= 500 and _CREDIT_END.search(line, max(0, len(line) - 110)) is not None


def ends_with_day(line: str) -> bool:
    """Whether `line` ends with a full date, as captions do and titles do not."""
    return 40 <= len(line) <= 500 and _DATED_END.search(line, len(line) - 40) is not None


def is_byline(line: str) -> bool:
    """Whether `line` only says who wrote or sent the article, or when it was published."""
    return len(line) <= 160 and any(pattern.match(line) for pattern in (_BYLINE, _SIGNATURE, _WIRE_SIGNATURE))


def wire_signature(line: str) -> int:
    """Where the initials that end an agency's dispatch begin (`… d'aubaine.jlv/rh/ob`); the length when none do."""
    match = _GLUED_SIGNATURE.search(line, max(0, len(line) - 50))
    return match.start(1) if match is not None else len(line)


def is_name(line: str) -> bool:
    """Whether `line` has the shape of a person's name and nothing else."""
    return 4 <= len(line) <= 50 and _NAME.match(line) is not None
