"""Chữ bị chuyển bảng mã hai lần.

Tệp UTF-8 bị mở nhầm bằng bảng mã khác rồi lưu lại thì «Công đoàn» thành «CÃ´ng Ä‘oÃ n».

Sai::

    thuan_loi: CÃ´ng Ä‘oÃ n cÆ¡ sá»Ÿ phÃ¡t Ä‘á»™ng phong trÃ o.

Đúng::

    thuan_loi: Công đoàn cơ sở phát động phong trào.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

_TRACES = ("á»", "áº", "Ä‘", "Æ°", "Æ¡")


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give the first trace in each text."""
    for text in content.report.texts():
        found = {text.value.find(trace): trace for trace in _TRACES if trace in text.value}
        if found:
            offset, trace = min(found.items())
            yield error(
                __name__,
                text.span_of(offset, len(trace)),
                f"«{trace}» là dấu vết của chữ Việt bị chuyển bảng mã hai lần.",
                "Đề nghị chép lại đoạn này từ bản gốc, và lưu tệp bằng bảng mã UTF-8.",
            )
