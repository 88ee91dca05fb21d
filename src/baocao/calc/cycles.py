"""The circles in a graph of things and their sources."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def cycles(sources: Mapping[Node, Iterable[Node]]) -> Iterator[tuple[Node, ...]]:
    """Yield each circle of things, every one followed by its source; the last leads to the first.

    A circle begins with the member that stands first in `sources`. Circles that share a member are
    one finding: what hangs together is mended together.
    """
    graph = {each: [s for s in named if s in sources] for each, named in sources.items()}
    while graph:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            found = list(reversed(error.args[1][1:]))
            first = next(found.index(each) for each in graph if each in found)
            yield (*found[first:], *found[:first])
            graph = {
                each: [source for source in named if source not in found]
                for each, named in graph.items()
                if each not in found
            }
        else:
            return
