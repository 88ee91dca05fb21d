"""Báo cáo in phụ lục mà không có chỗ nào trong lời văn chỉ dẫn đến.

Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó (Nghị định
30/2020/NĐ-CP, Phụ lục I, mục III.1). Một phụ lục thì câu kết, đề mục hoặc đoạn in sẵn có hai chữ
«Phụ lục» là đủ; từ hai phụ lục trở lên thì mỗi phụ lục phải được gọi tên, bằng chỗ trống
{phu_luc.mã biểu}, máy in thành «Phụ lục I», «Phụ lục II»… Chỗ chỉ hỏi một số cấp, hỏi theo điều
kiện hoặc có thể để trống thì không tính, vì không phải báo cáo nào cũng in.

Sai và đúng::

    # dot-bao-cao.yaml
    van_ban:
      - loai: bao-cao
        ten_loai: Báo cáo
        ky_hieu: BC
        trich_yeu: Sơ kết phong trào thi đua Lao động sáng tạo
  -     ket_thuc: Trên đây là báo cáo của đơn vị./.
  +     ket_thuc: "Trên đây là báo cáo của đơn vị (số liệu tại {phu_luc.so_lieu} kèm theo)./."
        phu_luc: [so_lieu]
"""

import re
from collections.abc import Iterator

from baocao.calc.applicability import outline_for_level
from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.kinds import REPORT
from baocao.model.blanks import APPENDIX_BLANK
from baocao.model.campaign import Campaign, appendix_labels
from baocao.model.outline import Outline, Passage, Section
from baocao.model.text import Text
from baocao.vietnamese.text import squeeze

RULE = Rule.of_module(__name__, __doc__)


def check(campaign: Campaign, forms: tuple[Text, ...]) -> Diagnostics:
    """Yield each appendix that the reports of some level need not mention.

    `forms` are the ids of the report's appendices as typed in the campaign's file.
    """
    wording = {
        level.name: "\n".join(
            squeeze(words)
            for words in (
                *campaign.documents[REPORT].closing,
                *_always_printed(outline_for_level(campaign.outline, id_)),
            )
        )
        for id_, level in campaign.levels.items()
    }
    for form, label in zip(forms, appendix_labels(len(forms)), strict=True):
        mention = re.compile(rf"\b{label}\b", re.IGNORECASE)
        silent = tuple(name for name, words in wording.items() if not mention.search(words))
        if silent:
            yield _diagnose(form, label, silent if len(silent) < len(wording) else (), len(forms))


def _diagnose(text: Text, label: str, levels: tuple[str, ...], count: int) -> Diagnostic:
    """Word the diagnostic; no `levels` means all of them."""
    form = text.stripped
    whose = f" của cấp {', '.join(levels)}" if levels else ""
    words = " hoặc hai chữ «Phụ lục»" if count == 1 else ""
    return RULE.error(
        text.span,
        f"Lời văn báo cáo{whose} không có chỗ nào chỉ dẫn đến {label} (biểu «{form}»).",
        f"Đề nghị ghi {{{APPENDIX_BLANK}{form}}}{words} vào ket_thuc của loại bao-cao, hoặc vào "
        "một đề mục, một đoạn in sẵn mà báo cáo nào cũng in.",
    )


def _always_printed(outline: Outline) -> Iterator[str]:
    """Yield the author's words that are printed whatever a unit answers."""
    for item in outline.sections:
        yield from _words(item)


def _words(item: Section | Passage) -> Iterator[str]:
    if isinstance(item, Passage):
        if not item.applicability.conditions:
            yield from (item.text.value, item.footnote)
    elif _is_always_printed(item):
        yield from (" ".join(item.lines), item.footnote)
        for child in item.children:
            yield from _words(child)


def _is_always_printed(section: Section) -> bool:
    """Return whether a section is printed whatever a unit answers."""
    if section.applicability.conditions:
        return False
    if section.form is not None or any(map(_is_always_printed, section.sections())):
        return True
    if section.id is None:
        return not section.sections()
    return not section.is_optional or bool(section.text_if_empty)
