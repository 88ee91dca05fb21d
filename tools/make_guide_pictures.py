"""Make the pictures of the author's guide: each example as the program prints it.

Run it after the guide's examples or the print have changed; names of examples after it make those
only. It needs `pdftoppm` (poppler-utils).
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from baocao.model.document import Document  # noqa: E402
from baocao.pipeline import Format, Printer  # noqa: E402
from baocao.workspace import template_folders  # noqa: E402
from support.guide import PICTURES, Example, attempt, examples  # noqa: E402 - it lies in tests

WHOLE = ("mot-dot-tron-ven", "nhieu-bieu", "ten-de-cuong", "khen-thuong")
"""Examples shown by their pages, in small."""
FROM_THE_TOP = ("dau-bieu",)
"""Examples shown with all that stands over them."""
WITH_SIGNATURE = ("nguoi-ky", "ky-thay-noi-nhan")
"""Examples shown with all that stands under them."""

_DPI, _SMALL_DPI = 100, 80
_POINTS_PER_INCH = 72
_BORDER, _WIDEST_GAP, _SEAM = 10, 28, 18
_OVER, _UNDER = 6, 3  # points by which marks of letters stand out of their line
_GREYS = 16
_WHITE = 255
Strip = tuple[float, float]


def main(names: tuple[str, ...]) -> None:
    """Make the named pictures, or all, and delete those of no example."""
    PICTURES.mkdir(exist_ok=True)
    printer = Printer(template_folders(ROOT))
    for example in examples():
        if not names or example.name in names:
            picture(example, printer).save(PICTURES / f"{example.name}.png", optimize=True)
    known = {example.name for example in examples()}
    for path in PICTURES.glob("*.png"):
        if path.stem not in known:
            path.unlink()


def picture(example: Example, printer: Printer) -> Image.Image:
    """Print an example and cut out what it is about."""
    with tempfile.TemporaryDirectory() as folder:
        document = attempt(example, Path(folder)).document
        if document is None:
            message = f"{example.name} has faults; run tests/system/docs"
            raise ValueError(message)
        pdf = Path(folder) / "in.pdf"
        pdf.write_bytes(printer.render(document, Format.PDF))
        dpi = _SMALL_DPI if example.name in WHOLE else _DPI
        pages = tuple(_pages(pdf, dpi))
        if example.name in WHOLE:
            cut = _beside(pages)
        else:
            scale = dpi / _POINTS_PER_INCH
            cut = _stacked(tuple(_cut(pages[0], s, scale) for s in _strips(example, document, pdf)))
    return _trimmed(cut).quantize(_GREYS)


def _pages(pdf: Path, dpi: int) -> Iterator[Image.Image]:
    command = ["pdftoppm", "-r", str(dpi), "-gray", pdf.name, "trang"]
    subprocess.run(command, cwd=pdf.parent, check=True)  # noqa: S603 - our own arguments
    for path in sorted(pdf.parent.glob("trang-*.pgm")):
        yield Image.open(io.BytesIO(path.read_bytes()))


def _strips(example: Example, document: Document, pdf: Path) -> Iterator[Strip]:
    """Yield the parts of the first page to be shown, from y to y in points."""
    with pdfplumber.open(pdf) as file:
        page = file.pages[0]
        lines = page.extract_text_lines()
        height = float(page.height)
    form = document.kind == "bieu-so-lieu"
    above = document.title.attached or document.title.type_name[-1]
    last = above if form else document.addressees[-1]
    begin = max(float(line["bottom"]) for line in lines if _same(line["text"], last))
    ends = [float(line["top"]) for line in lines if document.signature.authority[0] in line["text"]]
    if not ends:
        message = f"{example.name} does not end on its first page"
        raise ValueError(message)
    names = [float(line["bottom"]) for line in lines if document.signature.name in line["text"]]
    yield (
        0 if example.name in FROM_THE_TOP else begin + _UNDER,
        height if example.name in WITH_SIGNATURE else min(ends) - _OVER,
    )
    if document.footnotes():
        yield (names[-1], height)


def _same(shown: str, text: str) -> bool:
    return "".join(shown.split()) == "".join(text.split())


def _cut(page: Image.Image, strip: Strip, scale: float) -> Image.Image:
    top, bottom = (round(y * scale) for y in strip)
    return page.crop((0, top, page.width, min(bottom, page.height)))


def _stacked(strips: tuple[Image.Image, ...]) -> Image.Image:
    size = (max(each.width for each in strips), sum(each.height for each in strips))
    joined = Image.new("L", size, _WHITE)
    top = 0
    for each in strips:
        joined.paste(each, (0, top))
        top += each.height
    return joined


def _beside(pages: tuple[Image.Image, ...]) -> Image.Image:
    width = sum(page.width for page in pages) + _SEAM * (len(pages) - 1)
    joined = Image.new("L", (width, max(page.height for page in pages)), _WHITE)
    left = 0
    for page in pages:
        joined.paste(page, (left, 0))
        left += page.width + _SEAM
    return joined


def _trimmed(image: Image.Image) -> Image.Image:
    """Crop the white margins, and shorten rows of white within to `_WIDEST_GAP`."""
    box = _ink(image)
    image = image.crop((box[0], box[1], box[2], box[3]))
    rows = [_is_blank(image, y) for y in range(image.height)]
    kept: list[int] = []
    blanks = 0
    for y, blank in enumerate(rows):
        blanks = blanks + 1 if blank else 0
        if blanks <= _WIDEST_GAP:
            kept.append(y)
    trimmed = Image.new("L", (image.width + 2 * _BORDER, len(kept) + 2 * _BORDER), _WHITE)
    for place, y in enumerate(kept):
        trimmed.paste(image.crop((0, y, image.width, y + 1)), (_BORDER, _BORDER + place))
    return trimmed


def _is_blank(image: Image.Image, y: int) -> bool:
    return image.crop((0, y, image.width, y + 1)).getextrema() == (_WHITE, _WHITE)


def _ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.difference(image, Image.new("L", image.size, _WHITE)).getbbox()
    if box is None:
        message = "nothing is printed"
        raise ValueError(message)
    return box


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
