"""Workers on cores of their own.

A worker's threads take turns: while Typst's sets a page, the main one waits. Where every core has
a worker, the system may wake such a thread on the other worker's core, to wait there while its own
stands idle; that costs one second in twenty.
"""

import os
import sys
from contextlib import suppress


def cores_for(workers: int) -> tuple[int | None, ...]:
    """Give each worker a core, where there are as many as this process may use; else none."""
    if sys.platform != "linux":
        return (None,) * workers
    cores = sorted(os.sched_getaffinity(0))
    return tuple(cores) if len(cores) == workers else (None,) * workers


def keep_to(core: int, process: int) -> None:
    """Let a process run on one core only; without effect where the system does not allow it."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setaffinity(process, {core})
