r"""Decodes the bytes of a file: corrects what loses nothing, refuses the rest with its place.

Corrected silently, since no letter changes:
    encoding     UTF-8, UTF-16 or UTF-32 with a byte order mark; UTF-16 without one where it is
                 certain (no NUL in the result, and half of it or more is ASCII)
    line ends    CRLF and lone CR become LF
    accents      decomposed letters (NFD) become composed ones (NFC)
    indentation  non-breaking spaces become ordinary ones where YAML looks for those: at the head
                 of a line, and there around a list's ``-`` and a key's ``:``, after which a tab
                 becomes a space too. Elsewhere both are text. In lines of nothing else they go.
    invisible    zero-width spaces and joiners, soft hyphens, word joiners, inner byte order marks
                 and marks of writing direction go: they print nothing in Vietnamese, yet make
                 equal words unequal and a figure no figure. Kept are the joiners inside emoji
                 and joined scripts, and soft hyphens in TCVN3 text, where U+00AD is the letter ư.

Corrected with a warning: Windows-1258, if 19 of 20 accented words are Vietnamese syllables.
Refused (`DecodingProblem.fatal`): everything else; a tab that indents even within a block of text,
where YAML would let it pass after enough spaces.

Lines and columns count from 1 in the text as returned, a column being one NFC character: what an
editor shows, but for invisible characters before it in the line.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.diagnostics import Rule
from baocao.load.yaml import legacy_fonts
from baocao.load.yaml.messages import (
    CONTROL_CHARACTER,
    LEGACY_FONT,
    NOT_TEXT,
    TAB_INDENTATION,
    UNKNOWN_ENCODING,
    WINDOWS_1258,
)
from baocao.vietnamese.syllables import is_syllable

MAX_PLACES = 20
"""How many places of one rule are listed; the last one says how many more there are."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "Word, Excel hoặc tệp nén (.docx, .xlsx, .zip)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word hoặc Excel đời cũ (.doc, .xls)"),
    (b"%PDF-", "PDF (.pdf)"),
    (b"{\\rtf", "Word dạng RTF (.rtf)"),
)
_NOT_TEXT_MARKS = tuple(mark for mark, _ in _SIGNATURES)

_BYTE_ORDER_MARK = "\ufeff"
_NON_BREAKING_SPACE = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_JOINED_SCRIPT = "[\u0600-\u1cff\u2190-\U0010ffff]"
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    f"(?:(?<![\u200c\u200d])|(?!{_JOINED_SCRIPT}))"
)
_HEAD_OF_LINE = re.compile(
    "^([ \t\u00a0]*)((?:-[ \t\u00a0]+)*(?:[A-Za-z0-9_-]+[ \u00a0]*:[ \t\u00a0]+)?)", re.MULTILINE
)
_BLANK_LINE = re.compile("^ *[\t\u00a0][ \t\u00a0]*$", re.MULTILINE)
_TAB_INDENTATION = re.compile("^ *(\t)", re.MULTILINE)
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]"
)
_WORD = re.compile("[A-Za-z\u00a1-\u024f\u1ea0-\u1ef9\u0300-\u036f]+")
_SIGNS_BESIDE_WORDS = "«»§©®°±²³·"
_CERTAIN_SHARE = 0.95
_FEWEST_WORDS = 2
_ENOUGH_BYTES = 256 * 1024  # to judge an encoding by

_SAVE_AS_UTF8 = (
    "Đề nghị mở tệp bằng Notepad, chọn Tệp > Lưu thành (File > Save as), ở ô Mã hóa (Encoding) "
    "chọn UTF-8 rồi lưu lại; nếu soạn bằng Word, chọn lưu thành kiểu Văn bản thuần (Plain Text), "
    "rồi chọn bảng mã Unicode (UTF-8)."
)
_DELETE_IT = "Đề nghị đặt con trỏ vào chỗ này, xóa ký tự đó đi"
_PRESS_ENTER = f"{_DELETE_IT} rồi xuống dòng bằng phím Enter."
_TYPE_AGAIN = "Đề nghị gõ lại chữ ở chỗ này theo bản gốc."
_CONTROLS = {
    "\0": ("ký tự rỗng", f"{_DELETE_IT}; nếu có nhiều chỗ như vậy thì tệp đã hỏng, cần chép lại."),
    "\x0b": ("dấu ngắt dòng của Word", _PRESS_ENTER),
    "\x0c": ("dấu ngắt trang", f"{_DELETE_IT}."),
    "\x85": ("dấu xuống dòng lạ", _PRESS_ENTER),
    "\u2028": ("dấu ngắt dòng lạ", _PRESS_ENTER),
    "\u2029": ("dấu ngắt đoạn lạ", _PRESS_ENTER),
    "\ufffd": ("dấu thế chỗ cho một chữ đã mất khi chuyển bảng mã", _TYPE_AGAIN),
}
_OTHER_CONTROL = ("ký tự điều khiển không in được", f"{_DELETE_IT} rồi gõ lại chữ nếu thiếu.")


