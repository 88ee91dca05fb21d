"""Danh sách có ít hoặc nhiều dòng hơn biểu quy định, hoặc nhóm cột lặp lại quá nhiều lần.

Biểu có thể quy định danh sách có ít nhất (it_nhat), nhiều nhất (nhieu_nhat) bao nhiêu dòng. Nhóm
cột lặp lại thì nhiều nhất sáu mươi lần, vì bảng không chứa được hơn.

Sai::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: ho_ten, tieu_de: Họ và tên, loai: noi_dung}
          - {ma: so_bang, tieu_de: Số bằng}
        dong:
          - {ma: nguoi, noi_dung: Người được khen, danh_sach: co, nhieu_nhat: 1}
    # so-lieu.yaml
    nguoi:
      - [Nguyễn Văn Ví Dụ, 2]
      - [Trần Thị Thí Dụ, 1]

Đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: ho_ten, tieu_de: Họ và tên, loai: noi_dung}
          - {ma: so_bang, tieu_de: Số bằng}
        dong:
          - {ma: nguoi, noi_dung: Người được khen, danh_sach: co, nhieu_nhat: 1}
    # so-lieu.yaml
    nguoi:
      - [Nguyễn Văn Ví Dụ, 2]
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Row
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(key: Text, row: Row, found: int, most: int) -> Diagnostic:
    """Report a list that has `found` rows, below its fewest or above `most`."""
    limit = f"ít nhất {row.min_rows}" if found < row.min_rows else f"nhiều nhất {most}"
    return RULE.error(
        key.span,
        f"Danh sách «{row.name}» có {found} dòng, biểu quy định {limit} dòng.",
        "Đề nghị thêm hoặc bớt dòng cho đúng quy định.",
    )


def groups(key: Text, title: str, found: int, most: int) -> Diagnostic:
    """Report a group of columns that a unit repeats more often than `most` times."""
    return RULE.error(
        key.span,
        f"Nhóm cột «{title}» lặp lại {found} lần, bảng chỉ chứa được {most} lần.",
        "Đề nghị xem lại tên các nhóm trong ngoặc vuông.",
    )
