"""Rows whose height is known beforehand stand just where Typst would have put them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from baocao.compose import compose
from baocao.layout.typeface import line_count, width_mm
from baocao.model.campaign import PdfEngine
from baocao.model.document import CellStyle, Document, Orientation, Table, TableCell
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.render.typst import document_json
from baocao.workspace import CampaignFolder, TemplateFolders
from support import by_hand
from support.samples import ROOT

CAMPAIGNS = ROOT / "tests" / "campaigns" / "content"
SHIPPED = ROOT / "templates"
PRESS = Printer(TemplateFolders((SHIPPED,)), PdfEngine.TYPST)
WORDS = (
    *("Tổng số", "công nhân, viên chức", "sáng kiến", "được công nhận (nếu có);", "1.234,5 %"),
    *("Trong đó:", "2016-2017", "cán bộ/công chức", "ký túc xá", "nghiêng", "“trích”", "a", "–"),
)
SIZES = (7.0, 8.0, 9.5, 11.0, 12.0)
STYLES = tuple(CellStyle)


def random_table(random: Random) -> Table:
    """Return a table with cells over several rows and columns, of one word to some lines."""
    columns = random.randint(2, 7)
    width = by_hand.PORTRAIT_MM / columns
    widths = tuple(width * random.uniform(0.5, 1.0) for _ in range(columns))

    def cell(style: CellStyle | None = None, rows: int = 1, across: int = 1) -> TableCell:
        words = random.choices(WORDS, k=random.choice((0, 1, 1, 1, 2, 4, 7)))
        right_mm = random.choice((0, 0, 1.5))
        return TableCell(" ".join(words), style or random.choice(STYLES), across, rows, right_mm)

    rows: list[tuple[TableCell, ...]] = []
    while len(rows) < random.randint(2, 14):
        over = random.choice((1, 1, 1, 2, 3, 6))
        across = random.randint(1, columns - 1)
        rows.append((cell(rows=over), *(cell() for _ in range(columns - 1))))
        rows += (tuple(cell() for _ in range(columns - 1)) for _ in range(over - 1))
        rest = tuple(cell() for _ in range(columns - across))
        rows.append((cell(across=across), *rest))
    head = (
        (cell(CellStyle.HEAD, rows=2), cell(CellStyle.HEAD, across=columns - 1)),
        tuple(cell(CellStyle.HEAD) for _ in range(columns - 1)),
    )
    return Table("", widths, head, tuple(rows), size_pt=random.choice(SIZES))


def documents_of_tables() -> Iterator[Document]:
    for seed in range(40):
        random = Random(seed)  # noqa: S311 - tables, no secrets
        tables = (random_table(random) for _ in range(3))
        spoken = by_hand.paragraph("Lời giữa hai bảng.")
        yield by_hand.document(*(block for table in tables for block in (spoken, table)))
    yield by_hand.document(by_hand.wide_table(60), orientation=Orientation.LANDSCAPE)
    yield by_hand.document(by_hand.merged_table(4, 12))
    yield by_hand.document(by_hand.aligned_table())
    yield by_hand.with_everything()


def documents_of_campaigns() -> Iterator[Document]:
    for path in (*sorted((ROOT / "content").iterdir()), *sorted(CAMPAIGNS.iterdir())):
        folder = CampaignFolder(path)
        campaign, _ = check_campaign(folder)
        assert campaign is not None
        for unit in folder.units_present():
            content = check_unit(folder, campaign, unit).content
            for kind in ("bao-cao", "bieu-so-lieu"):
                if content is not None:
                    yield from compose(campaign, kind, content).values()


def without_heights(folder: Path) -> Printer:
    """Return a press whose templates tell Typst nothing of rows."""
    blocks = (SHIPPED / "typst" / "khoi.typ").read_text("utf-8")
    telling = "    rows: heights,\n"
    assert telling in blocks
    (folder / "typst").mkdir()
    (folder / "typst" / "khoi.typ").write_text(blocks.replace(telling, ""), "utf-8")
    return Printer(TemplateFolders((folder, SHIPPED)), PdfEngine.TYPST)


def known_rows(document: Document) -> tuple[int, int]:
    """Count the rows of a document's tables, and those whose height is known."""
    written = json.loads(document_json.serialize(document).data)
    blocks = [block for part in (written, *written["appendices"]) for block in part["blocks"]]
    tables = [block for block in blocks if "row_lines" in block]
    lines = [count for table in tables for count in (*table["head_lines"], *table["row_lines"])]
    return len(lines), sum(count is not None for count in lines)


@pytest.mark.slow
@pytest.mark.parametrize("documents", [documents_of_tables, documents_of_campaigns])
def test_what_is_known_changes_nothing(
    documents: Callable[[], Iterator[Document]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_to_typst = without_heights(tmp_path)
    rows = known = 0
    for document in documents():
        counted = known_rows(document)
        rows, known = rows + counted[0], known + counted[1]
        by_count = PRESS.render(document, Format.PDF)
        with monkeypatch.context() as patch:
            patch.setattr(document_json, "line_count", lambda *_, **__: None)

            assert left_to_typst.render(document, Format.PDF) == by_count

    assert known > rows / 5 > 10


@pytest.mark.parametrize(
    ("text", "room_mm", "lines"),
    [
        ("", 0, 0),
        ("12", 30, 1),
        ("2016-2017", 60, 1),
        ("Tổng số sáng kiến được công nhận", 200, 1),
        ("Tổng số sáng kiến được công nhận", 40, 2),
        ("Tổng số (nếu có), 12 %; hết.", 20, 3),
        ("Tổng số sáng kiến năm 2016-2017", 30, None),
        ("cán bộ/công chức của đơn vị", 30, None),
        ("một dòng\nhai dòng", 200, None),
        (" lùi vào", 200, None),
        ("nghiêngnghiêngnghiêng", 20, None),
    ],
)
def test_lines_are_counted_where_that_is_certain(
    text: str, room_mm: float, lines: int | None
) -> None:
    assert line_count(text, 12, room_mm, bold=False) == lines


@pytest.mark.parametrize(("beside_the_edge_mm", "lines"), [(-0.06, 2), (0, None), (0.06, 1)])
def test_a_line_that_just_fits_is_for_typst_to_tell(
    beside_the_edge_mm: float, lines: int | None
) -> None:
    text = "Tổng số sáng kiến"
    edge_mm = width_mm(text, 12, bold=True)

    assert line_count(text, 12, edge_mm + beside_the_edge_mm, bold=True) == lines
