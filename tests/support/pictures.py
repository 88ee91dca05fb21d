"""Pictures drawn by the tests: a photograph, a chart, a signature."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from baocao.model.text import Source, Text

RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)
CHART = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:ve="https://vi-du.example/ve" ve:nguon="C:\\ve" viewBox="0 0 400 200">
<metadata><ve:ghi-chu>Không in</ve:ghi-chu></metadata>
<style>.cot { fill: url(#nen) }</style>
<defs><linearGradient id="nen"><stop offset="0" stop-color="#27a"/>
<stop offset="1" stop-color="#27a"/></linearGradient>
<rect id="cot" width="60" height="120"/></defs>
<rect width="400" height="200" fill="#fff"/>
<use xlink:href="#cot" class="cot" x="40" y="60"/>
<use href="#cot" class="cot" x="140" y="60"/>
<text x="200" y="30" text-anchor="middle">Số sáng kiến</text>
</svg>
"""


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """Return a picture that is red on its left half and blue on its right."""
    drawn = Image.new("RGB", size, RED)
    ImageDraw.Draw(drawn).rectangle((size[0] // 2, 0, *size), fill=BLUE)
    return drawn.convert(mode)


def file_of(drawn: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file of `kind`."""
    buffer = BytesIO()
    drawn.save(buffer, kind, **options)
    return buffer.getvalue()


def typed(words: str) -> Text:
    """Return words as if they had been typed in a unit's report."""
    return Text(words, Source(Path("bao-cao.yaml"), words), 0, len(words))
