"""PDF: the plain WeasyPrint loop, our two ways, and Typst bare, on both sizes of report.

Typst remembers what it has laid out, so that it is never given a report twice.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import loops
from baocao.compose import compose
from baocao.model.document import Document
from figures import Figure
from race import race
from units import GRASSROOTS, PROVINCE, Sample, contents, make_units, open_campaign

KIND = "bao-cao"
_TYPST_GOAL, _BARE_GOAL, _WEASYPRINT_GOAL = 10, 1.25, 1


def measure(count: int) -> Iterator[Figure]:
    """Time N/20 documents of each, and N/4 of Typst against Typst."""
    yield from _raced(PROVINCE, count, "")
    yield from _raced(GRASSROOTS, count, "_grassroots")


def _raced(sample: Sample, count: int, suffix: str) -> Iterator[Figure]:
    few, many = max(count // 20, 3), max(count // 4, 3)
    documents = _documents(sample, 2 * many + few + 3)
    plain, weasyprint, typst = loops.weasyprint_plain(), loops.weasyprint_ours(), loops.typst_ours()
    times = race(
        {
            "weasyprint_plain": lambda n: plain(documents[n]),
            "weasyprint_ours": lambda n: weasyprint(documents[n]),
            "typst_ours": lambda n: typst(documents[n]),
        },
        few,
    )
    own, others = documents[few + 1 : few + many + 2], documents[few + many + 2 :]
    bare = loops.BareTypst(others[0])
    jsons = [bare.json(document) for document in others]
    alone = race(
        {"typst_ours": lambda n: typst(own[n]), "typst_bare": lambda n: bare.print(jsons[n])},
        many,
    )
    of = f"{few} reports of the size of {sample.unit}"
    for name, seconds in {**alone.medians(), **times.medians()}.items():
        yield Figure(f"pdf_{name}{suffix}_ms", seconds * 1000, f"median, {of}")
    yield Figure(
        f"pdf_typst_vs_weasyprint{suffix}",
        times.ratio("weasyprint_plain", "typst_ours"),
        f"times faster than the plain WeasyPrint loop, {of}",
        at_least=_TYPST_GOAL,
    )
    yield Figure(
        f"typst_vs_bare{suffix}",
        alone.ratio("typst_ours", "typst_bare"),
        f"times as long as Typst alone on the same JSON, {many} of them",
        at_most=_BARE_GOAL,
    )
    yield Figure(
        f"weasyprint_vs_plain{suffix}",
        times.ratio("weasyprint_plain", "weasyprint_ours"),
        f"times faster than the plain WeasyPrint loop, {of}",
        at_least=_WEASYPRINT_GOAL,
    )


def _documents(sample: Sample, count: int) -> list[Document]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), count, sample)
        campaign = open_campaign(folder)
        loaded = list(contents(folder, campaign))
    return [compose(campaign, KIND, content)[KIND,] for content in loaded]
