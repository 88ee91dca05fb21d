"""Lists that units lengthen, columns that they repeat: cell by cell, against a second reckoning.

What the papers must look like stands in the campaign's README.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from support.form_grids import Grid, Line, Span, filled, pdf_forms, spread, word_forms
from support.form_papers import DISTRICTS, LISTS, PUMPS, UNITS, Papers, raw
from support.reckoning import Figure, quotient, summed, typed, written

TIERS = (3, 4, 3)
LIST_HEAD = spread(
    [
        [
            ("STT", 1, 2),
            ("Tên sáng kiến, giải pháp", 1, 2),
            ("Tác giả, đồng tác giả", 1, 2),
            ("Ngày công nhận", 1, 2),
            ("Lĩnh vực", 1, 2),
            ("Phạm vi áp dụng", 2, 1),
            ("Hiệu quả", 4, 1),
        ],
        [
            ("Tại đơn vị", 1, 1),
            ("Nhân rộng", 1, 1),
            ("Số người áp dụng", 1, 1),
            ("Giá trị làm lợi (triệu đồng)", 1, 1),
            ("Tiền thưởng (triệu đồng)", 1, 1),
            ("Tỷ lệ thưởng (%)¹", 1, 1),
        ],
        [(symbol, 1, 1) for symbol in "AB123456789"],
    ]
)
RESULT_HEAD = spread(
    [
        [
            ("TT", 1, 3),
            ("Nội dung", 1, 3),
            ("Đơn vị tính", 1, 3),
            ("Thực hiện năm 2023", 4, 1),
            ("Số đề nghị quyết toán¹", 1, 3),
            ("Kế hoạch năm 2023", 1, 3),
            ("So với kế hoạch (%)", 1, 3),
            ("Tỷ trọng kỹ thuật (%)", 1, 3),
        ],
        [("Tổng số", 1, 2), ("Chia ra", 3, 1)],
        [("Kỹ thuật", 1, 1), ("Quản lý", 1, 1), ("Khác", 1, 1)],
        [
            (symbol, 1, 1)
            for symbol in [
                "A",
                "B",
                "C",
                "1=(2+3+4)",
                "2",
                "3",
                "4",
                "5",
                "6",
                "7 (1:6)",
                "8(=2*100/1)",
            ]
        ],
    ]
)
COLUMNS = (
    *("ten", "tac_gia", "ngay_cong_nhan", "linh_vuc", "tai_don_vi", "nhan_rong"),
    *("so_nguoi", "gia_tri", "tien_thuong"),
)
RESULT_ROWS: Mapping[str, tuple[str, str, str, int]] = {
    "so_sang_kien": ("1", "Số sáng kiến được công nhận", "sáng kiến", 0),
    "da_ap_dung": ("", "- Đã áp dụng", "sáng kiến", 0),
    "chua_ap_dung": ("", "- Chưa áp dụng", "sáng kiến", 0),
    "nguoi": ("2", "Số người có sáng kiến", "người", 0),
    "lam_loi": ("3", "Giá trị làm lợi", "triệu đồng", 1),
    "thuong": ("4", "Tiền thưởng sáng kiến", "triệu đồng", 1),
}
PLACES = ("cai_tien", "do_ga", "an_toan", "to_chuc")


def typed_list(unit: str) -> Mapping[str, Any]:
    form: Mapping[str, Any] = raw(LISTS, f"don-vi/{unit}/so-lieu.yaml")["danh_sach"]
    return form


def items(unit: str, name: str) -> list[list[str]]:
    """Return the rows of a list in the order of the paper, whichever way they were typed."""
    rows = typed_list(unit)[name]
    if rows == "~":
        return []
    return [
        row if isinstance(row, list) else [row.get(column, "~") for column in COLUMNS]
        for row in rows
    ]


def effects(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Write persons, worth, prize, and the per cent of the last two."""
    persons, worth, prize = figures
    return (
        written(persons, 0, ""),
        written(worth, 1, ""),
        written(prize, 1, ""),
        written(quotient(prize, worth, 100), 2, ""),
    )


