"""The footnotes of a Word file (ECMA-376 part 1, 17.11): a part, two styles, two separators.

A template drawn before there were any gets what it lacks; what it has stays as it is.
"""

import posixpath
from collections.abc import Mapping

from lxml import etree

from baocao.ooxml.styles import END_STYLE, FOOTNOTE_REFERENCE_STYLE
from baocao.render.word.body import StyleIds, paragraph, run

TEXT_STYLE = "footnote text"
_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_URI}}}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_STYLES, _SETTINGS = "word/styles.xml", "word/settings.xml"
_NAME = "footnotes.xml"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" '
    f'w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_MADE_STYLES = {
    TEXT_STYLE: (
        '<w:style xmlns:w="{uri}" w:type="paragraph" w:styleId="FootnoteText">'
        '<w:name w:val="footnote text"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        '<w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>'
    ),
    FOOTNOTE_REFERENCE_STYLE: (
        '<w:style xmlns:w="{uri}" w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
    ),
}
# What may follow `w:footnotePr` in `w:settings` (17.15.1.78, CT_Settings).
_AFTER_FOOTNOTES = {
    *(
        f"{_W}{name}"
        for name in (
            "endnotePr",
            "compat",
            "docVars",
            "rsids",
            "attachedSchema",
            "themeFontLang",
            "clrSchemeMapping",
            "doNotIncludeSubdocsInStats",
            "doNotAutoCompressPictures",
            "forceUpgrade",
            "captions",
            "readModeInkLockDown",
            "smartTagType",
            "shapeDefaults",
            "doNotEmbedSmartTags",
            "decimalSymbol",
            "listSeparator",
        )
    ),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary",
}


def with_footnotes(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give a template's parts with all that footnotes need."""
    made = {**members, _STYLES: _with_styles(members[_STYLES])}
    if part_name(members) in members:
        return made
    made[f"word/{_NAME}"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{_URI}">{_SEPARATORS}</w:footnotes>'
    ).encode()
    made[_RELATIONS] = _with(
        members[_RELATIONS],
        f'<Relationship xmlns="{_PACKAGE}/relationships" Id="rIdFootnotes" Type="{_KIND}" '
        f'Target="{_NAME}"/>',
    )
    made[_TYPES] = _with(
        members[_TYPES],
        f'<Override xmlns="{_PACKAGE}/content-types" PartName="/word/{_NAME}" '
        f'ContentType="{_CONTENT}"/>',
    )
    if _SETTINGS in members:
        made[_SETTINGS] = _with_separators(members[_SETTINGS])
    return made


def part_name(members: Mapping[str, bytes]) -> str:
    """Give the name of the part that footnotes stand in; empty where a template has none."""
    for relation in etree.fromstring(members[_RELATIONS]):
        if relation.get("Type") == _KIND:
            return posixpath.normpath(posixpath.join("/word", relation.get("Target"))).lstrip("/")
    return ""


def first_free_id(part: bytes) -> int:
    """Give the number after the last in use."""
    return max((int(each.get(f"{_W}id")) for each in etree.fromstring(part)), default=0) + 1


def with_notes(part: bytes, texts: tuple[str, ...], first: int, styles: StyleIds) -> bytes:
    """Give the part with footnotes added, their ids from `first`; Word itself numbers them."""
    mark = (
        f'<w:r><w:rPr><w:rStyle w:val="{styles[FOOTNOTE_REFERENCE_STYLE]}"/></w:rPr>'
        "<w:footnoteRef/></w:r>"
    )
    style = styles[TEXT_STYLE]
    added = "".join(
        f'<w:footnote xmlns:w="{_URI}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"</w:pPr>{mark}{run(f' {text}')}</w:p></w:footnote>"
        for number, text in enumerate(texts, start=first)
    )
    head, end, tail = part.rpartition(b"</")
    return head + added.encode() + end + tail


def with_start(main: bytes, styles: StyleIds) -> bytes:
    """Begin a document with a paragraph one point high.

    LibreOffice leaves an empty line over a table that begins a document with footnotes.
    """
    start = paragraph(styles[END_STYLE], "", "")
    return main.replace(b"<w:body>", b"<w:body>" + start.encode(), 1)


def _with_styles(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    names = {name.get(f"{_W}val").casefold() for name in root.iterfind(f"{_W}style/{_W}name")}
    missing = [xml for name, xml in _MADE_STYLES.items() if name not in names]
    for xml in missing:
        root.append(etree.fromstring(xml.format(uri=_URI)))
    return _text(root) if missing else styles


def _with_separators(settings: bytes) -> bytes:
    root = etree.fromstring(settings)
    if root.find(f"{_W}footnotePr") is not None:
        return settings
    marks = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    added = etree.fromstring(f'<w:footnotePr xmlns:w="{_URI}">{marks}</w:footnotePr>')
    places = (place for place, child in enumerate(root) if child.tag in _AFTER_FOOTNOTES)
    root.insert(next(places, len(root)), added)
    return _text(root)


def _with(part: bytes, child: str) -> bytes:
    root = etree.fromstring(part)
    root.append(etree.fromstring(child))
    return _text(root)


def _text(root: etree._Element) -> bytes:
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return text
