"""Templates made to run code, read files or hang are refused, or stopped at a stated limit."""

import resource
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from baocao.render.templates.budget import MOST_CHARACTERS, MOST_STEPS
from baocao.render.templates.check_html import check_css, check_html
from baocao.render.templates.check_word import check_word
from baocao.workspace import TemplateFolders
from support.hostile import MAIN, SHIPPED, html, paragraph, replaced, word

SECONDS, MEGABYTES = 60, 2048
RELATIONS = "word/_rels/document.xml.rels"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOMB = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="x" Type="{KIND}/{kind}" Target="{target}"{mode}/></Relationships>'


def field(*instructions: str) -> str:
    code = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in instructions)
    begin, end = (f"<w:r><w:fldChar w:fldCharType='{each}'/></w:r>" for each in ("begin", "end"))
    return f"<w:p>{begin}{code}{end}</w:p>"


def said(path: Path) -> list[str]:
    return [each.message for each in check_word(path).diagnostics]


@pytest.mark.parametrize(
    ("kind", "target", "message"),
    [
        ("image", "http://example.invalid/a.png", "liên kết ra ngoài tệp: http://example.invalid"),
        ("image", "file:///etc/hostname", "liên kết ra ngoài tệp: file:///etc/hostname"),
        ("image", "\\\\may-chu\\anh.png", "liên kết ra ngoài tệp: \\\\may-chu\\anh.png"),
        ("hyperlink", "file:///etc/hostname", "liên kết ra ngoài tệp: file:///etc/hostname"),
        ("hyperlink", "javascript:x", "liên kết ra ngoài tệp: javascript:x"),
        ("attachedTemplate", "http://example.invalid/a.dotm", "liên kết tới tệp mẫu khác"),
        ("oleObject", "http://example.invalid/a", "đối tượng nhúng OLE"),
        ("frame", "http://example.invalid/a", "khung lấy từ tệp khác"),
        ("aFChunk", "phan.docx", "phần chèn từ tệp khác (altChunk)"),
    ],
)
def test_a_relationship_that_leads_outside_is_refused(
    kind: str, target: str, message: str, tmp_path: Path
) -> None:
    path = replaced(tmp_path, "</Relationships>", relation(kind, target), RELATIONS)

    found = said(path)

    assert any(f"Phần {RELATIONS}: mẫu có {message}".casefold() in m.casefold() for m in found)


@pytest.mark.parametrize("target", ["https://example.invalid/", "mailto:a@example.invalid", "#a"])
def test_a_link_for_a_reader_may_stay(target: str, tmp_path: Path) -> None:
    path = replaced(tmp_path, "</Relationships>", relation("hyperlink", target), RELATIONS)

    assert said(path) == []


@pytest.mark.parametrize(
    ("instructions", "name"),
    [
        (('INCLUDETEXT "/etc/hostname"',), "INCLUDETEXT"),
        (("INCL", 'UDEPICTURE "http://example.invalid/a.png"'), "INCLUDEPICTURE"),
        (("DDEAUTO c:\\\\cmd.exe",), "DDEAUTO"),
        ((" link Excel.Sheet.8 a.xls",), "LINK"),
        (("MACROBUTTON chay x",), "MACROBUTTON"),
        (('HYPERLINK "file:///etc/hostname"',), 'HYPERLINK "file:///etc/hostname"'),
        ((" ",), "không tên"),
    ],
)
def test_a_field_that_fetches_is_refused(
    instructions: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    path = word(tmp_path, body=field(*instructions))

    assert said(path) == [f"phần {MAIN}: mẫu có trường tự động {name}."]


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES \\* MERGEFORMAT", "= 1 + 2", "DATE"])
def test_a_harmless_field_may_stay(code: str, tmp_path: Path) -> None:
    assert said(word(tmp_path, body=field(code))) == []


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("word/vbaProject.bin", "tệp con: mẫu có macro (word/vbaProject.bin)."),
        ("word/embeddings/a.bin", "tệp con: mẫu có đối tượng nhúng (word/embeddings/a.bin)."),
        ("word/a.exe", "tệp con: mẫu có tệp lạ (word/a.exe)."),
    ],
)
def test_code_and_embedded_files_are_refused(part: str, message: str, tmp_path: Path) -> None:
    assert said(word(tmp_path, {part: b"x"})) == [message]


