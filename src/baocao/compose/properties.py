"""The metadata of an outgoing document (Nghị định 30/2020/NĐ-CP, Phụ lục VI)."""

from baocao.compose.signature import addressees, position
from baocao.model.campaign import Campaign, Order
from baocao.model.content import Report
from baocao.model.document import Properties


def properties(campaign: Campaign, order: Order, report: Report) -> Properties:
    """Compose the metadata; what was not given yet is empty."""
    unit = report.unit
    lines = addressees(campaign, report)
    return Properties(
        title=f"{order.type_name}: {order.subject}",
        type_name=order.type_name,
        code_number=str(report.number.value) if order.symbol and report.number else "",
        code_notation=f"{order.symbol}-{unit.symbol}" if order.symbol else "",
        issued=report.date.value if report.date is not None else None,
        issuing_body=unit.name,
        subject=order.subject,
        signer_position=position(campaign.level_of(unit), report),
        signer_name=report.signer.value.strip() if report.signer is not None else "",
        to=tuple(line.removeprefix("Kính gửi:").strip("-;. ") for line in lines),
    )
