"""The fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, in the metadata of every PDF."""

from collections.abc import Iterator

from baocao.model.document import Properties

CREATOR = "baocao"


def decree_fields(properties: Properties, pages: int) -> Iterator[tuple[str, str]]:
    """Yield the entries of the information dictionary that ISO 32000-1 does not define."""
    yield "TypeName", properties.type_name
    yield "CodeNumber", properties.code_number
    yield "CodeNotation", properties.code_notation
    yield "IssuedDate", properties.issued.isoformat() if properties.issued is not None else ""
    yield "OrganName", properties.issuing_body
    yield "Language", "Tiếng Việt"
    yield "PageAmount", str(pages)
    yield "Position", properties.signer_position
    yield "FullName", properties.signer_name
    yield "To", "; ".join(properties.to)
