"""Forms with columns and rows of every kind: as laid out for a unit, and as an editor sees them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from baocao.authoring.column_groups import WIDEST
from baocao.authoring.formula_words import formula_words
from baocao.authoring.scaffold.statistics import statistics_scaffold
from baocao.authoring.scaffold.unit import unit_files
from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import Json, to_text
from baocao.calc.formula import Malformed, parse
from baocao.pipeline import check_unit
from baocao.workspace import FORMS_FILE, STATISTICS_FILE, CampaignFolder
from support.schemas import CAMPAIGNS, RICH, Copy, is_refused, read_campaign

UNIT = "ldld-mau"
IN_A_ROW = {"tong_hop": ("12", "5", '"1,5"', "05/7/2024", "Tốt", "x", '"Lời, có dấu phẩy"')}
IN_A_LIST = {
    "ho_ten": "Nguyễn Văn Mẫu",
    "don_vi": "Công ty Ví Dụ",
    "hinh_thuc": "Bằng khen",
    "ngay_qd": "05/7/2024",
    "tai_co_so": "x",
}


def scaffold(form_id: str) -> str:
    """Return what is laid out for one form, from its key on."""
    text = statistics_scaffold(read_campaign(RICH))
    rest = text[text.index(f"\n{form_id}:\n") + 1 :]
    return rest.split("\n# ═", 1)[0].rstrip("\n") + "\n"


def filled_in(form_id: str, figure: str = "0") -> str:
    """Do what the notes of a scaffold say: samples without their #, each ~ with what it takes."""
    text = re.sub(r"(?m)^( *)# (  - |    \w+: ~)", r"\1\2", scaffold(form_id))
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("#")]
    return "\n".join(_filled(line, IN_A_ROW.get(form_id, ()), figure) for line in lines)


def _filled(line: str, values: tuple[str, ...], figure: str) -> str:
    if named := re.fullmatch(r"( *(?:- )?(\w+):) +~", line):
        return f"{named[1]} {IN_A_LIST.get(named[2], figure)}"
    cells = line.split(",")
    typed = values if len(values) == len(cells) else (figure,) * len(cells)
    return ",".join(cell.replace("~", value) for cell, value in zip(cells, typed, strict=True))


def test_cells_stand_under_their_heads_and_rows_where_they_are_printed() -> None:
    assert scaffold("tong_hop") == (
        """\
tong_hop:

  # Cột «Trong đó nữ». Không lớn hơn «Tổng số».
  # Cột «Mức thưởng (triệu đồng)». Lấy đến 2 số lẻ. Từ 0 đến 500.
  # Cột «Xếp loại». Một trong các lời «Tốt», «Khá», «Trung bình, yếu».
  # Cột «Công khai». Đánh dấu khi đã niêm yết.

  #                    Số người
  #                                     Mức thưởng
  #                                         (triệu
  #              Tổng số  Trong đó nữ        đồng)    Ngày xét     Xếp loại  Công khai         Ghi chú
  #                    1            2            4           5            6          7               8

  # A. CÔNG TÁC THI ĐUA

  # 1. Cá nhân › Tổng số (mã số 01, người): máy tự tính.
  #    Cá nhân › Cơ quan (mã số 02, người)
  co_quan:      [      ~,           ~,           ~,          ~,           ~,         ~,              ~]
  #    Cá nhân › Doanh nghiệp (mã số 03, người)
  doanh_nghiep: [      ~,           ~,         "-",          ~,         "-",         ~,              ~]
  #    Cá nhân › Trong đó: chuyên trách (mã số 04, người)
  #    Không lớn hơn «Tổng số».
  chuyen_trach: [      ~,           ~,           ~,          ~,           ~,         ~,              ~]

  # 2. Tập thể › Số tập thể (mã số 05, tập thể)
  #    Chỉ tính tập thể có quyết định công nhận.
  #    Phải bằng: «Cơ quan» + «Doanh nghiệp».
  tap_the:      [      ~,           ~,           ~,          ~,           ~,         ~,              ~]

  # B. CÔNG TÁC KHEN THƯỞNG

  # 3. Cá nhân › Đã nêu ở mục 1 (mã số 06, người): máy lấy số liệu của «Tổng số».

  # 4. Cá nhân › Bình quân một tập thể (mã số 07, lấy đến 1 số lẻ): máy tự tính.
"""  # noqa: E501 - as wide as the scaffold
    )


