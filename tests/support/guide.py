"""The author's guide as data: its examples, each put into a small campaign to be tried.

An example is a section of a page of the guide (`## …`) that has fenced blocks:

    ```yaml FILE           (part of) a file; FILE is one of those below, top-level keys replace
                           those of the small campaign; in bieu-so-lieu.yaml the keys of a form may
                           stand alone
    ```yaml FILE sai       the same with a mistake in it, put in place of the sound block
    ```in ra               words of the print, line by line, ` | ` between cells
    ```không in ra         words that the print does not have
    ```báo lỗi             what `baocao check` says of the mistake, one message a line

and one picture, `![…](../hinh/NAME.png)`, after which the example is called.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path

from baocao.compose import compose
from baocao.diagnostics import Diagnostic
from baocao.model.document import Document
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.samples import ROOT

GUIDE = (
    ROOT / "docs" / "soan-dot-bao-cao.md",
    *sorted((ROOT / "docs" / "soan-dot").glob("*.md")),
)
PICTURES = ROOT / "docs" / "hinh"
UNIT = "cdcs-vi-du"
_OF_AWARDS = ("khen-thuong.yaml", "khen-thuong/le-van-thu.yaml")
_OF_UNIT = ("bao-cao.yaml", "so-lieu.yaml", *_OF_AWARDS)
_FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"^!\[[^\]]+\]\(\.\./hinh/(?P<name>[a-z0-9-]+)\.png\)$", re.MULTILINE)
_SECTION = re.compile(r"^## ", re.MULTILINE)
_ENTRY = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_CELLS = " | "

_BASE: Mapping[str, str] = {
    "dot-bao-cao.yaml": """\
ten: Sơ kết phong trào Lao động giỏi giai đoạn 2024 - 2026
tu_nam: 2024
den_nam: 2026
the_thuc: nd30-2020
can_cu: Kế hoạch số 07/KH-LĐLĐ
tu_ngay: 01/7/2026
cap:
  - ma: tinh
    ten: Liên đoàn Lao động tỉnh
    han_nop: 30/10/2026
    thay_mat: Ban Thường vụ
    cap_truong: Chủ tịch
    noi_nhan: ["Lưu: VT"]
  - ma: co-so
    ten: Công đoàn cơ sở
    han_nop: 30/9/2026
    thay_mat: Ban Chấp hành
    cap_truong: Chủ tịch
    kinh_gui: ["{cap_tren}"]
    noi_nhan: [Như trên, "Lưu: VT"]
van_ban:
  - {loai: bao-cao, ten_loai: Báo cáo, ky_hieu: BC, trich_yeu: Sơ kết phong trào Lao động giỏi}
  - {loai: bieu-so-lieu, ten_loai: Biểu số liệu, trich_yeu: Biểu số liệu}
""",
    "don-vi.yaml": """\
don_vi:
  - {ma: ldld-vi-du, ten: Liên đoàn Lao động tỉnh Ví Dụ, cap: tinh, dia_danh: Ví Dụ, ky_hieu: LĐLĐ}
  - ma: cdcs-vi-du
    ten: Công đoàn cơ sở Công ty Ví Dụ
    cap: co-so
    cap_tren: ldld-vi-du
    dia_danh: Ví Dụ
    ky_hieu: CĐCS
""",
    "de-cuong.yaml": """\
danh_so: [I., 1.]
muc:
  - {ma: thuan_loi, tieu_de: Thuận lợi}
""",
    "bieu-so-lieu.yaml": """\
ma: bieu
tieu_de: BIỂU SỐ LIỆU
cot:
  - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
  - {ma: so_luong, tieu_de: Số lượng}
dong:
  - {ma: sang_kien, noi_dung: Số sáng kiến}
""",
    "bao-cao.yaml": """\
