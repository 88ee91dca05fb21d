r"""Faulty files whose expected diagnostics stand beside the fault, inside the file.

A case is one text file: a line that says what the official did, then a section for each file that
differs from those of the campaign `nho`.

    # Số có dấu cách hai bên gạch nối.
    === bao-cao.yaml
    so: 45/BC - LĐLĐ
        ^^^^^^^^^^^^ malformed-number
        ! «45/BC - LĐLĐ» không phải là số văn bản.
        > Đề nghị chỉ ghi số, ví dụ 45, …

Carets stand under the fault and are followed by the rule, with `(warning)` where it is one; `!`
gives the message and `>` the hint, word for word. All three are taken out before the program reads
the file. Before the first line of a file they mean line 1.

`bao-cao.yaml`, `so-lieu.yaml`, `ke-hoach.yaml`, `khen-thuong.yaml` and what lies in `khen-thuong/`
are those of the unit `ldld-mau`, which has an award dossier, and the campaign awards, only in the
cases that name one of the dossier's files; other names are paths within the campaign. In brackets
after the name stand what text cannot show: an encoding (`utf-16`), `crlf`, `cr`, `nfd`, `bom`,
`escapes` (`\t`, `\0`, `\u00a0` are what they are in Python), `no-newline` (the last line has no
end), `absent` (no such file), `folder` (a folder of that name), `base64` (the bytes of a picture)
and `link` (a symbolic link to the path on its line).
"""

import base64
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from baocao.diagnostics import Diagnostic, Severity, Span
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder

ROOT = Path(__file__).parents[1]
WORKSPACE = ROOT / "campaigns"
CASES = tuple(sorted((ROOT / "corpus").rglob("*.case")))
CAMPAIGN = Path("content/nho")
UNIT = "ldld-mau"

_UNIT_FILES = ("bao-cao.yaml", "so-lieu.yaml")
_OWN_FILES = (*_UNIT_FILES, "ke-hoach.yaml")
_DOSSIER = "khen-thuong"
_DOSSIER_FOLDER = WORKSPACE / "ho-so-khen-thuong"
_SECTION = re.compile(r"=== (?P<name>\S+)(?: \((?P<options>[^)]*)\))?")
_EXPECTATION = re.compile(
    r"(?P<before> *)(?P<carets>\^+) (?P<rule>[a-z0-9-]+)(?P<warning> \(warning\))?"
)
_SENTENCE = re.compile(r" *(?P<mark>[!>]) (?P<words>.*)")
_NO_FILE = ("absent", "folder")
_FORMATS = {"crlf", "cr", "nfd", "bom", "escapes", "no-newline", "base64", "link", *_NO_FILE}
_WIDEST = 400
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A diagnostic that a case expects; None leaves a sentence open."""

    rule: str
    severity: Severity
    span: Span
    message: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One file of a case: its path in the workspace, its text, and how that becomes bytes."""

    name: str
    path: Path
    options: tuple[str, ...]
    lines: tuple[str, ...]
    expectations: tuple[Expectation, ...]

    def write(self, workspace: Path) -> None:
        """Write the file to its place in a workspace."""
        path = workspace / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            path.unlink()
        if "folder" in self.options:
            path.mkdir()
        elif "link" in self.options:
            path.symlink_to(self.lines[0])
        elif "absent" not in self.options:
            path.write_bytes(self._bytes())

    def _bytes(self) -> bytes:
        if "base64" in self.options:
            return base64.b64decode("".join(self.lines))
        text = "".join(f"{line}\n" for line in self.lines)
        if "escapes" in self.options:
            text = re.sub(r"\\(?:[t0]|x..|u....|U.{8})", _unescape, text)
        if "no-newline" in self.options:
            text = text.removesuffix("\n")
        if "nfd" in self.options:
            text = unicodedata.normalize("NFD", text)
        if "crlf" in self.options:
            text = text.replace("\n", "\r\n")
        if "cr" in self.options:
            text = text.replace("\n", "\r")
        encoding = next((o for o in self.options if o not in _FORMATS), "utf-8")
        if encoding == "cp1258":
            text = "".join(map(_for_windows_1258, text))
        return ("\ufeff" if "bom" in self.options else "").encode(encoding) + text.encode(encoding)


@dataclass(frozen=True)
class Case:
    """A set of files, and every diagnostic that they must yield."""

    path: Path
    title: str
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        """The case as pytest names it: topic and file."""
        return self.path.relative_to(ROOT / "corpus").with_suffix("").as_posix()

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """Everything expected, by place; at one place in the order of the case."""
        every = (e for section in self.sections for e in section.expectations)
        return tuple(sorted(every, key=lambda e: (e.span.file, e.span.line, e.span.column)))


def read_case(path: Path) -> Case:
    """Read a case; raises ValueError where it is not in the format."""
    head, *parts = re.split(r"^(?==== )", path.read_text("utf-8"), flags=re.MULTILINE)
    if not head.startswith("# ") or head.count("\n") != 1:
        message = f"{path}: the first line must say in a comment what the case is"
        raise ValueError(message)
    return Case(path, head[2:].strip(), tuple(_section(path, part) for part in parts))


