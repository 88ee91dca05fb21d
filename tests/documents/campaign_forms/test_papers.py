"""Every page of the papers of rich forms: the same words in both formats, nothing cut off."""

import json
import shutil
from pathlib import Path

import pytest

from support.corpus import WORKSPACE
from support.form_papers import PAPERS, PROVINCE, UNITS, WIDE, Papers, difference
from support.program import call

RIGHT_MM, FOOT_MM = 14.0, 19.0
"""What the least margins of a page are, in mm, less one for what letters hang over."""


@pytest.mark.parametrize("campaign", UNITS)
def test_check_finds_no_fault(campaign: str) -> None:
    done = call("check", campaign, "--json", within=WORKSPACE)

    assert (done.returncode, json.loads(done.stdout)) == (0, {"diagnostics": []})


@pytest.mark.parametrize("campaign", UNITS)
def test_new_lays_out_both_levels_and_check_asks_for_what_is_missing(
    campaign: str, tmp_path: Path
) -> None:
    target = tmp_path / "content" / campaign
    shutil.copytree(WORKSPACE / "content" / campaign, target)
    shutil.rmtree(target / "don-vi")

    made = call("new", campaign, *UNITS[campaign], within=tmp_path)
    checked = call("check", campaign, "--json", within=tmp_path)

    rules = {each["rule"] for each in json.loads(checked.stdout)["diagnostics"]}
    assert made.returncode == 0, made.stdout + made.stderr
    assert checked.returncode in (0, 1)
    assert rules <= {"missing-section", "wrong-row-count"}, checked.stdout


@pytest.mark.parametrize(("campaign", "unit", "kind"), PAPERS)
def test_word_and_pdf_say_the_same(papers: Papers, campaign: str, unit: str, kind: str) -> None:
    word, pdf = papers.word(campaign, unit, kind), papers.pdf(campaign, unit, kind)

    assert difference(word, pdf) == ""


@pytest.mark.parametrize(("campaign", "unit", "kind"), PAPERS)
@pytest.mark.parametrize("place", ["pdf", "printed"])
def test_nothing_leaves_the_margins(
    papers: Papers, campaign: str, unit: str, kind: str, place: str
) -> None:
    pages = getattr(papers, place)(campaign, unit, kind).pages

    outside = [
        (page.number, char.text)
        for page in pages
        for char in page.chars
        if char.text.strip()
        and (
            char.x0 < RIGHT_MM
            or char.x1 > page.width - RIGHT_MM
            or char.bottom > page.height - FOOT_MM + 5
        )
    ]

    assert outside == []


@pytest.mark.parametrize("place", ["pdf", "printed"])
def test_no_heading_of_the_form_stands_at_the_foot_of_a_page(papers: Papers, place: str) -> None:
    tables = [t for page in getattr(papers, place)(WIDE, PROVINCE).pages for t in page.tables]

    last = [table[-1] for table in tables if len(table[0]) == 24]

    assert [row[1] for row in last if not any((cell or "").strip() for cell in row[3:])] == []


@pytest.mark.parametrize("place", ["pdf", "printed"])
def test_pages_of_the_form_are_filled(papers: Papers, place: str) -> None:
    pages = [
        page
        for page in getattr(papers, place)(WIDE, PROVINCE).pages
        if page.tables and len(page.tables[0][0]) == 24
    ]

    ends = [max(char.bottom for char in page.chars) / page.height for page in pages[:-1]]

    assert min(ends) > 0.65
