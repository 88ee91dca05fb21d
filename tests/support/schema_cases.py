"""Files of the campaign `nho` with one thing changed, and who refuses them: schema, check, both."""

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.workspace import (
    CAMPAIGN_FILE,
    FORMS_FILE,
    OUTLINE_FILE,
    REPORT_FILE,
    STATISTICS_FILE,
    UNITS_FILE,
)

UNIT = "ldld-mau"

Table = dict[str, dict[str, tuple[str, ...]]]  # by file, then by the text that is replaced

_TAKEN: Table = {
    REPORT_FILE: {
        "so: 45": ("so: ~", "so: ''", "so:", "so: 045", 'so: " 45 "', "so: 45/BC-LĐLĐ"),
        "ngay: 20/3/2017": (
            "ngay: 20-03-2017",
            "ngay: 20.3.2017",
            "ngay: 2017-03-20",
            "ngay: ngày 20 tháng 3 năm 2017",
            "ngay: NGÀY  20  THÁNG 03 NĂM 2017",
            'ngay: "20/3/2017 "',
            "ngay: Null",
        ),
        "nguoi_ky: Nguyễn Văn Mẫu": ("nguoi_ky: no", "nguoi_ky: true", "nguoi_ky: 12", "# bỏ"),
        "kho_khan: Kinh phí còn ít.": (
            "kho_khan: |\n  Kinh phí còn ít.",
            "kho_khan: 45",
            "kho_khan: true",
            'kho_khan: "~ là dấu ngã."',
        ),
        "chuc_vu: Chủ tịch": ("chuc_vu: phó chủ tịch", "chuc_vu: ~", "kinh_gui: Ban Thường vụ"),
        "  - Các công đoàn trực thuộc": ("  - Như trên", "  - 45", "  - ~", "  - true"),
    },
    STATISTICS_FILE: {
        "[120, 135, 140]": ('["120", " 135", 140 ]', "\n  - 120\n  - 135\n  - 140"),
        "[12, 14, 15]": ("[~, ~, ~]", "~", "", "''", "Null", "[12, Null, '']", "[2, 02, 10]"),
        '["412,5", "536,8", "604,3"]': ("[412, 1.536, 1 604]", '["1.234,5", "0,2", "9"]'),
        '[95, "96,5", 98]': ("[95%, 96%, 98 %]",),
    },
    CAMPAIGN_FILE: {
        "tu_nam: 2014": ("tu_nam: '2014'", 'tu_nam: " 2014"'),
        "tu_ngay: 05/01/2017": ("tu_ngay: ngày 05 tháng 01 năm 2017",),
        "    ky_hieu: BC": ("    ky_hieu: ~", "    ky_hieu: BC-ĐV"),
        "phu_luc: so_lieu": ("phu_luc: [so_lieu]", "phu_luc:"),
        "[Phó Chủ tịch, Phó Chủ tịch Thường trực]": ("Phó Chủ tịch", "~", "[]"),
    },
    OUTLINE_FILE: {
        "danh_so: [I.]": ("danh_so: [1.]", 'danh_so: ["1."]', "danh_so: [Phần thứ nhất, a)]"),
        "    it_nhat: 5": ("    loai: van", "    neu_co: co", "    khi_trong: Không có."),
        "    nhieu_nhat: 30": ("    nhieu_nhat: '30'", "    muc: []", "    muc:"),
    },
    FORMS_FILE: {
        "kho_giay: ngang": ("kho_giay: doc", "kho_giay:", 'kho_giay: "ngang "'),
        "lon_nhat: 100": ("lon_nhat: '1.000'", "lon_nhat: ~", 'lon_nhat: "12,5"'),
        "so_le: 1}": ("so_le: '2'}", "so_le: 0}", "so_le: ~}"),
    },
}
_REFUSED_BY_BOTH: Table = {
    REPORT_FILE: {
        "so: 45": ("so: [45]", "so: 45/BC - LĐLĐ", "so: bốn lăm", "so: true", "so: {so: 45}"),
        "ngay: 20/3/2017": (
            "ngay: 32/3/2017",
            "ngay: 20/13/2017",
            "ngay: 2017",
            "ngay: hôm nay",
            "ngay: 20-3/2017",
            "ngay: [20/3/2017]",
            'ngay: "~"',
        ),
        "kho_khan: Kinh phí còn ít.": (
            "kho_kan: Kinh phí còn ít.",
            "# bỏ",
            "kho_khan:",
            "kho_khan: ~",
            "kho_khan: NULL",
            "kho_khan: |",
            'kho_khan: " "',
            "kho_khan: [Kinh phí còn ít.]",
            "kho_khan: Kinh phí còn ít.\nKho_khan: Kinh phí",
        ),
        "  - Các công đoàn trực thuộc": ("  - Lưu: VT", "  - - Như trên"),
    },
    STATISTICS_FILE: {
        "[120, 135, 140]": ("[120, 135]", "[120, 135, 140, 0]", "[]", "120", "{a: 1}", "true"),
        '["412,5", "536,8", "604,3"]': (
            "[412,5, 536,8, 604,3]",
            "[khoảng 412, 536, 604]",
            "[[412], 536, 604]",
            '["~", 536, 604]',
            "[true, 536, 604]",
            "[2017-03-20, 536, 604]",
            "[412%, 536%, 604%]",
        ),
        "quan_ly: ": ("quan_li: ", "# "),
    },
    CAMPAIGN_FILE: {
        "tu_nam: 2014": ("tu_nam: mười bốn", "tu_nam: '14'", "tu_nam:", "tu_nam: [2014]", "# bỏ"),
        "tu_ngay: 05/01/2017": ("tu_ngay: 2017", "tu_ngay: true", "tu_ngay: 05/2017"),
        "  - ma: tinh\n": ("  - ma: Tỉnh\n", "  - Ma: tinh\n", "  - tinh\n  - ma: tinh\n"),
        "the_thuc: nd30-2020": ("the_thuc: nd30", "the_thuc: true", "the_thuc: 30"),
        "    ky_hieu: BC": ("    ky_hieu: BC 1", "    ky_hieu: '-'", "    ky_hieu: true and false"),
    },
    OUTLINE_FILE: {
        "danh_so: [I.]": ("danh_so: [A-]", "danh_so: I.", "danh_so: []", "danh_so: ~"),
        "    nhieu_nhat: 30": ("    muc: [a]", "    muc:\n      - ma: a", "    nhieu_nhat: '0'"),
        "muc:": ("muc: ~\nkhac:",),
        "    tieu_de: Khó khăn": ("    # bỏ", "    loai: chu", "    chi_cap: Tỉnh"),
    },
    FORMS_FILE: {
        "kho_giay: ngang": ("kho_giay: nằm", "kho_giay: true", "kho_giay: 1", "kho_giay: [ngang]"),
        "lon_nhat: 100": ("lon_nhat: một trăm", "lon_nhat: {a: 1}"),
        "{ma: ky_thuat, noi_dung: Sáng kiến kỹ thuật}": ("{ma: ky_thuat}", "ky_thuat", "[]"),
        '{ma: "2014", tieu_de: "2014"}': ('{ma: "2014", tieu_de: "2014", cot: [{ma: a}]}',),
    },
    UNITS_FILE: {"    cap_tren: ldld-mau": ("    cap_tren: LĐLĐ", "    cap-tren: ldld-mau")},
}
_REFUSED_BY_CHECK: Table = {
    REPORT_FILE: {
        "so: 45": ("so: 1234567", "so: 0x2D", "so: -45", "so: 45/KH-LĐLĐ"),
        "ngay: 20/3/2017": ("ngay: 31/02/2017", "ngay: 20/3/2007"),
        "chuc_vu: Chủ tịch": ("chuc_vu: Giám đốc",),
        "kho_khan: Kinh phí còn ít.": ("kho_khan: Kinh phí {{ kinh_phi }}.",),
    },
    STATISTICS_FILE: {
        "[120, 135, 140]": ("[1.23, 135, 140]", "[-120, 135, 140]", "['1,200', 135, 140]"),
    },
    CAMPAIGN_FILE: {"tu_nam: 2014": ("tu_nam: 14",), "phu_luc: so_lieu": ("phu_luc: bieu",)},
    FORMS_FILE: {"so_le: 1}": ("so_le: 9}",), "thuoc: sang_kien": ("thuoc: khong_co",)},
    UNITS_FILE: {
        "    cap: tinh": ("    cap: huyen",),
        "- ma: cdcs-mau": ("- ma: ldld-mau",),
        "    cap_tren: ldld-mau": ("    cap_tren: ~", "    cap_tren: ''"),
    },
}


@dataclass(frozen=True, slots=True)
class Change:
    """One text of a file put in place of another, and whether each of the two refuses it."""

    file: str
    before: str
    after: str
    refused_by_schema: bool
    refused_by_check: bool

    def __str__(self) -> str:
        return f"{self.file}: {self.after.strip()}"

    def applied(self, text: str) -> str:
        """Return the file's text with the change in it."""
        assert text.count(self.before), self
        return text.replace(self.before, self.after, 1)


def _changes() -> Iterator[Change]:
    for table, by_schema, by_check in (
        (_TAKEN, False, False),
        (_REFUSED_BY_BOTH, True, True),
        (_REFUSED_BY_CHECK, False, True),
    ):
        for file, places in table.items():
            for before, others in places.items():
                yield from (Change(file, before, after, by_schema, by_check) for after in others)


CHANGES = tuple(_changes())
