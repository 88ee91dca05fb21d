"""The numbers of the outline's sections, in the style that the outline names."""

from baocao.model.outline import Numbering
from baocao.vietnamese.ordinals import letter, ordinal_word, roman


def number(style: Numbering, place: int, above: str) -> str:
    """Give the number of the section at `place` (from 1), whose parent's number is `above`."""
    match style:
        case Numbering.PART:
            return f"Phần {ordinal_word(place)}"
        case Numbering.ROMAN:
            return f"{roman(place)}."
        case Numbering.ARABIC:
            return f"{place}."
        case Numbering.NESTED:
            return f"{above}{place}."
        case Numbering.LETTER:
            return f"{letter(place)})"
        case Numbering.NONE:
            return ""
