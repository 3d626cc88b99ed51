r"""Takes markup out of a text: HTML, Markdown images and links, data-URIs, what scripts left behind.

What the markup told of a line is kept as a mark in front of it, a control character that no safe text holds.
"""

import html
import re

from reader.corpus.safe import safe_text

CAPTION_MARK = "\x01"
HEADING_MARK = "\x02"
TITLE_MARK = "\x03"

_TRIGGERS = ("<", "&", "{", "*", "#", "[", "\\", "_", "data:", "\n---", "\n===", "\n>")
"""What no text has markup without."""
_ESCAPED_LINE = re.compile(r"(?:\\r)?\\n(?=\\n|\\r|[A-ZÀ-ÖØ-ÞŒ«“\" -]|$)", re.MULTILINE)
_ESCAPED_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPED_SIGN = re.compile(r"\\([\"'\\`*_{}\[\]()#+.!>|~@-]|(?=\n|\Z))")
_EDIT_LINK = re.compile(r"\[ ?modifier(?: \| modifier le (?:code|wikicode))? ?\]")
_DATA_URI = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=-]{1,60}){0,5},[\w+/=%.~!*'-]*")
_HIDDEN = re.compile(r"<(/?)(script|style|noscript|svg|iframe|head|template)\b|(<!--)|(-->)", re.IGNORECASE)
_IMAGE = re.compile(
    r"\[?!\[([^\[\]\n]{0,1500})\]\([^()\s]{0,3000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s*\)"
    r"(?:\]\([^()\s]{0,3000}\))?(?:\{[^{}\n]{0,300}\})?"
)
_LINK = re.compile(
    r"\[([^\[\]]{1,800})\]\((?:https?:|/|#|mailto:|www\.)[^()\s]{0,3000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?"
    r"(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s*\)(?:\{[^{}\n]{0,300}\})?"
)
_ATTRIBUTES = re.compile(r"\{[#.:][^{}\n]{1,200}\}")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,11})((?:\s[^<>]{0,3000})?)/?>")
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,8}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SCRIPT_CALL = re.compile(
    r"[\w$.]{1,60}\((?:function ?\([^()\n]{0,100}\)|\([^()\n]{0,100}\) ?=>) ?\{[^{}\n]{0,2000}\} ?\) ?;?"
    r"|\(function ?\([^()\n]{0,100}\) ?\{.{0,4000}?\}\)?\([^()\n]{0,200}\)\)? ?;"
)
_SCRIPT_START = re.compile(
    r"(?<![\w.])(?:(?:window|document|googletag|dataLayer|jQuery)\.[\w.$]{1,60} ?[=(]"
    r"|(?:var|let|const) [\w$]{1,60} ?= ?(?=[\w\"'{\[(])"
    r"|[(!]?function ?[\w$]{0,40}\([^()\n]{0,100}\) ?(?=\{))"
)
_STYLE_RULE = re.compile(
    r"(?<![\w.])[.#@]?[\w-]{1,40}(?:[ ,>.#:]{1,3}[\w-]{1,40}){0,5} ?\{ ?[\w-]{2,30} ?:[^{}\n]{1,400}\}"
)
_LONGEST_SCRIPT = 8000
_SCRIPT_LINE = re.compile(
    r"(?:var|let|const) [\w$]{1,60} ?=.*[;{\[]$|(?:window|document)\.[\w.$]{1,80} ?[=(].*"
    r"|[\w$.]{1,80}\(.*\);$|[{}\[\]();, ]{1,40}$|\{ ?\"[\w@$-]{1,60}\" ?:.*"
    r"|\"[\w@$-]{1,60}\" ?: ?[\"{\[\d].*,?$|if ?\(.*\) ?\{.*|\} ?else ?\{.*"
    r"|(?:function|return)\b[^.]*[{(;].*"
)
_SETEXT = re.compile(r"^([^\n]{2,200})\n[ \t]*(=|-)\2{2,}[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]+([^\n]*?)[ \t]*#*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]?){3,}$", re.MULTILINE)
_STRONG_LINE = re.compile(r"^(?:\*\*|__)([^*_\n]{2,150}[^*_\n.])(?:\*\*|__)[ \t]*$", re.MULTILINE)
_STRONG = re.compile(r"\*\*([^*\n]{1,2000})\*\*|(?<!\w)__([^_\n]{1,2000})__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*])\*([^*\s][^*\n]{0,500}?)\*(?![\w*])|(?<!\w)_([^_\s][^_\n]{0,500}?)_(?!\w)")
_QUOTED = re.compile(r"^>[ \t]?(?!>)", re.MULTILINE)

