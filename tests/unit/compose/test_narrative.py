"""How answers become paragraphs: headings by level, words bound, marks kept."""

from pathlib import Path

import pytest

from baocao.calc.tabulation import Tabulation, tabulate
from baocao.compose.parts.markup import BlockStyle, parse_blocks
from baocao.compose.parts.narrative import narrative
from baocao.load.yaml.tree import Mapping, read_tree
from baocao.model.document import Heading, Paragraph
from baocao.model.outline import Numbering, Outline, Section
from baocao.model.paper import Answer
from baocao.model.text import Source, Text
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.samples import CAMPAIGN

NBSP = "\u00a0"


def text(yaml: str) -> Text:
    root = read_tree(Source(Path("x.yaml"), yaml)).root
    assert isinstance(root, Mapping)
    node = root.entries["a"][1]
    assert isinstance(node, Text)
    return node


@pytest.fixture(scope="module")
def tabulations() -> dict[str, Tabulation]:
    folder = CampaignFolder(CAMPAIGN)
    campaign, _ = check_campaign(folder)
    assert campaign is not None
    content = check_unit(folder, campaign, "ldld-thi-du").content
    assert content is not None
    return {
        form.id: tabulate(form, content.statistics[form.id]) for form in campaign.forms.values()
    }


def printed(yaml: str, tabulations: dict[str, Tabulation]) -> str:
    outline = Outline((), "", "", (Section("a", ("Mục",), "", Numbering.ROMAN),))
    answer = Answer(text(yaml), text(yaml))
    _, paragraph = narrative(outline, {"a": answer}, tabulations, {})
    assert isinstance(paragraph, Paragraph)
    return "".join(run.text for run in paragraph.runs)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{{ gia_tri_sang_kien.tong }} triệu đồng", f"475.587,2{NBSP}triệu đồng"),
        ("tăng **12,5** triệu đồng", f"tăng 12,5{NBSP}triệu đồng"),
        ("ngày 05 tháng 7 năm 2017", f"ngày{NBSP}05 tháng{NBSP}7 năm{NBSP}2017"),
        ("có {{ giai_vifotec.2012 }} giải", "có 01 giải"),
        ("{{ bang_chu(giai_vifotec.tong) }}", "tám giải"),
        ("{{ tang_truong(giai_cap_tinh.2012, giai_cap_tinh.2016) }}", "50%"),
    ],
)
def test_a_figure_is_bound_to_its_measure_across_marks_and_references(
    typed: str, expected: str, tabulations: dict[str, Tabulation]
) -> None:
    assert printed(f"a: |\n  {typed}\n", tabulations) == expected


@pytest.mark.parametrize(
    "yaml",
    [
        "a: |\n  Một.\n\n  Hai.\n",
        "a: >\n  Một.\n\n  Hai.\n",
        "a: Một.\n\n  Hai.\n",
        'a: "Một.\n\n  Hai."\n',
        "a: 'Một.\n\n  Hai.'\n",
    ],
)
def test_a_blank_line_parts_paragraphs_in_every_style_of_yaml(yaml: str) -> None:
    found = [inline.text for block in parse_blocks(text(yaml)) for inline in block.inlines]

    assert found == ["Một.", "Hai."]


def test_lines_of_a_paragraph_are_joined_and_items_stand_apart() -> None:
    found = parse_blocks(text("a: |\n  Một\n  hai:\n  - ba\n    bốn;\n  + năm.\n  Sáu.\n"))

    assert [(b.style, b.inlines[0].text) for b in found] == [
        (BlockStyle.PARAGRAPH, "Một hai:"),
        (BlockStyle.DASH, "ba bốn;"),
        (BlockStyle.PLUS, "năm."),
        (BlockStyle.PARAGRAPH, "Sáu."),
    ]


@pytest.mark.parametrize(
    "typed", ["2*3*4", "a_b_c", "**chưa đóng", r"\*", "# số", "[x](y)", "&amp;"]
)
def test_what_is_no_mark_prints_as_typed(typed: str) -> None:
    (block,) = parse_blocks(text(f"a: |\n  {typed}\n"))

    assert "".join(inline.text for inline in block.inlines) == typed


def test_an_outline_without_parts_begins_at_the_second_level_and_none_is_deeper_than_six() -> None:
    section = Section(None, ("Sâu",), "", Numbering.LETTER)
    for _ in range(6):
        section = Section(None, ("Mục",), "", Numbering.ARABIC, children=(section,))

    found = list(narrative(Outline((), "", "", (section,)), {}, {}, {}))

    levels = [heading.level for heading in found if isinstance(heading, Heading)]
    assert levels == [2, 3, 4, 5, 6, 6, 6]