def test_a_wide_form_is_laid_out_by_the_highest_groups_that_fit() -> None:
    text = scaffold("nhan_luc")

    assert re.findall(r"(?m)^  (\w+):$", text) == [
        "don_vi_truc_thuoc",
        "trinh_do",
        "do_tuoi",
        "dv_dau",
        "dv_cuoi",
    ]
    assert text.startswith(
        """\
nhan_luc:

  # ────────────────────────────────────────────────────────────────────────────────────────
  don_vi_truc_thuoc:
    # Số đơn vị trực thuộc

    # 1. Khối trực tiếp (người)
    khoi:      ~
    #    Thợ bậc cao (người)
    #    Không lớn hơn «Khối trực tiếp».
    tho:       ~

    # 2. Khối gián tiếp (người)
    gian_tiep: ~

    # 3. Toàn bộ (người): máy tự tính.

  # ────────────────────────────────────────────────────────────────────────────────────────
  trinh_do:
    #                                          Trình độ
    #                    Đại học trở lên                       Dưới đại học
    #               Cơ quan         Doanh nghiệp        Cơ quan         Doanh nghiệp
    #               Nam       Nữ      Nam       Nữ      Nam       Nữ      Nam       Nữ

    # 1. Khối trực tiếp (người)
    khoi:      [      ~,       ~,       ~,       ~,       ~,       ~,       ~,       ~]
    #    Thợ bậc cao (người)
    tho:       [      ~,       ~,       ~,       ~,       ~,       ~,       ~,       ~]

    # 2. Khối gián tiếp (người)
    gian_tiep: [      x,       x,       x,       x,       x,       x,       x,       x]
"""
    )


def test_a_wide_form_without_groups_has_each_row_on_several_lines() -> None:
    assert scaffold("theo_thang") == (
        """\
theo_thang:

  # Mỗi chỉ tiêu viết trên 2 dòng; đầu cột của từng dòng như sau:
  #           Tháng 1  Tháng 2  Tháng 3  Tháng 4  Tháng 5  Tháng 6
  #
  #           Tháng 7  Tháng 8  Tháng 9  Tháng 10  Tháng 11  Tháng 12

  # Số đợt phát động (đợt)
  phat_dong: [      ~,       ~,       ~,       ~,       ~,       ~,
                    ~,       ~,       ~,        ~,        ~,        ~]

  # Số lượt người tham gia (lượt)
  tham_gia:  [      x,       ~,       ~,       ~,       ~,       ~,
                    ~,       ~,       ~,        ~,        ~,        x]
"""
    )


def test_a_list_has_a_row_to_copy() -> None:
    assert scaffold("khen_thuong") == (
        """\
khen_thuong:

  # I. CÁ NHÂN
  #    Cá nhân được khen: danh sách, đơn vị tự thêm dòng. Viết theo mẫu dưới khóa, bỏ dấu #
  #    và dấu cách ở đầu; không có thì để nguyên.
  #    ho_ten:    Họ và tên (lời văn)
  #    don_vi:    Đơn vị công tác (lời văn)
  #    hinh_thuc: Hình thức (một trong các lời «Bằng khen», «Giấy khen»)
  #    ngay_qd:   Ngày quyết định (ngày/tháng/năm, ví dụ 05/7/2017)
  #    tien:      Tiền thưởng (con số, triệu đồng, lấy đến 1 số lẻ)
  #    tai_co_so: Trao tại cơ sở (x nếu có, ~ nếu không)
  ca_nhan:
  #   - ho_ten: ~
  #     don_vi: ~
  #     hinh_thuc: ~
  #     ngay_qd: ~
  #     tien: ~
  #     tai_co_so: ~

  #    Cộng: máy tự tính.

  # II. TẬP THỂ
  #    Tập thể được khen: danh sách, đơn vị tự thêm dòng (ít nhất 1 dòng, nhiều nhất 3
  #    dòng). Thêm dòng thì viết tiếp như mẫu dưới khóa.
  #    ho_ten:    Họ và tên (lời văn)
  #    don_vi:    Đơn vị công tác (lời văn)
  #    hinh_thuc: Hình thức (một trong các lời «Bằng khen», «Giấy khen»)
  #    ngay_qd:   Ngày quyết định (ngày/tháng/năm, ví dụ 05/7/2017)
  #    tien:      Tiền thưởng (con số, triệu đồng, lấy đến 1 số lẻ)
  #    tai_co_so: Trao tại cơ sở (x nếu có, ~ nếu không)
  tap_the:
    - ho_ten: ~
      don_vi: ~
      hinh_thuc: ~
      ngay_qd: ~
      tien: ~
      tai_co_so: ~
"""
    )


