"""Says on standard error how far long work is: a bar on a terminal, else a line."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.cli.output.streams import is_styled, say
from reader.language import N_, _
from reader.library.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_STAGES = {
    "walk": N_("looking for files"),
    "text": N_("reading articles"),
    "analysis": N_("analysing articles"),
    "export": N_("writing articles"),
}
_PATIENCE = 1.0
"""Seconds of silence before work that was not asked for by name is mentioned."""
_BETWEEN_DRAWINGS = 0.1


class ProgressReport:
    """Takes the progress of indexing and shows it, once the work has lasted longer than `after` seconds.

    On a terminal: a bar for each stage, with the rate and the time left.  Else `note`, once, if any.
    """

    def __init__(self, *, note: str = "", after: float = _PATIENCE) -> None:
        self._note = note
        self._show_at = time.monotonic() + after
        self._drawn_at = 0.0
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}
        self._noted = False

    def __call__(self, progress: Progress) -> None:
        """Shows `progress` if it is time to."""
        now = time.monotonic()
        if now < self._show_at:
            return
        if is_styled(sys.stderr):
            self._draw(progress, now)
        elif self._note and not self._noted:
            say(self._note)
            self._noted = True

    def close(self) -> None:
        """Takes the bars away; the line that tells the outcome is the caller's."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

    def _draw(self, progress: Progress, now: float) -> None:
        if self._bars is None:
            self._bars = _new_bars()
            self._bars.start()
        task = self._tasks.get(progress.stage)
        total = progress.total or None
        if task is None:
            _finish_stages(self._bars)
            description = _(_STAGES.get(progress.stage, progress.stage))
            task = self._tasks[progress.stage] = self._bars.add_task(description, total=total)
        self._bars.update(task, completed=progress.done, total=total)
        if now - self._drawn_at >= _BETWEEN_DRAWINGS or progress.done == progress.total:
            self._drawn_at = now
            self._bars.refresh()


@contextmanager
def progress_report(*, note: str = "", after: float = _PATIENCE) -> Iterator[ProgressReport]:
    """A `ProgressReport` that is gone from the screen when the work ends, however it ends."""
    report = ProgressReport(note=note, after=after)
    try:
        yield report
    finally:
        report.close()


def _finish_stages(bars: "Bars") -> None:
    """Lets no bar of a stage that is over seem to go on."""
    for bar in bars.tasks:
        bars.update(bar.id, completed=bar.completed, total=bar.completed)


def _new_bars() -> "Bars":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bars
    from rich.text import Text

    class RateColumn(ProgressColumn):
        """Articles a second."""

        def render(self, task: Task) -> Text:
            """The rate, or nothing before there is one."""
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    return Bars(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), RateColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True, no_color="NO_COLOR" in os.environ or None),
        auto_refresh=False, transient=True,
    )  # fmt: skip
