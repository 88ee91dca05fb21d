"""The form with four tiers and 24 columns, cell by cell, against a second reckoning.

What the paper must look like stands in the campaign's README.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest

from support.form_grids import Line, Span, filled, pdf_forms, spread, word_forms
from support.form_papers import POTTERY, PROVINCE, UNITS, WIDE, Papers, raw
from support.reckoning import Figure, quotient, summed, typed, written

TIERS = 5
OF_A_YEAR: list[Span] = [("Tổng số", 1, 2), ("Chia theo khu vực", 3, 1), ("Trong đó", 2, 1)]
UNDER_A_YEAR: list[Span] = [
    ("Nhà nước", 1, 1),
    ("Ngoài Nhà nước", 1, 1),
    ("Vốn nước ngoài", 1, 1),
    ("Nữ", 1, 1),
    ("Dân tộc thiểu số¹", 1, 1),
]
SYMBOLS = (
    "A|B|C|D|E|1= (2+3+4)|2|3|4|5|6|7= (8+9+10)|8|9|10|11|12|13= (1+7)|14= (5+11)|15|16 (7−15)"
    "|17 (7:15)|18|19= (11:7)"
)
HEAD = spread(
    [
        [
            ("STT", 1, 4),
            ("Lĩnh vực", 1, 4),
            ("Chỉ tiêu", 1, 4),
            ("Mã số", 1, 4),
            ("Đơn vị tính", 1, 4),
            ("Kết quả thực hiện", 14, 1),
            ("Đánh giá kết quả năm 2023", 5, 1),
        ],
        [
            ("Năm 2022", 6, 1),
            ("Năm 2023", 6, 1),
            ("Cộng hai năm", 2, 1),
            ("So với kế hoạch năm", 3, 1),
            ("Tăng so với năm 2022 (%)", 1, 3),
            ("Tỷ lệ nữ (%)", 1, 3),
        ],
        [
            *OF_A_YEAR,
            *OF_A_YEAR,
            ("Tổng số", 1, 2),
            ("Trong đó", 1, 1),
            ("Kế hoạch", 1, 2),
            ("Thực hiện so với kế hoạch", 2, 1),
        ],
        [
            *UNDER_A_YEAR,
            *UNDER_A_YEAR,
            ("Nữ", 1, 1),
            ("Tăng (+), giảm (-)", 1, 1),
            ("Tỷ lệ (%)", 1, 1),
        ],
        [(symbol, 1, 1) for symbol in SYMBOLS.split("|")],
    ]
)
MONEY = ("cong_cham_lo", "cong_phong_trao", "tong_chi", "ty_trong")
SUMS = {
    "ld_co_han": ("ld_tu_12", "ld_duoi_12"),
    "lao_dong": ("ld_khong_han", "ld_co_han", "ld_khac"),
    "cong_to_chuc": ("tc_doanh_nghiep", "tc_su_nghiep", "tc_nghiep_doan"),
    "cong_ct": ("ct_tinh", "ct_tren_co_so", "ct_co_so"),
    "cong_kct": ("kct_chu_tich", "kct_uy_vien", "kct_to_truong"),
    "can_bo": ("cong_ct", "cong_kct"),
    "cong_lop": ("lop_phap_luat", "lop_tai_chinh", "lop_doi_thoai"),
    "cong_nguoi": ("nguoi_phap_luat", "nguoi_tai_chinh", "nguoi_doi_thoai"),
    "cong_cham_lo": ("chi_tham_hoi", "chi_mai_am", "chi_qua_tet"),
    "cong_phong_trao": ("chi_dao_tao", "chi_tuyen_truyen"),
    "tong_chi": ("cong_cham_lo", "cong_phong_trao"),
}
QUOTIENTS = {
    "ty_le_tap_hop": ("doan_vien", "lao_dong", 100),
    "binh_quan": ("cong_nguoi", "cong_lop", 1),
    "ty_trong": ("cong_cham_lo", "tong_chi", 100),
}
IN_A_YEAR = ("dv_ket_nap", "kn_cu", "kn_moi", "dv_giam", "tc_moi", "lop_", "nguoi_", "chi_")
"""The beginnings of the ids of rows that add up two years, but for totals of such."""
BARRED_WOMEN = ("tc_", "cong_to_chuc", "lop_", "cong_lop", "binh_quan", "chi_", *MONEY)
BARRED_PLAN = ("ld_quan_ly", "ld_tre", "dv_dang", "dv_tre")
WOMEN, PLAN = {5, 6, 11, 12, 14, 19}, {15, 16, 17}


def lines() -> Iterator[dict[str, Any]]:
    """Return the rows as the author wrote them, groups opened."""
    waiting = list(raw(WIDE, "bieu-so-lieu.yaml")["bieu"][0]["dong"])
    while waiting:
        row = waiting.pop(0)
        waiting = [*row.get("dong", ()), *waiting]
        yield row


def typed_rows(unit: str) -> Mapping[str, list[Figure]]:
    """Return the thirteen typed cells of each row, whichever way they were typed."""
    form = raw(WIDE, f"don-vi/{unit}/so-lieu.yaml")["doan_vien"]
    if "nam_2022" in form:
        plans = {row: [plan] for row, plan in form["ke_hoach"].items()}
        form = {row: [*form["nam_2022"][row], *form["nam_2023"][row], *plans[row]] for row in plans}
    return {row: [typed(cell) for cell in cells] for row, cells in form.items()}


def tabulated(unit: str) -> Mapping[str, dict[int, Figure]]:
    """Reckon columns 1 to 19 of every row of figures."""
    rows: dict[str, dict[int, Figure]] = {}
    for row, cells in typed_rows(unit).items():
        rows[row] = dict(zip((*range(1, 13), 15), cells, strict=True))
        for column, (first, second) in {13: (1, 7), 14: (5, 11)}.items():
            years = (rows[row][first], rows[row][second])
            if row.startswith(IN_A_YEAR):
                rows[row][column] = summed(years)
            elif row == "dv_dau_nam":
                rows[row][column] = None
            else:
                rows[row][column] = years[1] if years[1] is not None else years[0]
    for total, parts in SUMS.items():
        rows[total] = {c: summed(rows[part][c] for part in parts) for c in range(1, 16)}
    for share, (dividend, divisor, times) in QUOTIENTS.items():
        rows[share] = {
            c: quotient(rows[dividend][c], rows[divisor][c], times) for c in range(1, 16)
        }
    for figures in rows.values():
        done, plan, before = figures[7], figures[15], figures[1]
        figures[16] = None if done is None or plan is None else done - plan
        figures[17] = quotient(done, plan, 100)
        more = None if done is None or before is None else done - before
        figures[18] = quotient(more, before, 100)
        figures[19] = quotient(figures[11], done, 100)
    rows["doan_vien_chuyen"] = rows["doan_vien"]
    return rows


def printed(row: str, figures: Mapping[int, Figure]) -> Iterator[str]:
    places = 1 if row.startswith("chi_") or row in (*MONEY, *QUOTIENTS) else 0
    for column in range(1, 20):
        is_barred = (
            (column in WOMEN and row.startswith(BARRED_WOMEN))
            or (column in PLAN and row in BARRED_PLAN)
            or (column == 19 and row == "ty_le_tap_hop")
        )
        own = {17: 1, 18: 1, 19: 2}.get(column, places)
        yield "x" if is_barred else written(figures[column], own, "-")


def expected(unit: str) -> list[Line]:
    """Return the body as it must be printed, merged cells as None."""
    figures = tabulated(unit)
    marks = {"ld_khac": "²", "doan_vien_chuyen": "³"}
    body: list[Line] = []
    field = measure = ""
    for row in lines():
        ordinal, labels, row_id = row.get("tt", ""), row["noi_dung"], row.get("ma", "")
        if isinstance(labels, str):
            body.append((ordinal, labels, None, *[""] * 21))
            field = measure = ""
            continue
        own = row.get("don_vi_tinh", "người")
        goes_on = labels[0] == field
        body.append(
            (
                ordinal,
                None if goes_on else labels[0],
                labels[1] + marks.get(row_id, ""),
                row["ma_so"],
                None if goes_on and own == measure else own,
                *printed(row_id, figures[row_id]),
            )
        )
        field, measure = labels[0], own
    return body


@pytest.mark.parametrize("unit", UNITS[WIDE])
@pytest.mark.parametrize("place", ["word", "pdf", "printed"])
def test_the_head_has_its_four_tiers_and_the_symbols(papers: Papers, unit: str, place: str) -> None:
    if place == "word":
        heads = [word_forms(papers.word(WIDE, unit))[0][0]]
    else:
        heads = pdf_forms(getattr(papers, place)(WIDE, unit), (TIERS, 3))[0][0]

    assert [filled(head) for head in heads] == [filled(HEAD)] * len(heads)
    assert place == "word" or len(heads) > 2


@pytest.mark.parametrize("unit", UNITS[WIDE])
def test_word_merges_the_cells_of_the_head_as_described(papers: Papers, unit: str) -> None:
    head, _ = word_forms(papers.word(WIDE, unit))[0]

    assert head == HEAD


@pytest.mark.parametrize("unit", UNITS[WIDE])
def test_word_has_every_cell_as_reckoned(papers: Papers, unit: str) -> None:
    _, body = word_forms(papers.word(WIDE, unit))[0]

    assert list(body) == expected(unit)


@pytest.mark.parametrize("unit", UNITS[WIDE])
@pytest.mark.parametrize("place", ["pdf", "printed"])
def test_paper_has_every_cell_as_reckoned_and_whole(papers: Papers, unit: str, place: str) -> None:
    (_, body), _ = pdf_forms(getattr(papers, place)(WIDE, unit), (TIERS, 3))

    assert unmerged(body) == unmerged(expected(unit))


@pytest.mark.parametrize(
    ("unit", "code", "column", "printed"),
    [
        # reckoned by hand from what the two units typed
        (PROVINCE, "01", 1, "7.692"),  # 5.425 + (1.608 + 394) + 265
        (PROVINCE, "03", 7, "2.108"),  # 1.642 + 466
        (PROVINCE, "01", 13, "7.770"),  # stands at the year's end: that of 2023
        (PROVINCE, "13", 13, "-"),
        (PROVINCE, "14", 13, "1.640"),  # 790 + 850
        (PROVINCE, "14", 14, "841"),  # 385 + 456
        (PROVINCE, "12", 16, "13"),  # 5.968 - 5.955
        (PROVINCE, "12", 17, "100,2"),  # 100,218…
        (PROVINCE, "12", 18, "9,8"),  # 533 : 5.435 = 9,806…
        (PROVINCE, "12", 19, "51,44"),  # 3.070 : 5.968 = 51,441…
        (PROVINCE, "20", 1, "70,7"),  # 5.435 : 7.692 = 70,657…
        (PROVINCE, "20", 13, "76,8"),  # 5.968 : 7.770 = 76,808…
        (PROVINCE, "80", 13, "3.950,3"),  # 1.908,7 + 2.041,6
        (PROVINCE, "81", 13, "84,6"),  # 3.342,1 : 3.950,3 = 84,603…
        (PROVINCE, "90", 7, "5.968"),
        (POTTERY, "33", 17, "-"),  # no plan
        (POTTERY, "34", 18, "-"),  # of nothing no per cent
        (POTTERY, "29", 5, "x"),
    ],
)
def test_figures_are_those_of_a_pocket_calculator(
    papers: Papers, unit: str, code: str, column: int, printed: str
) -> None:
    _, body = word_forms(papers.word(WIDE, unit))[0]

    assert [line[4 + column] for line in body if line[3] == code] == [printed]


@pytest.mark.parametrize("unit", UNITS[WIDE])
def test_totals_and_headings_are_bold_and_nothing_else(papers: Papers, unit: str) -> None:
    table = next(table for table in papers.word(WIDE, unit).tables if table.has_borders)
    rows = [row for row in table.rows if not row.is_head]

    bold = [
        (row.cells[1].text or row.cells[2].text) if row.cells[3].text == "" else row.cells[3].text
        for row in rows
        if all(
            run.format.bold for run in row.cells[2 if row.cells[3].text else 1].paragraphs[0].runs
        )
    ]

    assert bold == [
        *("LAO ĐỘNG VÀ ĐOÀN VIÊN", "01", "12"),
        *("TỔ CHỨC CÔNG ĐOÀN", "29"),
        *("CÁN BỘ CÔNG ĐOÀN", "Cán bộ chuyên trách", "39"),
        *("Cán bộ không chuyên trách", "49", "50"),
        *("ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ", "57", "58"),
        *("KINH PHÍ HOẠT ĐỘNG", "60", "70", "80"),
    ]


@pytest.mark.parametrize("unit", UNITS[WIDE])
def test_footnotes_and_legends_follow_the_table_and_three_sign(papers: Papers, unit: str) -> None:
    text = [p.text for p in papers.word(WIDE, unit).paragraphs]

    start = text.index("Ghi chú:")
    assert [line[:20] for line in text[start + 1 : start + 4]] == [
        "¹ Một người vừa là n",
        "² Người làm việc the",
        "³ Mọi đoàn viên có đ",
    ]
    assert [legend.partition(":")[0] for legend in text[start + 4 : start + 7]] == [
        "Cột (13)",
        "Cột (15)",
        "Cột (18)",
    ]
    signers = [line for line in text[start:] if line.isupper()]
    assert signers[:2] == ["NGƯỜI LẬP BIỂU", "TRƯỞNG BAN TỔ CHỨC"]
    assert signers[2].startswith("TM. BAN")


@pytest.mark.parametrize("unit", UNITS[WIDE])
def test_the_narrow_form_stands_and_says_what_its_totals_mean(papers: Papers, unit: str) -> None:
    file = papers.pdf(WIDE, unit)
    _, (_, body) = pdf_forms(file, (TIERS, 3))
    rows = {line[1]: line[5] for line in body}
    typed_years = raw(WIDE, f"don-vi/{unit}/so-lieu.yaml")["tai_chinh"]

    assert file.pages[-1].width < file.pages[-1].height
    income = summed(
        typed(cell)
        for row in ("thu_doan_phi", "thu_kinh_phi", "thu_khac")
        for cell in typed_years[row]
    )
    direct = summed(map(typed, typed_years["chi_truc_tiep"]))
    spent = summed(map(typed, typed_years["chi"]))
    assert rows == rows | {
        "Số dư đầu năm": "",
        "Tổng thu": written(income, 1, ""),
        "Tổng chi": written(spent, 1, ""),
        "Số dư cuối năm (I + II - III)": typed_years["du_cuoi"][-1],
        "Tỷ lệ chi trực tiếp cho đoàn viên trên tổng chi": written(
            quotient(direct, spent, 100), 1, ""
        ),
    }


def unmerged(body: Any) -> list[tuple[str, ...]]:  # noqa: ANN401
    """Leave out the merged columns, which a page break may tear."""
    return [(line[0], *line[2:4], *line[5:]) for line in filled(body)]


def test_the_reckoning_itself_writes_as_vietnamese_do() -> None:
    assert written(Fraction(-12345678, 10), 1, "") == "-1.234.567,8"
    assert written(Fraction(1, 8), 2, "") == "0,13"
