"""What stands over the articles of a group in the list."""

from reader.corpus.article import PartialDate
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.language import _, current
from reader.library.interface import Group, Summary
from reader.tui.text.about import date_words


def heading_of(summary: Summary, group: Group) -> str:
    """The heading of an article's group: `mai 2024`, a source, a folder; safe to show."""
    if group is Group.DATE:
        date = summary.date
        return _("no date") if date is None else date_words(PartialDate(date.year, date.month), current())
    if group is Group.SOURCE:
        return _("no source") if summary.source is None else safe_line(summary.source)
    folder = summary.path.rpartition("/")[0]
    return f"{shown_path(folder)}/" if folder else "./"
