"""Letters are counted right whatever numbers the glyphs have, without a look at each of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from baocao.errors import TemplateError
from baocao.layout.typeface import is_covered
from baocao.model.campaign import PdfEngine
from baocao.model.document import Document
from baocao.pipeline import Format, Printer
from baocao.render.typst import printed_letters
from baocao.workspace import TemplateFolders
from support import by_hand
from support.samples import ROOT

SHIPPED = ROOT / "templates"
LETTERS = "".join(
    letter
    for letter in map(chr, (*range(0x21, 0x180), *range(0x386, 0x460), *range(0x1EA0, 0x1EFA)))
    if letter.isprintable() and not letter.isspace() and is_covered(letter)
)
A_LINE = 10  # letters that need no break
SPELT_BY_NAME = (8, 9, 10, 12, 13)  # as a PDF's strings write these numbers: \\b, \\t, …
PARENTHESES, BACKSLASH = (40, 41), 92
IN_OCTAL, IN_FIGURES, OF_TWO_BYTES = (7, 31, 127), (128, 200, 254), (255, 256, 300)


def with_blank_as_glyph(number: int) -> Document:
    """Return a document in whose regular face the blank is the glyph of that number."""
    document = by_hand.document(by_hand.paragraph("Một đoạn văn (có ngoặc) và \\ nữa."))
    letters = LETTERS[: number - 1]
    lines = [letters[start : start + A_LINE] for start in range(0, len(letters), A_LINE)]
    letterhead = replace(document.letterhead, parent_body=(*lines, "a b c"))
    return replace(document, letterhead=letterhead)


@pytest.mark.parametrize(
    "number",
    [*SPELT_BY_NAME, *PARENTHESES, BACKSLASH, *IN_OCTAL, *IN_FIGURES, *OF_TWO_BYTES],
)
def test_letters_are_counted_right(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(LETTERS) > max(OF_TWO_BYTES)
    document = with_blank_as_glyph(number)

    def look_at_each(_: object) -> None:
        pytest.fail("the counts differ")

    with monkeypatch.context() as patch:
        patch.setattr(printed_letters._Shown, "counted", look_at_each)  # noqa: SLF001

        Printer(TemplateFolders((SHIPPED,)), PdfEngine.TYPST).render(document, Format.PDF)


@pytest.mark.parametrize("number", [9, 41, 92, 200, 300])
def test_one_lost_letter_is_noticed(number: int, tmp_path: Path) -> None:
    own = tmp_path / "typst"
    own.mkdir()
    losing = (SHIPPED / "typst" / "khoi.typ").read_text("utf-8")
    printing = "    let words = run.text\n"
    assert printing in losing
    losing = losing.replace(printing, '    let words = run.text.replace("ữ", "")\n')
    (own / "khoi.typ").write_text(losing, "utf-8")

    with pytest.raises(TemplateError, match="mẫu bỏ mất nội dung «Một đoạn văn"):
        Printer(TemplateFolders((tmp_path, SHIPPED)), PdfEngine.TYPST).render(
            with_blank_as_glyph(number), Format.PDF
        )
