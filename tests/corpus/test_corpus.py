"""Every case of the corpus gives exactly the diagnostics that stand in it: none less, none more."""

import os
from collections import Counter
from pathlib import Path

import pytest

from baocao.diagnostics import Diagnostic, Severity, Span
from baocao.load.pictures.messages import unreadable_picture
from baocao.load.records.file import read_source
from baocao.load.records.file_messages import unreadable_file
from baocao.model.text import Source, Text
from support.corpus import CASES, Case, annotated, check_case, read_case
from support.large import large_cases
from support.rules import RULES
from support.sentences import asserted, pieces, sources

FEWEST_CASES = 120
FEWEST_CASES_A_RULE = 2

NO_PERMISSION = "Không mở được tệp «so-lieu.yaml»: không có quyền đọc."
NO_PICTURE_PERMISSION = "Không mở được tệp ảnh «hinh/hoi-nghi.jpg»: không có quyền đọc."
NO_PICTURE_PERMISSION_HINT = "Đề nghị xem lại quyền đọc tệp, rồi chạy lại."
NO_FILE = "Không mở được tệp «so-lieu.yaml»: đó không phải là tệp thường."

READ = tuple(read_case(path) for path in CASES) + large_cases()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_a_case_gives_exactly_the_diagnostics_written_beside_its_faults(
    case: Case, workspace: Path
) -> None:
    _check(case, workspace)


def test_the_corpus_is_as_large_as_promised() -> None:
    faulty = [case for case in READ if case.expectations]

    assert len(faulty) >= FEWEST_CASES


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_raised_by_several_cases(rule: str) -> None:
    cases = Counter(rule for case in READ for rule in {e.rule for e in case.expectations})

    assert cases[rule] >= FEWEST_CASES_A_RULE


def test_no_case_expects_a_rule_that_is_not_registered() -> None:
    expected = {expectation.rule for case in READ for expectation in case.expectations}

    assert expected <= set(RULES)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.stem)
def test_every_sentence_is_asserted_word_for_word_somewhere(source: Path) -> None:
    said = asserted(READ) + NO_PERMISSION + NO_FILE
    said += NO_PICTURE_PERMISSION + NO_PICTURE_PERMISSION_HINT

    missing = [piece for piece in pieces(source) if piece not in said]

    assert missing == []


def test_a_file_that_may_not_be_read_is_told_so() -> None:  # root may read all: no case can be
    found = unreadable_file(Path("so-lieu.yaml"), PermissionError())

    assert found.message == NO_PERMISSION


def test_a_picture_that_may_not_be_read_is_told_so() -> None:  # the same
    path = Text("hinh/hoi-nghi.jpg", Source(Path("bao-cao.yaml"), "hinh/hoi-nghi.jpg"), 0, 17)

    found = unreadable_picture(path, PermissionError())

    assert (found.message, found.hint) == (NO_PICTURE_PERMISSION, NO_PICTURE_PERMISSION_HINT)


def test_a_pipe_in_the_place_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "so-lieu.yaml"
    os.mkfifo(pipe)

    _, (found,) = read_source(pipe)

    assert found.message == NO_FILE


def _check(case: Case, workspace: Path) -> None:
    found = check_case(case, workspace)

    assert _places(found) == _expected_places(case), annotated(case, found)
    for diagnostic, expected in zip(found, case.expectations, strict=True):
        assert expected.message in (None, diagnostic.message), annotated(case, found)
        assert expected.hint in (None, diagnostic.hint), annotated(case, found)


def _places(found: tuple[Diagnostic, ...]) -> list[tuple[Span, Severity, str]]:
    return [(each.span, each.severity, each.rule) for each in found]


def _expected_places(case: Case) -> list[tuple[Span, Severity, str]]:
    return [(each.span, each.severity, each.rule) for each in case.expectations]