@dataclass(frozen=True, slots=True)
class DecodingProblem:
    """A fault in the bytes of a file; `line` and `column` count characters from 1."""

    rule: Rule
    line: int
    column: int
    message: str
    hint: str
    fatal: bool


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text: NFC, LF, no byte order mark; empty if it cannot be read at all.

    If a problem is fatal the text serves only to quote lines from.
    """

    text: str
    problems: tuple[DecodingProblem, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Read the bytes of one file; never raises."""
    if raw.startswith(_NOT_TEXT_MARKS):
        return Decoded("", (_not_text(raw),))
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return _decode_other(raw, error.start)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if "\r" in text:
        text = _with_line_feeds(text)
    if _is_plain(text):
        return Decoded(text)
    codec = _guess_utf_16(raw)
    return _decode_by(raw, codec) if codec else _normalised(text)


def _is_plain(text: str) -> bool:
    """Return whether nothing needs correction, at C speed; most files end here.

    All that this module removes, replaces or refuses is unprintable to Python but U+FFFD.
    """
    return (
        text.replace("\n", "").isprintable()
        and "\ufffd" not in text
        and unicodedata.is_normalized("NFC", text)
    )


def _decode_other(raw: bytes, first_bad: int) -> Decoded:
    """Read bytes that are not UTF-8."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_by(raw.removeprefix(mark), codec)
    utf_16 = _guess_utf_16(raw)
    if utf_16:
        return _decode_by(raw, utf_16)
    before = _normalise(raw[:first_bad].decode())
    windows_1258 = _read_windows_1258(raw)
    if windows_1258 is not None:
        decoded = _normalised(windows_1258)
        return Decoded(decoded.text, (_windows_1258(before), *decoded.problems))
    byte_by_byte = _with_line_feeds(raw[:_ENOUGH_BYTES].decode("latin-1"))
    legacy = legacy_fonts.detect(byte_by_byte)
    if legacy:
        return Decoded("", (_legacy_font(byte_by_byte, legacy),))
    return Decoded("", (_unknown_encoding(before, raw[first_bad], "utf-8"),))


def _decode_by(raw: bytes, codec: str) -> Decoded:
    """Read by a codec that is certain; a lone surrogate is a control character with its place."""
    try:
        return _normalised(raw.decode(codec, "surrogatepass"))
    except UnicodeDecodeError as error:
        before = _normalise(raw[: error.start].decode(codec, "surrogatepass"))
        return Decoded("", (_unknown_encoding(before, raw[error.start], codec),))


def _guess_utf_16(raw: bytes) -> str | None:
    if b"\0" not in raw:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = raw.decode(codec, "replace")
        if "\0" not in text and 2 * len(text.encode("ascii", "ignore")) >= len(text):
            return codec
    return None


def _read_windows_1258(raw: bytes) -> str | None:
    """Read Windows-1258 if that is certain; TCVN3 and VNI bytes make no syllables in it."""
    try:
        text = unicodedata.normalize("NFC", raw.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    words = [word.strip(_SIGNS_BESIDE_WORDS) for word in _WORD.findall(text[:_ENOUGH_BYTES])]
    accented = [word for word in words if not word.isascii()]
    good = sum(map(is_syllable, accented))
    is_certain = good >= _FEWEST_WORDS and good >= _CERTAIN_SHARE * len(accented)
    return text if is_certain else None


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _normalise(text: str) -> str:
    """Correct what can be corrected without loss."""
    text = _with_line_feeds(text)
    if _INVISIBLE.search(text):
        text = _without_invisible(text)
    if "\t" in text or _NON_BREAKING_SPACE in text:
        text = _HEAD_OF_LINE.sub(_with_ordinary_spaces, _BLANK_LINE.sub("", text))
    return unicodedata.normalize("NFC", text)


def _without_invisible(text: str) -> str:
    if _SOFT_HYPHEN in text:  # a letter in the old font TCVN3
        kept = _INVISIBLE.sub(lambda found: found[0] if found[0] == _SOFT_HYPHEN else "", text)
        legacy = legacy_fonts.detect(unicodedata.normalize("NFC", kept))
        if legacy and legacy.encoding == "TCVN3":
            return kept
    return _INVISIBLE.sub("", text)


def _with_ordinary_spaces(head: re.Match[str]) -> str:
    """Clear a line's head of non-breaking spaces, and of tabs where they do not indent it."""
    return (head[1] + head[2].replace("\t", " ")).replace(_NON_BREAKING_SPACE, " ")


