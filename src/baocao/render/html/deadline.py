"""A page that would never be laid out is stopped: the last fence about WeasyPrint.

What a template says is counted (`budget`); what a page says, such as a box a million metres high
or a style sheet that never settles, is only seen while it is laid out. WeasyPrint is Python, so an
exception set from a watching thread reaches it wherever it stands, in any thread of any process,
on Windows as well. The time allowed grows with the page, so that no honest document meets it.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 120
SECONDS_A_MEGABYTE = 600


class TooSlowError(Exception):
    """A page that takes longer to lay out than its length explains."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"dàn trang quá {seconds:.0f} giây mà chưa xong")


class _Stop(BaseException):
    """Set in the thread that lays out; no `except Exception` on its way takes it."""


def seconds_for(html: str) -> float:
    """Give how long a page may be laid out: 120 seconds, and 600 for each million letters."""
    return SECONDS + SECONDS_A_MEGABYTE * len(html) / 1_000_000


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raise `TooSlowError` in this thread where the block takes longer than so many seconds."""
    thread = threading.get_ident()
    lock = threading.Lock()
    is_done = False

    def stop() -> None:
        with lock:
            if not is_done:
                _raise_in(thread, _Stop)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        finally:
            with lock:
                is_done = True
            timer.cancel()
    except _Stop:
        raise TooSlowError(seconds) from None


def _raise_in(thread: int, exception: type[BaseException]) -> None:
    set_exception = ctypes.pythonapi.PyThreadState_SetAsyncExc
    set_exception(ctypes.c_ulong(thread), ctypes.py_object(exception))
