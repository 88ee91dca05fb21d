"""`de-cuong.yaml`: the outline as the campaign's author wrote it."""

from collections.abc import Iterator
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.file import read_record
from baocao.load.identifiers import COUNT, NAME, doubled
from baocao.load.report import HEAD
from baocao.load.shape import PRINTED, TEXT, Entry, Fields, Many, Record, Recursive, choice
from baocao.model.outline import Numbering, Outline, Section
from baocao.model.text import Text
from baocao.rules import duplicate_name, malformed_value, unnumberable_section
from baocao.vietnamese.ordinals import LETTERS

_NUMBERING = choice(*(style.value for style in Numbering if style.value))


def _section_shape() -> Record:
    return SECTION


SECTION = Record(
    {
        "ma": Entry(NAME, "mã của mục, đơn vị viết lời văn dưới khóa này"),
        "tieu_de": Entry(
            Many(PRINTED, or_one=True),
            "đề mục, in đúng như viết; nhiều dòng thì mỗi dòng một ý",
            required=True,
        ),
        "goi_y": Entry(TEXT, "gợi ý cho người viết, không in"),
        "danh_so": Entry(_NUMBERING, "kiểu đánh số riêng của mục này"),
        "it_nhat": Entry(COUNT, "lời văn có ít nhất bao nhiêu chữ"),
        "nhieu_nhat": Entry(COUNT, "lời văn có nhiều nhất bao nhiêu chữ"),
        "muc": Entry(Many(Recursive(_section_shape)), "các mục con"),
    }
)
OUTLINE = Record(
    {
        "tieu_de": Entry(Many(PRINTED, or_one=True), "tên đề cương, mỗi dòng một ý"),
        "dinh_kem": Entry(PRINTED, "dòng «(Đính kèm …)»"),
        "ghi_chu_ky": Entry(PRINTED, "ghi chú in ở chỗ ký khi chưa có tên người ký"),
        "danh_so": Entry(
            Many(_NUMBERING), "kiểu đánh số của từng bậc, viết bằng số thứ nhất", required=True
        ),
        "muc": Entry(Many(Recursive(_section_shape)), "các mục của đề cương", required=True),
    }
)


def read_outline(path: Path) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """Read the outline; None where anything in it is wrong."""
    fields, faults = read_record(path, OUTLINE)
    if fields is None:
        return None, faults
    faults += tuple(_check_ids(fields)) + tuple(_check_limits(fields))
    faults += tuple(_check_letters(fields, fields.strings("danh_so")))
    if faults:
        return None, faults
    styles = tuple(Numbering(style) for style in fields.strings("danh_so"))
    outline = Outline(
        title=fields.strings("tieu_de"),
        attached=fields.words("dinh_kem"),
        signature_note=fields.words("ghi_chu_ky"),
        sections=tuple(_section(section, styles) for section in fields.records("muc")),
    )
    return outline, ()


def _section(fields: Fields, styles: tuple[Numbering, ...]) -> Section:
    style, below = (styles[0], styles[1:]) if styles else (Numbering.NONE, ())
    own = fields.optional("danh_so")
    section_id = fields.optional("ma")
    return Section(
        id=None if section_id is None else section_id.value,
        lines=fields.strings("tieu_de"),
        hint=fields.words("goi_y"),
        numbering=style if own is None else Numbering(own.value),
        fewest_words=fields.integer("it_nhat"),
        most_words=fields.integer("nhieu_nhat") or None,
        children=tuple(_section(child, below) for child in fields.records("muc")),
    )


def _ids(fields: Fields) -> Iterator[Text]:
    for section in fields.records("muc"):
        section_id = section.optional("ma")
        if section_id is not None:
            yield section_id
        yield from _ids(section)


def _check_ids(fields: Fields) -> Iterator[Diagnostic]:
    ids = tuple(_ids(fields))
    yield from doubled(ids)
    yield from (duplicate_name.reserved(text) for text in ids if text.value in HEAD.entries)


def _check_letters(fields: Fields, styles: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Give the first section of each group that has more than there are letters."""
    style, below = (styles[0], styles[1:]) if styles else ("", ())
    sections = fields.records("muc")
    lettered = [s for s in sections if s.words("danh_so", style) == Numbering.LETTER.value]
    if len(lettered) > LETTERS:
        yield unnumberable_section.fault(lettered[LETTERS].place, LETTERS)
    for section in sections:
        yield from _check_letters(section, below)


def _check_limits(fields: Fields) -> Iterator[Diagnostic]:
    for section in fields.records("muc"):
        most = section.optional("nhieu_nhat")
        if most is not None and _count(section.words("it_nhat")) > _count(most.value):
            yield malformed_value.fault(most, "một số không nhỏ hơn it_nhat")
        yield from _check_limits(section)


def _count(digits: str) -> int:
    return int(digits) if digits.isdecimal() else 0