def check_case(case: Case, workspace: Path) -> tuple[Diagnostic, ...]:
    """Write the case's files to an empty folder and check them as `baocao check nho` there does.

    The current directory must be that folder, since messages name files as seen from it.
    """
    campaign_folder = workspace / CAMPAIGN
    for path in (WORKSPACE / CAMPAIGN).glob("*.yaml"):
        _copy(path, campaign_folder / path.name)
    for name in _UNIT_FILES:
        file = f"don-vi/{UNIT}/{name}"
        _copy(WORKSPACE / CAMPAIGN / file, campaign_folder / file)
    if any(section.name.startswith(_DOSSIER) for section in case.sections):
        for path in _DOSSIER_FOLDER.rglob("*.yaml"):
            _copy(path, campaign_folder / path.relative_to(_DOSSIER_FOLDER))
    for section in case.sections:
        if section.name == "don-vi.csv" and not any(s.name == "don-vi.yaml" for s in case.sections):
            (campaign_folder / "don-vi.yaml").unlink(missing_ok=True)  # the list that it replaces
        section.write(workspace)
    folder = CampaignFolder(CAMPAIGN)
    campaign, diagnostics = check_campaign(folder)
    for unit in folder.units_present() if campaign is not None else ():
        assert campaign is not None
        diagnostics += check_unit(folder, campaign, unit).diagnostics
    return diagnostics


def annotated(case: Case, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the case's text with these diagnostics in place of its expectations."""
    found = tuple(diagnostics)
    files = {section.path for section in case.sections}
    lines = [f"# {case.title}"]
    for section in case.sections:
        lines += _annotated(section, tuple(d for d in found if d.span.file == section.path))
    for diagnostic in found:
        if diagnostic.span.file not in files:
            lines += [f"--- {diagnostic.span}", *_shown(diagnostic)]
    return "".join(f"{line[:_WIDEST]}\n" for line in lines)


def _annotated(section: Section, own: tuple[Diagnostic, ...]) -> Iterator[str]:
    options = f" ({', '.join(section.options)})" if section.options else ""
    yield f"=== {section.name}{options}"
    for number, line in enumerate(section.lines or (None,), start=1):
        if line is not None:
            yield line
        for diagnostic in own:
            if diagnostic.span.line == number:
                yield from _shown(diagnostic)


def _shown(diagnostic: Diagnostic) -> Iterator[str]:
    before = " " * (diagnostic.span.column - 1)
    warning = " (warning)" if diagnostic.severity is Severity.WARNING else ""
    yield f"{before}{'^' * diagnostic.span.length} {diagnostic.rule}{warning}"
    yield f"{before}! {diagnostic.message}"
    yield f"{before}> {diagnostic.hint}"


def _section(case: Path, part: str) -> Section:
    first, *typed = part.removesuffix("\n").split("\n")
    header = _SECTION.fullmatch(first)
    if header is None:
        message = f"{case}: not a section: {first}"
        raise ValueError(message)
    options = tuple(filter(None, (header["options"] or "").split(", ")))
    name = header["name"]
    is_of_unit = name in _OWN_FILES or name.startswith(_DOSSIER)
    path = CAMPAIGN / (f"don-vi/{UNIT}/{name}" if is_of_unit else name)
    lines: list[str] = []
    expectations: list[Expectation] = []
    after_expectation = False
    for line in typed:
        expectation, sentence = _EXPECTATION.fullmatch(line), _SENTENCE.fullmatch(line)
        if expectation is not None:
            expectations.append(_expectation(path, max(1, len(lines)), expectation))
            after_expectation = True
        elif after_expectation and sentence is not None:
            expectations[-1] = _with_sentence(expectations[-1], sentence)
        else:
            lines.append(line)
            after_expectation = False
    return Section(name, path, options, tuple(lines), tuple(expectations))


def _expectation(path: Path, line: int, found: re.Match[str]) -> Expectation:
    severity = Severity.WARNING if found["warning"] else Severity.ERROR
    span = Span(path, line, len(found["before"]) + 1, len(found["carets"]))
    return Expectation(found["rule"], severity, span)


def _with_sentence(expectation: Expectation, found: re.Match[str]) -> Expectation:
    if found["mark"] == "!":
        return replace(expectation, message=found["words"])
    return replace(expectation, hint=found["words"])


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _unescape(found: re.Match[str]) -> str:
    return found[0].encode().decode("unicode_escape")


def _for_windows_1258(letter: str) -> str:
    """Part a letter into its base and its tone, as that encoding has them."""
    signs = unicodedata.normalize("NFD", letter)
    tone = next((sign for sign in signs if sign in _TONES), "")
    return unicodedata.normalize("NFC", signs.replace(tone, "")) + tone if tone else letter
