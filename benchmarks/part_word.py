"""Word: docxtpl's plain loop, ours, and the rivals that run in Node, on the provincial report.

We get the finished `Document`, the others what it says in the form that they take; all give bytes.
A second race starts from the content as it was loaded, so that composing counts on either side.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baocao.compose import compose
from figures import Figure
from javascript import Node
from race import Times, race
from units import PROVINCE, contents, make_units, open_campaign

KIND = "bao-cao"
_GOAL = 12


def measure(count: int) -> Iterator[Figure]:
    """Time N/2 documents of each."""
    import word  # noqa: PLC0415 - as it opens our template

    rounds = max(count // 2, 2)
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), rounds + 1, PROVINCE)
        campaign = open_campaign(folder)
        loaded = list(contents(folder, campaign))
    documents = [compose(campaign, KIND, content)[KIND,] for content in loaded]
    ready = [word.context(document) for document in documents]
    printed = [word.ours(document) for document in documents]
    with Node(printed) as node:
        if differing := node.differing(printed):
            message = f"not the same words: {', '.join(differing)}"
            raise ValueError(message)
        times = race(
            {
                "ours": lambda n: word.ours(documents[n]),
                "docxtpl": lambda n: word.plain_from(ready[n]),
                **node.rivals(),
            },
            rounds,
        )
    whole = race(
        {
            "ours": lambda n: word.ours(compose(campaign, KIND, loaded[n])[KIND,]),
            "docxtpl": lambda n: word.plain(compose(campaign, KIND, loaded[n])[KIND,]),
        },
        rounds,
    )
    yield from _figures(times, whole, f"{rounds} provincial reports")


def _figures(times: Times, whole: Times, of: str) -> Iterator[Figure]:
    medians = times.medians()
    for name, seconds in medians.items():
        key = re.sub(r"\W+", "_", name)
        yield Figure(f"word_{key}_ms", seconds * 1000, f"median of {of}, document to bytes")
    yield Figure(
        "word_vs_docxtpl", times.ratio("docxtpl", "ours"), f"times faster, {of}", at_least=_GOAL
    )
    yield Figure(
        "word_vs_docxtpl_composed",
        whole.ratio("docxtpl", "ours"),
        "the same from loaded content, composing on both sides",
    )
    for rival in ("docxtemplater", "easy-template-x"):
        name = min((name for name in medians if name.startswith(rival)), key=medians.__getitem__)
        yield Figure(
            f"word_vs_{rival.replace('-', '_')}",
            times.ratio(name, "ours"),
            f"its fastest: {name}",
            at_least=1,
        )