so: 45
ngay: 20/9/2026
nguoi_ky: Lê Văn Thử
noi_nhan: [Như trên, "Lưu: VT"]
""",
    "so-lieu.yaml": "",
}
_ANSWER = "thuan_loi: Đơn vị có nhiều thuận lợi.\n"
_FIGURES = "sang_kien: [12]\n"


@dataclass(frozen=True)
class Example:
    """A section of the guide that shows something: what is written, and what is printed."""

    name: str
    title: str
    written: Mapping[str, str]
    mistaken: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The document that shows it: the report, the submission, or the form on its own."""
        if _OF_AWARDS[0] in self.written:
            return "to-trinh"
        of_report = ("de-cuong.yaml", "bao-cao.yaml")
        return "bao-cao" if any(name in self.written for name in of_report) else "bieu-so-lieu"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an example: every fault, and the document where there was none."""

    diagnostics: tuple[Diagnostic, ...]
    document: Document | None


def guide_text() -> str:
    """Return the text of the whole guide, its pages one after the other."""
    return "\n".join(page.read_text("utf-8") for page in GUIDE)


@cache
def examples() -> tuple[Example, ...]:
    """Read every example of the guide, page by page."""
    sections = _SECTION.split(guide_text())[1:]
    return tuple(_example(text) for text in sections if _FENCE.search(text))


def attempt(example: Example, folder: Path, *, with_mistake: bool = False) -> Tried:
    """Put an example into the small campaign in `folder`, check it and compose its document."""
    written = {**example.written, **(example.mistaken if with_mistake else {})}
    for name in dict.fromkeys((*_BASE, *written)):
        path = place_of(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_completed(name, written), "utf-8")
    campaign_folder = CampaignFolder(folder)
    campaign, faults = check_campaign(campaign_folder)
    if campaign is None:
        return Tried(faults, None)
    checked = check_unit(campaign_folder, campaign, UNIT)
    faults += checked.diagnostics
    if checked.content is None:
        return Tried(faults, None)
    made = compose(campaign, example.kind, checked.content)
    return Tried(faults, made.get((example.kind,)))


def place_of(folder: Path, name: str) -> Path:
    """Return the path of a file of the small campaign in `folder`."""
    return folder / (f"don-vi/{UNIT}/{name}" if name in _OF_UNIT else name)


def printed_text(document: Document) -> str:
    """Return every word of a document in the order of the print, without any blanks."""
    return squeezed("".join(_strings(document)))


def squeezed(text: str) -> str:
    """Remove blanks and the marks between cells, which the print has not."""
    return "".join(text.replace(_CELLS, " ").split())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            if each.name not in ("properties", "caption"):
                yield from _strings(getattr(value, each.name))


def _example(text: str) -> Example:
    title = text.partition("\n")[0]
    names = [found["name"] for found in _PICTURE.finditer(text)]
    blocks = [(found["info"].strip(), found["text"]) for found in _FENCE.finditer(text)]
    if len(names) != 1:
        message = f"«{title}» has {len(names)} pictures, not one"
        raise ValueError(message)
    written: dict[str, str] = {}
    mistaken: dict[str, str] = {}
    lines: dict[str, list[str]] = {"in ra": [], "không in ra": [], "báo lỗi": []}
    for info, block in blocks:
        kind, _, name = info.partition(" ")
        if kind == "yaml":
            file_name, _, mistake = name.partition(" ")
            if file_name not in (*_BASE, *_OF_AWARDS) or mistake not in ("", "sai"):
                message = f"«{title}»: no such file: {name}"
                raise ValueError(message)
            (mistaken if mistake else written)[file_name] = block
        elif info in lines:
            lines[info] += block.splitlines()
        elif kind != "sh":
            message = f"«{title}»: no such block: {info}"
            raise ValueError(message)
    return Example(names[0], title, written, mistaken, *map(tuple, lines.values()))


def _completed(name: str, written: Mapping[str, str]) -> str:
    own, base = written.get(name, ""), _BASE.get(name, "")
    if name == "so-lieu.yaml":
        return own or ("" if "bieu-so-lieu.yaml" in written else _FIGURES)
    if name == "bao-cao.yaml" and "de-cuong.yaml" not in written:
        base += _ANSWER
    if name == "bieu-so-lieu.yaml":
        return own if own.startswith("bieu:") else _as_only_form(_merged(base, own))
    return _merged(base, own)


def _as_only_form(form: str) -> str:
    first, *others = form.splitlines()
    return "\n".join(("bieu:", f"  - {first}", *(f"    {line}" for line in others), ""))


def _merged(base: str, own: str) -> str:
    """Put the entries of `own` for those of `base` that have the same keys."""
    keys = {entry.partition(":")[0] for entry in _ENTRY.split(own)}
    kept = (entry for entry in _ENTRY.split(base) if entry.partition(":")[0] not in keys)
    return "".join((*kept, own))
