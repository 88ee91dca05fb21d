"""Nơi nhận thiếu dòng lưu văn thư.

Dòng cuối của nơi nhận là «Lưu: VT» và đơn vị soạn thảo (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
II.9.b).

Sai::

    noi_nhan:
      - Như trên
      - Lưu văn phòng

Đúng::

    noi_nhan:
      - Như trên
      - "Lưu: VT, Ban CSPL"
"""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

_ARCHIVE = re.compile(r"\s*-?\s*Lưu:\s?VT\b")


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give the last recipient where it is not the archive; a blank list takes the level's."""
    recipients = content.report.recipients
    if recipients and not _ARCHIVE.match(recipients[-1].value):
        yield error(
            __name__,
            recipients[-1].span,
            f"Dòng cuối của nơi nhận là «{recipients[-1].value}», không phải dòng lưu văn thư.",
            'Đề nghị ghi dòng cuối là - "Lưu: VT" hoặc - "Lưu: VT, đơn vị soạn thảo" (đặt trong '
            "dấu ngoặc kép vì có dấu hai chấm).",
        )
