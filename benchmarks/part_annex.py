"""A form of 2,000 rows as a report's annex: Word, and PDF by Typst with its head on every page."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import loops
from baocao.compose import compose
from baocao.model.document import Document, Table
from baocao.workspace import FORMS_FILE, STATISTICS_FILE
from figures import Figure
from race import race
from units import contents, make_units, name_of, open_campaign

KIND = "bao-cao"
ROWS = 2000
_ADDED = "Chỉ tiêu bổ sung"
_YEARS = range(11, 16)
_TIMES = 3
_TYPST_GOAL, _WORD_GOAL = 5, 1


def measure(_: int) -> Iterator[Figure]:
    """Time the report three times each; the number of rows does not change with N."""
    import word  # noqa: PLC0415 - as it opens our template

    documents = _documents()
    (table,) = (block for block in documents[0].appendices[0].blocks if isinstance(block, Table))
    typst = loops.typst_ours()
    times = race(
        {"word": lambda n: word.ours(documents[n]), "typst": lambda n: typst(documents[n])}, _TIMES
    )
    of = f"{len(table.rows):,} rows, document to bytes, median of {_TIMES}"
    yield Figure("annex_2000_word_s", times.medians()["word"], of, at_most=_WORD_GOAL)
    yield Figure("annex_2000_typst_s", times.medians()["typst"], of, at_most=_TYPST_GOAL)
    pages, headed = _pages(typst(documents[0]), table)
    yield Figure("annex_2000_pages", pages, "pages that have rows of it", at_least=1)
    yield Figure("annex_2000_headed", headed, "… and its head", at_least=pages)


def _documents() -> list[Document]:
    """Compose reports of CĐCS whose form has 2,000 rows more, one for each round."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), _TIMES + 1)
        with (folder.path / FORMS_FILE).open("a", encoding="utf-8") as file:
            file.writelines(
                f'      - {{ma: them_{row}, tt: "{row + 8}", noi_dung: {_ADDED} {row}, '
                "don_vi_tinh: người}\n"
                for row in range(ROWS)
            )
        for number in range(_TIMES + 1):
            with (folder.unit(name_of(number)) / STATISTICS_FILE).open(
                "a", encoding="utf-8"
            ) as file:
                file.writelines(
                    f"them_{row}: [{', '.join(str(row % 89 + number + year) for year in _YEARS)}]\n"
                    for row in range(ROWS)
                )
        campaign = open_campaign(folder)
        loaded = list(contents(folder, campaign))
    return [compose(campaign, KIND, content)[KIND,] for content in loaded]


def _pages(pdf: bytes, table: Table) -> tuple[int, int]:
    """Count the pages that have a row of the added ones, and those of them that have its head."""
    import pypdfium2  # noqa: PLC0415 - only this part needs it

    head = table.head[0][1].text
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    with_rows = [text for text in texts if _ADDED in text]
    return len(with_rows), sum(head in text for text in with_rows)
