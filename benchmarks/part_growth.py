"""Memory: how much a process that prints PDFs grows, by either engine."""

import multiprocessing
import statistics
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import loops
from baocao.compose import compose
from figures import Figure
from processes import resident_mb
from units import contents, make_units, open_campaign

KIND = "bao-cao"
_LAST, _FIRST = 1000, 100  # of a run with N=2000; a smaller N prints fewer
_GOAL_MB = 20
_NEIGHBOURS = 5  # whose median steadies a reading
_ENGINES = {"weasyprint": loops.weasyprint_ours, "typst": loops.typst_ours}


def measure(count: int) -> Iterator[Figure]:
    """Print N/2 documents, 1,000 at most, in a process of its own for either engine."""
    last = min(max(count // 2, 10), _LAST)
    first = min(last // 2, _FIRST)  # what comes before is starting up
    grown: list[float] = []
    for engine in _ENGINES:
        own = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=own) as pool:
            readings = pool.submit(_readings, engine, last).result()
        growth = _about(readings, last) - _about(readings, first)
        grown.append(growth)
        yield Figure(
            f"rss_growth_{engine}_mb",
            growth,
            f"from document {first} to {last}; {_about(readings, last):.0f} MB then",
        )
    yield Figure(
        "rss_growth_mb", max(grown), f"the larger, document {first} to {last}", at_most=_GOAL_MB
    )


def _readings(engine: str, count: int) -> list[float]:
    """Print documents; give the memory after each."""
    print_pdf = _ENGINES[engine]()
    readings: list[float] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), count)
        campaign = open_campaign(folder)
        for content in contents(folder, campaign):
            print_pdf(compose(campaign, KIND, content)[KIND,])
            readings.append(resident_mb())
    return readings


def _about(readings: list[float], document: int) -> float:
    """Give the memory at a document, counted from 1: the median of it and those just before."""
    return statistics.median(readings[max(document - _NEIGHBOURS, 0) : document])
