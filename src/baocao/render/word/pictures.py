"""Pictures in a Word file: inline DrawingML (ECMA-376 part 1, 20.4) and the parts it refers to.

A template needs nothing for them: the two styles are added if it lacks them, and only to documents
that have pictures, so that all others keep their bytes.
"""

from collections.abc import Mapping

from lxml import etree
from markupsafe import escape

from baocao.model.document import Picture
from baocao.ooxml.names import (
    CONTENT_TYPES_PART,
    DRAWINGML,
    MAIN_RELATIONSHIPS_PART,
    OFFICE_RELATIONSHIPS,
    PICTURE,
    STYLES_PART,
    WORDPROCESSING_DRAWING,
    WORDPROCESSINGML,
)
from baocao.ooxml.parts import content_type_of_extension, relationship, with_children
from baocao.ooxml.styles import add_missing_styles
from baocao.ooxml.units import emu

PICTURE_STYLE, CAPTION_STYLE = "Hình", "caption"
STYLE_IDS = {PICTURE_STYLE.casefold(): "Hinh", CAPTION_STYLE: "Caption"}
"""The ids of the styles that are added, by casefolded name."""

_LINE = '<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
_INDENT = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
_STYLES = {
    PICTURE_STYLE.casefold(): (
        f'<w:style xmlns:w="{WORDPROCESSINGML}" w:type="paragraph" w:customStyle="1" '
        'w:styleId="Hinh">'
        f'<w:name w:val="{PICTURE_STYLE}"/><w:qFormat/><w:pPr><w:keepNext/>'
        f"{_LINE.format(before=160)}{_INDENT}</w:style>"
    ),
    CAPTION_STYLE: (
        f'<w:style xmlns:w="{WORDPROCESSINGML}" w:type="paragraph" w:styleId="Caption">'
        f'<w:name w:val="{CAPTION_STYLE}"/><w:qFormat/><w:pPr><w:keepLines/>'
        f"{_LINE.format(before=80)}{_INDENT}<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
    ),
}


class Drawings:
    """The pictures of one Word file, in the order in which they are placed."""

    def __init__(self) -> None:
        self._placed: list[Picture] = []

    def place(self, picture: Picture) -> str:
        """Return the run that shows a picture; its data is added to `files`."""
        number = len(self._placed)
        self._placed.append(picture)
        identity = number + 1
        name = escape(picture.caption.partition(".")[0] or picture.alternative)
        extent = f'cx="{emu(picture.width_mm)}" cy="{emu(picture.height_mm)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{WORDPROCESSING_DRAWING}" '
            'distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:docPr id="{identity}" name="{name}" '
            f'descr="{escape(picture.alternative)}"/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{DRAWINGML}" noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr>"
            f'<a:graphic xmlns:a="{DRAWINGML}"><a:graphicData uri="{PICTURE}">'
            f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{identity}" '
            f'name="{_file(number, picture)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip xmlns:r="{OFFICE_RELATIONSHIPS}" r:embed="{_relation(number)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {extent}/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    @property
    def files(self) -> Mapping[str, bytes]:
        """The placed pictures, by the names of their parts."""
        return {
            f"word/media/{_file(number, picture)}": picture.data
            for number, picture in enumerate(self._placed)
        }

    def changed(self, members: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Return the parts of a template that change because they name the placed pictures."""
        if not self._placed:
            return {}
        endings = dict.fromkeys(picture.media_type.partition("/")[2] for picture in self._placed)
        known = {
            each.get("Extension", "").casefold()
            for each in etree.fromstring(members[CONTENT_TYPES_PART])
        }
        types = (
            content_type_of_extension(ending, f"image/{ending}")
            for ending in endings
            if ending not in known
        )
        relations = (
            relationship(_relation(number), "image", f"media/{_file(number, picture)}")
            for number, picture in enumerate(self._placed)
        )
        return {
            CONTENT_TYPES_PART: with_children(members[CONTENT_TYPES_PART], *types),
            MAIN_RELATIONSHIPS_PART: with_children(members[MAIN_RELATIONSHIPS_PART], *relations),
            STYLES_PART: add_missing_styles(members[STYLES_PART], _STYLES),
        }


def _file(number: int, picture: Picture) -> str:
    return f"hinh{number + 1}.{picture.media_type.partition('/')[2]}"


def _relation(number: int) -> str:
    return f"rIdHinh{number + 1}"
