"""SVG drawings, which anyone may have made, as pictures that are safe to print.

A drawing is let through only where it is made of strokes, colours, words and parts of itself;
`resvg` then draws it as a PNG, once for both formats, so that Word and PDF cannot differ. It does
so in a process of its own: a short drawing can take hours, and only a process can be stopped.
"""

import re
import subprocess
import sys
from io import BytesIO

from lxml import etree
from PIL import Image as Pillow

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.messages import (
    broken_picture,
    document_type,
    drawing_without_size,
    other_type,
    too_many_bytes,
    too_slow_drawing,
)
from baocao.load.pictures.raster import PRINTED_PIXELS, encode
from baocao.load.pictures.svg_process import REFUSED
from baocao.load.pictures.svg_safety import SVG, faults
from baocao.model.paper import Image
from baocao.model.text import Text

LIMIT = 2 * 1024 * 1024
SECONDS = 5
_MM = {"": 25.4 / 96, "px": 25.4 / 96, "pt": 25.4 / 72, "pc": 25.4 / 6, "in": 25.4, "cm": 10.0,
       "mm": 1.0}  # fmt: skip
_TEXT_MM = 165.0
_MOST_TIMES = 20  # of one side to the other
_DOTS_PER_MM = PRINTED_PIXELS[0] / _TEXT_MM

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|pc|in|cm|mm)?\s*")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = "<!ENTITY"


def draw(path: Text, raw: bytes) -> Image | Diagnostic:
    """Make a drawing into a picture, or say at `path` what is wrong with it."""
    if len(raw) > LIMIT:
        return too_many_bytes(path, len(raw), LIMIT)
    root = _parsed(path, raw)
    if isinstance(root, Diagnostic):
        return root
    fault = next(faults(path, root), None)
    if fault is not None:
        return fault
    size = _size_mm(root)
    if size is None:
        return drawing_without_size(path)
    return _drawn(path, root, *size)


def _parsed(path: Text, raw: bytes) -> etree._Element | Diagnostic:
    text = raw.decode("utf-8-sig", "replace")
    if _ENTITY in text:
        return document_type(path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError:
        return other_type(path, "SVG")
    return root if root.tag == f"{{{SVG}}}svg" else other_type(path, "SVG")


def _size_mm(root: etree._Element) -> tuple[float, float] | None:
    """Return a drawing's width and height; one with a shape but no size is as wide as the text."""
    width, height = (_length(root.get(side, "")) for side in ("width", "height"))
    box = [_number(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    sides = [side for side in box[2:] if side is not None and side > 0]
    if width is None or height is None:
        if len(sides) != len(("width", "height")):
            return None
        width = width if width is not None else _TEXT_MM
        height = width * sides[1] / sides[0]
    if max(width, height) > _MOST_TIMES * min(width, height):
        return None
    return width, height


def _length(typed: str) -> float | None:
    found = _LENGTH.fullmatch(typed)
    value = float(found[1]) * _MM[found[2] or ""] if found else 0
    return value if 0 < value < float("inf") else None


def _number(typed: str) -> float | None:
    try:
        return float(typed)
    except ValueError:
        return None


def _drawn(path: Text, root: etree._Element, width: float, height: float) -> Image | Diagnostic:
    scale = min(_TEXT_MM / width, PRINTED_PIXELS[1] / _DOTS_PER_MM / height, 1.0)
    pixels = (max(1, round(side * scale * _DOTS_PER_MM)) for side in (width, height))
    command = [sys.executable, "-m", "baocao.load.pictures.svg_process", *map(str, pixels)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by its name
            command, input=etree.tostring(root), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return too_slow_drawing(path, SECONDS)
    if done.returncode == REFUSED:
        return broken_picture(path)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    picture = Pillow.open(BytesIO(done.stdout), formats=("PNG",)).convert("RGB")
    return encode(picture, "PNG", width, height)
