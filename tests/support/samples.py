"""The campaign's sample units as a reader of their YAML sees them, without the program's help."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CAMPAIGN = ROOT / "content" / "lao-dong-sang-tao-2012-2017"
UNITS = tuple(sorted(folder.name for folder in (CAMPAIGN / "don-vi").iterdir()))
BLANK = "~"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind has beside what all have; numbered are those that the campaign gives a symbol."""

    heading_levels: tuple[int, ...] = ()
    has_place_and_date: bool = True
    has_rule_under_abstract: bool = True
    is_addressed: bool = False
    has_recipients: bool = False
    has_form: bool = False


KINDS = {
    "bao-cao": Kind((1, 2, 3, 4), is_addressed=True, has_recipients=True, has_form=True),
    "bieu-so-lieu": Kind(has_rule_under_abstract=False, is_addressed=True, has_form=True),
    "ke-hoach": Kind((2, 3, 4), has_recipients=True),
    "to-trinh": Kind(is_addressed=True, has_recipients=True),
    # goes with the tờ trình, whose number and date it cites under its abstract
    "danh-sach-khen-thuong": Kind((2, 3), has_place_and_date=False, has_rule_under_abstract=False),
    "bien-ban": Kind((2, 3), has_place_and_date=False, has_recipients=True),  # its text is dated
    "bao-cao-thanh-tich": Kind((2, 3)),
}
FORM_KINDS = tuple(name for name, kind in KINDS.items() if kind.has_form)
PROVINCE = "ldld-thi-du"  # the one unit with a plan, and with proposals for awards
MERIT = "bao-cao-thanh-tich"
AWARDS = {
    "co_thi_dua": "Cờ thi đua của Tổng Liên đoàn",
    "bang_khen": "Bằng khen của Tổng Liên đoàn",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One document of one sample unit; a report of merit names whom it proposes, by id."""

    unit: str
    kind: str
    proposed: str = ""

    def __str__(self) -> str:
        return f"{self.unit}-{self.path}".replace("/", "-")

    @property
    def path(self) -> str:
        """The place below the unit's folder, without an ending."""
        return f"{self.kind}/{self.proposed}" if self.proposed else self.kind

    @property
    def traits(self) -> Kind:
        return KINDS[self.kind]


FORMS = tuple(Sample(unit, kind) for unit in UNITS for kind in FORM_KINDS)
PAPERS = (
    *(Sample(PROVINCE, kind) for kind in KINDS if kind not in (*FORM_KINDS, MERIT)),
    Sample(PROVINCE, MERIT, PROVINCE),
    Sample(PROVINCE, MERIT, "pham-van-thi-diem"),
)
SAMPLES = (*FORMS, *PAPERS)
REPORTS = tuple(sample for sample in SAMPLES if sample.kind == "bao-cao")
WRITTEN = (*REPORTS, *PAPERS)  # those with running text
OTHER_MERITS = tuple(
    Sample(PROVINCE, MERIT, proposed)
    for proposed in ("cd-kcn-thi-du", "le-thi-vi-du", "vu-thi-tuong-trung")
)
EVERY = (*SAMPLES, *OTHER_MERITS)


@dataclass(frozen=True, slots=True)
class Signed:
    """One who signs: the lines over the name, and the name."""

    authority: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document must say; those who sign come from left to right, the issuer's last."""

    name: str
    superior: str
    place: str
    type_name: str
    notation: str
    number: str
    date: str
    abstract: str
    subject: str
    signatures: tuple[Signed, ...]
    position: str
    addressee: str
    purposes: tuple[str, ...]

    @property
    def signer(self) -> str:
        """The issuer's signer."""
        return self.signatures[-1].name


@cache
def facts(sample: Sample) -> Facts:
    units = {entry["ma"]: entry for entry in read_yaml(CAMPAIGN / "don-vi.yaml")["don_vi"]}
    campaign = read_yaml(CAMPAIGN / "dot-bao-cao.yaml")
    order = next(each for each in campaign["van_ban"] if each["loai"] == sample.kind)
    own = units[sample.unit]
    level = next(each for each in campaign["cap"] if each["ma"] == own["cap"])
    superior = units[own["cap_tren"]]["ten"]
    typed = _typed(sample)
    abstract = typed.get("trich_yeu", order["trich_yeu"])
    whole = " ".join(abstract) if isinstance(abstract, list) else abstract
    addressee = level["kinh_gui"][0].replace("{cap_tren}", superior)
    usual = Facts(
        name=own["ten"],
        superior=superior,
        place=own["dia_danh"],
        type_name=order["ten_loai"],
        notation=f"{order['ky_hieu']}-{own['ky_hieu']}" if "ky_hieu" in order else "",
        number=typed.get("so", BLANK),
        date=typed["ngay"],
        abstract=whole,
        subject=whole,
        signatures=(Signed(tuple(_authority(level, typed["chuc_vu"])), typed["nguoi_ky"]),),
        position=typed["chuc_vu"],
        addressee=addressee if sample.traits.is_addressed else "",
        purposes=tuple(each["de"] for each in typed.get("noi_nhan", ()) if "de" in each),
    )
    if sample.kind == "bien-ban":
        return _of_minutes(usual, typed)
    return _of_merit(usual, typed) if sample.kind == MERIT else usual


def _typed(sample: Sample) -> dict[str, Any]:
    """Gather what was typed of a document's own head, with the signer of the report by default."""
    report = _read(sample, "bao-cao")
    signer = {key: report[key] for key in ("nguoi_ky", "chuc_vu")}
    if sample.kind in FORM_KINDS:
        return dict(report)
    if sample.kind == "ke-hoach":
        return dict(_read(sample, "ke-hoach"))
    dossier = _read(sample, "khen-thuong")
    if sample.kind == "bien-ban":
        return {**signer, **dossier["bien_ban"]}
    if sample.kind != MERIT:
        return {**signer, **dossier["to_trinh"]}
    (entry,) = (
        {**proposal, "hinh_thuc": award}
        for award in ("co_thi_dua", "bang_khen")
        for proposals in dossier[award].values()
        for proposal in proposals
        if proposal["ma"] == sample.proposed
    )
    own = {**entry, **_read(sample, f"khen-thuong/{sample.proposed}")}
    return {**own, **signer, "chuc_vu_rieng": own.get("chuc_vu", signer["chuc_vu"])}


def _authority(level: Mapping[str, Any], position: str) -> Iterator[str]:
    yield f"TM. {level['thay_mat'].upper()}"
    if position in level["cap_pho"]:
        yield f"KT. {level['cap_truong'].upper()}"
    yield position.upper()


def _of_minutes(usual: Facts, typed: Mapping[str, str]) -> Facts:
    secretary = Signed(("THƯ KÝ",), typed["thu_ky"])
    chair = Signed(("CHỦ TRÌ",), typed["chu_tri"])
    return replace(usual, signatures=(secretary, chair), position="Chủ trì")


def _of_merit(usual: Facts, typed: Mapping[str, str]) -> Facts:
    """Return what a report of merit says; a person reports, at work, and the superior confirms."""
    abstract = f"Đề nghị tặng {AWARDS[typed['hinh_thuc']]} {usual.abstract}"
    known = replace(usual, abstract=abstract, subject=f"{usual.name} - {usual.subject}")
    if "ho_ten" not in typed:
        return known
    (superior,) = usual.signatures
    confirmation = replace(superior, authority=("XÁC NHẬN CỦA CẤP TRÊN", *superior.authority))
    return replace(
        known,
        name=typed["don_vi_cong_tac"],
        superior=usual.name,
        subject=f"{typed['ho_ten']} - {usual.subject}",
        signatures=(confirmation, Signed(("NGƯỜI BÁO CÁO",), typed["ho_ten"])),
        position=typed["chuc_vu_rieng"],
    )


def statistics(unit: str) -> Mapping[str, Sequence[str]]:
    """Read the figures of a unit's form, row by row."""
    rows: Mapping[str, Sequence[str]] = read_yaml(CAMPAIGN / "don-vi" / unit / "so-lieu.yaml")
    return rows


def _read(sample: Sample, name: str) -> Any:  # noqa: ANN401 - each caller knows its file's shape
    return read_yaml(CAMPAIGN / "don-vi" / sample.unit / f"{name}.yaml")


@cache
def read_yaml(path: Path) -> Any:  # noqa: ANN401 - each caller knows its file's shape
    """Read a file with every scalar as the text that was typed."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts
