"""Bytes of a file become clean text, or the place and the remedy."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baocao.load.yaml.decoding import MAX_PLACES, Decoded, DecodingProblem, decode
from baocao.load.yaml.messages import (
    CONTROL_CHARACTER,
    NOT_TEXT,
    TAB_INDENTATION,
    UNKNOWN_ENCODING,
    WINDOWS_1258,
)

REPORT = """\
so: 45
nguoi_ky: Nguyễn Văn Mẫu
thuan_loi: |
  Phong trào thi đua “Lao động sáng tạo” được duy trì.

  Đơn vị có 1.245 sáng kiến, làm lợi 12,5 tỷ đồng – tăng 15%.
"""
SAVE_AS_UTF8 = (
    "Đề nghị mở tệp bằng Notepad, chọn Tệp > Lưu thành (File > Save as), ở ô Mã hóa (Encoding) "
    "chọn UTF-8 rồi lưu lại; nếu soạn bằng Word, chọn lưu thành kiểu Văn bản thuần (Plain Text), "
    "rồi chọn bảng mã Unicode (UTF-8)."
)


def as_windows_1258(text: str) -> bytes:
    """Write as Windows does: precomposed where the code page has it, else letter and tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    raw = b""
    for sign in unicodedata.normalize("NFC", text):
        try:
            raw += sign.encode("cp1258")
        except UnicodeEncodeError:
            signs = unicodedata.normalize("NFD", sign)
            letter = "".join(part for part in signs if part not in tones)
            tone = "".join(part for part in signs if part in tones)
            raw += (unicodedata.normalize("NFC", letter) + tone).encode("cp1258")
    return raw


def test_plain_utf_8_is_kept_as_it_is() -> None:
    assert decode(REPORT.encode()) == Decoded(REPORT)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == Decoded("")


