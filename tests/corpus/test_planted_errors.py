"""A large form as offices have it: filled in well it is silent, with twenty slips it names them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from baocao.pipeline import check_forms
from support.corpus import ROOT, Expectation, check_case, read_case

CLEAN = read_case(ROOT / "corpus" / "sach" / "bieu-lon.case")
SPOILT = read_case(ROOT / "corpus" / "so-lieu" / "bieu-lon-hai-muoi-loi.case")
KINDS = 13


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_form_is_as_large_as_promised(workspace: Path) -> None:
    CLEAN.sections[0].write(workspace)

    forms, faults = check_forms(workspace / CLEAN.sections[0].path)

    assert faults == ()
    assert forms is not None
    assert len(forms["so_lieu"].rows) >= 15
    assert len(forms["so_lieu"].leaves) >= 19


def test_filled_in_well_it_gives_no_diagnostic(workspace: Path) -> None:
    assert CLEAN.expectations == ()
    assert check_case(CLEAN, workspace) == ()


def test_the_spoilt_file_differs_from_the_clean_one_in_the_planted_slips_only() -> None:
    before, after = (case.sections[1].lines for case in (CLEAN, SPOILT))

    assert CLEAN.sections[0].lines == SPOILT.sections[0].lines
    assert len(set(before) - set(after)) <= len(SPOILT.expectations)
    assert len(set(after) - set(before)) <= len(SPOILT.expectations)


def test_twenty_planted_errors_yield_exactly_those(workspace: Path) -> None:
    found = check_case(SPOILT, workspace)

    assert len(found) == 20
    assert [(f.span, f.rule, f.message, f.hint) for f in found] == [
        (e.span, e.rule, e.message, e.hint) for e in SPOILT.expectations
    ]


def test_they_are_of_many_kinds() -> None:
    kinds = Counter(expectation.rule for expectation in SPOILT.expectations)

    assert len(kinds) >= KINDS


@pytest.mark.parametrize(
    "expectation",
    [e for e in SPOILT.expectations if e.rule.endswith(("-mismatch", "-whole"))],
    ids=lambda expectation: f"{expectation.rule}-{expectation.span.line}",
)
def test_a_wrong_sum_is_told_with_the_figure_found_and_the_figure_expected(
    expectation: Expectation,
) -> None:
    line = SPOILT.sections[1].lines[expectation.span.line - 1]
    start = expectation.span.column - 1
    typed = line[start : start + expectation.span.length].strip('"')

    figures = re.findall(
        r"(?:ghi|là|được) (-?[\d.]+(?:,\d+)?)(?=[,.]|$)", expectation.message or ""
    )

    assert len(figures) == 2
    assert figures[0] == typed
    assert figures[1] != typed