def test_a_macro_document_is_refused_by_its_content_type(tmp_path: Path) -> None:
    old = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    new = "application/vnd.ms-word.document.macroEnabled.main+xml"

    found = said(replaced(tmp_path, old, new, "[Content_Types].xml"))

    assert found == ["phần [Content_Types].xml: mẫu có macro."]


@pytest.mark.parametrize("element", ["<w:altChunk/>", "<w:subDoc/>"])
def test_an_element_that_brings_another_file_is_refused(element: str, tmp_path: Path) -> None:
    (found,) = said(word(tmp_path, body=element))

    assert "lấy từ tệp khác" in found or "chèn từ tệp khác" in found


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE x [<!ENTITY a0 'x'>{BOMB}]>",
        '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    ],
)
@pytest.mark.parametrize("use", ["&a11;", "&e;", ""])
def test_definitions_of_xml_are_refused(doctype: str, use: str, tmp_path: Path) -> None:
    path = replaced(tmp_path, "?>", f"?>{doctype}", "docProps/app.xml")
    path = word(tmp_path, {"docProps/app.xml": f"{doctype}<x a='{use}'>{use}</x>".encode()})

    (found,) = said(path)

    assert "DOCTYPE" in found or "docProps/app.xml" in found


def test_a_tag_hidden_in_a_comment_is_refused(tmp_path: Path) -> None:
    (found,) = said(replaced(tmp_path, "<w:body>", "<!-- {{ kind }} --><w:body>"))

    assert found == f"phần {MAIN}: mẫu có thẻ giấu trong chú giải của XML."


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ ''.__class__ }}", "tên bắt đầu bằng «_» (__class__) không dùng được trong mẫu."),
        ("{{ ''['__class__'] }}", "tên bắt đầu bằng «_» (__class__) không dùng được trong mẫu."),
        ("{{ 2 ** 99 }}", "phép lũy thừa «**» không dùng được trong mẫu."),
        ("{{ cycler }}", "không có trường «cycler»."),
        ("{{ namespace }}", "không có trường «namespace»."),
        ("{{ lipsum }}", "không có trường «lipsum»."),
        ("{{ ''|attr('x') }}", "không có bộ lọc hay phép thử «attr»."),
        ("{{ kind|safe }}", "không có bộ lọc hay phép thử «safe»."),
        ("{{ kind|center(9) }}", "không có bộ lọc hay phép thử «center»."),
        ("{% include 'a' %}", "thẻ include tệp khác không dùng được trong mẫu."),
        ("{% extends 'a' %}", "thẻ extends tệp khác không dùng được trong mẫu."),
        ("{% import 'a' as a %}", "thẻ import tệp khác không dùng được trong mẫu."),
        ("{% autoescape false %}{% endautoescape %}", "thẻ autoescape không dùng được trong mẫu."),
    ],
)
def test_what_templates_may_not_say_is_refused(body: str, message: str, tmp_path: Path) -> None:
    found = said(word(tmp_path, body=paragraph(body)))

    assert any(each.startswith("Thân văn bản, đoạn 1: ") and message in each for each in found)


def in_a_process(code: str, *arguments: str) -> str:
    """Run code with little memory and time; what it prints is the answer."""
    script = textwrap.dedent(code)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024**2,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        timeout=10 * SECONDS,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