def test_groups_that_repeat_begin_with_one_and_lists_of_figures_with_a_row() -> None:
    assert scaffold("sang_kien") == (
        """\
sang_kien:

  # Nhóm cột «Lĩnh vực» lặp lại bao nhiêu lần cũng được: viết tên từng nhóm vào dãy dưới
  # đây, giữa hai tên có dấu phẩy. Thêm một nhóm thì ở mỗi chỉ tiêu thêm các ô «Đề xuất»,
  # «Áp dụng».
  linh_vuc: [Lĩnh vực]

  # Cột «Áp dụng». Không lớn hơn «Đề xuất».

  #               Lĩnh vực
  #           Đề xuất  Áp dụng

  # 1. Trong năm (sáng kiến)
  trong_nam: [      ~,       ~]

  # 2. Năm trước chuyển sang (sáng kiến)
  nam_truoc: [      ~,       ~]

  # 3. Bổ sung theo quý: danh sách, đơn vị tự thêm dòng (nhiều nhất 4 dòng). Viết theo mẫu
  #    dưới khóa, bỏ dấu # và dấu cách ở đầu; không có thì để nguyên.
  #          Lĩnh vực
  #      Đề xuất  Áp dụng
  bo_sung:
  #   - [      ~,       ~]
"""
    )


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda path: path.name)
def test_no_line_is_wider_than_a_screen(campaign: Path) -> None:
    read = read_campaign(campaign)

    for text in unit_files(read, next(iter(read.units.values()))).values():
        assert [line for line in text.split("\n") if len(line) > WIDEST] == []


def test_what_is_filled_in_as_the_notes_say_has_no_fault(tmp_path: Path) -> None:
    folder = CampaignFolder(tmp_path)
    campaign = read_campaign(RICH)
    typed = "\n".join(filled_in(form_id) for form_id in campaign.forms)
    typed = re.sub(r"(tap_the:[ []+)12,( +)5,", r"\1 24,\2 10,", typed)  # the sum of two rows
    folder.unit(UNIT).mkdir(parents=True)
    for name, text in unit_files(campaign, campaign.units[UNIT]).items():
        written = text.replace("|\n  \n", "|\n  Lời văn của đơn vị.\n")
        (folder.unit(UNIT) / name).write_text(written, "utf-8")
    (folder.unit(UNIT) / STATISTICS_FILE).write_text(typed, "utf-8")

    checked = check_unit(folder, campaign, UNIT)

    assert "~" not in typed
    assert checked.diagnostics == ()
    assert checked.content is not None
    cells = list(checked.content.cells())
    assert {cell.column.id for cell in cells if cell.cell.text.is_blank} == set()


