"""The metadata of an outgoing document (Nghị định 30/2020/NĐ-CP, Phụ lục VI)."""

from baocao.compose.parts.recipients import addressees
from baocao.compose.parts.signature import signer_position
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.document import Properties
from baocao.model.paper import Paper


def properties(campaign: Campaign, required: RequiredDocument, paper: Paper) -> Properties:
    """Compose the metadata; what was not given yet is empty."""
    unit = paper.unit
    lines = addressees(campaign, required, paper)
    return Properties(
        title=f"{required.type_name}: {required.subject}",
        type_name=required.type_name,
        code_number=str(paper.number.value) if required.symbol and paper.number else "",
        code_notation=f"{required.symbol}-{unit.symbol}" if required.symbol else "",
        issued=paper.date.value if paper.date is not None else None,
        issuing_body=unit.name,
        subject=required.subject,
        signer_position=signer_position(campaign.level_of(unit), paper),
        signer_name=paper.signer.stripped if paper.signer is not None else "",
        to=tuple(line.removeprefix("Kính gửi:").strip("-;. ") for line in lines),
    )
