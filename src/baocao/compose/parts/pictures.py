"""A unit's pictures, numbered through the document and as large as they are printed."""

from collections.abc import Mapping
from itertools import count

from baocao.model.content import Report
from baocao.model.document import Picture
from baocao.model.outline import Outline
from baocao.model.paper import Image
from baocao.vietnamese.text import bind

_TEXT_MM = 165.0, 170.0  # the text of an upright sheet: its width, two thirds of its height
_SIGNATURE_MM = 40.0, 20.0  # what the blank over a signer's name has room for


def pictures(outline: Outline, report: Report) -> Mapping[str, tuple[Picture, ...]]:
    """Return the pictures by section id, numbered in the order of the outline."""
    if not report.pictures:
        return {}
    numbers = count(1)
    return {
        section.id or "": tuple(
            _fitted(
                picture.image,
                _TEXT_MM,
                picture.alternative.stripped,
                bind(f"Hình\u00a0{next(numbers)}. {picture.caption.stripped}"),
            )
            for picture in report.pictures
            if picture.section.stripped == section.id
        )
        for section in outline.answered
    }


def signature_picture(image: Image | None, name: str) -> Picture | None:
    """Return the picture of a signature, None if the unit has given none."""
    if image is None:
        return None
    return _fitted(image, _SIGNATURE_MM, f"Chữ ký của {name}" if name else "Chữ ký", "")


def _fitted(
    image: Image | None, room: tuple[float, float], alternative: str, caption: str
) -> Picture:
    """Scale an image down to `room`, width and height in mm."""
    if image is None:
        message = f"{caption}: no image after validation"
        raise ValueError(message)
    width, height = room
    scale = min(1.0, width / image.width_mm, height / image.height_mm)
    return Picture(
        data=image.data,
        media_type=image.media_type,
        width_mm=round(image.width_mm * scale, 2),
        height_mm=round(image.height_mm * scale, 2),
        alternative=alternative,
        caption=caption,
    )
