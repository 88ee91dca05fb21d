"""The shapes of `khen-thuong.yaml` and of the reports of merit, made from the award rules."""

import re

from baocao.load.unit.head import HEAD, SIGNATURE
from baocao.model.award_rules import AwardRules
from baocao.model.record import Key, ListOf, Record
from baocao.model.scalars import DATE, FOLDER_ID, LINE, TEXT, YEAR, choice, pattern

_COUNT = pattern(re.compile("[0-9]{1,6}").fullmatch, "^[0-9]{1,6}$", "một số đếm")
_YES_OR_NO = choice("co", "khong")


def dossier_shape(rules: AwardRules) -> Record:
    """Give the shape of the whole file: one key for each award, and what belongs to all."""
    submission = {
        **HEAD.entries,
        "can_cu": Key(
            ListOf(LINE), "Căn cứ của đơn vị", "Mỗi dòng một căn cứ, in sau căn cứ chung của đợt."
        ),
    }
    groups = {
        award.id: Key(
            Record(
                {
                    **({"tap_the": _collectives(rules)} if award.collectives else {}),
                    **({"ca_nhan": _PERSONS} if award.criteria else {}),
                }
            ),
            award.name,
            f"Đề nghị tặng {award.name} ({award.clause}).",
        )
        for award in rules.awards.values()
    }
    return Record(
        {
            "dieu_kien": Key(
                _conditions(rules), "Điều kiện của đơn vị", "Mỗi điều kiện ghi co hoặc khong."
            ),
            "to_trinh": Key(Record(submission), "Tờ trình", "Số, ngày, căn cứ của tờ trình."),
            "bien_ban": Key(
                minutes_shape(),
                "Biên bản họp xét khen thưởng",
                "Ai dự, ở đâu, từ mấy giờ đến mấy giờ.",
                required=True,
            ),
            **groups,
        }
    )


def collective_shape(rules: AwardRules) -> Record:
    """Give the shape of a collective's proposal."""
    figures = {row: Key(_COUNT, f"số liệu của chỉ tiêu {row}") for row in rules.threshold_rows()}
    return Record(
        {
            "ma": Key(
                FOLDER_ID,
                "mã của tập thể",
                "Cũng là tên tệp báo cáo thành tích; chính đơn vị thì ghi mã của đơn vị.",
                required=True,
            ),
            "ten": Key(LINE, "tên tập thể", "Chính đơn vị thì không cần ghi."),
            "so_lieu": Key(
                Record(figures),
                "số liệu của tập thể",
                "Chỉ ghi cho tập thể trực thuộc; của chính đơn vị thì lấy từ so-lieu.yaml.",
            ),
            "dieu_kien": Key(
                _conditions(rules),
                "điều kiện của tập thể",
                "Chỉ ghi cho tập thể trực thuộc; của chính đơn vị thì ghi ở khóa dieu_kien chung.",
            ),
            "phieu": Key(_COUNT, "số phiếu đồng ý", required=True),
        }
    )


def person_shape() -> Record:
    """Give the shape of an individual's proposal."""
    return _PERSON


def minutes_shape() -> Record:
    """Give the shape of the minutes."""
    return _MINUTES


def merit_shape(*, is_person: bool) -> Record:
    """Give the shape of a report of merit."""
    return _PERSON_MERIT if is_person else _COLLECTIVE_MERIT


def _conditions(rules: AwardRules) -> Record:
    return Record({each.id: Key(_YES_OR_NO, each.name) for each in rules.conditions.values()})


def _collectives(rules: AwardRules) -> Key:
    return Key(ListOf(collective_shape(rules)), "các tập thể", "Mỗi tập thể một nhóm khóa.")


