"""Cases too large to be kept as text: files beyond the limits of what is read."""

from dataclasses import replace
from pathlib import Path

from baocao.diagnostics import Severity, Span
from support.corpus import CAMPAIGN, ROOT, UNIT, WORKSPACE, Case, Expectation, Section

_MOST_FAULTS = 100
_MOST_PLACES = 20
_TOO_LARGE_HINT = (
    "Đề nghị xem lại có chọn nhầm tệp không: tệp này chỉ chứa chữ và số, ảnh và bản quét để ở tệp "
    "riêng."
)
_TOO_LARGE_DRAWING = (
    "Tệp ảnh «ve.svg» lớn 2,4 MB, quá giới hạn 2 MB.",
    "Đề nghị thu nhỏ ảnh rồi lưu lại; ảnh rộng 2.000 điểm là đủ rõ trên giấy A4.",
)
_PICTURE = ("hinh:", "  - muc: thuan_loi", "    tep: ve.svg", "    chu_thich: Hội nghị")
_TOO_MANY_VALUES = (
    "Đến đây tệp đã có hơn 104.857 giá trị nên chương trình ngừng đọc.",
    "Đề nghị xem lại có chọn nhầm tệp không, hoặc có đoạn nào chép lặp nhiều lần.",
)
_MORE_TABS = (
    "Đầu dòng thụt vào bằng phím Tab, YAML chỉ nhận dấu cách. Trong tệp còn 5 chỗ nữa như vậy.",
    "Đề nghị xóa các dấu Tab ở đầu dòng và gõ dấu cách thay vào, hai dấu cách cho mỗi bậc.",
)
_TOO_MANY_FAULTS = (
    "Đến đây đã có 100 chỗ như vậy nên chương trình không nêu thêm.",
    "Đề nghị sửa các chỗ đã nêu rồi kiểm tra lại.",
)


def large_cases() -> tuple[Case, ...]:
    report, statistics = _lines("bao-cao.yaml"), _lines("so-lieu.yaml")
    size = "Tệp lớn 1,2 MB, quá giới hạn 1 MB."
    return (
        _case(
            "Dán cả tập ảnh vào tệp báo cáo.",
            "bao-cao.yaml",
            (*report, "a" * 1_250_000),
            _error("file-too-large", (1, 1), size, _TOO_LARGE_HINT),
        ),
        _case(
            "Dán nhật ký của máy vào tệp số liệu.",
            "so-lieu.yaml",
            (*statistics, *("sang_kien: [120, 135, 140]",) * 46_000),
            _error("file-too-large", (1, 1), size, _TOO_LARGE_HINT),
        ),
        _with_drawing(
            _case(
                "Bản đồ cả nước vẽ bằng SVG.",
                "bao-cao.yaml",
                (*report, *_PICTURE),
                _error("picture-too-large", (14, 10), *_TOO_LARGE_DRAWING, length=6),
            ),
            "<path/>" * 360_000,
        ),
        _case(
            "Nơi nhận chép lặp hơn một trăm nghìn lần.",
            "bao-cao.yaml",
            (*report, f"kinh_gui: [{'A,' * 110_000}A]"),
            _error("overfull-file", (12, 209_676), *_TOO_MANY_VALUES),
        ),
        _case(
            "Cả tệp thụt lề bằng phím Tab.",
            "bao-cao.yaml",
            ("thuan_loi: |", *("\tPhong trào được quan tâm.",) * 25),
            *(_error("tab-indentation", (2 + index, 1)) for index in range(_MOST_PLACES - 1)),
            _error("tab-indentation", (1 + _MOST_PLACES, 1), *_MORE_TABS),
        ),
        _case(
            "Một trăm hai mươi mục lạ.",
            "bao-cao.yaml",
            (*report, *(f"muc_{number}: Lời văn." for number in range(1000, 1120))),
            *(
                _error("unknown-section", (12 + index, 1), length=8)
                for index in range(_MOST_FAULTS)
            ),
            _error("overfull-file", (12 + _MOST_FAULTS, 1), *_TOO_MANY_FAULTS, length=8),
        ),
        _case(
            "Một trăm hai mươi chỗ trống trong một mục.",
            "bao-cao.yaml",
            (*report[:-1], "kien_nghi: |", *("  Đạt ........ điểm.",) * 120),
            _warning("long-section", (11, 1), length=9),
            *(
                _error("leftover-placeholder", (12 + index, 7), length=8)
                for index in range(_MOST_FAULTS)
            ),
            _error("overfull-file", (12 + _MOST_FAULTS, 7), *_TOO_MANY_FAULTS, length=8),
        ),
    )


def _with_drawing(case: Case, drawing: str) -> Case:
    path = case.sections[0].path.with_name("ve.svg")
    return replace(case, sections=(*case.sections, Section("ve.svg", path, (), (drawing,), ())))


def _lines(name: str) -> tuple[str, ...]:
    path = WORKSPACE / CAMPAIGN / "don-vi" / UNIT / name
    return tuple(path.read_text("utf-8").splitlines())


def _case(title: str, name: str, lines: tuple[str, ...], *expected: Expectation) -> Case:
    path = CAMPAIGN / "don-vi" / UNIT / name
    placed = tuple(_placed(expectation, path) for expectation in expected)
    section = Section(name, path, (), lines, placed)
    slug = title.rstrip(".").lower().replace(" ", "-")
    return Case(ROOT / "corpus" / "tep-lon" / f"{slug}.case", title, (section,))


def _placed(expectation: Expectation, path: Path) -> Expectation:
    return replace(expectation, span=replace(expectation.span, file=path))


def _error(
    rule: str,
    place: tuple[int, int],
    message: str | None = None,
    hint: str | None = None,
    *,
    length: int = 1,
) -> Expectation:
    return Expectation(rule, Severity.ERROR, Span(Path(), *place, length), message, hint)


def _warning(rule: str, place: tuple[int, int], *, length: int) -> Expectation:
    return Expectation(rule, Severity.WARNING, Span(Path(), *place, length))
