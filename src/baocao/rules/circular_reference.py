"""Trong tệp của đợt, một thứ được quy định bằng chính nó.

Một chỉ tiêu không thể gồm chính nó hay là một phần của chính nó, một đơn vị không thể là cấp trên
của chính mình, một mục không thể được hỏi tùy theo chính nó, dù trực tiếp hay qua cái khác.

Sai::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        cap_tren: ldld-thi-du
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ

Đúng::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text) -> Diagnostic:
    """Report a name that leads back to what it stands in."""
    return RULE.error(
        text.span,
        f"«{text.value}» ở đây dẫn trở lại chính nó.",
        "Đề nghị bỏ mã này đi hoặc ghi mã khác.",
    )