_PERSON = Record(
    {
        "ma": Key(
            FOLDER_ID, "mã của cá nhân", "Cũng là tên tệp báo cáo thành tích.", required=True
        ),
        "ho_ten": Key(LINE, "họ và tên", required=True),
        "ong_ba": Key(choice("ong", "ba"), "ông hoặc bà", required=True),
        "ngay_sinh": Key(DATE, "ngày sinh", required=True),
        "chuc_vu": Key(LINE, "chức vụ hoặc nghề nghiệp", required=True),
        "don_vi_cong_tac": Key(LINE, "đơn vị công tác", required=True),
        "so_bang_ldst": Key(_COUNT, "số Bằng Lao động sáng tạo đã được tặng"),
        "tham_muu": Key(_YES_OR_NO, "làm tốt công tác tham mưu"),
        "theo_doi": Key(_YES_OR_NO, "trực tiếp theo dõi, đôn đốc phong trào"),
        "phieu": Key(_COUNT, "số phiếu đồng ý", required=True),
    }
)
_PERSONS = Key(ListOf(_PERSON), "các cá nhân", "Mỗi người một nhóm khóa.")
_MINUTES = Record(
    {
        "so": HEAD.entries["so"],
        "ngay": Key(DATE, "ngày họp", required=True),
        "bat_dau": Key(LINE, "giờ bắt đầu", "Ví dụ 8 giờ 00.", required=True),
        "ket_thuc": Key(LINE, "giờ kết thúc", "Ví dụ 10 giờ 30 phút.", required=True),
        "dia_diem": Key(LINE, "nơi họp", required=True),
        "tong_so": Key(_COUNT, "tổng số người được dự và bỏ phiếu", required=True),
        "chu_tri": Key(LINE, "họ và tên người chủ trì", required=True),
        "thu_ky": Key(LINE, "họ và tên thư ký", required=True),
        "chu_ky": Key(LINE, "ảnh chữ ký của người chủ trì", SIGNATURE.hint),
        "chu_ky_thu_ky": Key(LINE, "ảnh chữ ký của thư ký", SIGNATURE.hint),
        "co_mat": Key(
            ListOf(LINE), "người có mặt", "Mỗi dòng một người: Họ tên - chức vụ.", required=True
        ),
        "vang": Key(
            ListOf(LINE), "người vắng mặt", "Như người có mặt; không ai vắng thì bỏ trống."
        ),
        "y_kien": Key(TEXT, "ý kiến thảo luận", "Viết lời văn dưới dấu |."),
    }
)


def _merit(name: str, title: str, outline: str, more: dict[str, Key]) -> Record:
    return Record(
        {
            name: Key(LINE, title, "Viết đúng như trong danh sách đề nghị.", required=True),
            "ngay": Key(DATE, "Ngày báo cáo", "Chưa có ngày thì viết ~."),
            **more,
            "so_luoc": Key(TEXT, outline, "Viết lời văn dưới dấu |."),
            "thanh_tich": Key(TEXT, "Thành tích", "Viết lời văn dưới dấu |."),
            "danh_hieu_thi_dua": Key(
                ListOf(_earlier("danh_hieu", "danh hiệu thi đua")), "Danh hiệu thi đua đã được tặng"
            ),
            "hinh_thuc_khen_thuong": Key(
                ListOf(_earlier("hinh_thuc", "hình thức khen thưởng")),
                "Hình thức khen thưởng đã nhận",
            ),
            "chu_ky": SIGNATURE,
        }
    )


def _earlier(key: str, title: str) -> Record:
    return Record(
        {
            "nam": Key(YEAR, "năm", required=True),
            key: Key(LINE, title, required=True),
            "so_quyet_dinh": Key(LINE, "số, ngày, nơi ban hành quyết định", required=True),
        }
    )


_PERSON_MERIT = _merit("ho_ten", "Họ và tên", "Sơ lược lý lịch", {})
_COLLECTIVE_MERIT = _merit(
    "ten",
    "Tên tập thể",
    "Sơ lược đặc điểm, tình hình",
    {
        "thay_mat": Key(LINE, "Tập thể mà người ký thay mặt", "Ví dụ Ban Chấp hành."),
        "nguoi_ky": Key(LINE, "Họ và tên người ký"),
        "chuc_vu": Key(LINE, "Chức vụ người ký"),
    },
)
