"""`bieu-so-lieu.yaml` of a new campaign: small forms with the years of its period as columns."""

from collections.abc import Iterator

from baocao.authoring.scaffold.campaign_answers import CampaignAnswers

_MOST_YEARS = 8  # more do not fit beside the labels of a sheet
_HEAD = """\
# Biểu số liệu. Mỗi biểu có các cột (cot) và các chỉ tiêu (dong); đơn vị chỉ điền các cột số.
# Đầu cột, chỉ tiêu, đơn vị tính in đúng như viết ở đây. Mã của cột, của chỉ tiêu viết bằng chữ
# thường không dấu, nối bằng dấu gạch dưới, không trùng nhau trong một biểu.
# Các cách khác (công thức, danh sách, cột chữ, cột chọn, cột ngày …): docs/soan-dot-bao-cao.md.

bieu:"""
_LABELS = """\
    cot:
      - {ma: tt, tieu_de: TT, loai: thu_tu}
      - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
      - {ma: dvt, tieu_de: Đơn vị tính, loai: don_vi_tinh}"""
_ROWS = """\
    dong:
      - {ma: so_cuoc, tt: "1", noi_dung: Số hội nghị đã tổ chức, don_vi_tinh: cuộc}
      - {ma: luot_nguoi, tt: "2", noi_dung: Số lượt người tham dự, don_vi_tinh: lượt người}
      # thuoc: chỉ tiêu này là một phần của chỉ tiêu kia, không thể lớn hơn.
      - {ma: luot_nu, noi_dung: "Trong đó: nữ", don_vi_tinh: lượt người, thuoc: luot_nguoi}
      # so_le: lấy đến mấy số lẻ.
      - {ma: kinh_phi, tt: "3", noi_dung: Kinh phí đã chi, don_vi_tinh: triệu đồng, so_le: 1}
"""


def forms_file(answers: CampaignAnswers) -> str:
    """Give the text of the forms that were asked for."""
    years = range(answers.first_year, answers.last_year + 1)
    columns = "\n".join((_LABELS, *_columns(years)))
    forms = (_form(number, answers.forms, columns) for number in range(1, answers.forms + 1))
    return "\n".join((_HEAD, *forms))


def _form(number: int, count: int, columns: str) -> str:
    title = f"BIỂU SỐ LIỆU SỐ {number:02d}" if count > 1 else "BIỂU SỐ LIỆU"
    return f"  - ma: bieu_{number}\n    tieu_de: {title}\n{columns}\n{_ROWS}"


def _columns(years: range) -> Iterator[str]:
    if len(years) > _MOST_YEARS:
        yield "      - {ma: ca_giai_doan, tieu_de: Cả giai đoạn}"
        return
    for year in years:
        yield f'      - {{ma: "{year}", tieu_de: "{year}"}}'
    if len(years) > 1:
        added = ", ".join(f'"{year}"' for year in years)
        yield "      # Cột tổng do máy cộng, đơn vị không điền."
        yield f"      - {{ma: tong, tieu_de: Tổng cộng, cong: [{added}]}}"
