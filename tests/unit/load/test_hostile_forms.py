"""Forms beyond all measure end in diagnostics, or are read, in a time that nobody waits for.

Time is that of the processor, so that a busy machine makes no test fail."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from baocao.calc.tabulation import tabulate
from baocao.load.unit.statistics import read_statistics
from baocao.pipeline import check_forms
from support.forms import faults_of, form_text, write

A = "{ma: a, tieu_de: A}"
R = "{ma: r, noi_dung: R}"
LONGEST_ID = "a" * 80
SECONDS = 4.0


def rows(count: int, extra: Callable[[int], str] = lambda _: "") -> tuple[str, ...]:
    return tuple(f"{{ma: r{n}, noi_dung: R{n}{extra(n)}}}" for n in range(count))


def nested_columns(depth: int) -> str:
    column = A
    for level in range(depth):
        column = f"{{tieu_de: C{level}, cot: [{column}]}}"
    return column


def nested_rows(depth: int) -> str:
    row = R
    for level in range(depth):
        row = f"{{ma: r{level}, noi_dung: R{level}, cong: dong_con, dong: [{row}]}}"
    return row


def blocks(count: int, uses: int) -> tuple[str, ...]:
    """Return blocks of which each stands several times in the one before."""
    inner = []
    for n in range(count):
        columns = (f"{{ma: c{m}, tieu_de: C, theo: k{n + 1}}}" for m in range(uses))
        inner.append(f"{{ma: k{n}, cot: [{', '.join(columns)}]}}")
    return (*inner, f"{{ma: k{count}, cot: [{A}]}}")


def sums(count: int) -> Iterator[str]:
    """Return columns of which each adds up all before it."""
    before = ["a"]
    for n in range(count):
        yield f"{{ma: c{n}, tieu_de: C, cong: [{', '.join(before)}]}}"
        before.append(f"c{n}")


HOSTILE = {
    "columns 24 deep": form_text((nested_columns(24),), (R,)),
    "rows 24 deep": form_text((A,), (nested_rows(24),)),
    "columns 9 deep": form_text((nested_columns(9),), (R,)),
    "300 columns": form_text(tuple(f"{{ma: c{n}, tieu_de: C{n}}}" for n in range(300)), (R,)),
    "200 columns each the sum of those before": form_text((A, *sums(200)), (R,)),
    "5,000 rows": form_text((A,), rows(5000)),
    "5,000 rows of unknown names": form_text((A,), rows(5000, lambda n: f", thuoc: x{n}")),
    "5,000 rows in one circle": form_text((A,), rows(5000, lambda n: f", nhu: r{(n + 1) % 5000}")),
    "2,000 rows in a chain": form_text(
        (A,), (*rows(2000, lambda n: f", nhu: r{n + 1}"), "{ma: r2000, noi_dung: R}")
    ),
    "a sum of 100 kB": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: {' + '.join('a' * 33_000)}}}"), (R,)
    ),
    "a sum of 100 kB in quotes": form_text(
        (A, f'{{ma: b, tieu_de: B, cong_thuc: "tong({",".join("a" * 50_000)})"}}'), (R,)
    ),
    "a difference of 100 kB": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: {'-'.join('a' * 50_000)}}}"), (R,)
    ),
    "unknown names of 100 kB": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: {'+'.join('x' * 50_000)}}}"), (R,)
    ),
    "100 kB of brackets": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: {'(' * 50_000}a{')' * 50_000}}}"), (R,)
    ),
    "100 kB of digits": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: a + {'7' * 100_000}}}"), (R,)
    ),
    "100 kB of digits and a letter": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: {'7' * 100_000}_}}"), (R,)
    ),
    "a formula of signs": form_text(
        (A, f"{{ma: b, tieu_de: B, cong_thuc: '{'+' * 100_000}'}}"), (R,)
    ),
    "huge limits": form_text(
        (f"{{ma: a, tieu_de: A, lon_nhat: {'9' * 300}, so_cot: {'9' * 300}}}",), (R,)
    ),
    "the longest id": form_text((f"{{ma: {LONGEST_ID}, tieu_de: A}}",), (R,)),
    "an id too long": form_text((f"{{ma: {LONGEST_ID}a, tieu_de: A}}",), (R,)),
    "blocks in blocks": form_text(("{ma: x, tieu_de: X, theo: k0}",), (R,), blocks(10, 9)),
    "blocks that lead nowhere": form_text((A,), (R,), blocks(200, 2)),
    "a symbol for each of many": form_text(
        (f"{{tieu_de: C, ky_hieu: [{','.join('abcdefgh' * 600)}], cot: [{A}]}}",), (R,)
    ),
}
SOUND = {
    "columns 9 deep",
    "5,000 rows",
    "2,000 rows in a chain",
    "the longest id",
    "a sum of 100 kB",
    "a sum of 100 kB in quotes",
}


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_form_ends_in_diagnostics_soon(name: str, tmp_path: Path) -> None:
    started = time.process_time()

    faults = faults_of(tmp_path, HOSTILE[name])

    assert time.process_time() - started < SECONDS
    assert bool(faults) is (name not in SOUND), faults[:3]
    assert len(faults) <= 101
    assert all(len(fault.message) < 500 for fault in faults)


@pytest.mark.timed
def test_a_form_of_2000_rows_is_read_within_two_seconds(tmp_path: Path) -> None:
    text = form_text(
        tuple(f"{{ma: c{n}, tieu_de: C{n}}}" for n in range(12)),
        (
            "{ma: t, noi_dung: T, cong: dong_con, dong: [" + ", ".join(rows(2000)) + "]}",
            *(f"{{ma: k{n}, noi_dung: K, cong_thuc: r{n} + r{n + 1} - t}}" for n in range(500)),
        ),
    )
    path = write(tmp_path / "bieu-so-lieu.yaml", text)
    started = time.process_time()

    forms, faults = check_forms(path)

    assert time.process_time() - started < 2
    assert forms is not None, faults


STATISTICS = {
    "a list of 40,000 words": f"ds: [{', '.join('x' * 40_000)}]\nr: [1, 2]\n",
    "a list of 3,000 bad rows": f"ds: [{', '.join(['[x, y, z]'] * 3000)}]\nr: [1, 2]\n",
    "a group repeated 90,000 times": f"g: [{','.join('x' * 90_000)}]\nds: ~\nr: [1, 2]\n",
    "20,000 unknown rows": "".join(f"x{n}: [1, 2]\n" for n in range(20_000)),
    "rows under every head": "".join(f"a:\n  x{n}: 1\n" for n in range(1)) * 1
    + "r: [1, 2]\nds: ~\n",
    "a figure of 100 kB": f"r: [1, {'9' * 100_000}]\nds: ~\n",
    "words of 100 kB": f"r: [1, 2]\nds: [[{'a' * 100_000}, 1, 2]]\n",
}
FORM = form_text(
    (A, "{ma: g, tieu_de: G, lap_lai: co, cot: [{ma: b, tieu_de: B}]}"),
    (R, "{ma: ds, noi_dung: DS, danh_sach: co}", "{ma: t, noi_dung: T, cong: [r, ds]}"),
)


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("name", STATISTICS)
def test_hostile_figures_end_in_diagnostics_soon(name: str, tmp_path: Path) -> None:
    forms, _ = check_forms(write(tmp_path / "bieu-so-lieu.yaml", FORM))
    assert forms is not None
    path = write(tmp_path / "so-lieu.yaml", STATISTICS[name])
    started = time.process_time()

    read, faults = read_statistics(path, forms)
    for statistics in read.values():
        tabulate(statistics.form, statistics)

    assert time.process_time() - started < SECONDS
    assert bool(faults) is (name != "words of 100 kB")
    assert len(faults) <= 105


def test_a_form_without_any_figures_is_tabulated_blank(tmp_path: Path) -> None:
    forms, _ = check_forms(write(tmp_path / "bieu-so-lieu.yaml", FORM))
    assert forms is not None

    table = tabulate(forms["bieu"], None)

    assert {row: dict(cells) for row, cells in table.values.items()} == {
        "r": {"a": None, "b": None},
        "t": {"a": None, "b": None},
    }
