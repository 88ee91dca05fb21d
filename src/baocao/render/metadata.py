"""The fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, as every PDF of ours carries them."""

from collections.abc import Iterator

from baocao.model.document import Properties

CREATOR = "baocao"


def decree_fields(properties: Properties, pages: int) -> Iterator[tuple[str, str]]:
    """Give the fields for the info dictionary, beside those that PDF names itself."""
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
