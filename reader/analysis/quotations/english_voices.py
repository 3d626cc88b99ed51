"""Whom a noun phrase of an English article means: names, descriptions, and the pronouns *he* and *she*."""

from dataclasses import dataclass

from reader.analysis.quotations import english_words as words
from reader.analysis.quotations.english_chain import EnglishChain
from reader.analysis.quotations.english_phrases import (
    NounPhrase,
    clause_of,
    noun_phrase,
    opening_subject,
    renaming,
)
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.lexicon import given_names
from reader.analysis.types import EntityKind

_BACK = 4
"""Sentences gone back for the person whom a pronoun means."""

_LONG = 200
"""Items of a sentence looked through for other persons."""


@dataclass(slots=True, eq=False)
class EnglishVoice:
    """Someone or something that speaks: the entity's name if `named`, else the words that describe it.

    `gender`: `m`, `f` or empty.  `person`: whether *he* or *she* may mean it.
    """

    name: str
    named: bool
    person: bool
    gender: str = ""


class EnglishVoices:
    """The voices of an article, met in the order of the text."""

    def __init__(self, chain: EnglishChain) -> None:
        """Begins with no voice: `close_sentence` is to be called after each sentence."""
        self._chain = chain
        self._by_name: dict[str, EnglishVoice] = {}
        self._by_noun: dict[str, list[EnglishVoice]] = {}
        self._subjects: dict[int, EnglishVoice] = {}
        self._tied_to = 0
        self._appositions: set[int] = set()

    def meant(self, phrase: NounPhrase) -> EnglishVoice | None:
        """The voice that a phrase means; None for a pronoun that nobody before answers to."""
        self._tie(phrase.first)
        if phrase.pronoun:
            return self._pronoun(phrase)
        if phrase.name >= 0:
            return self._named(phrase)
        if phrase.definite and words.is_person(phrase.noun):
            known = self._by_noun.get(phrase.noun, [])
            if len(known) == 1:
                return known[0]
        return self._described(phrase)

    def hear(self, sentence: int, voice: EnglishVoice) -> None:
        """Notes whose words sentence number `sentence` tells."""
        if voice.person:
            self._subjects[sentence] = voice

    def close_sentence(self, number: int) -> None:
        """Notes the subject of a sentence that was read: who spoke in it, else who opens it."""
        chain = self._chain
        sentence = chain.sentences[number]
        self._tie(sentence.last)
        if number in self._subjects:
            return
        subject = opening_subject(chain, sentence.first, sentence.last)
        if subject is None:
            for at in range(sentence.last - 1, max(sentence.first, sentence.last - 30), -1):
                if chain.items[at].low in words.FINITE:
                    clause = clause_of(chain, at, sentence.first)
                    subject = clause.subject if clause else None
                    break
        voice = self.meant(subject) if subject else None
        if voice is not None:
            self.hear(number, voice)

    def _named(self, phrase: NounPhrase) -> EnglishVoice:
        chain = self._chain
        entity = chain.mentions[chain.items[phrase.name].number].entity
        voice = self._by_name.get(entity.name)
        if voice is None:
            given = given_names().get(entity.name.split()[0].split("-")[0], "")
            gender = given if given in {"m", "f"} else ""
            voice = EnglishVoice(
                entity.name, named=True, person=entity.kind == EntityKind.PERSON, gender=gender
            )
            self._by_name[entity.name] = voice
        voice.gender = phrase.gender or voice.gender
        return voice

    def _described(self, phrase: NounPhrase) -> EnglishVoice:
        items = self._chain.items
        said = " ".join(self._chain.text[items[phrase.first].start : items[phrase.last - 1].end].split())
        if items[phrase.first].low in words.DETERMINERS or items[phrase.first].low == phrase.noun:
            said = said[0].lower() + said[1:]
        voice = self._by_name.get("~" + said)
        if voice is None:
            voice = EnglishVoice(said, named=False, person=words.is_person(phrase.noun))
            self._by_name["~" + said] = voice
        return voice

    def _tie(self, upto: int) -> None:
        """Reads the appositions and the descriptions up to an item: *X, a mayor,* and *the mayor, X,*."""
        items = self._chain.items
        while self._tied_to < min(upto, len(items)):
            at = self._tied_to
            self._tied_to += 1
            if items[at].sort == Sort.SIGN or items[at].low in words.PREPOSITIONS:
                continue
            stop = self._chain.sentences[self._chain.sentence_of[at]].last
            begins = items[at].sort == Sort.NAME or items[at].low in words.DETERMINERS
            phrase = noun_phrase(self._chain, at, stop) if begins else None
            if phrase is None or phrase.pronoun:
                continue
            self._tie_phrase(phrase, stop)

    def _tie_phrase(self, phrase: NounPhrase, stop: int) -> None:
        items = self._chain.items
        if phrase.name >= 0:
            if phrase.end + 1 < stop and items[phrase.end].text == ",":
                role = noun_phrase(self._chain, phrase.end + 1, stop)
                if role is not None and role.name < 0 and words.is_person(role.noun):
                    self._appositions.add(role.first)
                    closed = role.end >= stop or items[role.end].sort == Sort.SIGN
                    if closed or items[role.end].low in {"who", "on"}:
                        self._belongs(role.noun, self._named(phrase))
            return
        if not words.is_person(phrase.noun):
            return
        named = renaming(self._chain, phrase, stop)
        if named is not None:
            self._belongs(phrase.noun, self._named(named))
        elif items[phrase.first].low in words.ARTICLES and phrase.first not in self._appositions:
            self._belongs(phrase.noun, self._described(phrase))

    def _belongs(self, noun: str, voice: EnglishVoice) -> None:
        known = self._by_noun.setdefault(noun, [])
        if voice not in known[-3:]:
            known.append(voice)

    def _pronoun(self, phrase: NounPhrase) -> EnglishVoice | None:
        """The nearest subject before, of the same gender; None when someone else who might be meant is nearer."""
        chain = self._chain
        here = chain.sentence_of[phrase.first]
        first = chain.sentences[here].first
        if first < phrase.first:
            subject = opening_subject(chain, first, phrase.first)
            if subject is not None and not subject.pronoun and subject.end < phrase.first:
                voice = self.meant(subject)
                if voice is not None and voice.person and voice.gender in {"", phrase.gender}:
                    return voice
        for number in range(here - 1, max(-1, here - 1 - _BACK), -1):
            voice = self._subjects.get(number)
            if voice is not None and voice.gender in {"", phrase.gender}:
                voice.gender = phrase.gender
                return voice
            if self._names_another(number, voice, phrase.gender):
                return None
        return None

    def _names_another(self, number: int, but: EnglishVoice | None, gender: str) -> bool:
        """Whether a sentence names, elsewhere than as its subject, a person whom the pronoun might mean."""
        chain = self._chain
        sentence = chain.sentences[number]
        for at in range(max(sentence.first, sentence.last - _LONG), sentence.last):
            if chain.kind(at) == EntityKind.PERSON:
                voice = self._named(NounPhrase(at, at + 1, at + 1, name=at))
                if voice is not but and voice.gender in {"", gender}:
                    return True
        return False