def list_body(unit: str) -> list[Line]:
    body: list[Line] = []
    everything: list[list[Figure]] = []
    for letter, name, title in (("A", "sk_co_so", "cơ sở"), ("B", "sk_tinh", "tỉnh")):
        body.append((letter, f"Sáng kiến cấp {title}", *[""] * 9))
        rows = items(unit, name)
        for number, row in enumerate(rows, start=1):
            words = ["" if cell in ("~", "khong") else cell for cell in row[:6]]
            marks = ["x" if cell == "co" else cell for cell in words[4:]]
            body.append((str(number), *words[:4], *marks, *effects([typed(c) for c in row[6:]])))
        if not rows:
            body.append(("", f"Sáng kiến cấp {title}", *[""] * 9))
        sums = [summed(typed(row[c]) for row in rows) for c in (6, 7, 8)]
        everything.append(sums)
        body.append(("", f"Cộng mục {letter}", *[""] * 5, *effects(sums)))
    whole = [summed(each) for each in zip(*everything, strict=True)]
    body.append(("", "TỔNG CỘNG", *[""] * 5, *effects(whole)))
    women = typed_list(unit)["cua_nu"]
    cells = women[5:] if isinstance(women, list) else list(women.values())
    own = effects([typed(cell) for cell in cells])
    return [*body, ("", "Trong đó: của lao động nữ", *["x"] * 5, *own)]


def result_row(label: tuple[str, str, str], cells: Sequence[Figure], places: int) -> Line:
    skills, order, rest, asked, plan = cells
    total = summed((skills, order, rest))
    figures = (total, skills, order, rest, asked, plan)
    return (
        *label,
        *(written(figure, places, "-") for figure in figures),
        written(quotient(total, plan, 100), 1, "-"),
        written(quotient(skills, total, 100), 1, "-"),
    )


def result_body(unit: str) -> list[Line]:
    form = raw(LISTS, f"don-vi/{unit}/so-lieu.yaml")["ket_qua"]
    rows = {row: [typed(cell) for cell in form[row]] for row in RESULT_ROWS}
    body = [
        result_row((ordinal, label, measure), rows[row], places)
        for row, (ordinal, label, measure, places) in RESULT_ROWS.items()
    ]
    made = (*rows["so_sang_kien"], summed(rows["so_sang_kien"][:3]))
    people = (*rows["nguoi"], summed(rows["nguoi"][:3]))
    averages = [quotient(m, p) for m, p in zip(made, people, strict=True)]
    to_plan = written(quotient(averages[5], averages[4], 100), 1, "-")
    cells = [written(averages[c], 2, "-") for c in (5, 0, 1, 2, 3, 4)]
    average = ("", "Bình quân sáng kiến một người", "sáng kiến", *cells, to_plan, "x")
    added = form["noi_dung_khac"]
    others = [] if added == "~" else [[typed(cell) for cell in row[1:]] for row in added]
    listed = [
        result_row((str(number), row[0], "lượt"), cells, 0)
        for number, (row, cells) in enumerate(zip(added, others, strict=False), start=1)
        if others
    ]
    sums = [summed(row[c] for row in others) for c in range(5)]
    return [
        *body[:4],
        average,
        *body[4:],
        ("5", "Nội dung khác", *[""] * 9),
        *(listed or [("", "Nội dung khác", "lượt", *[""] * 8)]),
        result_row(("", "Cộng nội dung khác", "lượt"), sums, 0),
    ]


def place_head(names: Sequence[str], symbols: Sequence[str]) -> Grid:
    own: list[Span] = [("Đăng ký", 1, 1), ("Công nhận", 1, 1), ("Tỷ lệ (%)", 1, 1)]
    heads = (*names, "Cộng các đơn vị")
    return spread(
        [
            [("TT", 1, 2), ("Loại sáng kiến", 1, 2), *((name, 3, 1) for name in heads)],
            own * len(heads),
            [(symbol, 1, 1) for symbol in symbols],
        ]
    )