def _normalised(text: str) -> Decoded:
    """Correct a text and list every place that cannot be."""
    text = _normalise(text)
    problems = [*_tab_indentations(text), *_control_characters(text)]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    readable = text.encode("utf-8", "replace").decode() if problems else text
    return Decoded(readable, tuple(problems))


def _tab_indentations(text: str) -> Iterator[DecodingProblem]:
    offsets = [found.start(1) for found in _TAB_INDENTATION.finditer(text)]
    for offset, more in _listed(offsets):
        yield DecodingProblem(
            TAB_INDENTATION,
            *_place(text, offset),
            f"Đầu dòng thụt vào bằng phím Tab, YAML chỉ nhận dấu cách.{more}",
            "Đề nghị xóa các dấu Tab ở đầu dòng và gõ dấu cách thay vào, hai dấu cách cho mỗi bậc.",
            fatal=True,
        )


def _control_characters(text: str) -> Iterator[DecodingProblem]:
    offsets = [found.start() for found in _CONTROL.finditer(text)]
    for offset, more in _listed(offsets):
        name, hint = _CONTROLS.get(text[offset], _OTHER_CONTROL)
        yield DecodingProblem(
            CONTROL_CHARACTER,
            *_place(text, offset),
            f"Ở đây có {name} (U+{ord(text[offset]):04X}).{more}",
            hint,
            fatal=True,
        )


def _listed(offsets: list[int]) -> Iterator[tuple[int, str]]:
    """Yield the first places, with the last of them a sentence that counts the others."""
    for count, offset in enumerate(offsets[:MAX_PLACES], start=1):
        others = len(offsets) - MAX_PLACES if count == MAX_PLACES else 0
        yield offset, f" Trong tệp còn {others} chỗ nữa như vậy." if others > 0 else ""


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _not_text(raw: bytes) -> DecodingProblem:
    kind = next(kind for mark, kind in _SIGNATURES if raw.startswith(mark))
    return DecodingProblem(
        NOT_TEXT,
        1,
        1,
        f"Đây là tệp {kind}, không phải tệp văn bản thuần.",
        "Đề nghị mở tệp bằng chương trình đã soạn ra nó, sao chép nội dung và dán vào tệp .yaml "
        "soạn bằng Notepad, rồi lưu với mã hóa UTF-8.",
        fatal=True,
    )


def _windows_1258(before: str) -> DecodingProblem:
    return DecodingProblem(
        WINDOWS_1258,
        *_place(before, len(before)),
        "Tệp lưu theo bảng mã cũ Windows-1258; chương trình đã đọc và tự chuyển sang Unicode.",
        f"Đề nghị soát lại dấu tiếng Việt rồi lưu tệp theo UTF-8. {_SAVE_AS_UTF8}",
        fatal=False,
    )


def _legacy_font(text: str, legacy: legacy_fonts.LegacyText) -> DecodingProblem:
    place = _place(text, legacy.offset)
    return DecodingProblem(LEGACY_FONT, *place, legacy.message, legacy.hint, fatal=True)


def _unknown_encoding(before: str, byte: int, codec: str) -> DecodingProblem:
    name = codec.upper().removesuffix("-LE").removesuffix("-BE")
    return DecodingProblem(
        UNKNOWN_ENCODING,
        *_place(before, len(before)),
        f"Không đọc được chữ ở đây: byte 0x{byte:02X} không đúng bảng mã {name}.",
        _SAVE_AS_UTF8,
        fatal=True,
    )
