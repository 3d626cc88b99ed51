"""Asks the library, in the thread of the searches, who speaks and what they say; answers by messages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message

from reader.library.interface import Library, Saying, SpeakerCounts, SpeakerSort
from reader.tui.latest import LatestWorker


class SpeakersCounted(Message):
    """Speakers are there; `number` tells which question they answer."""

    def __init__(self, number: int, counts: SpeakerCounts) -> None:
        super().__init__()
        self.number, self.counts = number, counts


class SayingsCollected(Message):
    """The quotes of a speaker are there."""

    def __init__(self, speaker_id: int, sayings: Sequence[Saying]) -> None:
        super().__init__()
        self.speaker_id, self.sayings = speaker_id, sayings


@dataclass(slots=True)
class Question:
    """Which speakers are wanted.  `within`: the articles, None for all; `limit`: how many speakers."""

    within: Sequence[int] | None = None
    typed: str = ""
    sort: SpeakerSort = SpeakerSort.QUOTES
    sure_only: bool = False
    limit: int = 400


class AskingSpeakers:
    """Only the newest question of each kind is answered; `post` is called in the thread."""

    def __init__(self, library: Library, worker: LatestWorker, post: Callable[[Message], object]) -> None:
        self._library, self._worker, self._post = library, worker, post
        self.number = 0

    def speakers(self, question: Question) -> None:
        """Asks who speaks; `number` is then that of this question."""
        self.number += 1
        number, typed, within, limit = self.number, question.typed, question.within, question.limit
        sort, sure_only = question.sort, question.sure_only

        def ask() -> None:
            counts = self._library.speakers(typed, sort=sort, sure_only=sure_only, within=within, limit=limit)
            self._post(SpeakersCounted(number, counts))

        self._worker.submit("speakers", ask)

    def sayings(self, speaker_id: int, question: Question) -> None:
        """Asks what a speaker said."""
        within, sure_only = question.within, question.sure_only

        def ask() -> None:
            sayings = self._library.sayings(speaker_id, sure_only=sure_only, within=within)
            self._post(SayingsCollected(speaker_id, sayings))

        self._worker.submit("sayings", ask)