_INLINE_NAMES = (
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike "
    "strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_BLOCK_NAMES = (
    "address article aside blockquote body br button center dd details div dl dt embed fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html img input label legend li link main "
    "meta nav object ol option p param picture pre section select source summary table tbody td "
    "textarea tfoot th thead title tr ul video audio canvas"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def remove_markup(text: str) -> str:
    """`text` in plain lines, safe to show but for the marks in front of lines.  Linear in its length."""
    if not text.startswith((">", "---", "===")) and not any(map(text.__contains__, _TRIGGERS)):
        return text
    if "\\" in text:
        text = _unescaped(text)
    if "data:" in text:
        text = _DATA_URI.sub("", text)
    if "<" in text:
        text = _TAG.sub(_tag, _without_hidden(text))
    if "&" in text:
        text = safe_marked(_ENTITY.sub(_entity, _ENTITY.sub(_entity, text)))
    if "{" in text:
        text = _without_scripts(_ATTRIBUTES.sub("", text))
    if "[modifier" in text:
        text = _EDIT_LINK.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub(_image, text))
    return safe_marked(_without_markdown(text))  # what a sign parted may have come together


def safe_marked(text: str) -> str:
    """`safe_text` that leaves the marks in front of lines."""
    lines = text.split("\n")
    marks = CAPTION_MARK + HEADING_MARK + TITLE_MARK
    return "\n".join(
        line[0] + safe_text(line[1:]) if line[:1] and line[0] in marks else safe_text(line) for line in lines
    )


def _unescaped(text: str) -> str:
    """`text` without the backslashes of Markdown, and of the strings of programs that were saved as text."""
    text = _ESCAPED_LINE.sub("\n", text)
    text = safe_text(_ESCAPED_CODE.sub(lambda match: chr(int(match[1], 16)), text))
    return _ESCAPED_SIGN.sub(r"\1", text)


def _without_hidden(text: str) -> str:
    """`text` without comments and without the elements whose content is never shown, when they are closed."""
    kept: list[str] = []
    start = 0
    opened: tuple[str, int] | None = None
    for match in _HIDDEN.finditer(text):
        name = "-->" if match[3] or match[4] else match[2].lower()
        opens = bool(match[3]) or not (match[1] or match[4])
        if opened is None and opens:
            opened = (name, match.start())
        elif opened is not None and not opens and name == opened[0]:
            kept.append(text[start : opened[1]])
            end = match.end() if match[4] else text.find(">", match.end()) + 1
            start = end or len(text)
            opened = None
    kept.append(text[start:])
    return "".join(kept)


def _tag(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name in _INLINE:
        return ""
    if name not in _BLOCKS:
        return match[0]
    if name == "br":
        return "\n"
    if match[1]:
        return "\n\n"
    if name == "figcaption":
        return "\n\n" + CAPTION_MARK
    if name in {"h1", "title"}:
        return "\n\n" + TITLE_MARK
    return "\n\n" + HEADING_MARK if name in _HEADINGS else "\n\n"


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _image(match: re.Match[str]) -> str:
    words = match[1].strip()
    return f"\n{CAPTION_MARK}{words}\n" if len(words) > 3 and " " in words else "\n"


def _without_scripts(text: str) -> str:
    text = _without_statements(_SCRIPT_CALL.sub("", _STYLE_RULE.sub("", text)))
    return "\n".join("" if _SCRIPT_LINE.match(line.strip()) else line for line in text.split("\n"))


def _without_statements(text: str) -> str:
    """`text` without the statements of scripts that stand inside its lines."""
    kept: list[str] = []
    start = 0
    for match in _SCRIPT_START.finditer(text):
        if match.start() < start:
            continue
        end = _statement_end(text, match.end() - (match[0][-1] == "("))
        kept.append(text[start : match.start()])
        start = end
    kept.append(text[start:])
    return "".join(kept)


def _statement_end(text: str, start: int) -> int:
    """Where the statement that goes on at `start` ends: after its brackets and `;`, or with the line."""
    depth = 0
    place = start
    for place in range(start, min(len(text), start + _LONGEST_SCRIPT)):
        sign = text[place]
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        if sign == "\n" or (sign == ";" and depth <= 0):
            return place + (sign == ";")
        if sign in ")]}" and depth <= 0 and text[place + 1 : place + 2] not in (";", "(", ".", ")"):
            return place + 1
    return min(len(text), place + 1)


def _without_markdown(text: str) -> str:
    if "\n--" in text or "\n==" in text:
        text = _SETEXT.sub(lambda match: (TITLE_MARK if match[2] == "=" else HEADING_MARK) + match[1], text)
    if "#" in text:
        text = _ATX.sub(lambda match: (TITLE_MARK if len(match[1]) == 1 else HEADING_MARK) + match[2], text)
    text = _RULE.sub("", text)
    if "**" in text or "__" in text:
        text = _STRONG_LINE.sub(HEADING_MARK + r"\1", text)
        text = _STRONG.sub(lambda match: match[1] or match[2], text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    return _QUOTED.sub("", text)
