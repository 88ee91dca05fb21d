"""The footnotes of a Word file (ECMA-376 part 1, 17.11): a part, two styles, two separators.

A template drawn before there were any gets what it lacks; what it has stays as it is.
"""

import posixpath
from collections.abc import Mapping

from lxml import etree

from baocao.ooxml.names import (
    CONTENT_TYPES_PART,
    MAIN_RELATIONSHIPS_PART,
    MATH,
    OFFICE_RELATIONSHIPS,
    SCHEMA_LIBRARY,
    SETTINGS_PART,
    STYLES_PART,
    WORDPROCESSINGML,
    W,
)
from baocao.ooxml.parts import content_type_of_part, relationship, serialize, with_children
from baocao.ooxml.styles import END_STYLE, FOOTNOTE_REFERENCE_STYLE, add_missing_styles
from baocao.render.word.body import StyleIds, footnote_mark, paragraph, run

TEXT_STYLE = "footnote text"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NAME = "footnotes.xml"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" '
    f'w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_STYLES = {
    TEXT_STYLE: (
        f'<w:style xmlns:w="{WORDPROCESSINGML}" w:type="paragraph" w:styleId="FootnoteText">'
        '<w:name w:val="footnote text"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        '<w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>'
    ),
    FOOTNOTE_REFERENCE_STYLE: (
        f'<w:style xmlns:w="{WORDPROCESSINGML}" w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
    ),
}
# What may follow `w:footnotePr` in `w:settings` (17.15.1.78, CT_Settings).
_AFTER_FOOTNOTES = {
    *(
        f"{W}{name}"
        for name in (
            *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
            *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
            *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
            *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
        )
    ),
    f"{{{MATH}}}mathPr",
    f"{{{SCHEMA_LIBRARY}}}schemaLibrary",
}


def with_footnotes(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a template with what footnotes need."""
    made = {**members, STYLES_PART: add_missing_styles(members[STYLES_PART], _STYLES)}
    if part_name(members) in members:
        return made
    made[f"word/{_NAME}"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{WORDPROCESSINGML}">{_SEPARATORS}</w:footnotes>'
    ).encode()
    made[MAIN_RELATIONSHIPS_PART] = with_children(
        members[MAIN_RELATIONSHIPS_PART], relationship("rIdFootnotes", "footnotes", _NAME)
    )
    made[CONTENT_TYPES_PART] = with_children(
        members[CONTENT_TYPES_PART], content_type_of_part(f"word/{_NAME}", _CONTENT_TYPE)
    )
    if SETTINGS_PART in members:
        made[SETTINGS_PART] = _with_separators(members[SETTINGS_PART])
    return made


def part_name(members: Mapping[str, bytes]) -> str:
    """Return the name of the footnotes part, empty if a template has none."""
    for relation in etree.fromstring(members[MAIN_RELATIONSHIPS_PART]):
        if relation.get("Type") == f"{OFFICE_RELATIONSHIPS}/footnotes":
            return posixpath.normpath(posixpath.join("/word", relation.get("Target"))).lstrip("/")
    return ""


def first_free_id(part: bytes) -> int:
    return max((int(each.get(f"{W}id")) for each in etree.fromstring(part)), default=0) + 1


def with_notes(part: bytes, texts: tuple[str, ...], first: int, styles: StyleIds) -> bytes:
    """Return the part with footnotes added, whose ids start at `first`; Word numbers them anew."""
    mark = footnote_mark(styles, "<w:footnoteRef/>")
    style = styles[TEXT_STYLE]
    added = "".join(
        f'<w:footnote xmlns:w="{WORDPROCESSINGML}" w:id="{number}">'
        f"{paragraph(style, '', mark + run(f' {text}'))}</w:footnote>"
        for number, text in enumerate(texts, start=first)
    )
    head, end, tail = part.rpartition(b"</")
    return head + added.encode() + end + tail


def with_start(main: bytes, styles: StyleIds) -> bytes:
    """Return the main part with a first paragraph one point high.

    LibreOffice leaves an empty line over a table that begins a document with footnotes.
    """
    start = paragraph(styles[END_STYLE], "", "")
    return main.replace(b"<w:body>", b"<w:body>" + start.encode(), 1)


def _with_separators(settings: bytes) -> bytes:
    root = etree.fromstring(settings)
    if root.find(f"{W}footnotePr") is not None:
        return settings
    marks = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    added = etree.fromstring(f'<w:footnotePr xmlns:w="{WORDPROCESSINGML}">{marks}</w:footnotePr>')
    places = (place for place, child in enumerate(root) if child.tag in _AFTER_FOOTNOTES)
    root.insert(next(places, len(root)), added)
    return serialize(root)