@pytest.mark.parametrize(
    "raw",
    [
        REPORT.encode("utf-8-sig"),
        REPORT.encode("utf-16"),
        b"\xff\xfe" + REPORT.encode("utf-16-le"),
        b"\xfe\xff" + REPORT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + REPORT.encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + REPORT.encode("utf-32-be"),
        REPORT.encode("utf-16-le"),
        REPORT.encode("utf-16-be"),
        unicodedata.normalize("NFD", REPORT).encode("utf-16-le"),
        unicodedata.normalize("NFD", REPORT).encode("utf-16-be"),
        REPORT.replace("\n", "\r\n").encode(),
        REPORT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", REPORT).encode(),
        REPORT.replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=[
        "UTF-8 with mark",
        "UTF-16 with mark",
        "UTF-16 LE with mark",
        "UTF-16 BE with mark",
        "UTF-32 LE with mark",
        "UTF-32 BE with mark",
        "UTF-16 LE",
        "UTF-16 BE",
        "UTF-16 LE, NFD",
        "UTF-16 BE, NFD",
        "CRLF",
        "CR",
        "NFD",
        "UTF-16, CRLF",
    ],
)
def test_what_other_programs_save_is_read_as_if_it_were_plain(raw: bytes) -> None:
    assert decode(raw) == Decoded(REPORT)


def test_a_mark_tells_utf_16_where_little_of_the_text_is_ascii() -> None:
    assert decode(b"\xff\xfe" + "đầyđủ".encode("utf-16-le")) == Decoded("đầyđủ")
    assert decode(b"\xfe\xff" + "đầyđủ".encode("utf-16-be")) == Decoded("đầyđủ")


def test_nothing_but_nul_is_not_taken_for_utf_16() -> None:
    problems = decode(b"\0\0\0\0").problems

    assert [problem.column for problem in problems] == [1, 2, 3, 4]


def test_ascii_in_utf_16_without_a_mark_is_valid_utf_8_yet_read_as_utf_16() -> None:
    assert decode("so: 45\r\n".encode("utf-16-le")) == Decoded("so: 45\n")


def test_windows_1258_is_read_with_a_warning_where_its_words_are_vietnamese() -> None:
    text = "so: 45\nten: Công đoàn cơ sở xã Nghĩa Thắng\nket_qua: đạt “tốt” – 12 m², 25°C\n"

    decoded = decode(as_windows_1258(text))

    assert decoded.text == text
    assert decoded.problems == (
        DecodingProblem(
            WINDOWS_1258,
            2,
            7,
            "Tệp lưu theo bảng mã cũ Windows-1258; chương trình đã đọc và tự chuyển sang Unicode.",
            f"Đề nghị soát lại dấu tiếng Việt rồi lưu tệp theo UTF-8. {SAVE_AS_UTF8}",
            fatal=False,
        ),
    )


def test_windows_1258_keeps_a_foreign_name_among_many_vietnamese_words() -> None:
    text = REPORT + "khach: Müller\n"

    decoded = decode(as_windows_1258(text))

    assert decoded.text == text
    assert [problem.rule.id for problem in decoded.problems] == ["windows-1258"]


@pytest.mark.parametrize(
    ("raw", "line", "column", "byte"),
    [
        ("so: 45\nten: Caf\u00e9 M\u00fcller\n".encode("latin-1"), 2, 9, "E9"),
        ("ten: Hà\n".encode("cp1258"), 1, 7, "E0"),
        ("ten: Công đo".encode() + b"\xc3", 1, 13, "C3"),
        (unicodedata.normalize("NFD", "ten: Công đo").encode() + b"\xff\xff", 1, 13, "FF"),
        ("\ufeffa: 1\r\nb: Việt\r\n".encode() + b"\x80", 3, 1, "80"),
        ("ket_qua: Công đoàn ".encode() + as_windows_1258("cơ sở"), 1, 21, "F5"),
        ("Công nghiệp Nghệ An".encode() + "Müller".encode("latin-1"), 1, 21, "FC"),
    ],
    ids=["Latin-1", "one word", "cut", "after NFD", "after CRLF", "mixed", "name"],
)
def test_an_uncertain_encoding_is_refused_at_its_first_bad_byte(
    raw: bytes, line: int, column: int, byte: str
) -> None:
    decoded = decode(raw)

    assert decoded == Decoded(
        "",
        (
            DecodingProblem(
                UNKNOWN_ENCODING,
                line,
                column,
                f"Không đọc được chữ ở đây: byte 0x{byte} không đúng bảng mã UTF-8.",
                SAVE_AS_UTF8,
                fatal=True,
            ),
        ),
    )


@pytest.mark.parametrize("mark", [b"\xff\xfe", b""], ids=["mark", "no mark"])
def test_utf_16_cut_in_the_middle_of_a_letter_is_refused_there(mark: bytes) -> None:
    raw = unicodedata.normalize("NFD", "a: 1\r\nb: Việt").encode("utf-16-le")[:-1]

    (problem,) = decode(mark + raw).problems

    assert (problem.rule.id, problem.line, problem.column) == ("unknown-encoding", 2, 7)
    assert problem.message == "Không đọc được chữ ở đây: byte 0x74 không đúng bảng mã UTF-16."


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            "so: 1\nten: C«ng ®oµn c¬ së\n".encode("latin-1"),
            (
                "Chữ ở đây gõ bằng phông cũ theo bảng mã TCVN3 (phông ABC như .VnTime): "
                "«C«ng ®oµn c¬ së» có lẽ là «Công đoàn cơ sở»."
            ),
        ),
        (
            "so: 1\nten: Coâng ñoaøn cô sôû\n".encode("latin-1"),
            (
                "Chữ ở đây gõ bằng phông cũ theo bảng mã VNI (phông như VNI-Times): "
                "«Coâng ñoaøn cô sôû» có lẽ là «Công đoàn cơ sở»."
            ),
        ),
    ],
    ids=["TCVN3", "VNI"],
)
def test_a_file_of_the_old_fonts_is_refused_by_their_name(raw: bytes, message: str) -> None:
    (problem,) = decode(raw).problems

    assert (problem.rule.id, problem.line, problem.column) == ("legacy-font", 2, 6)
    assert problem.message == message
    assert problem.hint.startswith("Đề nghị chuyển lời văn này sang Unicode rồi dán lại")
    assert problem.fatal


