"""Pictures in a Word file: inline DrawingML (ECMA-376 part 1, 20.4), and the parts it points to.

A template needs nothing for them: the two styles are added where it has none of those names, and
only to a document that has pictures, so that all others keep their bytes.
"""

from collections.abc import Mapping

from lxml import etree
from markupsafe import escape

from baocao.model.document import Picture

PICTURE_STYLE, CAPTION_STYLE = "Hình", "caption"
STYLE_IDS = {PICTURE_STYLE.casefold(): "Hinh", CAPTION_STYLE: "Caption"}
"""The ids of the styles where a template has none of those names, by name without case."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_STYLES = "word/styles.xml"
_EMU_PER_MM = 36_000
_LINE = '<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
_INDENT = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
_MADE_STYLES = {
    PICTURE_STYLE.casefold(): (
        f'<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="Hinh">'
        f'<w:name w:val="{PICTURE_STYLE}"/><w:qFormat/><w:pPr><w:keepNext/>'
        f"{_LINE.format(before=160)}{_INDENT}</w:style>"
    ),
    CAPTION_STYLE: (
        f'<w:style xmlns:w="{_W}" w:type="paragraph" w:styleId="Caption">'
        f'<w:name w:val="{CAPTION_STYLE}"/><w:qFormat/><w:pPr><w:keepLines/>'
        f"{_LINE.format(before=80)}{_INDENT}<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
    ),
}


class Drawings:
    """The pictures of one Word file, in the order in which they are placed."""

    def __init__(self) -> None:
        self._placed: list[Picture] = []

    def place(self, picture: Picture) -> str:
        """Give the run that shows a picture, whose file will be among `files`."""
        number = len(self._placed)
        self._placed.append(picture)
        identity = number + 1
        name = escape(picture.caption.partition(".")[0] or picture.alternative)
        sides = (round(side * _EMU_PER_MM) for side in (picture.width_mm, picture.height_mm))
        extent = 'cx="{}" cy="{}"'.format(*sides)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:docPr id="{identity}" name="{name}" '
            f'descr="{escape(picture.alternative)}"/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PICTURE}">'
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{identity}" '
            f'name="{_file(number, picture)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip xmlns:r="{_R}" r:embed="{_relation(number)}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
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
        """Give those of a template's parts that have to name the placed pictures."""
        if not self._placed:
            return {}
        endings = dict.fromkeys(picture.media_type.partition("/")[2] for picture in self._placed)
        known = {each.get("Extension", "").casefold() for each in etree.fromstring(members[_TYPES])}
        types = (
            f'<Default xmlns="{_PACKAGE}/content-types" Extension="{ending}" '
            f'ContentType="image/{ending}"/>'
            for ending in endings
            if ending not in known
        )
        relations = (
            f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{_relation(number)}" '
            f'Type="{_R}/image" Target="media/{_file(number, picture)}"/>'
            for number, picture in enumerate(self._placed)
        )
        return {
            _TYPES: _with(members[_TYPES], *types),
            _RELATIONS: _with(members[_RELATIONS], *relations),
            _STYLES: _with_styles(members[_STYLES]),
        }


def _file(number: int, picture: Picture) -> str:
    return f"hinh{number + 1}.{picture.media_type.partition('/')[2]}"


def _relation(number: int) -> str:
    return f"rIdHinh{number + 1}"


def _with_styles(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    names = {
        name.get(f"{{{_W}}}val").casefold() for name in root.iterfind(f"{{{_W}}}style/{{{_W}}}name")
    }
    missing = (xml for name, xml in _MADE_STYLES.items() if name not in names)
    return _with(styles, *missing)


def _with(part: bytes, *children: str) -> bytes:
    root = etree.fromstring(part)
    for child in children:
        root.append(etree.fromstring(child))
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return text
