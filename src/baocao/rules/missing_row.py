"""Chỉ tiêu của biểu chưa điền.

Chỉ tiêu nào không phát sinh thì điền 0, chưa có số liệu thì điền ~ ở từng năm; bỏ hẳn một dòng
thì không biết là quên hay là không có.

Sai::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
    de_tai: [0, 0, 1, ~, ~]
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each row that stands nowhere in a unit's statistics, at the row before it."""
    for form in campaign.forms.values():
        statistics = content.statistics.get(form.id)
        if statistics is None:
            continue
        at = statistics.source.span(0, 1)
        for row in form.rows:
            if row.id in statistics.keys:
                at = statistics.keys[row.id].span
                continue
            blanks = ", ".join("~" for _ in form.figure_columns())
            yield error(
                __name__,
                at,
                f"Chưa điền chỉ tiêu «{row.name}» ({row.id}).",
                f"Đề nghị thêm dòng {row.id}: [{blanks}] rồi thay ~ bằng số liệu.",
            )
