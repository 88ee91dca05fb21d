"""PNG and JPEG files, which anyone may have made, as pictures that are safe to print.

Pillow decodes every picture whole and encodes it anew: upright, on white, 8 bits of sRGB or grey,
no more points than paper shows, and nothing of the file's metadata, which can tell where and with
what a photograph was taken. The same file gives the same bytes.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageCms, ImageFile

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.messages import (
    animated_picture,
    broken_picture,
    too_many_pixels,
    too_many_scans,
)
from baocao.model.paper import Image
from baocao.model.text import Text

MOST_PIXELS = 40_000_000
MOST_SCANS = 20
"""How often a progressive JPEG may go over the whole picture; cameras need about ten."""

PRINTED_PIXELS = 1429, 1472
"""The text of an upright sheet, 165 mm by 170 mm, at 220 dots an inch."""

_LEAST_DPI = 150  # a picture is not stretched beyond that
_MM_PER_INCH = 25.4
_BAND = 1_000_000  # points worked on at a time, so that no second copy of all is in memory
_GREY = ("1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "I;16N")
_START_OF_SCAN = b"\xff\xda"
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4
_UPRIGHT = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)
_SRGB = ImageCms.createProfile("sRGB")


def develop(path: Text, raw: bytes, kind: str) -> Image | Diagnostic:
    """Make a file of `kind`, `PNG` or `JPEG`, safe to print, or say at `path` what is wrong."""
    if kind == "JPEG" and raw.count(_START_OF_SCAN) > MOST_SCANS:
        return too_many_scans(path, MOST_SCANS)
    try:
        with _strict():
            opened = Pillow.open(BytesIO(raw), formats=(kind,))
            if opened.width * opened.height > MOST_PIXELS:
                return too_many_pixels(path, MOST_PIXELS)
            if kind == "PNG" and getattr(opened, "is_animated", False):
                return animated_picture(path)
            sizes = opened.size
            orientation = opened.getexif().get(_ORIENTATION, 1)
            opened.draft(None, PRINTED_PIXELS)  # a JPEG is decoded no larger than it is printed
            opened.load()
    except Pillow.DecompressionBombError:
        return too_many_pixels(path, MOST_PIXELS)
    except Exception:  # noqa: BLE001 - decoders fail on broken files in any way
        return broken_picture(path)
    width, height = (side / _LEAST_DPI * _MM_PER_INCH for side in sizes)
    if orientation in _SIDEWAYS:
        width, height = height, width
    plain = _plain(opened)
    turn = _UPRIGHT.get(orientation)
    return encode(plain if turn is None else plain.transpose(turn), kind, width, height)


@contextmanager
def _strict() -> Iterator[None]:
    """Make Pillow refuse truncated files, which WeasyPrint lets through, and hide its warnings.

    It warns of broken metadata, which is not kept.
    """
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def encode(picture: Pillow.Image, kind: str, width_mm: float, height_mm: float) -> Image:
    """Write a picture as a file of `kind` without anything but its points."""
    clean = Pillow.new(picture.mode, picture.size)
    clean.paste(picture)
    buffer = BytesIO()
    if kind == "JPEG":
        clean.save(buffer, "JPEG", quality=88, optimize=True)
    else:
        clean.save(buffer, "PNG", compress_level=6)
    return Image(buffer.getvalue(), f"image/{kind.lower()}", width_mm, height_mm)


def _plain(opened: Pillow.Image) -> Pillow.Image:
    """Scale a picture to the size of the print, in sRGB or grey; bands bound the memory."""
    width, height = opened.size
    scale = min(1.0, *(most / side for most, side in zip(PRINTED_PIXELS, opened.size, strict=True)))
    factor = int(1 / scale)
    band = factor * max(1, _BAND // (width * factor))
    is_grey = opened.mode in _GREY
    to_srgb = None if is_grey else _transform(opened)
    size = -(-width // factor), -(-height // factor)
    small = Pillow.new("L" if is_grey else "RGB", size)
    for top in range(0, height, band):
        strip = opened.crop((0, top, width, min(height, top + band)))
        small.paste(_flat(strip, small.mode, to_srgb).reduce(factor), (0, top // factor))
    if scale == 1:
        return small
    target = max(1, round(width * scale)), max(1, round(height * scale))
    return small.resize(target, Pillow.Resampling.LANCZOS)


def _flat(
    strip: Pillow.Image, mode: str, to_srgb: ImageCms.ImageCmsTransform | None
) -> Pillow.Image:
    """Convert a strip to `mode`, transparent points to white."""
    if strip.mode.startswith("I"):
        strip = strip.convert("I").point(lambda value: value / 256).convert("L")  # of 16 bits
    elif strip.has_transparency_data:
        seen = strip.convert("RGBA")
        strip = Pillow.new("RGB", strip.size, "white")
        strip.paste(seen, mask=seen.getchannel("A"))
    elif strip.mode != "CMYK":
        strip = strip.convert("RGB")
    if to_srgb is not None:
        strip = ImageCms.applyTransform(strip, to_srgb) or strip
    return strip.convert(mode)


def _transform(opened: Pillow.Image) -> ImageCms.ImageCmsTransform | None:
    """Return the transform from the picture's own profile to sRGB, None if it has none of use."""
    profile = opened.info.get("icc_profile")
    if not profile:
        return None
    mode = "CMYK" if opened.mode == "CMYK" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.buildTransform(own, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return None
