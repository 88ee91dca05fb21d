"""Số lẻ quá mức mà biểu cho phép.

Số sáng kiến, số người là số nguyên; giá trị bằng tiền lấy đến mấy chữ số lẻ là do biểu quy định.
Chương trình không tự làm tròn.

Sai::

    # so-lieu.yaml
    sang_kien: ["120,5", 135, 140, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [121, 135, 140, 150, 160]
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.vietnamese.figures import digits_of


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each figure with more decimal places than its row has."""
    for row, cell in content.cells(campaign.forms):
        places = 0 if cell.value is None else len(digits_of(cell.value).decimals)
        if places <= row.decimals:
            continue
        allowed = (
            "phải là số nguyên" if row.decimals == 0 else f"chỉ lấy đến {row.decimals} chữ số lẻ"
        )
        yield error(
            __name__,
            cell.text.span,
            f"«{cell.text.value}» có {places} chữ số lẻ, mà chỉ tiêu «{row.name}» {allowed}.",
            "Đề nghị làm tròn theo số liệu gốc rồi ghi lại.",
        )
