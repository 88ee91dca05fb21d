"""Workers on cores of their own.

A worker's threads take turns: while Typst's sets a page, the main one waits. Where every core has
a worker, the system may wake such a thread on the other worker's core, to wait there while its own
stands idle; that costs one second in twenty.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "linux":
    import fcntl


def pin_to_free_core(locks: Path, workers: int) -> None:
    """Pin this process to a core that no other worker has, if there are as many as workers.

    Each core has a file in `locks`; the system ends the lock on it when the process ends.
    """
    if sys.platform != "linux":
        return
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) != workers:
        return
    for core in cores:
        file = os.open(locks / f"core-{core}", os.O_CREAT | os.O_RDWR)
        with suppress(OSError):  # another worker's, or the system allows no pinning
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.sched_setaffinity(0, {core})
            return
        os.close(file)
