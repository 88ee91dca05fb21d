"""A time limit for the layout by WeasyPrint.

`budget` counts the work of filling a template. The work of layout, such as a box a million metres
high or a style sheet that never settles, shows only while WeasyPrint runs. WeasyPrint is Python, so
an exception set from a timer thread stops it in any thread and process, on Windows as well. The
time allowed grows with the HTML, so that no honest document reaches it.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 120
SECONDS_A_MEGABYTE = 600


class TooSlowError(Exception):
    """The layout takes longer than the length of the HTML explains."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"dàn trang quá {seconds:.0f} giây mà chưa xong")


class _Stop(BaseException):
    """Raised in the thread that lays out; `except Exception` does not catch it."""


def seconds_for(html: str) -> float:
    """Return the time limit of a layout: 120 seconds, and 600 for each million letters."""
    return SECONDS + SECONDS_A_MEGABYTE * len(html) / 1_000_000


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raise `TooSlowError` in this thread if the block takes longer than `seconds`."""
    thread = threading.get_ident()
    lock = threading.Lock()
    is_done = False

    def stop() -> None:
        with lock:
            if not is_done:
                set_exception = ctypes.pythonapi.PyThreadState_SetAsyncExc
                set_exception(ctypes.c_ulong(thread), ctypes.py_object(_Stop))

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
