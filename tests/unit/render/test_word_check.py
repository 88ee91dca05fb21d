"""A Word template is looked over before anything is built: every fault, with its place."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from baocao.diagnostics import Severity
from baocao.errors import TemplateError
from baocao.render.templates.check_word import check_word
from baocao.render.word.template import WordTemplate
from support.hostile import MAIN, SHIPPED, paragraph, replaced, word

LINKED = '<w:hyperlink w:anchor="a"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
TABLE = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
)
FAULTS = [
    (
        paragraph("{{ letterhed.motto }}"),
        "unknown-field",
        "Thân văn bản, đoạn 1: không có trường «letterhed». Có phải là «letterhead»?",
    ),
    (
        paragraph("{{ title.abstrac }}"),
        "unknown-field",
        "Thân văn bản, đoạn 1: không có trường «title.abstrac». Có phải là «abstract»?",
    ),
    (
        paragraph("{%p if kind == 'x' %}")
        + paragraph("{%p for a in appendices %}")
        + paragraph("{{ a.lable }}")
        + paragraph("{%p endfor %}")
        + paragraph("{%p endif %}"),
        "unknown-field",
        "Thân văn bản, đoạn 3: không có trường «a.lable». Có phải là «label»?",
    ),
    (
        paragraph("{{ kind|uper }}"),
        "unknown-field",
        "Thân văn bản, đoạn 1: không có bộ lọc hay phép thử «uper». Có phải là «upper»?",
    ),
    (
        paragraph("Số {{ kind"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ ở «Số {{ kind» thiếu dấu mở hoặc dấu đóng trong cùng một đoạn.",
    ),
    (
        paragraph("{{ kind = }}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: không hiểu được thẻ «{{ kind = }}» "
        "(cần «end of print statement» mà gặp «=»).",
    ),
    (
        paragraph("{%p endif %}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{%p endif %}» không có thẻ mở tương ứng ở trước.",
    ),
    (
        paragraph("{%p if kind %}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{%p if kind %}» không có thẻ đóng {%p endif %}.",
    ),
    (
        paragraph("{%p if kind %}") + paragraph("{% endif %}"),
        "broken-tag",
        "Thân văn bản, đoạn 2: thẻ «{% endif %}» không khớp với thẻ mở «{%p if kind %}» ở thân văn "
        "bản, đoạn 1.",
    ),
    (
        paragraph("{%p for a in addressees %}") + paragraph("{%p endif %}"),
        "broken-tag",
        "Thân văn bản, đoạn 2: thẻ «{%p endif %}» không khớp với thẻ mở «{%p for a in addressees "
        "%}» ở thân văn bản, đoạn 1.",
    ),
    (
        TABLE.format(paragraph("{%p if kind %}"), paragraph("{%p endif %}")),
        "broken-tag",
        "Thân văn bản, bảng 1, hàng 1, ô 2: thẻ «{%p endif %}» không đứng cùng ô, hàng hay bảng "
        "với thẻ mở «{%p if kind %}» ở thân văn bản, bảng 1, hàng 1, ô 1.",
    ),
    (
        paragraph("{%p if kind %} chữ thừa") + paragraph("{%p endif %}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{%p if kind %}» đứng thay cả đoạn nên sẽ làm mất «chữ thừa» ở "
        "cùng đoạn.",
    ),
    (
        paragraph("{%tr if kind %}") + paragraph("{%tr endif %}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{%tr if kind %}» đứng thay cả hàng của bảng mà lại ở ngoài "
        "bảng.",
    ),
    (
        paragraph("{{ body }}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{{ body }}» in cả một khối đoạn và bảng nên không đặt giữa "
        "dòng được.",
    ),
    (
        paragraph("{{p kind }}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{{p kind }}» in chữ mà lại đứng thay cả đoạn nên chữ không còn "
        "đoạn để đứng.",
    ),
    (
        paragraph("{{ letterhead }}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{{ letterhead }}» in cả một nhóm trường hoặc một dãy chứ không "
        "phải một giá trị.",
    ),
    (
        paragraph("{%p for a in letterhead.motto %}") + paragraph("{%p endfor %}"),
        "broken-tag",
        "Thân văn bản, đoạn 1: thẻ «{%p for a in letterhead.motto %}» lặp trên một giá trị không "
        "phải là dãy.",
    ),
    (
        "<w:p><w:r><w:t>{{ ki</w:t></w:r>" + LINKED.format("nd }}") + "</w:p>",
        "split-tag",
        "Thân văn bản, đoạn 1: thẻ «{{ kind }}» bị cắt ngang bởi siêu liên kết.",
    ),
    (
        "<w:p><w:r><w:t>{{ ki</w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>nd }}</w:t></w:r>"
        "</w:ins></w:p>",
        "split-tag",
        "Thân văn bản, đoạn 1: thẻ «{{ kind }}» bị cắt ngang bởi theo dõi sửa đổi.",
    ),
    (
        "<w:p><w:r><w:t>{{ ki</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:r><w:t>nd }}</w:t></w:r></w:p>",
        "split-tag",
        "Thân văn bản, đoạn 1: thẻ «{{ kind }}» bị cắt ngang bởi trường tự động hoặc hình.",
    ),
    (
        paragraph("Số {{ kind") + paragraph("}} nữa"),
        "split-tag",
        "Thân văn bản, đoạn 1: thẻ mở ở «Số {{ kind» nằm vắt sang đoạn sau.",
    ),
]


@pytest.mark.parametrize(("body", "rule", "message"), FAULTS)
def test_a_fault_is_told_with_its_place(body: str, rule: str, message: str, tmp_path: Path) -> None:
    path = word(tmp_path, body=body)

    found = check_word(path).diagnostics

    assert (rule, message) in [(each.rule, each.message) for each in found]
    assert all(
        each.span.file == path and each.hint.startswith(("Đề nghị", "Văn")) for each in found
    )
    with pytest.raises(TemplateError):
        WordTemplate(path)


@pytest.mark.parametrize("name", ["van-ban", "bieu-so-lieu"])
def test_the_shipped_templates_have_no_fault(name: str) -> None:
    assert check_word(SHIPPED / "docx" / f"{name}.docx").diagnostics == ()


def test_one_slip_does_not_hide_another(tmp_path: Path) -> None:
    body = "".join(map(paragraph, ("{%p if kind %}", "{{ letterhed }}", "{{ kind = }}")))

    found = check_word(word(tmp_path, body=body)).diagnostics

    assert [each.rule for each in found] == ["broken-tag", "broken-tag", "unknown-field"]


def test_a_tag_whose_runs_word_has_split_is_joined(tmp_path: Path) -> None:
    path = word(tmp_path, body=paragraph("{", "{ ki", "n", "d }", "}"))

    assert check_word(path).diagnostics == ()
    assert WordTemplate(path)


def test_a_header_is_named(tmp_path: Path) -> None:
    path = replaced(tmp_path, "<w:p>", paragraph("{{ so }}") + "<w:p>", "word/header1.xml")

    (found,) = check_word(path).diagnostics

    assert found.message == "Đầu trang (header1.xml), đoạn 1: không có trường «so»."


def test_a_field_that_is_not_printed_is_noted(tmp_path: Path) -> None:
    path = replaced(tmp_path, "{{ signature.name }}", "{{ kind }}")
    path = word(tmp_path, {MAIN: _part(path).replace(b"{{ signature.name }}", b"{{ kind }}")})

    (found,) = check_word(path).diagnostics

    assert (found.rule, found.severity) == ("missing-field", Severity.WARNING)
    assert found.message == "Mẫu không in trường signature.name (họ tên người ký)."


def test_missing_styles_and_sheets_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(SHIPPED / "docx" / "van-ban.docx") as package:
        styles, main = package.read("word/styles.xml"), package.read(MAIN)
    changes = {
        "word/styles.xml": styles.replace("Nét kẻ".encode(), b"Net"),
        MAIN: main.replace(b"w:pgSz", b"w:noSize"),
    }

    found = check_word(word(tmp_path, changes)).diagnostics

    assert [(each.rule, each.message) for each in found] == [
        ("missing-style", "Mẫu thiếu kiểu chữ (style) Nét kẻ."),
        ("missing-style", "Mẫu thiếu khổ giấy (phần trang)."),
    ]


@pytest.mark.slow
def test_a_template_saved_again_by_another_program_is_accepted(tmp_path: Path) -> None:
    source = SHIPPED / "docx" / "van-ban.docx"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )

    found = check_word(tmp_path / "van-ban.docx").diagnostics

    assert [each.message for each in found] == []


def _part(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(MAIN)
