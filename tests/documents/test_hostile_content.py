"""Content that breaks other programs: it prints as it was typed, or `check` says where it is.

The blanks of a text are not compared: a justified line and a narrow column break where they must.
"""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import page
import pytest

from baocao.diagnostics import Severity
from support.ink import legible_text
from support.trial import ANSWER, NAME, SECTIONS, UNIT, Outcome, Trial, quoted
from support.word_file import WordFile

LONG_TEXT = " ".join(f"Phong trào lần thứ {number} có kết quả tốt." for number in range(625))
LONG_WORD = "dàihơn" * 83 + "ơn"
LONG_NAME = (
    "Công đoàn cơ sở Công ty trách nhiệm hữu hạn một thành viên " * 3 + "Thử Nghiệm Tên Dài Ví Dụ"
)
FORBIDDEN_IN_XML = "\u0001"

SIGNS = {
    "ampersand": "Cơ điện & Xây lắp",
    "less": "nhỏ hơn < 5",
    "greater": "lớn hơn > 5",
    "quotation": 'phong trào "Lao động sáng tạo"',
    "apostrophe": "máy 'Tiến bộ'",
    "all-of-xml": "<b>&\"'",
    "cdata-end": "hết ]]> rồi",
    "element": "<script>alert(1)</script>",
    "entity": "A &amp; B &lt; C &nbsp; D",
    "numeric-entity": "&#60;b&#x3E;",
    "comment": "<!-- ẩn -->",
    "brace-open": "mở {{ không đóng",
    "brace-close": "đóng }} không mở",
    "reference": "{{ x }}",
    "reference-to-python": "{{ ''.__class__.__mro__ }}",
    "statement-open": "mở {% không đóng",
    "statement-close": "đóng %} không mở",
    "statement": "{% for x in y %}",
    "paragraph-tag": "{%p if body %}",
    "paragraph-field": "{{p body }}",
    "jinja-comment-open": "mở {# không đóng",
    "jinja-comment": "trước {# ẩn #} sau",
    "backslash": r"C:\baocao\new \1 \g<0>",
    "star": "2 * 3 và 2*3",
    "open-strong": "mở **đậm mà không đóng",
    "open-emphasis": "mở *nghiêng mà không đóng",
    "stars": "*** a ** b * c",
    "markdown": "`mã` _gạch_ ~~bỏ~~ [a](b) # không",
    "control": f"trước{FORBIDDEN_IN_XML}sau",
    "noncharacter": "trước\uffffsau",
    "emoji": "rất tốt 👍",
    "ligature": "fi ffi fl Wi-Fi",
    "decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Thủy"),
    "percent": "100% %s %(x)s",
    "long-word": LONG_WORD,
    "long-text": LONG_TEXT,
}
ODD = {
    "all-of-jinja": "{{ x }} {% if y %} {# z #}",
    "all-of-markup": "*a **b `c` \\d ]]> &amp; <b>&\"'",
    "control": f"trước{FORBIDDEN_IN_XML}sau",
    "emoji": "tốt 👍",
    "long-word": LONG_WORD,
}


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path)


@pytest.mark.parametrize("text", SIGNS.values(), ids=SIGNS)
def test_an_answer_prints_as_typed_or_is_named_with_its_place(trial: Trial, text: str) -> None:
    trial.write_report({SECTIONS[0]: f"Công đoàn ghi nhận: {text} trong báo cáo này."})

    outcome = trial.build()

    assert_printed_or_named(outcome, f"Công đoàn ghi nhận: {text} trong báo cáo này.")


Spoil = Callable[[Trial, str], None]

