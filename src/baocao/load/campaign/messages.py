"""What can be wrong with the values of a campaign's own files: the rules, and their sentences."""

from baocao.calc.formula import MAX_DEPTH, MAX_OPERATIONS
from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text
from baocao.vietnamese.text import squeeze

_MOST_SHOWN = 40
_HINT = (
    "Đề nghị chỉ dùng mã, số, + - * / ( ), tong(a, b), ty_le(a, b), tang_truong(a, b); mã gồm "
    "toàn chữ số đặt trong ngoặc vuông, ví dụ [2016]."
)

MALFORMED_FORMULA = Rule(
    "malformed-formula",
    """Trong biểu của đợt, công thức viết sai.

Công thức viết như phép tính trên giấy, thay tên cột (hoặc tên dòng) bằng mã: các dấu + - * / và
dấu ngoặc tròn; dấu nhân là * hay ×, không phải chữ x. Có thêm tong(a, b) là tổng, ty_le(a, b) là a
chiếm bao nhiêu phần trăm của b, tang_truong(a, b) là từ a đến b tăng bao nhiêu phần trăm. Mã chỉ có
chữ số thì đặt trong ngoặc vuông, ví dụ [2016], kẻo bị hiểu là con số.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - {ma: ke_hoach, tieu_de: Kế hoạch}
          - {ma: thuc_hien, tieu_de: Thực hiện}
  -       - {ma: dat, tieu_de: Đạt (%), cong_thuc: 100 x thuc_hien / ke_hoach}
  +       - {ma: dat, tieu_de: Đạt (%), cong_thuc: 100 * thuc_hien / ke_hoach}
        dong:
          - {ma: doan_vien, noi_dung: Đoàn viên}
""",
)


def malformed_formula(text: Text, offset: int) -> Diagnostic:
    """Word the diagnostic of a formula that is wrong, or breaks off, at `offset`."""
    rest = squeeze(text.value[offset:])
    if not rest:
        last = len(text.value.rstrip()) - 1
        return MALFORMED_FORMULA.error(text.span_of(last), "Công thức viết chưa hết.", _HINT)
    shown = rest if len(rest) <= _MOST_SHOWN else f"{rest[:_MOST_SHOWN]}…"
    return MALFORMED_FORMULA.error(text.span_of(offset), f"Công thức sai từ chỗ «{shown}».", _HINT)


def too_long_formula(at: Span) -> Diagnostic:
    """Word the diagnostic of a formula with too many operations or brackets."""
    return MALFORMED_FORMULA.error(
        at,
        f"Công thức quá dài: nhiều nhất {MAX_OPERATIONS} phép tính và {MAX_DEPTH} lớp ngoặc.",
        "Đề nghị chia thành vài công thức, hoặc dùng tong(a, b, …) thay cho nhiều dấu cộng.",
    )
