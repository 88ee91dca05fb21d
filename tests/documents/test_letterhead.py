"""The head of page 1: the lengths of its rules, the level of number and date, the blanks."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from support.built import Documents, Printouts, both_engines
from support.decree import MOTTO_RULE_TOLERANCE, SHARE_OF_THE_LINE
from support.elements import Element, Piece, named, of, pdf_pieces, word_pieces
from support.pdf_file import MM, Page, Rule
from support.samples import BLANK, PROVINCE, REPORTS, SAMPLES, Sample, facts
from support.trial import Trial
from support.typefaces import width_mm
from support.word_file import Paragraph, WordFile
from support.words import flat

MOST_BELOW = 6.0  # mm from a line's letters down to its rule
SAME_MIDDLE = 0.5  # mm
ONE_LEVEL = 3.0  # points
RULED = [sample for sample in SAMPLES if sample.traits.has_rule_under_abstract]
DATED = [sample for sample in SAMPLES if sample.traits.has_place_and_date]
NUMBERED = [sample for sample in SAMPLES if facts(sample).notation]


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_rule_under_the_motto_is_as_long_as_the_motto(
    documents: Documents, sample: Sample, ending: str
) -> None:
    length, line = rule_under(documents, sample, ending, Element.MOTTO)

    assert length == pytest.approx(line, rel=MOTTO_RULE_TOLERANCE)


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_rule_under_the_issuing_body_is_a_third_to_a_half_of_its_longest_line(
    documents: Documents, sample: Sample, ending: str
) -> None:
    length, line = rule_under(documents, sample, ending, Element.ISSUING_BODY)

    assert SHARE_OF_THE_LINE[0] <= length / line <= SHARE_OF_THE_LINE[1]


@both_engines
@pytest.mark.parametrize("sample", RULED, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_rule_under_the_abstract_is_a_third_to_a_half_of_its_longest_line(
    documents: Documents, sample: Sample, ending: str
) -> None:
    length, line = rule_under(documents, sample, ending, Element.ABSTRACT)

    assert SHARE_OF_THE_LINE[0] <= length / line <= SHARE_OF_THE_LINE[1]


@both_engines
@pytest.mark.parametrize("sample", [each for each in NUMBERED if each in DATED], ids=str)
def test_the_number_and_the_date_stand_on_one_level(
    documents: Documents, printouts: Printouts, sample: Sample
) -> None:
    pages = [file.pdf(sample).pages[0] for file in (documents, printouts)]

    numbers = [page.find("Số:").baseline for page in pages]
    dates = [page.find(f"{facts(sample).place}, ngày").baseline for page in pages]

    assert numbers == pytest.approx(dates, abs=ONE_LEVEL / MM)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_no_line_of_the_head_breaks_again_in_print(
    documents: Documents, printouts: Printouts, sample: Sample
) -> None:
    head = (
        Element.PARENT_BODY,
        Element.ISSUING_BODY,
        Element.NATIONAL_NAME,
        Element.MOTTO,
        Element.PLACE_AND_DATE,
    )
    page = printouts.pdf(sample).pages[0]

    for piece in of(named(word_pieces(documents.word(sample)), sample), *head):
        found = page.find_all(flat(piece.text))
        assert any(line.is_one for line in found), piece.text


@pytest.mark.parametrize("sample", NUMBERED, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_number_not_yet_given_is_a_blank_and_a_given_one_has_two_figures(
    documents: Documents, sample: Sample, ending: str
) -> None:
    known = facts(sample)

    printed = one(documents, sample, ending, Element.NUMBER)

    figure = r"\s{5,}" if known.number == BLANK else f" {int(known.number):02}"
    assert re.fullmatch(rf"Số:{figure}/{known.notation}", printed.text)


@pytest.mark.parametrize("sample", DATED, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_date_not_yet_given_is_blanks_before_the_year_and_a_given_one_is_in_words(
    documents: Documents, sample: Sample, ending: str
) -> None:
    known = facts(sample)

    printed = one(documents, sample, ending, Element.PLACE_AND_DATE)

    if known.date == BLANK:
        date = r"ngày\s{5,}tháng\s{5,}năm\s2017"
    else:
        day, month, year = map(int, known.date.split("/"))
        date = rf"ngày\s{day:02}\stháng\s{month if month > 2 else f'0{month}'}\snăm\s{year}"
    assert re.fullmatch(f"{known.place}, {date}", printed.text)


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("05/02/2018", "ngày 05 tháng 02 năm 2018"),
        ("05/7/2017", "ngày 05 tháng 7 năm 2017"),
        ("15/12/2017", "ngày 15 tháng 12 năm 2017"),
    ],
)
def test_numbers_and_days_below_ten_and_two_months_take_a_leading_zero(
    tmp_path: Path, date: str, printed: str
) -> None:
    trial = Trial(tmp_path)
    trial.write_report(head={"so": "7", "ngay": date})

    outcome = trial.build()

    in_word = {flat(paragraph.text) for paragraph in outcome.word().paragraphs}
    in_pdf = {flat(block.text) for block in outcome.pdf().blocks}
    assert {"Số: 07/BC-CĐCS", f"Thí Dụ, {printed}"} <= in_word & in_pdf


@pytest.mark.parametrize("sample", REPORTS, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_appendix_names_the_report_with_the_same_number_and_date(
    documents: Documents, sample: Sample, ending: str
) -> None:
    number = flat(one(documents, sample, ending, Element.NUMBER).text.removeprefix("Số:"))
    date = flat(one(documents, sample, ending, Element.PLACE_AND_DATE).text.partition(", ")[2])

    attached = pieces(documents, sample, ending, Element.ATTACHED)

    text = flat(" ".join(piece.text for piece in attached))
    assert text == f"(Kèm theo Báo cáo số {number} {date} của {facts(sample).name})"


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_list_names_the_submission_with_the_same_number_and_date(
    documents: Documents, ending: str
) -> None:
    submission = Sample(PROVINCE, "to-trinh")
    number = flat(one(documents, submission, ending, Element.NUMBER).text.removeprefix("Số:"))
    date = one(documents, submission, ending, Element.PLACE_AND_DATE).text.partition(", ")[2]

    attached = pieces(
        documents, Sample(PROVINCE, "danh-sach-khen-thuong"), ending, Element.ATTACHED
    )

    text = flat(" ".join(piece.text for piece in attached))
    assert text == flat(f"(Kèm theo Tờ trình số {number} {date} của {facts(submission).name})")


def rule_under(
    documents: Documents, sample: Sample, ending: str, element: Element
) -> tuple[float, float]:
    """Return the length of the rule under an element, and of the element's longest line."""
    lines = pieces(documents, sample, ending, element)
    longest = max(
        width_mm(line.text, line.looks[0].size, bold=line.looks[0].bold) for line in lines
    )
    if ending == "docx":
        return word_rule(documents.word(sample), lines[-1]), longest
    return pdf_rule(documents.pdf(sample).pages[0], lines[-1]).length, longest


