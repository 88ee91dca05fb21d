"""The namespaces of Office Open XML and the names of its parts (ECMA-376 parts 1 and 2)."""

from typing import Final

WORDPROCESSINGML: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWINGML: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WORDPROCESSING_DRAWING: Final = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
)
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SCHEMA_LIBRARY: Final = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
OFFICE_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

W: Final = f"{{{WORDPROCESSINGML}}}"
"""Before a local name: the qualified name, as lxml writes it (`{namespace}name`)."""

MAIN_PART: Final = "word/document.xml"
MAIN_RELATIONSHIPS_PART: Final = "word/_rels/document.xml.rels"
STYLES_PART: Final = "word/styles.xml"
SETTINGS_PART: Final = "word/settings.xml"
CONTENT_TYPES_PART: Final = "[Content_Types].xml"
CORE_PROPERTIES_PART: Final = "docProps/core.xml"
