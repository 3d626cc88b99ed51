"""Why names were joined or kept apart: kept in English, said in the language of the interface."""

from reader.analysis.types import EntityKind
from reader.language import N_, retold

TOLD_THE_SAME = N_("you say they are the same")
TOLD_THE_KIND = N_("you say it is a {what}")
BUT_FOR_ACCENTS = N_("the same but for accents, capitals, hyphens or points")
LISTED = N_("listed as another name of {name}")
ONE_SOUND = N_("spellings of one sound, the given name shared")
ONE_SOUND_ALONE = N_("of one sound, but only {shared} shared names")
ONE_LETTER = N_("one letter apart, a rare spelling, {shared} shared names")
ONE_LETTER_ALONE = N_("one letter apart, but only {shared} shared names")
A_GIVEN_NAME = N_("it is also a given name")
MANY_BEAR_IT = N_("{count} people bear it")
NAMED_APART = N_("an article names both, apart")
ONE_BEARS_IT = N_("{name} alone bears it, but only {shared} shared names")
THE_ONLY_ONE = N_("the only one of this surname, in the same company ({shared} shared names)")
THE_MOST_NAMED = N_(
    "by far the most named of {count} of this surname, in the same company ({shared} shared names)"
)
AN_ACRONYM = N_("an acronym and its expansion, seen together in {count} articles")
ACRONYM_OF_MANY = N_("an acronym of {count} names")
ACRONYM_ALONE = N_("an acronym of many meanings, and only {shared} shared names")
ANOTHER_KIND = N_("the same name, taken for a {what} now and then")
ANOTHER_KIND_ALONE = N_("the same name, as a {what}, in other company")
_ALL = tuple(value for name, value in sorted(globals().items()) if name.isupper() and isinstance(value, str))


def reason_words(reason: str) -> str:
    """The reason of a join as a library keeps it, in the language of the interface."""
    return retold(reason, (*_ALL, *(kind.value for kind in EntityKind)))
