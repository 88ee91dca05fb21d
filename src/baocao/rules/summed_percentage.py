"""Trong biểu của đợt, một tổng cộng cả tỷ lệ phần trăm.

Tỷ lệ của cả nhóm không phải là tổng các tỷ lệ: nơi đạt 50%, nơi đạt 60% thì cả hai không đạt 110%.
Tỷ lệ chung phải tính từ các tổng.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - {ma: nam_nay, tieu_de: Năm nay}
        dong:
          - {ma: doan_vien, noi_dung: Đoàn viên}
          - {ma: lao_dong, noi_dung: Lao động}
          - {ma: ty_le, noi_dung: Tỷ lệ đoàn viên, cong_thuc: "ty_le(doan_vien, lao_dong)"}
  -       - {ma: cong, noi_dung: Cộng, cong: [doan_vien, ty_le]}
  +       - {ma: cong, noi_dung: Cộng, cong: [doan_vien, lao_dong]}
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text) -> Diagnostic:
    """Report a column or row of shares among the addends of a total."""
    return RULE.error(
        text.span,
        f"«{text.value}» là tỷ lệ, không cộng được.",
        "Đề nghị bỏ mã này khỏi «cong»; muốn có tỷ lệ chung thì dùng «cong_thuc» trên các tổng.",
    )


def child(text: Text, label: str) -> Diagnostic:
    """Report a row of shares among those that stand under a group and are added up."""
    return RULE.error(
        text.span,
        f"Trong các dòng con có «{label}» là tỷ lệ, không cộng được.",
        f"Đề nghị ghi rõ mã từng dòng cần cộng, thay cho «{text.value}».",
    )
