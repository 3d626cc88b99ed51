"""Screens that stand over another one until they have answered."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class Answering(Screen[Answer], inherit_bindings=False):
    """Answers once: of a double click, or two keys in one, the second would close the screen below.

    Among the bases of a modal screen it stands behind Textual's own, whose styles it would take away otherwise.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Goes away with an answer, unless it has gone already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
