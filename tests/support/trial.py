"""A copy of the campaign with one small unit, to be spoilt and built."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from support.in_process import build_unit
from support.pdf_file import PdfFile
from support.samples import CAMPAIGN, ROOT
from support.word_file import WordFile

UNIT = "cdcs-co-khi-vi-du"
NAME = "Công đoàn cơ sở Công ty cổ phần Cơ khí Ví Dụ"
SECTIONS = (
    "thuan_loi",
    "kho_khan",
    "chi_dao_to_chuc",
    "phat_huy_sang_kien",
    "phoi_hop_hoi_thi",
    "xet_duyet_bang",
    "tuyen_truyen_dien_hinh",
    "han_che",
    "nguyen_nhan",
    "bai_hoc",
    "kien_nghi_tong_lien_doan",
    "kien_nghi_chuyen_mon",
    "phuong_huong",
    "giai_phap",
)
ANSWER = "Công đoàn cơ sở đã triển khai nội dung này đến từng tổ công đoàn và người lao động."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the faults that `check` found, and the files, by kind and format."""

    diagnostics: tuple[Diagnostic, ...]
    is_free_of_errors: bool
    files: Mapping[str, Path]

    def word(self, kind: str = "bao-cao") -> WordFile:
        return WordFile(self.files[f"{kind}.docx"])

    def pdf(self, kind: str = "bao-cao") -> PdfFile:
        return PdfFile(self.files[f"{kind}.pdf"])


class Trial:
    """A campaign in a folder of its own; edit its files, then build."""

    def __init__(self, folder: Path) -> None:
        """Copy the campaign, and leave in it one unit with an answer of one line everywhere."""
        self.folder = folder / "content" / "thu"
        self._out = folder / "out"
        others = tuple(p.name for p in (CAMPAIGN / "don-vi").iterdir() if p.name != UNIT)
        shutil.copytree(CAMPAIGN, self.folder, ignore=shutil.ignore_patterns(*others))
        self.write_report()

    def write_report(
        self, answers: Mapping[str, str] | None = None, head: Mapping[str, object] | None = None
    ) -> None:
        """Write the unit's narrative anew; values are text, or lists of it."""
        entries: dict[str, object] = {
            "so": "07",
            "ngay": "25/8/2017",
            "nguoi_ky": "Lê Văn Thử",
            "chuc_vu": "Chủ tịch",
            "noi_nhan": ["Như trên", "Lưu: VT"],
        }
        entries |= dict.fromkeys(SECTIONS, ANSWER)
        entries |= {**(head or {}), **(answers or {})}
        lines = (f"{key}: {quoted(value)}\n" for key, value in entries.items())
        self.write(f"don-vi/{UNIT}/bao-cao.yaml", "".join(lines))

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` for the one place of `old` in a file of the campaign."""
        text = (self.folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {text.count(old)} times «{old}»"
        self.write(name, text.replace(old, new))

    def replace_all(self, name: str, old: str, new: str) -> None:
        """Put `new` for every place of `old` in a file of the campaign."""
        text = (self.folder / name).read_text("utf-8")
        assert old in text, f"{name} does not have «{old}»"
        self.write(name, text.replace(old, new))

    def append(self, name: str, lines: str) -> None:
        self.write(name, (self.folder / name).read_text("utf-8") + lines)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def build(
        self,
        kinds: Sequence[str] = ("bao-cao",),
        formats: Sequence[Format] = tuple(Format),
        *,
        into: str = "1",
    ) -> Outcome:
        """Check the campaign and its unit, and build what can be built."""
        folder = CampaignFolder(self.folder)
        campaign, faults = check_campaign(folder)
        if campaign is None:
            return Outcome(faults, is_free_of_errors=False, files={})
        checked = check_unit(folder, campaign, UNIT)
        built = build_unit(
            campaign, checked, tuple(kinds), tuple(formats), _press(), self._out / into
        )
        return Outcome(
            (*faults, *checked.diagnostics),
            is_free_of_errors=checked.content is not None,
            files={path.name: path for path in built},
        )


def quoted(value: object) -> str:
    """Write text, or a list of it, so that YAML reads just that."""
    return json.dumps(value, ensure_ascii=False)


@cache
def _press() -> Printer:
    return Printer(template_folders(ROOT))
