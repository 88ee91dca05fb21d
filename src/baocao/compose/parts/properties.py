"""The metadata of an outgoing document (Nghị định 30/2020/NĐ-CP, Phụ lục VI)."""

from baocao.compose.parts.signature import addressees, position
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.document import Properties
from baocao.model.paper import Paper


def properties(campaign: Campaign, order: RequiredDocument, paper: Paper) -> Properties:
    """Compose the metadata; what was not given yet is empty."""
    unit = paper.unit
    lines = addressees(campaign, order, paper)
    return Properties(
        title=f"{order.type_name}: {order.subject}",
        type_name=order.type_name,
        code_number=str(paper.number.value) if order.symbol and paper.number else "",
        code_notation=f"{order.symbol}-{unit.symbol}" if order.symbol else "",
        issued=paper.date.value if paper.date is not None else None,
        issuing_body=unit.name,
        subject=order.subject,
        signer_position=position(campaign.level_of(unit), paper),
        signer_name=paper.signer.value.strip() if paper.signer is not None else "",
        to=tuple(line.removeprefix("Kính gửi:").strip("-;. ") for line in lines),
    )
