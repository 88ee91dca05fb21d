"""The progress of a batch: a bar on a terminal, a line every few seconds elsewhere.

Both go to the standard error, so that they never mix with results. The bar is Rich's, which knows
what a terminal can do; it goes away while something else is printed.
"""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from decimal import Decimal
from time import monotonic

import click
import rich.console
import rich.progress

from baocao.vietnamese.figures import format_figure

_SECONDS_BETWEEN_LINES = 5
_MOMENT, _MINUTE, _HOUR = 10, 60, 3600  # seconds


class Progress:
    """Counts units as they end; prints a line every few seconds."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._started = self._said = monotonic()

    def advance(self) -> None:
        """Count one more unit."""
        self._done += 1
        now = monotonic()
        if now - self._said >= _SECONDS_BETWEEN_LINES and self._done < self._total:
            self._said = now
            click.echo(self.line(), err=True)

    def aside(self) -> AbstractContextManager[None]:
        """Return a context in which something else may be printed."""
        return nullcontext()

    def line(self) -> str:
        """Return «1.200/126.000 đơn vị, 38,5 đơn vị/giây, còn khoảng 54 phút»."""
        done = f"{count(self._done)}/{count(self._total)} đơn vị"
        if not self._done:
            return done
        rate = self._done / max(monotonic() - self._started, 0.001)
        left = (self._total - self._done) / rate
        return f"{done}, {speed(rate)}, còn khoảng {duration(left)}"


class _Bar(Progress):
    """A bar, and the same words beside it, each time a unit ends."""

    def __init__(self, total: int, bar: rich.progress.Progress) -> None:
        super().__init__(total)
        self._bar = bar
        self._task = bar.add_task("", total=total, words=self.line())

    def advance(self) -> None:
        self._done += 1
        self._bar.update(self._task, completed=self._done, words=self.line())

    @contextmanager
    def aside(self) -> Iterator[None]:
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """Show how many of `total` units have ended, while the block lasts."""
    if not sys.stderr.isatty():
        yield Progress(total)
        return
    columns = (rich.progress.BarColumn(24), rich.progress.TextColumn("{task.fields[words]}"))
    console = rich.console.Console(stderr=True)
    with rich.progress.Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        yield _Bar(total, bar)


def count(number: int) -> str:
    """Return «126.000»."""
    return format_figure(number)


def speed(rate: float) -> str:
    """Return «38,5 đơn vị/giây»."""
    return f"{_decimal(rate)} đơn vị/giây"


def duration(seconds: float) -> str:
    """Return «2,3 giây», «48 giây», «54 phút», «2 giờ 05 phút»."""
    if seconds < _MOMENT:
        return f"{_decimal(seconds)} giây"
    if seconds < _MINUTE:
        return f"{round(seconds)} giây"
    minutes = round(seconds / _MINUTE)
    if seconds < _HOUR:
        return f"{minutes} phút"
    return f"{minutes // _MINUTE} giờ {minutes % _MINUTE:02} phút"


def _decimal(number: float) -> str:
    return format_figure(Decimal(f"{number:.1f}"), 1)
