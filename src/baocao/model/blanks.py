"""The blanks `{…}` in texts that an author wrote for print, and how they are filled."""

import re
from collections.abc import Mapping

_BLANK = re.compile(r"\{([^{}]*)\}")

UNIT_BLANKS = {
    "don_vi": "tên đơn vị",
    "dia_danh": "địa danh",
    "cap_tren": "tên đơn vị cấp trên",
}
"""The blanks that are filled by what the list says of each unit, and what a writer is told."""

YEAR_BLANKS = ("tu_nam", "den_nam", "nam")
"""The blanks that are filled by the campaign's years; `nam` is the last one."""

APPENDIX_BLANK = "phu_luc."
"""Begins the blanks that are filled by the label of a form that is printed as an appendix."""


def fill(text: str, values: Mapping[str, str]) -> str:
    """Replace each blank by its value; a blank that has none stays as it is."""
    if "{" not in text:
        return text
    return _BLANK.sub(lambda found: values.get(found[1], found[0]), text)