RENDER = """
    import sys
    from baocao.render.templates import budget
    from baocao.render.templates.budget import limited
    from baocao.render.templates.sandbox import environment
    budget.MOST_STEPS //= 5
    budget.MOST_CHARACTERS //= 5
    try:
        with limited():
            environment().from_string(sys.argv[1]).render(dong=("a", "b"))
    except Exception as problem:
        print(problem)
"""
STEPS = "mẫu đòi quá nhiều việc (giới hạn 1 triệu bước cho một văn bản)"
LETTERS = "mẫu đòi quá nhiều việc (giới hạn 20 triệu chữ cho một văn bản)"
MANY = "{% for a in range(9999) %}"
END = "{% endfor %}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "message"),
    [
        (f"{MANY * 5}x{END * 5}", STEPS),
        (f"{MANY * 2}{{{{ dong|join }}}}{END * 2}", STEPS),
        (f"{{% macro m() %}}{MANY * 3}{END * 3}{{% endmacro %}}{{{{ m() }}}}", STEPS),
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
            "{{ m(60) }}",
            STEPS,
        ),
        (f"{{% set x = 'x' %}}{'{% set x = x ~ x %}' * 60}", LETTERS),
        (f"{{% set x = 'x' %}}{'{% set x = x + x %}' * 60}", LETTERS),
        (f"{{% set x = 'xx' %}}{'{% set x %}{{ x }}{{ x }}{% endset %}' * 60}", LETTERS),
        (f"{{% set x = 'xx' %}}{'{% set x = [x, x]|join(x) %}' * 60}", LETTERS),
        (f"{MANY * 2}{'x' * 5000}{END * 2}", LETTERS),
        ("{{ range(1000000000)|list }}", "range chỉ đếm tới 10000 số"),
        ("{{ 'x' * 1000000000 }}", "phép «*» chỉ dùng cho số dưới 1 triệu tỷ"),
        ("{{ '%1000000000d' % 1 }}", "phép «%» chỉ dùng cho số dưới 1 triệu tỷ"),
        (f"{{% set x = 9 %}}{'{% set x = x * x %}' * 60}", "phép «*» chỉ dùng cho số"),
        ("{{ '{:1000000000}'.format(1) }}", "không được gọi «format»"),
        ("{{ 'x'.center(1000000000) }}", "không được gọi «center»"),
        ("{{ 'x'.__class__ }}", "tên bắt đầu bằng «_» (__class__) không dùng được trong mẫu"),
        ("{{ dong|map(attribute='__class__')|join }}", "unsafe"),
        ("{{ 1.5|round(1000000000, 'ceil') }}", "bộ lọc round chỉ làm tròn tới 10 chữ số"),
        ("{% for a in dong recursive %}{{ loop(dong) }}{% endfor %}", "vòng lặp recursive"),
        ("{{ dong }}", "thẻ in cả một nhóm trường hoặc một dãy chứ không phải một giá trị"),
        (f"{{{{ {'(' * 3000}1{')' * 3000} }}}}", "recursion"),
    ],
)
def test_no_tag_runs_code_or_goes_on_for_ever(source: str, message: str) -> None:
    assert message in in_a_process(RENDER, source)


def test_the_limits_are_those_that_the_readme_states() -> None:
    assert (MOST_STEPS, MOST_CHARACTERS) == (5_000_000, 100_000_000)


CHECK = """
    import sys
    from pathlib import Path
    from baocao.render.templates.check_word import check_word
    for each in check_word(Path(sys.argv[1])).diagnostics:
        print(each.message)
"""


@pytest.mark.slow
def test_a_bomb_of_zeros_is_not_inflated(tmp_path: Path) -> None:
    path = word(tmp_path, {"word/media/a.png": bytes(60 * 1024**2)})

    assert "tệp con «word/media/a.png» phình ra quá nhiều" in in_a_process(CHECK, str(path))


@pytest.mark.slow
def test_a_package_too_large_when_inflated_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path, {f"word/media/{n}.png": bytes(1024**2) for n in range(70)})

    found = in_a_process(CHECK, str(path))

    assert "Tệp mẫu quá lớn khi giải nén, quá giới hạn 64 MB." in found


@pytest.mark.slow
def test_a_package_of_very_many_members_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path, {f"word/{n}.txt": b"" for n in range(50_000)})

    found = in_a_process(CHECK, str(path))

    assert found == "Tệp mẫu có 50013 tệp con, quá giới hạn 1000 tệp con.\n"


@pytest.mark.parametrize("name", ["../a.xml", "/etc/a", "word\\a", "c:a", "word/../../a"])
def test_a_name_that_leads_outside_is_refused(name: str, tmp_path: Path) -> None:
    (found,) = said(word(tmp_path, {name: b"x"}))

    assert found == f"Tệp mẫu là một tệp nén bất thường: tên tệp con «{name}» trỏ ra ngoài."


def test_overlapping_members_are_refused(tmp_path: Path) -> None:
    path = word(tmp_path)
    with zipfile.ZipFile(path, "a") as package:
        first = package.infolist()[0]
        for number in range(3):
            again = zipfile.ZipInfo(f"word/{number}.txt")
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.file_size, again.compress_size = first.file_size, first.compress_size
            again.compress_type = first.compress_type
            package.filelist.append(again)
            package.NameToInfo[again.filename] = again
        package._didModify = True  # type: ignore[attr-defined] # noqa: SLF001 - only so it lies

    assert "các tệp con nằm chồng lên nhau" in "".join(said(path))


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        b"{{" * 500_000,
        b"<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" * 200_000,
    ],
)
def test_a_part_of_nothing_but_openings_ends_soon(data: bytes, tmp_path: Path) -> None:
    path = word(tmp_path, {"docProps/app.xml": b"<a>" + data + b"</a>"})

    assert in_a_process(CHECK, str(path))


