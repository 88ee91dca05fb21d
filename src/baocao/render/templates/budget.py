"""The limits of the work that filling a template may do, counted in steps instead of seconds.

A count gives the same answer everywhere. A signal works only in the main thread and not on
Windows; a process of its own costs more than most documents and cannot run inside another pool; a
clock refuses on a slow machine what a fast one prints. In `sandbox` every loop, call, block and
filter spends steps, and every text that is made spends its characters.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST_STEPS = 5_000_000  # some seconds; a report takes 20,000, a table of 100,000 cells 4 million
MOST_CHARACTERS = 100_000_000
LARGEST_TEXT = 1024**2  # bytes of an HTML, CSS or Typst file


class BudgetExceededError(Exception):
    """The template does more work than any document can need."""

    def __init__(self, limit: int, what: str) -> None:
        super().__init__(
            f"mẫu đòi quá nhiều việc (giới hạn {limit // 1_000_000} triệu {what} cho một văn bản), "
            "có lẽ vì vòng lặp hoặc chữ nhân lên quá lớn"
        )


class _Budget:
    __slots__ = ("characters", "steps")

    def __init__(self) -> None:
        self.steps = MOST_STEPS
        self.characters = MOST_CHARACTERS


_current: ContextVar[_Budget | None] = ContextVar("budget", default=None)


@contextmanager
def limited() -> Iterator[None]:
    """Limit what `spend` counts within the context."""
    token = _current.set(_Budget())
    try:
        yield
    finally:
        _current.reset(token)


def spend(steps: int, characters: int = 0) -> None:
    """Count work; raises `BudgetExceededError` above a limit. Outside `limited` nothing counts."""
    budget = _current.get()
    if budget is None:
        return
    budget.steps -= steps
    if budget.steps < 0:
        raise BudgetExceededError(MOST_STEPS, "bước")
    budget.characters -= characters
    if budget.characters < 0:
        raise BudgetExceededError(MOST_CHARACTERS, "chữ")
