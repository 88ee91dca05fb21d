"""The ranges of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and II, as tests measure them."""

from dataclasses import dataclass

from support.elements import Element

TOP, BOTTOM, LEFT, RIGHT = (20, 25), (20, 25), (30, 35), (15, 20)  # mm
PAPER = (210, 297)  # mm
FIRST_LINE_INDENTS = (10, 12.7)  # mm
PARAGRAPH_GAP = 6  # points at least
LINE_SPACING = (1, 1.5)  # lines
PAGE_NUMBER_SIZES = (13, 14)
SHARE_OF_THE_LINE = (1 / 3, 1 / 2)  # rules under the issuing body and the abstract
MOTTO_RULE_TOLERANCE = 0.03


@dataclass(frozen=True, slots=True)
class Setting:
    """How the decree wants an element set; None where it leaves the choice."""

    sizes: tuple[float, float]
    bold: bool | None
    italic: bool | None
    capitals: bool = False


SETTINGS = {
    Element.PARENT_BODY: Setting((12, 13), bold=False, italic=False, capitals=True),
    Element.ISSUING_BODY: Setting((12, 13), bold=True, italic=False, capitals=True),
    Element.NUMBER: Setting((13, 13), bold=False, italic=False),
    Element.NATIONAL_NAME: Setting((12, 13), bold=True, italic=False, capitals=True),
    Element.MOTTO: Setting((13, 14), bold=True, italic=False),
    Element.PLACE_AND_DATE: Setting((13, 14), bold=False, italic=True),
    Element.TYPE_NAME: Setting((13, 14), bold=True, italic=False, capitals=True),
    Element.ABSTRACT: Setting((13, 14), bold=True, italic=False),
    Element.ATTACHED: Setting((13, 14), bold=False, italic=True),
    Element.ADDRESSEE: Setting((13, 14), bold=False, italic=False),
    Element.PART: Setting((13, 14), bold=True, italic=False),
    Element.ROMAN_HEADING: Setting((13, 14), bold=True, italic=False, capitals=True),
    Element.ARABIC_HEADING: Setting((13, 14), bold=True, italic=False),
    Element.NESTED_HEADING: Setting((13, 14), bold=None, italic=None),
    Element.BODY: Setting((13, 14), bold=None, italic=None),
    Element.RECIPIENTS_LABEL: Setting((12, 12), bold=True, italic=True),
    Element.RECIPIENT: Setting((11, 11), bold=False, italic=False),
    Element.PURPOSE: Setting((11, 11), bold=False, italic=False),
    Element.AUTHORITY: Setting((13, 14), bold=True, italic=False, capitals=True),
    Element.SIGNER: Setting((13, 14), bold=True, italic=False),
    Element.APPENDIX_LABEL: Setting((14, 14), bold=True, italic=False),
    Element.APPENDIX_TITLE: Setting((13, 14), bold=True, italic=False, capitals=True),
    Element.TABLE: Setting((11, 14), bold=None, italic=None),
}
CENTRED = (
    Element.PARENT_BODY,
    Element.ISSUING_BODY,
    Element.NUMBER,
    Element.NATIONAL_NAME,
    Element.MOTTO,
    Element.PLACE_AND_DATE,
    Element.TYPE_NAME,
    Element.ABSTRACT,
    Element.ATTACHED,
    Element.PART,
    Element.AUTHORITY,
    Element.SIGNER,
    Element.APPENDIX_LABEL,
    Element.APPENDIX_TITLE,
)
