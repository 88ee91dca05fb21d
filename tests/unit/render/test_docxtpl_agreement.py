"""docxtpl defines what a template means: its files and ours have the same XML in every part."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment
from lxml import etree
from markupsafe import Markup

from baocao.compose import compose
from baocao.model.document import Document
from baocao.pipeline import check_campaign, check_unit
from baocao.render.word.insertions import Insertions
from baocao.render.word.part import WordPart, parts_to_fill
from baocao.render.word.pictures import Drawings
from baocao.render.word.template import WordTemplate
from baocao.workspace import CampaignFolder
from support.samples import CAMPAIGN, ROOT, UNITS
from support.word_templates import (
    NASTY,
    VALUES,
    drawing,
    package,
    paragraph,
    random_body,
    row,
    run,
    table,
)

CORE, CREATED = "docProps/core.xml", "dcterms:created"
LOOP = paragraph("{%p for x in items %}"), paragraph("{{ x }}"), paragraph("{%p endfor %}")
BODIES = {
    "no tags": paragraph("Không có thẻ."),
    "values": paragraph("{{ name }}, {{ number }}", "{{ empty }}"),
    "paragraphs": "".join(LOOP),
    "a choice of paragraphs": paragraph("{%p if yes %}")
    + paragraph("có")
    + paragraph("{%p else %}")
    + paragraph("không")
    + paragraph("{%p endif %}"),
    "runs": paragraph("Trước", "{%r if no %}", "không", "{%r else %}", "có", "{%r endif %}"),
    "rows": table(
        ("Tên", "Số"), ("{%tr for u in units %}", ""), ("{{ u.name }}", "1"), ("{%tr endfor %}", "")
    ),
    "no rows at all": table(("{%tr for u in nothing %}",), ("{{ u }}",), ("{%tr endfor %}",)),
    "more columns than the grid": table(
        ("{%tc for g in grid[0] %}", "{{ g }}", "{%tc endfor %}"), columns=1
    ),
    "fewer columns than the grid": table(
        ("Đầu", "{%tc for g in one %}", "{{ g }}", "{%tc endfor %}"), columns=7
    ),
    "columns in rows": table(
        ("{%tr for r in grid %}",),
        ("{%tc for g in r %}", "{{ g }}", "{%tc endfor %}"),
        ("{%tr endfor %}",),
        columns=3,
    ),
    "colspan": table(("{% colspan number - 10 %}tên", "{{ name }}"), ("a", "b", "c")),
    "vertical merge": table(
        ("{%tr for u in units %}", ""), ("{% vm %}chung", "{{ u.name }}"), ("{%tr endfor %}", "")
    ),
    "horizontal merge": table(
        ("{%tc for g in items %}", "{% hm %}tên", "{%tc endfor %}"), columns=3
    ),
    "background of a cell": table(("{% cellbg 'FF0000' if yes else '00FF00' %}{{ name }}", "b")),
    "a table in a table": table((table(("a", "b", "c")) + paragraph(""), "{{ name }}")),
    "a table of other than its grid": table(("a", "b"), columns=4),
    "tags in runs": paragraph(
        run("{", "<w:b/>"),
        run("{ na"),
        '<w:proofErr w:type="spellStart"/>',
        run("me", "<w:i/>"),
        run("}"),
        run("}"),
    ),
    "a block tag in runs": paragraph(run("{"), run("%"), run("p if y"), run("es %"), run("}"))
    + paragraph("có")
    + paragraph("{%p endif %}"),
    "merged with the paragraph before": paragraph("Trước ")
    + paragraph("{%- if yes %}có{% endif %} sau"),
    "merged with the paragraph after": paragraph("{% if yes -%}")
    + paragraph("có")
    + paragraph("{%- endif %}"),
    "printed without spaces around": paragraph(" {{- name -}} ") + paragraph("{{ lines -}}"),
    "curly quotes": paragraph("{{ “a” ~ ‘b’ }} “ngoài thẻ”"),
    "signs of XML in a tag": paragraph("{% if number &gt; 3 and number &lt; 99 %}có{% endif %}"),
    "notes to oneself": paragraph("{# nhắc #}")
    + paragraph("{#p cả đoạn #}")
    + table(("a",), ("{#tr cả hàng #}",))
    + table(("a", "{#tc cả ô #}")),
    "braces of its own": paragraph("{_{ name }_} {_% if %_}"),
    "line breaks": paragraph(run("{{ lines }}", "<w:b/>"), properties='<w:jc w:val="both"/>'),
    "tabs, pages, paragraphs": paragraph(
        run("{{ signs }}", "<w:i/>"), properties='<w:pStyle w:val="a"/>'
    ),
    "text with a line break": paragraph("hai\ndòng"),
    "a listing": paragraph("{{ listing }}"),
    "rich text": paragraph("a {{r rich }} b", "{{r rich }}"),
    "rich paragraphs": paragraph("{{p rich_paragraph }}"),
    "ready paragraphs and tables": paragraph("{{p ready }}"),
    "drawings": paragraph(drawing(7), drawing(7)) + LOOP[0] + paragraph(drawing(3)) + LOOP[2],
    "blanks between elements": f"\n  {paragraph('{{ name }}')}\n  {table(('a',))}\n",
    "filters": paragraph("{{ name|upper }} {{ items|join(', ') }} {{ number + 1 }}"),
    "macros": paragraph("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(name) }}{{ m(1) }}"),
    "set": paragraph("{% set t = name ~ 1 %}") + paragraph("{{ t }}"),
    "raw": paragraph("{% raw %}{{ name }}{% endraw %}"),
    "loops in loops": paragraph("{%p for r in grid %}")
    + paragraph("{%p for g in r %}")
    + paragraph("{{ loop.index }} {{ g }}{% if not loop.last %};{% endif %}")
    + paragraph("{%p endfor %}")
    + table(("{%tr for g in r %}",), ("{{ g }}",), ("{%tr endfor %}",))
    + paragraph("{%p endfor %}"),
    "a page break": paragraph('<w:r><w:br w:type="page"/></w:r>', "{{ name }}"),
}
SEEN = {  # so that docxtpl does have something to do
    "more columns than the grid": ('w:w="500"', 3),
    "fewer columns than the grid": ('<w:gridCol w:w="5250"', 2),
    "a table of other than its grid": ('<w:gridCol w:w="3000"', 2),
    "colspan": ('<w:gridSpan w:val="2"', 1),
    "vertical merge": ('<w:vMerge w:val="continue"', 2),
    "horizontal merge": ('<w:gridSpan w:val="3"', 1),
    "background of a cell": ('w:fill="FF0000"', 1),
    "line breaks": ("<w:br></w:br>", 1),
    "tabs, pages, paragraphs": ('<w:br w:type="page"', 1),
    "text with a line break": ("<w:br></w:br>", 1),
    "a listing": ("<w:tab></w:tab>", 1),
    "braces of its own": ("{{ name }} {% if %}", 1),
    "drawings": ('id="1005"', 1),
    "a block tag in runs": ("có", 1),
    "merged with the paragraph before": ("Trước có sau", 1),
}
PARTS = {
    "header": LOOP[0] + LOOP[1] + LOOP[2] + paragraph("Đầu {{ lines }}"),
    "footer": paragraph("{{ na", "me }} {_{ {{r rich }}") + table(("{{ name }}",), columns=3),
    "footnotes": f'\n<w:footnote w:id="1">\n{paragraph("{{ name }}")}\n</w:footnote>'
    f'<w:footnote w:id="2">{paragraph("{{ signs }}")}</w:footnote>',
    "comments": f'<w:comment w:id="1">{paragraph("Ở đây in {{ name }}")}</w:comment>',
}
PROPERTIES = (
    "<dc:title>{{ name }}</dc:title><dc:creator>{% if yes %}A{% endif %}</dc:creator>"
    "<cp:keywords>một, hai</cp:keywords><dc:language>vi</dc:language>"
)


class Ready:
    """XML that a context holds, such as a sub-document."""

    def __html__(self) -> str:
        return paragraph("đoạn") + table(("1", "2"), columns=5) + paragraph(drawing(1))

    __str__ = __html__


def values() -> Mapping[str, object]:
    rich = RichText("đậm & <nghiêng>", bold=True)
    rich.add("hai\ndòng\tthụt", style="x")
    return {
        **VALUES,
        "rich": rich,
        "rich_paragraph": RichTextParagraph(rich, parastyle="y"),
        "listing": Listing("a & b\nc\ad\te\ff"),
        "ready": Ready(),
    }


def by_docxtpl(
    template: bytes, context: Mapping[str, object], *, escapes: bool
) -> Mapping[str, bytes]:
    word = DocxTemplate(BytesIO(template))
    word.render(dict(context), autoescape=escapes)
    buffer = BytesIO()
    word.save(buffer)
    return canonical(members(buffer.getvalue()))


def by_us(template: bytes, context: Mapping[str, object], *, escapes: bool) -> Mapping[str, bytes]:
    parts, jinja = members(template), Environment(autoescape=escapes)  # noqa: S701 - docxtpl's own
    for name in tuple(parts_to_fill(parts)):
        parts[name] = WordPart(parts[name], jinja).fill(context, Insertions())
    return canonical(parts)


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package_:
        for name, data in parts.items():
            package_.writestr(name, data)
    return buffer.getvalue()


def composed(unit: str) -> Document:
    folder = CampaignFolder(CAMPAIGN)
    campaign, _ = check_campaign(folder)
    assert campaign is not None
    content = check_unit(folder, campaign, unit).content
    assert content is not None
    return compose(campaign, "bao-cao", content)["bao-cao",]


def without(element: str, part: bytes) -> bytes:
    return re.sub(rf"<{element}[ >].*?</{element}>".encode(), b"", part)


def canonical(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {
        name: etree.tostring(etree.fromstring(data), method="c14n")
        for name, data in parts.items()
        if name.endswith(".xml") and name != "[Content_Types].xml"
    }


@pytest.mark.parametrize("escapes", [True, False], ids=["escaped", "as it is"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_means_what_docxtpl_makes_of_it(body: str, escapes: bool) -> None:  # noqa: FBT001 - a parameter of the test
    template = package(body)

    ours = by_us(template, values(), escapes=escapes)

    assert ours == by_docxtpl(template, values(), escapes=escapes)


@pytest.mark.parametrize(("name", "seen", "times"), [(k, *v) for k, v in SEEN.items()])
def test_what_docxtpl_makes_is_there(name: str, seen: str, times: int) -> None:
    ours = by_us(package(BODIES[name]), values(), escapes=True)

    assert ours["word/document.xml"].decode().count(seen) == times


@pytest.mark.parametrize("sections", [1, 2])
@pytest.mark.parametrize("body", [paragraph("Trơn."), BODIES["drawings"]])
def test_every_part_means_what_docxtpl_makes_of_it(body: str, sections: int) -> None:
    template = package(body, PARTS, PROPERTIES, sections)

    ours = by_us(template, values(), escapes=True)

    assert ours == by_docxtpl(template, values(), escapes=True)
    assert "Đầu một".encode() in ours["word/header.xml"]
    assert b"{{ name }}" in ours["word/comments.xml"]
    assert "<dc:title>Đơn vị A</dc:title>".encode() in ours[CORE]


@pytest.mark.parametrize("seed", range(200))
def test_templates_at_random_mean_what_docxtpl_makes_of_them(seed: int) -> None:
    template = package(random_body(seed), {"header": random_body(seed + 1000)})

    ours = by_us(template, values(), escapes=True)

    assert ours == by_docxtpl(template, values(), escapes=True)


@pytest.mark.parametrize("body", [BODIES["values"], BODIES["rows"], BODIES["line breaks"]])
def test_values_of_any_letters_mean_what_docxtpl_makes_of_them(body: str) -> None:
    nasty = {**values(), "name": NASTY, "lines": f"{NASTY}\n{NASTY}", "units": [{"name": NASTY}]}
    template = package(body, PARTS)

    ours = by_us(template, nasty, escapes=True)

    theirs = by_docxtpl(template, nasty, escapes=True)
    assert ours == theirs


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["van-ban", "bieu-so-lieu"])
def test_shipped_templates_mean_what_docxtpl_makes_of_them(name: str, unit: str) -> None:
    document = composed(unit)
    template = WordTemplate(ROOT / "templates" / "docx" / f"{name}.docx")

    ours = canonical(members(template.render(document)))

    context = template.context(document, Drawings(), Markup)
    theirs = dict(by_docxtpl(zipped(template.members), context, escapes=True))
    assert ours.keys() == theirs.keys()
    assert without(CREATED, ours[CORE]) == theirs.pop(CORE)
    assert b"{{" in theirs.pop("docProps/app.xml")  # which docxtpl leaves alone
    assert {part: ours[part] for part in theirs} == theirs


@pytest.mark.parametrize("escapes", [True, False])
def test_properties_are_escaped_once(escapes: bool) -> None:  # noqa: FBT001 - a parameter of the test
    template = package("", core="<dc:title>{{ title }}</dc:title>")

    ours = by_us(template, {"title": "A & B"}, escapes=escapes)

    assert ours[CORE] == by_docxtpl(template, {"title": "A & B"}, escapes=False)[CORE]
    assert b"<dc:title>A &amp; B</dc:title>" in ours[CORE]


def test_tags_in_parts_that_docxtpl_leaves_alone_are_filled_too() -> None:
    note = f'<w:endnote w:id="1">{paragraph("{", "{ name }", "}")}</w:endnote>'

    ours = by_us(package("", {"endnotes": note}), values(), escapes=True)

    assert "Đơn vị A".encode() in ours["word/endnotes.xml"]


def test_tags_that_cut_a_frame_are_an_error() -> None:
    cut = paragraph("{% if yes %}a") + table(("b{% endif %}",))

    with pytest.raises(etree.XMLSyntaxError):
        by_us(package(cut), {"yes": False}, escapes=True)


@pytest.mark.parametrize("grid", ["", "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"])
def test_a_table_without_widths_is_let_be(grid: str) -> None:
    template = package(f"<w:tbl>{grid}{row('{{ name }}')}</w:tbl>")  # docxtpl itself stops at it

    ours = by_us(template, values(), escapes=True)

    assert "Đơn vị A".encode() in ours["word/document.xml"]
