"""How an outline is read: of whom each item is asked, and what the author's blanks become."""

from pathlib import Path

import pytest

from baocao import rules
from baocao.load.campaign.outline import build_outline, read_outline
from baocao.load.campaign.source import Known
from baocao.model.form import Column, Form
from baocao.model.outline import Applicability, Condition, Outline, Passage, Section

FORM = Form("", ("",), "", "", "", None, "", (Column("nam", "Năm"),), ())
FORMS = {"so": FORM, "bang": FORM}
KNOWN = Known(("tinh", "huyen", "xa"), FORMS, ("bang", "so"), ("2018", "2020"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "de-cuong.yaml"


def read(file: Path, items: str, known: Known = KNOWN) -> Outline:
    file.write_text(f"danh_so: [I., 1., a)]\nmuc:\n{items}", "utf-8")
    source, faults = read_outline(file, known)
    assert source is not None
    assert (*faults, *rules.check_outline(source)) == ()
    return build_outline(source)


def demands(outline: Outline) -> dict[str, Applicability]:
    return {section.id or "": section.applicability for section in outline.answered}


def test_an_item_is_asked_only_of_the_levels_that_all_items_above_it_name(file: Path) -> None:
    outline = read(
        file,
        """\
  - tieu_de: Cha
    chi_cap: [tinh, huyen]
    muc:
      - {ma: con, tieu_de: Con}
      - {ma: mot, tieu_de: Một, chi_cap: [huyen, xa]}
  - {ma: moi_cap, tieu_de: Mọi cấp}
""",
    )

    assert {key: demand.levels for key, demand in demands(outline).items()} == {
        "con": {"tinh", "huyen"},
        "mot": {"huyen"},
        "moi_cap": None,
    }


def test_a_condition_brings_along_what_its_own_section_depends_on(file: Path) -> None:
    outline = read(
        file,
        """\
  - {ma: mot, tieu_de: "Một {don_vi}:", loai: chon, lua_chon: [Có, Không], chi_cap: tinh}
  - {ma: hai, tieu_de: Hai, loai: danh_dau, lua_chon: [A, B], khi: {muc: mot, la: Có}}
  - tieu_de: Ba
    khi: {muc: hai, la: [A, B]}
    muc:
      - {ma: bon, tieu_de: Bốn}
""",
    )

    one, two = (
        Condition("mot", "Một [tên đơn vị]", ("Có",)),
        Condition("hai", "Hai", ("A", "B")),
    )
    assert demands(outline) == {
        "mot": Applicability(frozenset({"tinh"})),
        "hai": Applicability(frozenset({"tinh"}), (one,)),
        "bon": Applicability(frozenset({"tinh"}), (one, two)),
    }


def test_what_is_the_same_for_every_unit_is_filled_in_once(file: Path) -> None:
    outline = read(
        file,
        """\
  - doan: "Từ {tu_nam} đến {nam}, {don_vi}, xem {phu_luc.so}."
  - ma: mot
    tieu_de: ["Năm {den_nam}", "tại {dia_danh}"]
    loai: chon
    lua_chon: ["Khá năm {nam}"]
    khi_trong: "Không có năm {nam}."
""",
    )

    passage, section = outline.sections
    assert isinstance(passage, Passage)
    assert isinstance(section, Section)
    assert passage.text.value == "Từ 2018 đến 2020, {don_vi}, xem Phụ lục II."
    assert section.lines == ("Năm 2020", "tại {dia_danh}")
    assert section.title == "Năm 2020 tại [địa danh]"
    assert section.text_if_empty == "Không có năm 2020."
    assert section.is_optional


def test_one_appendix_takes_no_number(file: Path) -> None:
    known = Known(attached=("so",), forms=FORMS)

    outline = read(file, '  - {tieu_de: "Theo {phu_luc.so}"}\n', known)

    (section,) = outline.walk()
    assert section.lines == ("Theo Phụ lục",)


def test_names_are_not_doubted_where_the_files_that_have_them_could_not_be_read(
    file: Path,
) -> None:
    outline = read(
        file, '  - {ma: a, tieu_de: "Theo {phu_luc.x}", chi_cap: [y], bieu: z}\n', Known()
    )

    assert demands(outline) == {"a": Applicability(frozenset({"y"}))}