def word_rule(file: WordFile, line: Piece) -> float:
    """Measure the bordered paragraph that follows the line: its column less its indents."""
    followed = dict(pairwise_by_identity(file.paragraphs))
    above = next(p for p in file.paragraphs if p.text == line.text)
    rule = followed[id(above)]
    assert rule.format.has_rule_below, f"no rule under «{line.text}»"
    assert abs(rule.format.left - rule.format.right) < SAME_MIDDLE, "the rule is off its middle"
    return rule.width - rule.format.left - rule.format.right


def pairwise_by_identity(paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, Paragraph]]:
    return [(id(above), below) for above, below in pairwise(paragraphs)]


def pdf_rule(page: Page, piece: Piece) -> Rule:
    """Find the stroke close under the line, about the same middle."""
    assert piece.pdf is not None
    line = piece.pdf[1]
    under = [
        rule
        for rule in page.rules
        if 0 < rule.y - line.baseline < MOST_BELOW
        and abs((rule.x0 + rule.x1) / 2 - line.centre) < SAME_MIDDLE
    ]
    assert len(under) == 1, f"{len(under)} rules under «{line.text}»"
    return under[0]


def pieces(
    documents: Documents, sample: Sample, ending: str, element: Element
) -> tuple[Piece, ...]:
    if ending == "docx":
        return of(named(word_pieces(documents.word(sample)), sample), element)
    return of(named(pdf_pieces(documents.pdf(sample)), sample), element)


def one(documents: Documents, sample: Sample, ending: str, element: Element) -> Piece:
    (piece,) = pieces(documents, sample, ending, element)
    return piece
