"""Answers that are no prose: what schema, check and scaffold say of each, in the same words."""

import json
from pathlib import Path

import pytest

from baocao.authoring.scaffold.unit import unit_files
from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import message_of
from baocao.workspace import REPORT_FILE
from support.schemas import TYPED, Copy, is_refused, read_campaign

PROVINCE, FACTORY = "ldld-gia-tuong", "cdcs-may-gia-tuong"
TAKEN_BY_BOTH = [
    ("so_doan_vien", "1"),
    ("so_doan_vien", "'12.345'"),
    ("so_doan_vien", "12 345"),
    ("ngay_thanh_lap", "1976-07-05"),
    ("ngay_thanh_lap", "ngày 05 tháng 7 năm 1976"),
    ("cdcs_vung_manh", "0/50"),
    ("cdcs_vung_manh", "45 / 50"),
    ("cdcs_vung_manh", "1.045/1.250"),
    ("dong_kinh_phi", "51/50"),
    ("hinh_thuc", "[]\nnguoi_theo_doi: ~\nnoi_dung_dang: ~"),
    ("hinh_thuc", "Hội nghị\nnguoi_theo_doi: ~\nnoi_dung_dang: ~"),
    ("hinh_thuc", "[Tờ rơi]\nto_roi: Lời kêu gọi.\nnguoi_theo_doi: ~\nnoi_dung_dang: ~"),
    ("diem", '"95,5"'),
    ("diem_cong", "~"),
    ("cam_ket", "Phó Chủ tịch"),
    ("cam_ket", '" Chủ tịch "'),
    ("thoi_han", "~"),
    ("noi_dung_dang", "~"),
    ("ten_phong_trao", "12"),
]
REFUSED_BY_BOTH = [
    ("so_doan_vien", "~"),
    ("so_doan_vien", "nhiều"),
    ("so_doan_vien", "[1]"),
    ("ngay_thanh_lap", "năm 1976"),
    ("ngay_thanh_lap", "1976"),
    ("cdcs_vung_manh", "45"),
    ("cdcs_vung_manh", "45/50/60"),
    ("cdcs_vung_manh", "90%"),
    ("hinh_thuc", "~"),
    ("hinh_thuc", "[Truyền hình]"),
    ("hinh_thuc", "[Hội nghị, Mạng xã hội, Tờ rơi]"),  # so that to_roi is owed
    ("hinh_thuc", "{a: b}"),
    ("cam_ket", "chủ tịch"),
    ("cam_ket", "[Chủ tịch]"),
    ("nguoi_theo_doi", "~"),
    ("ten_phong_trao", "~"),
    ("ten_phong_trao", "[a]"),
]
REFUSED_BY_CHECK = [
    ("so_doan_vien", "0"),
    ("so_doan_vien", "100.001"),
    ("so_doan_vien", "12,5"),
    ("so_doan_vien", "1.23"),
    ("cdcs_vung_manh", "51/50"),
    ("cdcs_vung_manh", "0/0"),
    ("cdcs_vung_manh", "~"),  # no schema knows of which level the unit is
    ("xep_loai", "Khá"),
    ("to_roi", "Lời kêu gọi."),
    ("ngay_thanh_lap", "31/02/1976"),
    ("diem", '"95,55"'),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy.of(TYPED, PROVINCE, tmp_path_factory.mktemp("copy"))


def put(text: str, key: str, value: str) -> str:
    """Put a value under a key, in the place of the keys that the value brings along."""
    keys = {key, *(line.partition(":")[0] for line in value.split("\n")[1:])}
    kept = [line for line in text.split("\n") if line.partition(":")[0] not in keys]
    return "\n".join((*kept, f"{key}: {value}", ""))


@pytest.mark.parametrize(
    ("key", "value", "by_schema", "by_check"),
    [
        *((*each, False, False) for each in TAKEN_BY_BOTH),
        *((*each, True, True) for each in REFUSED_BY_BOTH),
        *((*each, False, True) for each in REFUSED_BY_CHECK),
    ],
)
def test_schema_and_check_refuse_what_they_should(
    copy: Copy, key: str, value: str, *, by_schema: bool, by_check: bool
) -> None:
    original = copy.path(REPORT_FILE).read_text("utf-8")
    copy.write(REPORT_FILE, put(original, key, value))
    try:
        errors, diagnostics = copy.schema_errors(REPORT_FILE), copy.check(REPORT_FILE)
    finally:
        copy.write(REPORT_FILE, original)

    assert bool(errors) is by_schema, errors
    assert is_refused(diagnostics) is by_check, diagnostics


def test_the_schema_says_what_the_rules_say_of_what_is_missing(copy: Copy) -> None:
    original = copy.path(REPORT_FILE).read_text("utf-8")
    copy.write(REPORT_FILE, "hinh_thuc: [Mạng xã hội, Tờ rơi]\n")
    try:
        said = {message_of(f) for f in copy.check(REPORT_FILE) if f.rule == "missing-section"}
    finally:
        copy.write(REPORT_FILE, original)

    schema = json.dumps(schemas(copy.campaign)[REPORT_FILE])

    assert {words[:30] for words in said} >= {
        "Chưa ghi «Tên phong trào» (ten",
        "Chưa viết mục «Số người theo d",
        "Chưa viết mục «Nội dung tờ rơi",
    }
    assert [words for words in said if json.dumps(words) not in schema] == [
        "Chưa viết mục «Công đoàn cơ sở vững mạnh» (cdcs_vung_manh). "
        "Đề nghị viết câu trả lời ngay sau khóa «cdcs_vung_manh:»."
    ]


def test_the_scaffold_says_how_each_answer_is_typed() -> None:
    campaign = read_campaign(TYPED)

    scaffold = unit_files(campaign, campaign.units[FACTORY])[REPORT_FILE]

    for lines in (
        "# CHỖ TRỐNG TRONG CÁC ĐỀ MỤC\n",
        "# Tên phong trào. Ghi như trong kế hoạch của đơn vị.\nten_phong_trao: ~\n",
        "# 1. Tổng số đoàn viên\n"
        "# Viết một con số, số nguyên, từ 1 đến 100.000 (đơn vị tính: người).\n"
        "so_doan_vien: ~\n",
        "# 2. Ngày thành lập:\n# Viết ngày, ví dụ 05/7/2017.\nngay_thanh_lap: ~\n",
        "# In nguyên đoạn: Thực hiện Kế hoạch giai đoạn 2018 - 2020, Công đoàn cơ sở Công ty May\n"
        "# Giả Tưởng tổng kết **phong trào [Tên phong trào]** như sau.\n",
        "# Kết quả xây dựng công đoàn cơ sở vững mạnh tại Giả Tưởng năm 2020\n",
        "# II. KẾT QUẢ PHONG TRÀO [Tên phong trào]\n",
        "# 3. Xếp loại do Liên đoàn Lao động tỉnh Giả Tưởng công nhận\n"
        "# Viết đúng một trong: Vững mạnh; Khá; Trung bình.\n"
        "xep_loai: ~\n",
        "# 4. Thu kinh phí\n"
        "# Viết số đạt và tổng số, ví dụ 45/50; tỷ lệ phần trăm do máy tính.\n"
        "dong_kinh_phi: ~\n",
        "# a) Đã sử dụng\n"
        "# Viết những ô được đánh dấu trong [ ], cách nhau bằng dấu phẩy; "
        "không ô nào thì viết [].\n"
        "# Các ô: Hội nghị; Mạng xã hội; Tờ rơi.\n"
        "hinh_thuc: ~\n",
        "# - Số người theo dõi:\n"
        "# Chỉ viết khi mục «Đã sử dụng» (hinh_thuc) là «Mạng xã hội»; khác thì để ~.\n"
        "# Viết một con số, số nguyên (đơn vị tính: người).\n"
        "nguoi_theo_doi: ~\n",
        "# 2.1. Khen thưởng\n# Không có thì để ~, mục này sẽ không in.\nkhen_thuong: |\n",
        "# (2) Điểm cộng\n# Không có thì để ~, sẽ in «Không có.».\ndiem_cong: |\n",
    ):
        assert lines in scaffold, lines


@pytest.mark.parametrize(("unit", "key"), [(PROVINCE, "xep_loai"), (FACTORY, "cdcs_vung_manh")])
def test_the_scaffold_leaves_out_what_a_level_is_never_asked(unit: str, key: str) -> None:
    campaign = read_campaign(TYPED)

    assert f"\n{key}:" not in unit_files(campaign, campaign.units[unit])[REPORT_FILE]


def test_an_answer_in_the_form_of_a_list_may_stand_on_lines(tmp_path: Path) -> None:
    copy = Copy.of(TYPED, PROVINCE, tmp_path)
    text = copy.path(REPORT_FILE).read_text("utf-8")
    copy.write(
        REPORT_FILE,
        text.replace("[Hội nghị, Mạng xã hội]", "\n  - Hội nghị\n  - Mạng xã hội"),
    )

    assert copy.check(REPORT_FILE) == ()
    assert copy.schema_errors(REPORT_FILE) == []
