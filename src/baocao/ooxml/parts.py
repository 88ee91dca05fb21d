"""Parts of a package with something added: relationships, content types (ECMA-376 part 2)."""

from lxml import etree

from baocao.ooxml.names import CONTENT_TYPES, OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS


def with_children(part: bytes, *children: str) -> bytes:
    root = etree.fromstring(part)
    for child in children:
        root.append(etree.fromstring(child))
    return serialize(root)


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part, with the XML declaration that Word writes."""
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return text


def relationship(identifier: str, kind: str, target: str) -> str:
    """Return a `Relationship` element; `kind` is such as `image`."""
    return (
        f'<Relationship xmlns="{PACKAGE_RELATIONSHIPS}" Id="{identifier}" '
        f'Type="{OFFICE_RELATIONSHIPS}/{kind}" Target="{target}"/>'
    )


def content_type_of_part(part_name: str, content_type: str) -> str:
    """Return an `Override` element: the content type of one part."""
    return (
        f'<Override xmlns="{CONTENT_TYPES}" PartName="/{part_name}" ContentType="{content_type}"/>'
    )


def content_type_of_extension(extension: str, content_type: str) -> str:
    """Return a `Default` element: the content type of all parts with an extension."""
    return (
        f'<Default xmlns="{CONTENT_TYPES}" Extension="{extension}" ContentType="{content_type}"/>'
    )
