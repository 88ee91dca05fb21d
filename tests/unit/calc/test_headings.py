"""How an outline is numbered: each style, to any depth, anew under each parent or running on."""

import pytest

from baocao.calc.headings import numbered_sections
from baocao.model.outline import Numbering, Outline, Section


def section(style: Numbering, *children: Section) -> Section:
    return Section(None, ("Mục",), "", style, children=children)


def numbers(*sections: Section, continuous: tuple[Numbering, ...] = ()) -> list[str]:
    outline = Outline((), "", "", sections, frozenset(continuous))
    return [heading.number for heading in numbered_sections(outline)]


@pytest.mark.parametrize(
    ("style", "first_five"),
    [
        (Numbering.PART, ["Phần thứ nhất", "Phần thứ hai", "Phần thứ ba", "Phần thứ tư"]),
        (Numbering.PART_ROMAN, ["Phần I", "Phần II", "Phần III", "Phần IV"]),
        (Numbering.PART_LETTER, ["Phần A", "Phần B", "Phần C", "Phần D", "Phần Đ"]),
        (Numbering.CAPITAL, ["A.", "B.", "C.", "D.", "Đ."]),
        (Numbering.ROMAN, ["I.", "II.", "III.", "IV.", "V."]),
        (Numbering.ARABIC, ["1.", "2.", "3."]),
        (Numbering.ARABIC_BRACKET, ["1)", "2)", "3)"]),
        (Numbering.BRACKETED, ["(1)", "(2)", "(3)"]),
        (Numbering.LETTER, ["a)", "b)", "c)", "d)", "đ)"]),
        (Numbering.SMALL_ROMAN, ["i)", "ii)", "iii)", "iv)"]),
        (Numbering.DASH, ["-", "-"]),
        (Numbering.PLUS, ["+", "+"]),
        (Numbering.BOX, ["□", "□"]),
        (Numbering.NONE, ["", ""]),
    ],
)
def test_a_style_numbers_from_the_first_that_names_it(
    style: Numbering, first_five: list[str]
) -> None:
    assert numbers(*(section(style) for _ in first_five)) == first_five


@pytest.mark.parametrize("style", list(Numbering))
def test_a_style_is_named_by_its_first_number(style: Numbering) -> None:
    (first,) = numbers(section(style)) if style is not Numbering.NESTED else ["1.1."]

    assert first == ("" if style is Numbering.NONE else style.value)


def test_nested_numbers_go_to_any_depth() -> None:
    nested = Numbering.NESTED
    deep = section(nested, section(nested, section(nested), section(nested)))

    assert numbers(section(Numbering.ARABIC, deep)) == [
        "1.",
        "1.1.",
        "1.1.1.",
        "1.1.1.1.",
        "1.1.1.2.",
    ]


def test_a_nested_number_does_not_repeat_what_ends_in_no_dot() -> None:
    part = section(Numbering.PART_ROMAN, section(Numbering.NESTED, section(Numbering.NESTED)))

    assert numbers(part) == ["Phần I", "1.", "1.1."]


def test_numbers_begin_anew_under_each_parent() -> None:
    part = section(Numbering.PART_ROMAN, section(Numbering.ROMAN), section(Numbering.ROMAN))

    assert numbers(part, part) == ["Phần I", "I.", "II.", "Phần II", "I.", "II."]


def test_a_continuous_style_runs_on_and_the_others_do_not() -> None:
    inner = section(Numbering.ROMAN, section(Numbering.ARABIC), section(Numbering.ARABIC))
    part = section(Numbering.PART_ROMAN, inner)

    found = numbers(part, part, continuous=(Numbering.ROMAN,))

    assert found == ["Phần I", "I.", "1.", "2.", "Phần II", "II.", "1.", "2."]


def test_a_sibling_of_another_style_leaves_no_gap() -> None:
    arabic, none, letter = Numbering.ARABIC, Numbering.NONE, Numbering.LETTER

    found = numbers(*map(section, (arabic, none, arabic, letter, arabic)))

    assert found == ["1.", "", "2.", "a)", "3."]


def test_the_full_number_names_every_level_below_the_part_once() -> None:
    last = section(Numbering.SMALL_ROMAN, section(Numbering.DASH))
    deep = section(Numbering.ARABIC, section(Numbering.NESTED, section(Numbering.LETTER, last)))
    part = section(Numbering.PART_LETTER, section(Numbering.ROMAN, deep))

    found = [heading.full_number for heading in numbered_sections(Outline((), "", "", (part,)))]

    assert found == ["", "I.", "I.1.", "I.1.1.", "I.1.1.a)", "I.1.1.a)i)", "I.1.1.a)i)"]
