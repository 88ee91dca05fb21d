"""The sample plan's recipients under a brace, in a frame of the Word file."""

from lxml import etree

from support.built import Documents
from support.samples import PROVINCE, Sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (f"{W}t", f"{W}br")
BRACED = (
    "- Tổng Liên đoàn Lao động Việt Nam;",
    "- Thường trực Tỉnh ủy;",
    "- Ban Thi đua - Khen thưởng tỉnh;",
)


def test_the_lines_of_a_brace_stand_beside_its_words(documents: Documents) -> None:
    parts = documents.word(Sample(PROVINCE, "ke-hoach")).parts
    body = etree.fromstring(parts["word/document.xml"])

    (frame,) = body.iterfind(f".//{W}tc/{W}tbl")

    assert [paragraphs(cell) for cell in frame.iter(f"{W}tc")] == [
        list(BRACED),
        [""],
        ["Để báo cáo"],
    ]


def paragraphs(parent: etree._Element) -> list[str]:
    """Return the paragraphs' texts in the order of the file."""
    return [
        "".join("\n" if part.tag == f"{W}br" else part.text for part in each.iter(*TEXT))
        for each in parent.iter(f"{W}p")
    ]