@pytest.mark.parametrize(
    "sign",
    "\u200b\u200c\u200d\ufeff\u00ad\u2060\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069",
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_signs_that_print_nothing_are_removed(sign: str) -> None:
    raw = f"so: 4{sign}5\n{sign}ten: Công{sign} đoàn{sign}\n".encode()

    assert decode(raw) == Decoded("so: 45\nten: Công đoàn\n")


def test_an_accent_parted_from_its_letter_by_an_invisible_sign_joins_it() -> None:
    assert decode("ten: Ha\u200b\u0300 Nội".encode()) == Decoded("ten: Hà Nội")


@pytest.mark.parametrize("text", ["a: 👩\u200d🔧", "a: نامه\u200cای"], ids=["emoji", "Persian"])
def test_joiners_stay_where_they_shape_what_is_printed(text: str) -> None:
    assert decode(text.encode()) == Decoded(text)


def test_soft_hyphens_stay_in_tcvn3_text_where_they_are_letters() -> None:
    text = "ten: tr\u00adêng häc\n"

    assert decode(f"\ufeff{text}".encode()) == Decoded(text)


def test_non_breaking_spaces_within_text_stay() -> None:
    text = "thuan_loi: ngày\u00a005 tháng\u00a07\n  Kết quả :\u00a0tốt -\u00a0khá\n"

    assert decode(text.encode()) == Decoded(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a:\n\u00a0\u00a0b: 1\n", "a:\n  b: 1\n"),
        ("a:\n \u00a0 - b\u00a0c\n", "a:\n   - b\u00a0c\n"),
        ("a:\n  -\u00a0b\n", "a:\n  - b\n"),
        ("a:\n  -\tb\n", "a:\n  - b\n"),
        ("a:\n  -\u00a0-\tb\n", "a:\n  - - b\n"),
        ("so:\u00a045\n", "so: 45\n"),
        ("so\u00a0: 45\n", "so : 45\n"),
        ("- ma:\u00a0x\n", "- ma: x\n"),
        ("a: |\n  b\n\u00a0\u00a0\n\t\n \t \n  c\n", "a: |\n  b\n\n\n\n  c\n"),
        ("a: 1\n\t", "a: 1\n"),
        ("a:\tb\tc\n", "a: b\tc\n"),
    ],
)
def test_odd_blanks_become_ordinary_where_yaml_looks_for_spaces(typed: str, meant: str) -> None:
    assert decode(typed.encode()) == Decoded(meant)


def test_ordinary_trailing_blanks_and_curly_quotes_are_not_touched() -> None:
    text = "a: “b”  \n   \n'c': ‘d’\tx\n"

    assert decode(text.encode()) == Decoded(text)


def test_a_tab_that_indents_is_refused_at_its_place() -> None:
    raw = b"\xef\xbb\xbfa:\r\n\tb: 1\r\n  \tc: 2\r\n"

    decoded = decode(raw)

    assert decoded.text == "a:\n\tb: 1\n  \tc: 2\n"
    assert decoded.problems == tuple(
        DecodingProblem(
            TAB_INDENTATION,
            line,
            column,
            "Đầu dòng thụt vào bằng phím Tab, YAML chỉ nhận dấu cách.",
            "Đề nghị xóa các dấu Tab ở đầu dòng và gõ dấu cách thay vào, hai dấu cách cho mỗi bậc.",
            fatal=True,
        )
        for line, column in [(2, 1), (3, 3)]
    )


@pytest.mark.parametrize(
    ("sign", "message", "hint"),
    [
        (
            "\0",
            "Ở đây có ký tự rỗng (U+0000).",
            (
                "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi; nếu có nhiều chỗ như vậy thì "
                "tệp đã hỏng, cần chép lại."
            ),
        ),
        (
            "\x07",
            "Ở đây có ký tự điều khiển không in được (U+0007).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi rồi gõ lại chữ nếu thiếu.",
        ),
        (
            "\x0b",
            "Ở đây có dấu ngắt dòng của Word (U+000B).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi rồi xuống dòng bằng phím Enter.",
        ),
        (
            "\x0c",
            "Ở đây có dấu ngắt trang (U+000C).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi.",
        ),
        (
            "\x85",
            "Ở đây có dấu xuống dòng lạ (U+0085).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi rồi xuống dòng bằng phím Enter.",
        ),
        (
            "\u2028",
            "Ở đây có dấu ngắt dòng lạ (U+2028).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi rồi xuống dòng bằng phím Enter.",
        ),
        (
            "\u2029",
            "Ở đây có dấu ngắt đoạn lạ (U+2029).",
            "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi rồi xuống dòng bằng phím Enter.",
        ),
        (
            "\ufffd",
            "Ở đây có dấu thế chỗ cho một chữ đã mất khi chuyển bảng mã (U+FFFD).",
            "Đề nghị gõ lại chữ ở chỗ này theo bản gốc.",
        ),
    ],
    ids=lambda text: f"U+{ord(text):04X}" if len(text) == 1 else "",
)
def test_a_control_character_is_refused_by_its_code_at_its_place(
    sign: str, message: str, hint: str
) -> None:
    text = f"a: 1\nb: Việt{sign}Nam\n"
    refused = Decoded(text, (DecodingProblem(CONTROL_CHARACTER, 2, 8, message, hint, fatal=True),))

    assert decode(text.encode()) == refused
    assert decode(unicodedata.normalize("NFD", text).encode()) == refused


