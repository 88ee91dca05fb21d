"""Templates can neither run code, nor read what is not theirs, nor lose a field silently."""

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from baocao.compose import compose
from baocao.errors import OutputError, TemplateError
from baocao.model.document import Document
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.render.templates.check_word import check_word
from baocao.render.word.template import WordTemplate
from baocao.workspace import CampaignFolder, TemplateFolders
from baocao.write import output_folder, output_path, write_whole
from support.samples import CAMPAIGN, ROOT

SHIPPED = ROOT / "templates"
UNIT = "cdcs-co-khi-vi-du"
ATTACKS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ letterhead.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{% set x = blocks.__class__ %}{{ x.__base__ }}",
    "{{ letterhead.motto.format.__globals__ }}",
    "{{ '{0.__class__.__mro__}'.format(1) and khong_co }}",
)


@pytest.fixture(scope="module")
def document() -> Document:
    folder = CampaignFolder(CAMPAIGN)
    campaign, _ = check_campaign(folder)
    assert campaign is not None
    content = check_unit(folder, campaign, UNIT).content
    assert content is not None
    return compose(campaign, "bao-cao", content)["bao-cao",]


def html_templates(workspace: Path, body: str) -> TemplateFolders:
    own = workspace / "templates"
    (own / "html").mkdir(parents=True)
    shipped = (SHIPPED / "html" / "van-ban.html").read_text("utf-8")
    changed = shipped.replace("<body>", f"<body>{body}")
    (own / "html" / "van-ban.html").write_text(changed, "utf-8")
    return TemplateFolders((own, SHIPPED))


def word_template(workspace: Path, text: str) -> Path:
    """Return the shipped template with a paragraph of `text` in front."""
    changed = workspace / "van-ban.docx"
    with (
        zipfile.ZipFile(SHIPPED / "docx" / "van-ban.docx") as shipped,
        zipfile.ZipFile(changed, "w") as package,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            if name == "word/document.xml":
                paragraph = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
                data = data.replace(b"<w:body>", paragraph.encode())
            package.writestr(name, data)
    return changed


@pytest.mark.parametrize("attack", ATTACKS)
def test_code_in_an_html_template_is_refused(
    attack: str, tmp_path: Path, document: Document
) -> None:
    press = Printer(html_templates(tmp_path, attack))

    with pytest.raises(TemplateError, match=r"van-ban\.html"):
        press.render(document, Format.PDF)


@pytest.mark.parametrize("attack", ATTACKS)
def test_code_in_a_word_template_is_refused(
    attack: str, tmp_path: Path, document: Document
) -> None:
    path = word_template(tmp_path, attack)

    with pytest.raises(TemplateError, match=r"van-ban\.docx"):
        WordTemplate(path).render(document)


@pytest.mark.parametrize("tag", ["{{ letterhed.motto }}", "{{ title.abstrac }}"])
def test_a_misspelt_field_is_named(tag: str, tmp_path: Path, document: Document) -> None:
    (tmp_path / "word").mkdir()
    path = word_template(tmp_path / "word", tag)
    press = Printer(html_templates(tmp_path, tag))

    with pytest.raises(TemplateError, match=r"letterhed|abstrac"):
        WordTemplate(path)
    with pytest.raises(TemplateError, match=r"letterhed|abstrac"):
        press.render(document, Format.PDF)


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/hostname",
        "../../../../../../../../etc/hostname",
        "http://127.0.0.1:9/anh.png",
        "https://example.invalid/a.css",
        "ftp://127.0.0.1/x",
        "khong-co.png",
        "lien-ket.png",
    ],
)
@pytest.mark.parametrize("element", ['<img src="{}" alt="">', '<link rel="stylesheet" href="{}">'])
def test_a_template_gets_nothing_from_outside_its_folder(
    element: str, source: str, tmp_path: Path, document: Document
) -> None:
    templates = html_templates(tmp_path, element.format(source))
    (tmp_path / "bi-mat.png").write_bytes((ROOT / "docs" / "trang-dau.png").read_bytes())
    (tmp_path / "templates" / "html" / "lien-ket.png").symlink_to(tmp_path / "bi-mat.png")

    with pytest.raises(TemplateError, match=r"nằm ngoài thư mục của mẫu|ra ngoài thư mục mẫu"):
        Printer(templates).render(document, Format.PDF)


