"""For each kind of arithmetic a planted error is found at its cell, with both figures."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from support.corpus import CAMPAIGN, UNIT, Case, Section, check_case
from support.forms import form_text

AB = ("{ma: a, tieu_de: A}", "{ma: b, tieu_de: B}")
R = ("{ma: r, noi_dung: R}",)


@dataclass(frozen=True)
class Kind:
    """A form with one row or column that is checked, figures that fit, and one slip in them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    right: str
    wrong: str
    place: tuple[int, int]
    message: str

    def __str__(self) -> str:
        return self.name


KINDS = (
    Kind(
        "sum of rows",
        AB,
        ("{ma: t, noi_dung: T, gom: [r, s]}", "{ma: r, noi_dung: R}", "{ma: s, noi_dung: S}"),
        "t: [5, 7]\nr: [2, 3]\ns: [3, 4]\n",
        "t: [5, 8]\nr: [2, 3]\ns: [3, 4]\n",
        (1, 8),
        "Cột B: «T» ghi 8, các phần cộng lại là 7.",
    ),
    Kind(
        "sum of the rows under a group",
        AB,
        (
            "{ma: t, noi_dung: T, gom: dong_con, "
            "dong: [{ma: r, noi_dung: R}, {ma: s, noi_dung: S}]}",
        ),
        "t: [5, 7]\nr: [2, 3]\ns: [3, 4]\n",
        "t: [5, 7]\nr: [2, 3]\ns: [3, 5]\n",
        (1, 8),
        "Cột B: «T» ghi 7, các phần cộng lại là 8.",
    ),
    Kind(
        "sum with decimals",
        AB,
        (
            "{ma: t, noi_dung: T, so_le: 2, gom: [r, s]}",
            "{ma: r, noi_dung: R, so_le: 2}",
            "{ma: s, noi_dung: S, so_le: 1}",
        ),
        't: ["0,30", 7]\nr: ["0,10", 3]\ns: ["0,2", 4]\n',
        't: ["0,31", 7]\nr: ["0,10", 3]\ns: ["0,2", 4]\n',
        (1, 5),
        "Cột A: «T» ghi 0,31, các phần cộng lại là 0,30.",
    ),
    Kind(
        "sum of columns",
        ("{ma: t, tieu_de: T, gom: [a, b]}", *AB),
        R,
        "r: [5, 2, 3]\n",
        "r: [6, 2, 3]\n",
        (1, 5),
        "Cột T: «R» ghi 6, các cột thành phần cộng lại là 5.",
    ),
    Kind(
        "sum of a list",
        AB,
        ("{ma: t, noi_dung: T, gom: [ds]}", "{ma: ds, noi_dung: DS, danh_sach: co}"),
        "t: [5, 7]\nds: [[X, 2, 3], [Y, 3, 4]]\n",
        "t: [5, 7]\nds: [[X, 2, 3], [Y, 4, 4]]\n",
        (1, 5),
        "Cột A: «T» ghi 5, các phần cộng lại là 6.",
    ),
    Kind(
        "a list without rows adds nothing",
        AB,
        ("{ma: t, noi_dung: T, gom: [ds, r]}", "{ma: ds, noi_dung: DS, danh_sach: co}", *R),
        "t: [5, 7]\nds: ~\nr: [5, 7]\n",
        "t: [6, 7]\nds: ~\nr: [5, 7]\n",
        (1, 5),
        "Cột A: «T» ghi 6, các phần cộng lại là 5.",
    ),
    Kind(
        "sum with a barred cell",
        AB,
        (
            "{ma: t, noi_dung: T, gom: [r, s]}",
            "{ma: r, noi_dung: R, khong_dien: a}",
            "{ma: s, noi_dung: S}",
        ),
        "t: [3, 7]\nr: [x, 3]\ns: [3, 4]\n",
        "t: [4, 7]\nr: [x, 3]\ns: [3, 4]\n",
        (1, 5),
        "Cột A: «T» ghi 4, các phần cộng lại là 3.",
    ),
    Kind(
        "row compared with a formula",
        AB,
        (
            "{ma: r, noi_dung: R}",
            "{ma: s, noi_dung: S}",
            "{ma: t, noi_dung: T, doi_chieu: 2 * r - s}",
        ),
        "r: [5, 2]\ns: [3, 4]\nt: [7, 0]\n",
        "r: [5, 2]\ns: [3, 4]\nt: [8, 0]\n",
        (3, 5),
        "Cột A: «T» ghi 8, tính từ các số khác thì được 7.",
    ),
    Kind(
        "column compared with a difference",
        (*AB, "{ma: c, tieu_de: C, doi_chieu: a - b}"),
        R,
        "r: [5, 2, 3]\n",
        "r: [5, 2, 4]\n",
        (1, 11),
        "Cột C: «R» ghi 4, tính từ các số khác thì được 3.",
    ),
    Kind(
        "column compared with a per cent",
        (*AB, '{ma: c, tieu_de: C, so_le: 1, doi_chieu: "ty_le(a, b)"}'),
        R,
        'r: [1, 3, "33,3"]\n',
        'r: [1, 3, "33,4"]\n',
        (1, 11),
        "Cột C: «R» ghi 33,4, tính từ các số khác thì được 33,3.",
    ),
    Kind(
        "half is rounded up",
        (*AB, "{ma: c, tieu_de: C, doi_chieu: a / b}"),
        R,
        "r: [5, 2, 3]\n",
        "r: [5, 2, 2]\n",
        (1, 11),
        "Cột C: «R» ghi 2, tính từ các số khác thì được 3.",
    ),
    Kind(
        "column compared with growth",
        (*AB, '{ma: c, tieu_de: C, so_le: 1, nho_nhat: -100, doi_chieu: "tang_truong(a, b)"}'),
        R,
        'r: [8, 7, "-12,5"]\n',
        'r: [8, 7, "12,5"]\n',
        (1, 11),
        "Cột C: «R» ghi 12,5, tính từ các số khác thì được -12,5.",
    ),
    Kind(
        "compared with what is computed itself",
        (*AB, "{ma: t, tieu_de: T, cong: [a, b]}", "{ma: c, tieu_de: C, doi_chieu: t * 2}"),
        R,
        "r: [5, 2, 14]\n",
        "r: [5, 2, 7]\n",
        (1, 11),
        "Cột C: «R» ghi 7, tính từ các số khác thì được 14.",
    ),
    Kind(
        "column compared with a sum of repeated ones",
        (
            "{ma: n, tieu_de: N, lap_lai: co, cot: [{ma: a, tieu_de: A}]}",
            '{ma: c, tieu_de: C, doi_chieu: "tong(a)"}',
        ),
        R,
        "n: [M, H]\nr: [5, 2, 7]\n",
        "n: [M, H]\nr: [5, 2, 8]\n",
        (2, 11),
        "Cột C: «R» ghi 8, tính từ các số khác thì được 7.",
    ),
    Kind(
        "a repeated column compared with the sum of others that are repeated",
        (
            "{ma: n, tieu_de: N, lap_lai: co, cot: [{ma: a, tieu_de: A}]}",
            '{ma: m, tieu_de: M, lap_lai: co, cot: [{ma: b, tieu_de: B, doi_chieu: "tong(a)"}]}',
        ),
        R,
        "n: [X, Y]\nm: [Z]\nr: [5, 2, 7]\n",
        "n: [X, Y]\nm: [Z]\nr: [5, 2, 8]\n",
        (3, 11),
        "Cột Z › B: «R» ghi 8, tính từ các số khác thì được 7.",
    ),
    Kind(
        "the last of a stock",
        (*AB, "{ma: t, tieu_de: T, cong: [a, b]}", "{ma: c, tieu_de: C, doi_chieu: t}"),
        ("{ma: r, noi_dung: R, cong_doc: cuoi}",),
        "r: [5, 2, 2]\n",
        "r: [5, 2, 7]\n",
        (1, 11),
        "Cột C: «R» ghi 7, tính từ các số khác thì được 2.",
    ),
    Kind(
        "the last of a stock whose last cell is barred",
        (*AB, "{ma: t, tieu_de: T, cong: [a, b]}", "{ma: c, tieu_de: C, doi_chieu: t}"),
        ("{ma: r, noi_dung: R, cong_doc: cuoi, khong_dien: b}",),
        "r: [5, x, 5]\n",
        "r: [5, x, 0]\n",
        (1, 11),
        "Cột C: «R» ghi 0, tính từ các số khác thì được 5.",
    ),
    Kind(
        "the last of a stock that is not known yet is compared with nothing",
        (*AB, "{ma: t, tieu_de: T, cong: [a, b]}", "{ma: c, tieu_de: C, doi_chieu: t}"),
        ("{ma: r, noi_dung: R, cong_doc: cuoi}", "{ma: s, noi_dung: S, cong_doc: cuoi}"),
        "r: [5, ~, 7]\ns: [1, 2, 2]\n",
        "r: [5, ~, 7]\ns: [1, 2, 1]\n",
        (2, 11),
        "Cột C: «S» ghi 1, tính từ các số khác thì được 2.",
    ),
    Kind(
        "subset of a row",
        AB,
        ("{ma: r, noi_dung: R}", "{ma: s, noi_dung: S, thuoc: r}"),
        "r: [5, 2]\ns: [5, 2]\n",
        "r: [5, 2]\ns: [5, 3]\n",
        (2, 8),
        "Cột B: «S» là 3, lớn hơn «R» là 2.",
    ),
    Kind(
        "subset of a computed row",
        AB,
        (
            "{ma: t, noi_dung: T, cong: [r, q]}",
            *R,
            "{ma: q, noi_dung: Q}",
            "{ma: s, noi_dung: S, thuoc: t}",
        ),
        "r: [5, 2]\nq: [1, 1]\ns: [6, 3]\n",
        "r: [5, 2]\nq: [1, 1]\ns: [7, 3]\n",
        (3, 5),
        "Cột A: «S» là 7, lớn hơn «T» là 6.",
    ),
    Kind(
        "subset of a column, finer than it is printed",
        ("{ma: a, tieu_de: A, so_le: 1}", "{ma: b, tieu_de: B, thuoc: a}"),
        R,
        'r: ["10,5", 10]\n',
        'r: ["10,5", 11]\n',
        (1, 13),
        "Cột B: «R» là 11,0, lớn hơn cột «A» là 10,5.",
    ),
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_figures_that_fit_give_no_diagnostic(kind: Kind, workspace: Path) -> None:
    assert check_case(_case(kind, kind.right), workspace) == ()


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_planted_error_is_found_with_cell_and_both_figures(kind: Kind, workspace: Path) -> None:
    (found,) = check_case(_case(kind, kind.wrong), workspace)

    assert (found.span.line, found.span.column) == kind.place
    assert found.message == kind.message


def _case(kind: Kind, statistics: str) -> Case:
    form = form_text(kind.columns, kind.rows).replace("ma: bieu\n", "ma: so_lieu\n")
    files = {
        CAMPAIGN / "bieu-so-lieu.yaml": form,
        CAMPAIGN / "don-vi" / UNIT / "so-lieu.yaml": statistics,
    }
    return Case(
        Path(kind.name),
        kind.name,
        tuple(
            Section(path.name, path, (), tuple(text.splitlines()), ())
            for path, text in files.items()
        ),
    )