TAKEN = (
    (
        "nam_truoc: [2, 1, ~, ~]",
        "nam_truoc: {de_xuat_1: 2, ap_dung_1: 1, de_xuat_2: ~, ap_dung_2: ~}",
    ),
    ("05/7/2024, Tốt", '"ngày 5 tháng 7 năm 2024", Tốt'),
    ("Khá, khong", "~, ~"),
    ('"-", 2024-07-05, "-"', "~, 2024-07-05, ~"),
    ('"Trung bình, yếu"', '"Trung bình,  yếu"'),
    ("gian_tiep: [x, x, x, x, x, x, x, x]", "gian_tiep: ~"),
    ("khoi: 12", "khoi: {don_vi_truc_thuoc: 12}"),
    ("    tho: [3]\n", "    tho: 3\n"),
    ("linh_vuc: [Kỹ thuật, Quản lý]", "linh_vuc: [2023, 2024]"),
    ("    - {ho_ten: Tổ Mẫu số 1, hinh_thuc: Giấy khen}", "    - ~"),
    ("    - [1, 1, 2, 0]\n    - [3, 1, 2, 0]\n", "    []\n"),
)
REFUSED_BY_BOTH = (
    ("05/7/2024, Tốt", "2024, Tốt"),
    ("05/7/2024, Tốt", "05/7/2024, tốt"),
    ("Tốt, x, ~", "Tốt, y, ~"),
    ("Tốt, x, ~", "Tốt, x, [lời]"),
    ('"-", 2024-07-05', "5, 2024-07-05"),
    ("co_quan: [120, 50,", "co_quan: [120,"),
    ("co_quan:", "co_quam:"),
    ("co_quan:", "tong_so: 5\n  co_quan:"),
    ("chung: 30", "chungg: 30"),
    ("    khoi: 12", "    khoy: 12"),
    ("    khoi: 12", "    toan_bo: 12\n    khoi: 12"),
    ("    khoi: 12", "    khoi: [12, 13]"),
    ("khoi: [20, 30]", "khoi: [20]"),
    ("do_tuoi_nam: 2", "nam: 2"),
    ("  dv_dau:\n    khoi: 100\n    tho: 10\n    gian_tiep: 9\n", "  dv_dau: [1, 2]\n"),
    ("hinh_thuc: Bằng khen", "hinh_thuc: Huân chương"),
    ("hinh_thuc: Bằng khen", "hinh_thu: Bằng khen"),
    ('tien: "1,5"', "tien: nhiều"),
    ("[Trần Thị Thí Dụ, Công ty Mẫu,", "[Trần Thị Thí Dụ,"),
    ("    - {ho_ten: Tổ Mẫu số 1, hinh_thuc: Giấy khen}", "    []"),
    ("    - {ho_ten: Tổ Mẫu số 1, hinh_thuc: Giấy khen}", "    - ~\n    - ~\n    - ~\n    - ~"),
    ("    - {ho_ten: Tổ Mẫu số 1, hinh_thuc: Giấy khen}", "    ho_ten: Tổ Mẫu số 1"),
    ("  tap_the:\n    - {", "  tap_thee:\n    - {"),
    ("linh_vuc: [Kỹ thuật, Quản lý]", "linh_vuc: Kỹ thuật"),
    ("linh_vuc: [Kỹ thuật, Quản lý]", "linh_vuc: []"),
    ("linh_vuc: [Kỹ thuật, Quản lý]", "linh_vuc: [Kỹ thuật, ~]"),
    ("trong_nam: [10, 5, 8, 8]", "trong_nam: [10]"),
    ("phat_dong: [1,", "phat_dong: ["),
    ("theo_thang:\n", "theo_thang:\n  ca_nam: 5\n"),
    ("  phat_dong: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\n", ""),
    ("phat_dong: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "phat_dong: {t1: 1}"),
    ("phat_dong: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "phat_dong: {}"),
)
LEFT_TO_CHECK = (
    ("  dv_dau:\n    khoi: 100\n    tho: 10\n    gian_tiep: 9\n", "  dv_dau: {}\n"),
    ("nam_truoc: [2, 1, ~, ~]", "nam_truoc: {de_xuat_1: 2, ap_dung_2: 1}"),
    ("  dv_dau:\n    khoi: 100\n    tho: 10\n    gian_tiep: 9\n", ""),
    ("    gian_tiep: [4, 5]\n", ""),
    ("trong_nam: [10, 5, 8, 8]", "trong_nam: [10, 5]"),
    ("05/7/2024, Tốt", "31/6/2024, Tốt"),
)


FORMS_TAKEN = (
    ("khong_dien: trinh_do", "khong_dien: [trinh_do, do_tuoi_nam]"),
    ("cong: ca_nhan", "cong: [ca_nhan, tap_the]"),
    ('cong_thuc: "ty_le(nu, chung)"', 'cong_thuc: "100 * nu : chung"'),
    ("so_le: 2, lon_nhat: 500", "so_le: '2', nho_nhat: 0, lon_nhat: \"1.500,5\""),
    ("danh_sach: co, nhieu_nhat: 4", 'danh_sach: co, it_nhat: "1", nhieu_nhat: 4'),
    ("tieu_de: Lĩnh vực\n        lap_lai: co", "tieu_de: Lĩnh vực\n        so_cot: 2"),
)
FORMS_REFUSED_BY_BOTH = (
    ("khong_dien: trinh_do", "khong_dien: Trình độ"),
    ("khong_dien: trinh_do", "khong_dien: {trinh_do: co}"),
    ("cong_thuc: tong_so / tap_the", "cong_thuc: tổng số"),
    ("danh_sach: co, nhieu_nhat: 4", "danh_sach: có, nhieu_nhat: 4"),
    ("danh_sach: co, nhieu_nhat: 4", "danh_sach: co, nhieu_nhat: nhiều"),
    ("loai: danh_dau", "loai: dau"),
    ("so_le: 2, lon_nhat", "so_le: hai, lon_nhat"),
    ("tieu_de: Nam}", "tieu_dee: Nam}"),
    ("{ma: nam, tieu_de: Nam}", "nam"),
    ("lap_lai: co", "lap_lai: 3"),
    ("de_muc: co}", "de_muc: phải}"),
)
FORMS_LEFT_TO_CHECK = (
    ("cong_thuc: tong_so / tap_the", "cong_thuc: tong_so /"),
    ("cong: ca_nhan", "cong: ca_nhann"),
    ("danh_sach: co, nhieu_nhat: 4", "danh_sach: co, it_nhat: 5, nhieu_nhat: 4"),
    ("theo: gioi}", "theo: gioi_tinh}"),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy.of(RICH, UNIT, tmp_path_factory.mktemp("copy"))


@pytest.fixture
def changed(copy: Copy, change: tuple[str, str]) -> Iterator[Copy]:
    original = copy.path(STATISTICS_FILE).read_text("utf-8")
    before, after = change
    assert before in original
    copy.write(STATISTICS_FILE, original.replace(before, after, 1))
    yield copy
    copy.write(STATISTICS_FILE, original)


@pytest.mark.parametrize("change", TAKEN, ids=lambda change: change[1])
def test_what_check_takes_the_schema_takes(changed: Copy) -> None:
    assert not is_refused(changed.check(STATISTICS_FILE)), changed.check(STATISTICS_FILE)
    assert changed.schema_errors(STATISTICS_FILE) == []


@pytest.mark.parametrize("change", REFUSED_BY_BOTH, ids=lambda change: change[1])
def test_what_the_schema_refuses_check_refuses(changed: Copy) -> None:
    assert changed.schema_errors(STATISTICS_FILE)
    assert is_refused(changed.check(STATISTICS_FILE))


@pytest.mark.parametrize("change", LEFT_TO_CHECK, ids=lambda change: change[1])
def test_what_no_schema_can_see_is_left_to_check(changed: Copy) -> None:
    assert changed.schema_errors(STATISTICS_FILE) == []
    assert is_refused(changed.check(STATISTICS_FILE))


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        (FORMS_TAKEN, (False, False)),
        (FORMS_REFUSED_BY_BOTH, (True, True)),
        (FORMS_LEFT_TO_CHECK, (False, True)),
    ],
    ids=["taken", "refused by both", "left to check"],
)
def test_the_forms_themselves_have_a_schema_for_every_key(
    copy: Copy, changes: tuple[tuple[str, str], ...], refused: tuple[bool, bool]
) -> None:
    original = copy.path(FORMS_FILE).read_text("utf-8")
    for before, after in changes:
        assert before in original
        copy.write(FORMS_FILE, original.replace(before, after, 1))
        by_schema, by_check = copy.schema_errors(FORMS_FILE), copy.check(FORMS_FILE)
        copy.write(FORMS_FILE, original)
        assert (bool(by_schema), is_refused(by_check)) == refused, (after, by_schema, by_check)


def test_the_shapes_of_columns_and_rows_stand_in_the_schema_once() -> None:
    schema = schemas(read_campaign(RICH))[FORMS_FILE]

    assert set(cast("Json", schema["definitions"])) == {"cot", "dong"}
    assert to_text(schema).count('"ky_hieu": {') == 1
    assert to_text(schema).count('"khong_dien": {') == 1


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a + b", "«A» + «B»"),
        ("100 * (a - b) / b", "100 × («A» − «B») : «B»"),
        ("a - (b - a) * 1000", "«A» − («B» − «A») × 1.000"),
        ("a / (b * 2)", "«A» : («B» × 2)"),
        ("tong(a, b)", "tổng của («A»; «B»)"),
        ("ty_le(a, b)", "tỷ lệ phần trăm của «A» trong «B»"),
        ("tang_truong(a, b)", "tỷ lệ phần trăm tăng từ «A» đến «B»"),
    ],
)
def test_a_formula_reads_as_words(formula: str, words: str) -> None:
    parsed = parse(formula)

    assert not isinstance(parsed, Malformed)
    assert formula_words(parsed, {"a": "A", "b": "B"}) == words