def place_body(unit: str) -> list[Line]:
    form = raw(LISTS, f"don-vi/{unit}/so-lieu.yaml")["theo_noi"]
    rows = [[typed(cell) for cell in form[row]] for row in PLACES]
    rows.append([summed(column) for column in zip(*rows, strict=True)])
    labels = (
        *(("1", "Cải tiến kỹ thuật"), ("2", "Đồ gá, khuôn mẫu"), ("3", "An toàn lao động")),
        *(("4", "Tổ chức sản xuất"), ("", "Cộng")),
    )
    body: list[Line] = []
    for label, cells in zip(labels, rows, strict=True):
        pairs = [(cells[c], cells[c + 1]) for c in range(0, len(cells), 2)]
        pairs.append((summed(cells[::2]), summed(cells[1::2])))
        printed = (
            text
            for asked, given in pairs
            for text in (
                written(asked, 0, ""),
                written(given, 0, ""),
                written(quotient(given, asked, 100), 1, ""),
            )
        )
        body.append((*label, *printed))
    return body


@pytest.mark.parametrize("unit", UNITS[LISTS])
def test_word_has_the_heads_as_described(papers: Papers, unit: str) -> None:
    heads = [head for head, _ in word_forms(papers.word(LISTS, unit))]

    assert heads[:2] == [LIST_HEAD, RESULT_HEAD]


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        (DISTRICTS, ["Cụm Đông Kênh", "Cụm Tây Kênh", "Cụm Bến Than", "Các đơn vị khác"]),
        (PUMPS, ["Phân xưởng Đúc", "Phân xưởng Lắp ráp"]),
    ],
)
def test_the_third_form_has_a_head_for_each_name_and_symbols_that_run_on(
    papers: Papers, unit: str, names: list[str]
) -> None:
    head, _ = word_forms(papers.word(LISTS, unit))[2]

    symbols = ("A", "B", *(str(place) for place in range(1, 3 * len(names) + 4)))
    assert head == place_head(names, symbols)


@pytest.mark.parametrize("unit", UNITS[LISTS])
def test_word_has_every_cell_as_reckoned(papers: Papers, unit: str) -> None:
    bodies = [list(body) for _, body in word_forms(papers.word(LISTS, unit))]

    assert bodies == [list_body(unit), result_body(unit), place_body(unit)]


@pytest.mark.parametrize("unit", UNITS[LISTS])
@pytest.mark.parametrize("place", ["pdf", "printed"])
def test_paper_has_every_cell_as_reckoned_and_whole(papers: Papers, unit: str, place: str) -> None:
    forms = pdf_forms(getattr(papers, place)(LISTS, unit), TIERS)

    assert [filled(body) for _, body in forms] == [
        filled(list_body(unit)),
        filled(result_body(unit)),
        filled(place_body(unit)),
    ]
    assert [filled(head) for head in (*forms[0][0], *forms[1][0])] == [
        *[filled(LIST_HEAD)] * len(forms[0][0]),
        *[filled(RESULT_HEAD)] * len(forms[1][0]),
    ]


@pytest.mark.parametrize(
    ("unit", "form", "label", "cells"),
    [
        # reckoned by hand from what the two units typed
        (DISTRICTS, 0, "Cộng mục A", ["595", "807,0", "58,5", "7,25"]),
        (DISTRICTS, 0, "Cộng mục B", ["267", "957,0", "58,0", "6,06"]),
        (DISTRICTS, 0, "TỔNG CỘNG", ["862", "1.764,0", "116,5", "6,60"]),
        (PUMPS, 0, "TỔNG CỘNG", ["64", "29,9", "2,3", "7,69"]),
        (PUMPS, 0, "Cộng mục B", ["", "", "", ""]),
        (DISTRICTS, 1, "Bình quân sáng kiến một người", ["1,18", "1,17", "101,1", "x"]),
        (DISTRICTS, 1, "Cộng nội dung khác", ["2.217", "2.150", "103,1", "75,5"]),
        (DISTRICTS, 2, "Cộng", ["76,7", "356", "289", "81,2"]),
        (PUMPS, 2, "Cộng", ["50,0", "10", "7", "70,0"]),
    ],
)
def test_figures_are_those_of_a_pocket_calculator(
    papers: Papers, unit: str, form: int, label: str, cells: list[str]
) -> None:
    _, body = word_forms(papers.word(LISTS, unit))[form]

    assert [list(line[-4:]) for line in body if line[1] == label] == [cells]