PLACES: Mapping[str, Spoil] = {
    "signer": lambda trial, text: trial.write_report(head={"nguoi_ky": text}),
    "recipient": lambda trial, text: trial.write_report(head={"noi_nhan": [text, "Lưu: VT"]}),
    "addressee": lambda trial, text: trial.write_report(head={"kinh_gui": text}),
    "unit": lambda trial, text: trial.replace("don-vi.yaml", NAME, quoted(text)),
    "place": lambda trial, text: trial.replace(
        "don-vi.yaml",
        "dia_danh: Thí Dụ\n    ky_hieu: CĐCS",
        f"dia_danh: {quoted(text)}\n    ky_hieu: CĐCS",
    ),
    "heading": lambda trial, text: trial.replace("de-cuong.yaml", '"Thuận lợi:"', quoted(text)),
    "row": lambda trial, text: trial.replace("bieu-so-lieu.yaml", "Cán bộ kỹ thuật", quoted(text)),
    "column": lambda trial, text: trial.replace(
        "bieu-so-lieu.yaml", "tieu_de: Tổng cộng", f"tieu_de: {quoted(text)}"
    ),
    "position": lambda trial, text: trial.replace_all(
        "dot-bao-cao.yaml", "cap_truong: Chủ tịch", f"cap_truong: {quoted(text)}"
    ),
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("place", PLACES)
def test_any_other_text_prints_as_typed_or_is_named_with_its_place(
    trial: Trial, place: str, text: str
) -> None:
    PLACES[place](trial, text)

    outcome = trial.build()

    assert_printed_or_named(outcome, text)


def test_a_unit_name_of_two_hundred_letters_prints_whole(trial: Trial) -> None:
    trial.replace("don-vi.yaml", NAME, quoted(LONG_NAME))

    outcome = trial.build()

    assert len(LONG_NAME) >= 200
    assert outcome.is_free_of_errors
    assert_printed_or_named(outcome, LONG_NAME.upper())


@pytest.mark.parametrize("typed", ["", " ", '""', "~", "|\n\n", '"\\n\\n"'])
def test_an_empty_section_is_named_with_its_place_or_leaves_its_heading_alone(
    trial: Trial, typed: str
) -> None:
    trial.replace(
        f"don-vi/{UNIT}/bao-cao.yaml", f"thuan_loi: {quoted(ANSWER)}\n", f"thuan_loi: {typed}\n"
    )

    outcome = trial.build()

    assert outcome.diagnostics
    assert_printed_or_named(outcome, "1. Thuận lợi:")


def test_an_empty_file_is_named_section_by_section(trial: Trial) -> None:
    trial.write(f"don-vi/{UNIT}/bao-cao.yaml", "")

    outcome = trial.build()

    assert outcome.diagnostics
    assert_printed_or_named(outcome, "1. Thuận lợi:")


def test_a_control_character_typed_raw_is_named_with_its_place(trial: Trial) -> None:
    text = f"thuan_loi: trước{FORBIDDEN_IN_XML}sau\n"
    trial.write(f"don-vi/{UNIT}/bao-cao.yaml", text)

    outcome = trial.build()

    assert any(fault.span.line == 1 for fault in outcome.diagnostics)
    assert not outcome.is_free_of_errors


def assert_printed_or_named(outcome: Outcome, text: str) -> None:
    """Assert that both formats print the text whole, or that a diagnostic has a place."""
    for fault in outcome.diagnostics:
        assert fault.span.line >= 1
        assert fault.span.column >= 1
        assert fault.span.file.name.endswith(".yaml")
        assert fault.message
    has_errors = any(fault.severity is Severity.ERROR for fault in outcome.diagnostics)
    assert outcome.is_free_of_errors is not has_errors
    assert bool(outcome.files) is not has_errors
    if not has_errors:
        wanted = closed_up(text)
        assert wanted in word_text(outcome.word())
        assert wanted in closed_up(legible_text(outcome.files["bao-cao.pdf"]))
        assert page.validate_pdf(str(outcome.files["bao-cao.pdf"]), profile="3b").is_compliant


def closed_up(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


def word_text(file: WordFile) -> str:
    return closed_up("".join(paragraph.text for paragraph in file.paragraphs))