@pytest.mark.slow
def test_very_many_tags_are_refused(tmp_path: Path) -> None:
    path = word(tmp_path, body=paragraph("{{ kind }}") * 6000)

    assert "Tệp mẫu có quá nhiều thẻ, quá giới hạn 5000 thẻ" in in_a_process(CHECK, str(path))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<script>x</script>", "Dòng 28: mẫu có phần tử <script>."),
        ('<p onclick="x">', "Dòng 28: mẫu có lệnh onclick."),
        ('<img src="file:///etc/hostname">', "liên kết ra ngoài thư mục mẫu: file:///etc/hostname"),
        ('<img src="https://example.invalid/a">', "liên kết ra ngoài thư mục mẫu: https://example"),
        ('<p style="background: url(//a.invalid/b)">', "ra ngoài thư mục mẫu: //a.invalid/b"),
        ('<a href="javascript:x">', "mẫu có lệnh javascript:."),
        ("{{ letterhed.motto }}", "không có trường «letterhed». Có phải là «letterhead»?"),
        ("{{ khoi.bloks(blocks) }}", "không có trường «khoi.bloks». Có phải là «blocks»?"),
        ("{% include 'khong-co.html' %}", "Tệp mẫu: không có tệp mẫu «khong-co.html»."),
        ("{% include kind %}", "tên tệp không viết thẳng không dùng được trong mẫu."),
        ("{% include '../x.html' %}", "tên tệp không viết thẳng không dùng được trong mẫu."),
        ("{{ kind", "không hiểu được thẻ"),
        ("{{ letterhead }}", "in cả một nhóm trường hoặc một dãy chứ không phải một giá trị."),
    ],
)
def test_a_fault_of_an_html_template_is_told_with_its_line(
    body: str, message: str, tmp_path: Path
) -> None:
    html(tmp_path, "van-ban.html", "<body>", f"<body>{body}")
    folders = TemplateFolders((tmp_path / "templates", SHIPPED))

    found = check_html(folders, "van-ban.html").diagnostics

    assert any(message in each.message for each in found), [each.message for each in found]


def test_a_slip_in_a_part_is_found_where_it_stands(tmp_path: Path) -> None:
    path = html(tmp_path, "khoi.html", "item.columns > 1", "item.colums > 1")
    folders = TemplateFolders((tmp_path / "templates", SHIPPED))

    (found,) = check_html(folders, "van-ban.html").diagnostics

    assert (found.span.file, found.span.line) == (path, 17)
    assert found.message == "Dòng 17: không có trường «item.colums». Có phải là «columns»?"


def test_a_block_that_replaces_nothing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "templates" / "html" / "ke-hoach.html"
    path.parent.mkdir(parents=True)
    path.write_text('{% extends "van-ban.html" %}{% block titel %}{% endblock %}', "utf-8")

    found = check_html(TemplateFolders((tmp_path / "templates", SHIPPED)), path.name).diagnostics

    assert [each.message for each in found] == [
        "Dòng 1: mẫu gốc không có khối «titel» nên khối này không in ra đâu cả. Có phải là «title»?"
    ]


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("@import 'https://example.invalid/a.css';", "ra ngoài thư mục mẫu: https://example"),
        ("@\\69mport url(//example.invalid/a);", "ra ngoài thư mục mẫu: //example.invalid/a"),
        ("p { background: u\\72l('file:///etc/hostname') }", "mẫu: file:///etc/hostname"),
        ("p { background: url(../../x.png) }", "ra ngoài thư mục mẫu: ../../x.png"),
        (
            "p {" + "".join(f"--a{n}: var(--a{n + 1}) var(--a{n + 1});" for n in range(40)) + "}",
            "mẫu có biến CSS gọi nhau quá nhiều.",
        ),
    ],
)
def test_a_style_sheet_fetches_only_what_is_its_own(css: str, message: str, tmp_path: Path) -> None:
    path = html(tmp_path, "van-ban.css", "@page {", f"{css}\n@page {{")

    assert any(message in each.message for each in check_css(path))


def test_the_shipped_pages_have_no_fault() -> None:
    assert check_html(TemplateFolders((SHIPPED,)), "van-ban.html").diagnostics == ()
    assert check_css(SHIPPED / "html" / "van-ban.css") == ()
