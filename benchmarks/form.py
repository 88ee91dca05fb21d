"""Time a unit whose form has 40 rows and 24 columns: `check`, its steps, and the form in Word.

The form has totals and formulas both ways, groups with subsets, typed sums that are compared, and
per cents.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from baocao.calc.tabulation import tabulate
from baocao.compose import compose
from baocao.load.campaign.forms import read_forms
from baocao.load.unit.statistics import read_statistics
from baocao.model.content import Report, UnitContent
from baocao.pipeline import check_campaign, check_unit
from baocao.render.word.template import WordTemplate
from baocao.workspace import CampaignFolder
from figures import Figure
from race import race

CAMPAIGN = Path(__file__).parents[1] / "tests" / "campaigns" / "content" / "nho"
UNIT = "ldld-mau"
KIND = "bieu-so-lieu"
TEMPLATES = Path(__file__).parents[1] / "templates"
GROUPS, GIVEN_IN_A_GROUP = 5, 6
BLOCKS = 4


def form() -> str:
    """Give the form: 2 label columns, 4 blocks of 5 columns and 2 over all; 5 groups of 8 rows."""
    yearly = ", ".join(f"b{n}_chung" for n in range(BLOCKS))
    columns = [
        "{ma: tt, tieu_de: TT, loai: thu_tu}",
        "{ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}",
        *(f"{{ma: b{n}, tieu_de: Quý {n}, theo: khoi}}" for n in range(BLOCKS)),
        f"{{ma: tat_ca, tieu_de: Cả năm, cong: [{yearly}]}}",
        '{ma: phan_nu, tieu_de: Nữ (%), cong_thuc: "ty_le(b0_nu, b0_chung)"}',
    ]
    rows: list[str] = []
    for group in range(GROUPS):
        own = [f"g{group}_{n}" for n in range(GIVEN_IN_A_GROUP)]
        under = [f"{{ma: {row}, noi_dung: Chỉ tiêu {row}}}" for row in own[:-1]]
        under.append(f"{{ma: {own[-1]}, noi_dung: Trong đó, thuoc: {own[0]}}}")
        rows.append(
            f"{{ma: t{group}, tt: '{group + 1}', noi_dung: Tổng {group}, cong: dong_con, "
            f"dong: [{', '.join(under)}]}}"
        )
        rows.append(f"{{ma: c{group}, noi_dung: Số đối chiếu, doi_chieu: {own[0]} + {own[1]}}}")
    block = (
        "{ma: khoi, cot: [{ma: chung, tieu_de: Chung, gom: [nam, nu]}, {ma: nam, tieu_de: Nam}, "
        "{ma: nu, tieu_de: Nữ, thuoc: chung}, {ma: hon, tieu_de: Hơn, cong_thuc: nam - nu}, "
        '{ma: dat, tieu_de: Đạt (%), cong_thuc: "ty_le(nu, nam)"}]}'
    )
    lines = [
        "bieu:",
        "  - ma: so_lieu",
        "    tieu_de: Biểu",
        "    khoi_cot:",
        f"      - {block}",
    ]
    lines += ["    cot:", *(f"      - {each}" for each in columns)]
    lines += ["    dong:", *(f"      - {each}" for each in rows)]
    return "".join(f"{line}\n" for line in lines)


def statistics() -> str:
    """Give the unit's figures, in which all sums fit."""
    lines: list[str] = []
    for group in range(GROUPS):
        lines += (
            f"g{group}_{n}: [{', '.join(['1.300, 700, 600'] * BLOCKS)}]"
            for n in range(GIVEN_IN_A_GROUP)
        )
        lines.append(f"c{group}: [{', '.join(['2.600, 1.400, 1.200'] * BLOCKS)}]")
    return "".join(f"{line}\n" for line in lines)


def measure(count: int) -> Iterator[Figure]:
    """Time each step N/10 times."""
    rounds = max(count // 10, 3)
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_campaign(Path(temporary))
        campaign, faults = check_campaign(folder)
        if campaign is None:
            raise SystemExit(str(faults))
        found = check_unit(folder, campaign, UNIT).diagnostics
        about_figures = [each for each in found if each.span.file.name == "so-lieu.yaml"]
        if about_figures:
            raise SystemExit(str(about_figures))
        forms, _ = read_forms(folder.path / "bieu-so-lieu.yaml")
        path = folder.unit(UNIT) / "so-lieu.yaml"
        (only,) = (forms or {}).values()
        read, _ = read_statistics(path, forms or {})
        unit = campaign.units[UNIT]
        content = UnitContent(unit, Report(unit, read[only.id].source), read)
        word = WordTemplate(TEMPLATES / "docx" / f"{KIND}.docx")
        times = race(
            {
                "check": lambda _: check_unit(folder, campaign, UNIT),
                "read": lambda _: read_statistics(path, {only.id: only}),
                "tabulate": lambda _: tabulate.__wrapped__(only, read[only.id]),
                "word": lambda _: word.render(compose(campaign, KIND, content)[KIND,]),
            },
            rounds,
        )
    of = f"a form of {len(only.rows)} rows by {len(only.leaves())} columns, median of {rounds}"
    for name, seconds in times.medians().items():
        yield Figure(f"form_{name}_ms", seconds * 1000, of)


def make_campaign(temporary: Path) -> CampaignFolder:
    """Make a campaign with this form, and one unit that has filled it in."""
    folder = temporary / CAMPAIGN.name
    unit = folder / "don-vi" / UNIT
    unit.mkdir(parents=True)
    for path in (*CAMPAIGN.glob("*.yaml"), *(CAMPAIGN / "don-vi" / UNIT).glob("*.yaml")):
        (folder / path.relative_to(CAMPAIGN)).write_bytes(path.read_bytes())
    (folder / "bieu-so-lieu.yaml").write_text(form(), "utf-8")
    (unit / "so-lieu.yaml").write_text(statistics(), "utf-8")
    return CampaignFolder(folder)