@pytest.mark.slow
def test_a_template_gets_its_own_files(tmp_path: Path, document: Document) -> None:
    templates = html_templates(tmp_path, '<img src="hinh.png" alt="hình"><p>{{ kind }}</p>')
    picture = (ROOT / "docs" / "trang-dau.png").read_bytes()
    (tmp_path / "templates" / "html" / "hinh.png").write_bytes(picture)

    pdf = Printer(templates).render(document, Format.PDF)

    assert b"/Subtype/Image" in pdf.replace(b" ", b"")


def test_an_html_template_that_leaves_words_out_is_refused(
    tmp_path: Path, document: Document
) -> None:
    templates = html_templates(tmp_path, "")
    path = tmp_path / "templates" / "html" / "van-ban.html"
    path.write_text(path.read_text("utf-8").replace("{{ khoi.blocks(blocks) }}", ""), "utf-8")

    with pytest.raises(TemplateError, match="mẫu thiếu thẻ blocks nên sẽ mất nội dung"):
        Printer(templates).render(document, Format.PDF)


@pytest.mark.parametrize("tag", ["body", "signature", "appendices", "recipients"])
def test_a_word_template_that_leaves_words_out_is_refused(tag: str, tmp_path: Path) -> None:
    path = word_template(tmp_path, "")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = re.sub(
        rb"(?<=[ .])%s(?=[ .\[])" % tag.encode(), b"kind", parts["word/document.xml"]
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)

    said = [each.message for each in check_word(path).diagnostics]

    assert any(re.search(f"Mẫu thiếu thẻ .*{tag}.* nên sẽ mất nội dung", each) for each in said)
    with pytest.raises(TemplateError):
        WordTemplate(path)


def test_a_template_that_divides_by_zero_is_named(tmp_path: Path, document: Document) -> None:
    template = WordTemplate(word_template(tmp_path, "{{ 1 // 0 }}"))

    with pytest.raises(TemplateError, match="không in được"):
        template.render(document)


@pytest.mark.parametrize("part", ["[1:]", "[2:4]", "[0]", "[:5]"])
def test_a_part_of_the_body_is_not_printed(part: str, tmp_path: Path, document: Document) -> None:
    template = WordTemplate(word_template(tmp_path, f"{{{{p body{part} }}}}"))

    with pytest.raises(TemplateError, match="không in được"):
        template.render(document)


@pytest.mark.parametrize("kind", ["auto", "pct"])
def test_a_rule_keeps_its_length_in_a_table_that_fits_itself(
    kind: str, tmp_path: Path, document: Document
) -> None:
    path = word_template(tmp_path, "")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    fitted = re.sub(r'<w:tcW w:w="\d+" w:type="dxa"/>', f'<w:tcW w:w="50%" w:type="{kind}"/>', main)
    parts["word/document.xml"] = fitted.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)

    given, shipped = (
        WordTemplate(each).render(document) for each in (path, SHIPPED / "docx" / "van-ban.docx")
    )

    assert rule_indents(given) == rule_indents(shipped)


def rule_indents(docx: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        main = package.read("word/document.xml")
    found = re.findall(rb'<w:pStyle w:val="NetKe"/>(<w:ind [^>]*>)', main)
    assert len(found) == 3
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [("khong-phai.docx", b"x"), ("rong.docx", b""), ("zip.docx", None)],
)
def test_what_is_no_word_file_is_refused_by_name(
    name: str, data: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is None:
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("a.txt", "x")
    else:
        path.write_bytes(data)

    with pytest.raises(TemplateError, match=f"{name} không dùng được: tệp không phải là tệp Word"):
        WordTemplate(path)


@pytest.mark.parametrize("name", ["../x", "..", "/x", "a/../../../x"])
def test_no_name_leads_out_of_the_output_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is outside"):
        output_path(output_folder(tmp_path / "out", "dot", "don-vi"), name)


def test_a_refused_write_leaves_the_old_file_and_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    write_whole(path, b"old")
    blocked = tmp_path / "bao-cao.docx" / "con.docx"

    with pytest.raises(OutputError, match=r"Không ghi được tệp .*con\.docx"):
        write_whole(blocked, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
def test_a_write_killed_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.pdf"
    write_whole(path, b"old")
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nimport baocao.write as w\n"
        "w.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "w.write_whole(Path(sys.argv[1]), b'new' * 1000)"
    )

    run = subprocess.run([sys.executable, "-c", code, str(path)], check=False, env=os.environ)

    assert run.returncode == -9
    assert path.read_bytes() == b"old"
