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

from collections.abc import Mapping

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import CHILDREN, RowSpec
from baocao.load.records.bind import words
from baocao.model.form import RowRole
from baocao.model.text import Text
from baocao.rules.registry import form_rule

RULE = Rule.of_module(__name__, __doc__)


@form_rule
def check_columns(form: FormSource) -> Diagnostics:
    """Check that no total adds up a column of shares."""
    for leaf in form.leaves:
        for column_id, text in leaf.named(leaf.spec.addends):
            source = form.numeric_columns.get(column_id)
            if source is not None and source.is_share:
                yield _diagnose(text)


@form_rule
def check_rows(form: FormSource) -> Diagnostics:
    """Check that no total adds up a row of shares."""
    rows = form.numeric_rows
    for row in form.rows:
        for row_id, text in row.named_addends():
            if row_id not in rows or not _is_share(rows[row_id], rows):
                continue
            labels = rows[row_id].labels
            if text.stripped == CHILDREN and labels:
                yield RULE.error(
                    text.span,
                    f"Trong các dòng con có «{labels[-1].value}» là tỷ lệ, không cộng được.",
                    f"Đề nghị ghi rõ mã từng dòng cần cộng, thay cho «{text.value}».",
                )
            else:
                yield _diagnose(text)


def _is_share(row: RowSpec, rows: Mapping[str, RowSpec]) -> bool:
    """Return whether a row's figures are shares, or it is copied from a row whose are."""
    seen: set[str] = set()
    while row.role is RowRole.COPY and words(row.id) not in seen:
        seen.add(words(row.id))
        row = rows.get(words(row.copied_from), row)
    return row.is_share


def _diagnose(text: Text) -> Diagnostic:
    return RULE.error(
        text.span,
        f"«{text.value}» là tỷ lệ, không cộng được.",
        "Đề nghị bỏ mã này khỏi «cong»; muốn có tỷ lệ chung thì dùng «cong_thuc» trên các tổng.",
    )
