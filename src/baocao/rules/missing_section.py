"""Mục của đề cương chưa viết.

Đề cương là văn bản bắt buộc, báo cáo phải trả lời đủ các mục.

Sai::

    thuan_loi: ~

Đúng::

    thuan_loi: |
      Được sự quan tâm lãnh đạo của cấp ủy, phong trào phát triển rộng khắp.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each section of the outline that is not answered.

    An absent key is placed at the key of the section before it, an empty one at its own. A key
    whose text could not be read has had its own diagnostic.
    """
    report = content.report
    at = report.source.span(0, 1)
    for section in campaign.outline.answered():
        section_id = section.id or ""
        answer = report.answers.get(section_id)
        if section_id in report.keys:
            at = report.keys[section_id].span
            if answer is None or not answer.text.is_blank:
                continue
        yield error(
            __name__,
            at,
            f"Chưa viết mục «{section.name}» ({section_id}).",
            f"Đề nghị viết lời văn dưới khóa «{section_id}: |», thụt vào hai ô.",
        )
