"""The numbers of the outline's sections, in the style that the outline names."""

from collections.abc import Callable, Mapping

from baocao.model.outline import Numbering
from baocao.vietnamese.ordinals import letter, ordinal_word, roman

_NUMBERS: Mapping[Numbering, Callable[[int], str]] = {
    Numbering.PART: lambda place: f"Phần {ordinal_word(place)}",
    Numbering.PART_ROMAN: lambda place: f"Phần {roman(place)}",
    Numbering.PART_LETTER: lambda place: f"Phần {letter(place).upper()}",
    Numbering.CAPITAL: lambda place: f"{letter(place).upper()}.",
    Numbering.ROMAN: lambda place: f"{roman(place)}.",
    Numbering.ARABIC: lambda place: f"{place}.",
    Numbering.NESTED: lambda place: f"{place}.",
    Numbering.ARABIC_BRACKET: lambda place: f"{place})",
    Numbering.BRACKETED: lambda place: f"({place})",
    Numbering.LETTER: lambda place: f"{letter(place)})",
    Numbering.SMALL_ROMAN: lambda place: f"{roman(place).lower()})",
    Numbering.DASH: lambda _: "-",
    Numbering.PLUS: lambda _: "+",
    Numbering.BOX: lambda _: "□",
    Numbering.NONE: lambda _: "",
}


def section_number(style: Numbering, place: int, above: str) -> str:
    """Return the number of the section at `place` (from 1) under one numbered `above`.

    A nested number repeats its parent's if that ends in a dot, as in `2.1.` and `I.1.`.
    """
    repeated = above if style is Numbering.NESTED and above.endswith(".") else ""
    return f"{repeated}{_NUMBERS[style](place)}"