@pytest.mark.parametrize(
    "code",
    [0x01, 0x08, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x9F, 0xFDD0, 0xFFFE, 0xFFFF],
    ids="U+{:04X}".format,
)
def test_every_control_and_noncharacter_is_refused(code: int) -> None:
    (problem,) = decode(f"a: {chr(code)}".encode()).problems

    assert (problem.rule.id, problem.line, problem.column) == ("control-character", 1, 4)
    assert problem.message == f"Ở đây có ký tự điều khiển không in được (U+{code:04X})."


def test_half_of_a_surrogate_pair_is_refused_and_leaves_text_that_can_be_printed() -> None:
    raw = "a: \ud83d!".encode("utf-16", "surrogatepass")

    decoded = decode(raw)

    assert decoded.text == "a: ?!"
    assert [(p.rule.id, p.line, p.column) for p in decoded.problems] == [
        ("control-character", 1, 4)
    ]
    assert "U+D83D" in decoded.problems[0].message


def test_problems_come_in_the_order_of_their_places() -> None:
    problems = decode(b"\x01\n\ta: 1\n\x02\n\tb: 1\n").problems

    assert [(p.rule.id, p.line) for p in problems] == [
        ("control-character", 1),
        ("tab-indentation", 2),
        ("control-character", 3),
        ("tab-indentation", 4),
    ]


def test_of_very_many_places_the_first_are_listed_and_the_others_counted() -> None:
    problems = decode(b"\x01" * (MAX_PLACES + 3)).problems

    assert len(problems) == MAX_PLACES
    assert problems[-2].message == "Ở đây có ký tự điều khiển không in được (U+0001)."
    assert problems[-1].message == (
        "Ở đây có ký tự điều khiển không in được (U+0001). Trong tệp còn 3 chỗ nữa như vậy."
    )


def test_as_many_places_as_are_listed_leave_none_to_count() -> None:
    problems = decode(b"\x01" * MAX_PLACES).problems

    assert problems[-1].message == "Ở đây có ký tự điều khiển không in được (U+0001)."


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "Word, Excel hoặc tệp nén (.docx, .xlsx, .zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Word hoặc Excel đời cũ (.doc, .xls)"),
        (b"%PDF-1.7\n", "PDF (.pdf)"),
        (b"{\\rtf1\\ansi}", "Word dạng RTF (.rtf)"),
    ],
)
def test_a_file_of_another_program_is_called_by_its_kind(raw: bytes, kind: str) -> None:
    assert decode(raw) == Decoded(
        "",
        (
            DecodingProblem(
                NOT_TEXT,
                1,
                1,
                f"Đây là tệp {kind}, không phải tệp văn bản thuần.",
                "Đề nghị mở tệp bằng chương trình đã soạn ra nó, sao chép nội dung và dán vào tệp "
                ".yaml soạn bằng Notepad, rồi lưu với mã hóa UTF-8.",
                fatal=True,
            ),
        ),
    )


@pytest.mark.timed
def test_a_plain_report_of_20_kb_costs_little() -> None:
    raw = (REPORT * 100).encode()
    assert len(raw) > 20_000

    fastest = min(_seconds_to_decode(raw) for _ in range(20))

    assert fastest < 0.001


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
@example(b"a\0\x00\xd8")
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe\x00\x00\xff\xff\xff\xff")
def test_any_bytes_give_text_in_nfc_or_a_problem_with_a_place(raw: bytes) -> None:
    decoded = decode(raw)

    assert unicodedata.is_normalized("NFC", decoded.text)
    assert "\r" not in decoded.text
    assert all(problem.line >= 1 and problem.column >= 1 for problem in decoded.problems)


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]) | st.just(" ")))
def test_printable_text_is_kept_in_nfc(text: str) -> None:
    printable = text.replace("\ufffd", "").removeprefix("%PDF-")

    decoded = decode(printable.encode())

    assert decoded == Decoded(unicodedata.normalize("NFC", printable))


@given(st.text(st.sampled_from(" \t\n\r-:ab\u00a0\u200b\ufeff\u00ad\u0301\u0323áêư")))
@example("b\u00ada\u0301")
def test_text_that_was_put_right_once_needs_it_no_more(text: str) -> None:
    once = decode(text.encode())

    twice = decode(once.text.encode())

    assert twice == once


def _seconds_to_decode(raw: bytes) -> float:
    start = time.perf_counter()
    decode(raw)
    return time.perf_counter() - start
