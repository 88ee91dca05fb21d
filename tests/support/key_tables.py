"""The page of all keys, made from the shapes by which the program reads them."""

from collections.abc import Iterator, Mapping

from baocao.load.campaign import units
from baocao.load.campaign.form_specs import FormsSpec
from baocao.load.campaign.outline_specs import OutlineSpec
from baocao.load.unit import plan, report
from baocao.model.campaign import Campaign
from baocao.model.record import (
    Key,
    ListOf,
    Record,
    Recursive,
    Scalar,
    ScalarOrRecord,
    Shape,
    record_of,
)
from support.samples import ROOT

PAGE = ROOT / "docs" / "khoa.md"
CAMPAIGN_FILES: Mapping[str, Record] = {
    "dot-bao-cao.yaml": record_of(Campaign),
    "de-cuong.yaml": record_of(OutlineSpec),
    "bieu-so-lieu.yaml": record_of(FormsSpec),
    "don-vi.yaml": record_of(units.UnitList),
}
UNIT_FILES: Mapping[str, Record] = {
    "bao-cao.yaml": report.REPORT_HEAD,
    "ke-hoach.yaml": plan.PLAN,
}
_INTRODUCTION = """\
# Tra cứu: mọi khóa

[Mục lục](README.md)

Mọi khóa viết được trong bốn tệp của đợt và trong phần đầu các tệp của đơn vị. Trang này do chương
trình tự kê (`tools/make_key_tables.py`), nên không thiếu khóa nào. Mỗi cách viết có ví dụ kèm hình
ở [Soạn một đợt báo cáo](soan-dot-bao-cao.md).

Các khóa khác của `bao-cao.yaml` là mã các mục của đề cương; của `so-lieu.yaml` là mã các chỉ tiêu;
của `khen-thuong.yaml`: xem [Hồ sơ khen thưởng](khen-thuong.md).
"""


def page() -> str:
    """Return the whole page."""
    files = {**CAMPAIGN_FILES, **UNIT_FILES}
    lines = (line for name, shape in files.items() for line in _tables(name, shape))
    return "\n".join((_INTRODUCTION, *lines))


def _tables(name: str, record: Record) -> Iterator[str]:
    """Yield a file's lines: a table for the file itself, and for each record within it."""
    places = [(record, "")]
    waiting = [(record, "")]
    yield f"## {name}\n"
    while waiting:
        current, place = waiting.pop(0)
        if place:
            yield f"### {place} trong {name}\n"
        yield "| khóa | nghĩa | cách viết |\n|---|---|---|"
        found: list[tuple[Record, str]] = []
        for key, entry in current.entries.items():
            within = _record(entry.shape)
            if within is not None and all(within != known for known, _ in places):
                found.append((within, f"{place} › {key}" if place else key))
                places.append(found[-1])
            where = next((there for known, there in places if known == within), "")
            yield f"| `{key}` | {_meaning(entry)} | {_how_to_write(entry, where)} |"
        waiting = found + waiting
        yield ""


def _meaning(entry: Key) -> str:
    words = f"{entry.title}. {entry.hint}" if entry.hint else entry.title
    return words.replace("|", "\\|")


def _how_to_write(entry: Key, place: str) -> str:
    shape = entry.shape
    item = shape.item if isinstance(shape, ListOf) else shape
    parts: list[str] = []
    if entry.required:
        parts.append(f"bắt buộc, trừ khi có `{entry.unless}`" if entry.unless else "bắt buộc")
    if isinstance(shape, ListOf):
        parts.append("một lời hoặc danh sách" if shape.or_one else "danh sách")
    if place:
        or_words = "lời, hoặc " if isinstance(item, ScalarOrRecord) else ""
        parts.append(f"{or_words}các khóa ở bảng *{place}*")
    if isinstance(item, Scalar) and item.choices:
        parts.append(", ".join(f"`{choice}`" for choice in item.choices))
    return "; ".join(parts)


def _record(shape: Shape) -> Record | None:
    """Return the record that a shape is or holds, None if it holds only words."""
    if isinstance(shape, ListOf):
        return _record(shape.item)
    if isinstance(shape, Recursive):
        return _record(shape.shape())
    if isinstance(shape, ScalarOrRecord):
        return shape.record
    return shape if isinstance(shape, Record) else None
