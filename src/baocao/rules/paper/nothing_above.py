"""Nơi nhận ghi «Như trên» mà văn bản không có dòng «Kính gửi».

«Như trên» là các nơi ghi ở dòng «Kính gửi» (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.b); không
có dòng ấy thì người đọc không biết văn bản gửi đi đâu.

Sai và đúng::

    # ke-hoach.yaml
    noi_nhan:
  -   - Như trên
  +   - Các công đoàn trực thuộc
      - "Lưu: VT"
    noi_dung: |
      I. MỤC ĐÍCH
      Sơ kết phong trào.
"""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostics, Rule
from baocao.kinds import UNADDRESSED_KINDS
from baocao.load.campaign.source import CampaignSource
from baocao.model.campaign import AS_ABOVE, Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, content_rule
from baocao.vietnamese.text import fold

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    for paper in content.papers():
        required = campaign.documents.get(paper.kind)
        if required is None:
            continue
        is_addressed = paper.addressees or required.addressees(campaign.level_of(content.unit))
        if paper.kind in UNADDRESSED_KINDS or not is_addressed:
            yield from _check(paper.recipient_texts)


@campaign_rule
def check_sendings(source: CampaignSource) -> Diagnostics:
    """Check the sendings that the campaign has for a kind of document without addressees."""
    for document in source.documents:
        if document.word("kind") in UNADDRESSED_KINDS:
            for sending in document.records("distributions"):
                yield from _check(sending.texts("recipients"))


def _check(texts: Iterable[Text]) -> Diagnostics:
    """Check the recipients of a document that has no addressees."""
    for text in texts:
        if fold(text.value.strip(" -;.")) == fold(AS_ABOVE):
            yield RULE.error(
                text.span,
                f"Nơi nhận ghi «{text.value}» mà văn bản không có dòng «Kính gửi».",
                "Đề nghị ghi rõ tên nơi nhận thay cho dòng này.",
            )
