"""Where an answer stands: on its title's line, under a heading, or nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from baocao.calc.applicability import printed_outline
from baocao.compose.parts.narrative import narrative
from baocao.model.campaign import Unit
from baocao.model.content import Report
from baocao.model.document import Block, Heading, Paragraph, ParagraphStyle
from baocao.model.outline import (
    AnswerType,
    Applicability,
    ChecksType,
    ChoiceType,
    Condition,
    DateType,
    Numbering,
    NumberType,
    Outline,
    Prose,
    Ratio,
    RatioType,
    Section,
)
from baocao.model.paper import Answer, AnswerValue
from baocao.model.text import Source, Text

SOURCE = Source(Path("x.yaml"), "| ")
UNIT = Unit(id="a", name="A", level="co-so", place="", symbol="")
RATIO = RatioType("{tu}/{mau} (đạt {ty_le}%)")


def section(
    answer_type: AnswerType, title: str = "Mục", style: Numbering = Numbering.ARABIC
) -> Section:
    return Section("a", (title,), "", style, answer_type=answer_type)


def text(words: str) -> Text:
    return Text(words, SOURCE, 0, 2, plain=False)


def report(**answers: AnswerValue | None) -> Report:
    """Make a report; an answer without a value is prose."""
    return Report(
        UNIT,
        SOURCE,
        answers={
            key: Answer(text(key), text("Lời văn."), value=value) for key, value in answers.items()
        },
    )


def shown(outline: Outline, answered: Report) -> Iterator[tuple[str, str]]:
    for block in narrative(printed_outline(outline, answered), answered.answers, {}, {}):
        yield kind_of(block), words_of(block).replace("\u00a0", " ")


def kind_of(block: Block) -> str:
    return block.style.value if isinstance(block, Paragraph) else "heading"


def words_of(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "".join(run.text for run in block.runs)
    assert isinstance(block, Heading)
    return " | ".join(block.lines)


def of(*sections: Section) -> Outline:
    return Outline((), "", "", sections)


@pytest.mark.parametrize(
    ("answer_type", "value", "expected"),
    [
        (NumberType("người"), Decimal(1234), "1. Mục: 1.234 người"),
        (NumberType("%", decimals=2), Decimal("12.50"), "1. Mục: 12,5%"),
        (NumberType(), Decimal(0), "1. Mục: 0"),
        (DateType(), date(2001, 2, 3), "1. Mục: 03/02/2001"),
        (RATIO, Ratio(45, 50), "1. Mục: 45/50 (đạt 90%)"),
        (RATIO, Ratio(2, 3), "1. Mục: 2/3 (đạt 66,7%)"),
        (replace(RATIO, decimals=0), Ratio(1, 8), "1. Mục: 1/8 (đạt 13%)"),
        (RatioType("{ty_le}% của {mau}"), Ratio(0, 1200), "1. Mục: 0% của 1.200"),
        (ChoiceType(("Khá", "Tốt")), "Tốt", "1. Mục: Tốt"),
    ],
)
def test_a_short_answer_stands_on_its_titles_line(
    answer_type: AnswerType, value: AnswerValue, expected: str
) -> None:
    found = list(shown(of(section(answer_type)), report(a=value)))

    assert found == [("body", expected)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Xếp loại", "1. Xếp loại: Tốt"),
        ("Xếp loại:", "1. Xếp loại: Tốt"),
        ("Xếp loại.", "1. Xếp loại: Tốt"),
        ("Xếp loại thế nào?", "1. Xếp loại thế nào? Tốt"),
    ],
)
def test_a_title_leads_on_to_its_answer_by_one_mark(title: str, expected: str) -> None:
    outline = of(section(ChoiceType(("Tốt",)), title))

    assert list(shown(outline, report(a="Tốt"))) == [("body", expected)]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (Numbering.DASH, ("dash", "- Mục: 5")),
        (Numbering.PLUS, ("plus", "+ Mục: 5")),
        (Numbering.BOX, ("dash", "□ Mục: 5")),
        (Numbering.NONE, ("body", "Mục: 5")),
        (Numbering.SMALL_ROMAN, ("body", "i) Mục: 5")),
    ],
)
def test_what_does_not_count_prints_as_text(style: Numbering, expected: tuple[str, str]) -> None:
    outline = of(section(NumberType(), style=style))

    assert list(shown(outline, report(a=Decimal(5)))) == [expected]


def test_words_go_on_after_the_title_of_an_item_that_is_text_and_stand_under_a_heading() -> None:
    item, heading = section(Prose(), style=Numbering.DASH), section(Prose())

    assert list(shown(of(item), report(a=None))) == [("dash", "- Mục: Lời văn.")]
    assert list(shown(of(heading), report(a=None))) == [("heading", "1. Mục"), ("body", "Lời văn.")]


def test_a_short_answer_stands_under_its_title_where_more_is_to_come() -> None:
    below = Section("b", ("Dưới",), "", Numbering.LETTER)
    outline = of(replace(section(NumberType()), children=(below,)))

    found = list(shown(outline, report(a=Decimal(5), b=None)))

    assert found == [
        ("heading", "1. Mục"),
        ("body", "5"),
        ("heading", "a) Dưới"),
        ("body", "Lời văn."),
    ]


def test_a_part_keeps_its_number_over_its_title() -> None:
    outline = of(section(NumberType(), style=Numbering.PART_LETTER))

    found = list(shown(outline, report(a=Decimal(5))))

    assert found == [("heading", "Phần A | Mục"), ("body", "5")]


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (("Thư",), ["□ Báo", "■ Thư"]),
        (("Thư", "Báo"), ["■ Báo", "■ Thư"]),
        ((), ["□ Báo", "□ Thư"]),
    ],
)
def test_every_box_is_printed_in_the_authors_order(
    checked: tuple[str, ...], expected: list[str]
) -> None:
    outline = of(section(ChecksType(("Báo", "Thư"))))

    (title, *boxes) = shown(outline, report(a=checked))

    assert title == ("heading", "1. Mục:")
    assert boxes == [("dash", box) for box in expected]


def test_an_empty_optional_item_is_left_out_and_the_numbers_close_up() -> None:
    empty = replace(section(Prose(), "Trống"), id="b", is_optional=True)
    outline = of(section(Prose(), "Một"), empty, replace(section(Prose(), "Ba"), id="c"))

    found = [words for kind, words in shown(outline, report(a=None, c=None)) if kind == "heading"]

    assert found == ["1. Một", "2. Ba"]


def test_a_parent_of_which_nothing_is_left_goes_too_unless_it_has_an_answer() -> None:
    empty = replace(section(Prose(), "Trống"), id="b", is_optional=True)
    bare = Section(None, ("Cha",), "", Numbering.ARABIC, children=(empty,))
    answered = replace(section(Prose(), "Mẹ"), children=(empty,))
    heading = Section(None, ("Đề mục",), "", Numbering.ARABIC)

    found = [words for _, words in shown(of(bare, answered, heading), report(a=None))]

    assert found == ["1. Mẹ", "Lời văn.", "2. Đề mục"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (Numbering.ARABIC, [("heading", "1. Mục"), ("body", "Không có.")]),
        (Numbering.DASH, [("dash", "- Mục: Không có.")]),
    ],
)
def test_an_empty_item_with_words_of_its_own_prints_them(
    style: Numbering, expected: list[tuple[str, str]]
) -> None:
    item = section(Prose(), style=style)

    found = list(shown(of(replace(item, is_optional=True, text_if_empty="Không có.")), report()))

    assert found == expected


def test_what_is_not_asked_is_left_out_whatever_stands_under_it() -> None:
    yes = Condition("a", "Mục", ("Có",))
    follow = replace(
        section(Prose(), "Nếu có"), id="b", applicability=Applicability(conditions=(yes,))
    )
    elsewhere = replace(
        section(Prose(), "Cấp khác"), id="c", applicability=Applicability(frozenset({"tinh"}))
    )
    outline = of(section(ChoiceType(("Có", "Không"))), follow, elsewhere)

    asked = [words for _, words in shown(outline, report(a="Có", b=None))]
    not_asked = [words for _, words in shown(outline, report(a="Không"))]

    assert asked == ["1. Mục: Có", "2. Nếu có", "Lời văn."]
    assert not_asked == ["1. Mục: Không"]


def test_an_outline_of_which_nothing_is_left_prints_nothing() -> None:
    assert list(shown(of(replace(section(Prose()), is_optional=True)), report())) == []


def test_an_items_text_keeps_to_what_stands_under_it() -> None:
    below = Section("b", ("Dưới",), "", Numbering.PLUS)
    item = Section(None, ("Mục",), "", Numbering.DASH, children=(below,))

    blocks = list(narrative(of(item), report(b=None).answers, {}, {}))

    assert [block.keeps_next for block in blocks if isinstance(block, Paragraph)] == [True, False]
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].style is ParagraphStyle.DASH
