"""Có dòng «Kính gửi» ở loại văn bản không có dòng này.

«Kính gửi» chỉ có ở công văn, tờ trình và báo cáo gửi cấp trên (Nghị định 30/2020/NĐ-CP, Phụ lục I,
mục II.9.a). Kế hoạch gửi các nơi ghi ở «Nơi nhận».

Sai và đúng::

    # ke-hoach.yaml
  - kinh_gui: Ban Thường vụ Tổng Liên đoàn
    noi_dung: |
      I. MỤC ĐÍCH
      Sơ kết phong trào.
"""

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.kinds import UNADDRESSED_KINDS
from baocao.load.campaign.source import CampaignSource
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    for paper in content.papers():
        if paper.kind in UNADDRESSED_KINDS and paper.kind in campaign.documents:
            for text in paper.addressees:
                yield _diagnose(text, campaign.documents[paper.kind].type_name)


@campaign_rule
def check_sendings(source: CampaignSource) -> Diagnostics:
    """Check the sendings that the campaign has for such a kind of document."""
    for document in source.documents:
        if document.word("kind") in UNADDRESSED_KINDS:
            for sending in document.records("distributions"):
                for text in sending.texts("addressees"):
                    yield _diagnose(text, document.word("type_name"))


def _diagnose(text: Text, type_name: str) -> Diagnostic:
    """Word the diagnostic of an addressee in a document of the type `type_name`."""
    return RULE.error(
        text.span,
        f"{type_name} không có dòng «Kính gửi».",
        "Đề nghị bỏ khóa kinh_gui, rồi ghi nơi này vào noi_nhan.",
    )
