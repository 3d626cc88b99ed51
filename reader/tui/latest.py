"""A thread that does only the newest of the jobs it is given, so that typing is never behind."""

import threading
from collections.abc import Callable


class LatestWorker:
    """Runs one job at a time; a job that waits is replaced by a newer one of the same `lane`.

    Jobs post messages for their results and check nothing: whoever receives a result compares its number with
    the newest that was asked for.  An error in a job goes to `on_error`, called in the thread.
    """

    def __init__(self, name: str, on_error: Callable[[Exception], object]) -> None:
        self._waiting: dict[str, Callable[[], object]] = {}
        self._condition = threading.Condition()
        self._on_error = on_error
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, lane: str, job: Callable[[], object]) -> None:
        """Runs `job` soon, in place of one of the same lane that has not begun."""
        with self._condition:
            self._waiting.pop(lane, None)
            self._waiting[lane] = job
            self._condition.notify()

    def close(self, timeout: float = 0.5) -> None:
        """Forgets what waits, and waits a moment for what runs."""
        with self._condition:
            self._closed = True
            self._waiting.clear()
            self._condition.notify()
        self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            with self._condition:
                while not self._waiting and not self._closed:
                    self._condition.wait()
                if self._closed:
                    return
                lane = next(iter(self._waiting))
                job = self._waiting.pop(lane)
            try:
                job()
            except Exception as error:  # whatever went wrong is shown, and the thread lives on
                self._on_error(error)
