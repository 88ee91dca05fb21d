"""Rivals timed in turn, round after round, so that a busy machine slows all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Rival = Callable[[int], object]


class Clocked(float):
    """Seconds that a rival took by its own clock, since it runs in another process."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds of each rival, round by round."""

    rounds: dict[str, list[float]]

    def medians(self) -> dict[str, float]:
        """Give the median seconds of each rival."""
        return {name: statistics.median(taken) for name, taken in self.rounds.items()}

    def ratio(self, slower: str, faster: str) -> float:
        """Give the median over the rounds of how many times as long one takes as another."""
        pairs = zip(self.rounds[slower], self.rounds[faster], strict=True)
        return statistics.median(one / other for one, other in pairs)


def race(rivals: Mapping[str, Rival], rounds: int, *, warmed: bool = True) -> Times:
    """Time the rivals in turn; each is called with the number of the round, from 1.

    Who begins changes from round to round. Rivals are `warmed` by a round 0 that is not timed.
    A rival that remembers what it has printed must be given something new in every round.
    """
    names = list(rivals)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for name in names if warmed else ():
        rivals[name](0)
    for number in range(1, rounds + 1):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            taken[name].append(seconds(rivals[name], number))
    return Times(taken)


def seconds(rival: Rival, number: int) -> float:
    """Time one call."""
    started = time.perf_counter()
    result = rival(number)
    elapsed = time.perf_counter() - started
    return float(result) if isinstance(result, Clocked) else elapsed
