"""The pictures that a unit attaches, read and made safe to print."""

from dataclasses import dataclass, field

from baocao.model.text import Text


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made safe to print: 8 bits, sRGB or grey, upright, no alpha, no metadata.

    `data` is a file of `media_type`, `image/png` or `image/jpeg`. It is not to be printed larger
    than `width_mm` by `height_mm`.
    """

    data: bytes = field(repr=False)
    media_type: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class AttachedPicture:
    """A picture under one section; `image` is None if its file has faults.

    `alternative` is what is read out to those who cannot see it; the caption if none was typed.
    """

    section: Text
    caption: Text
    alternative: Text
    image: Image | None
