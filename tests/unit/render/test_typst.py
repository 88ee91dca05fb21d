"""Typst templates: what they may not do, what they may not lose, and which of them is used."""

import gc
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import page
import pytest

from baocao.errors import TemplateError
from baocao.model.campaign import PdfEngine
from baocao.model.document import Document, Heading, Paragraph, ParagraphStyle, Run, Table
from baocao.pipeline import Format, Printer, check_campaign
from baocao.render.sample_document import sample_document
from baocao.render.typst.document_json import MAY_BREAK, serialize
from baocao.render.typst.metadata import PdfObjects
from baocao.render.typst.printer import TypstPrinter
from baocao.workspace import CampaignFolder, TemplateFolders
from support import by_hand
from support.ink import legible_text
from support.pdf_file import PdfFile
from support.samples import ROOT
from support.trial import Trial

SHIPPED = ROOT / "templates"
DOCUMENT = sample_document("bao-cao")
HARMFUL = (
    '#import "@preview/cetz:0.3.4"',
    '#import ("@pre" + "view/cetz:0.3.4")',
    '#import "\\u{40}preview/cetz:0.3.4"',
    '#include "/etc/passwd"',
    "#eval(\"read('x')\")",
    "#dictionary(std)",
    '#plugin("x.wasm")',
)
OUTSIDE = ("/etc/passwd", "../../../etc/passwd", "/../phong/LiberationSerif-Regular.ttf")
LOSSES = (  # in which file what is left out, and what stands in its place
    ("van_ban", 'letterhead(van-ban.letterhead, van-ban.orientation == "landscape")', ""),
    ("van_ban", "form-head(van-ban.form_head)", ""),
    ("khoi", "attached(item.attached)", ""),
    ("van_ban", "if van-ban.addressees.len() > 0", "if false"),
    ("van_ban", "attached(appendix.attached)", ""),
    ("khoi", "for line in item.abstract", "for line in item.abstract.slice(1)"),
    ("khoi", "note(run.footnote)", ""),
    ("khoi", "table.header(..head.flatten()),", ""),
    ("khoi", "recipient(group.brace.words)", "[]"),
    ("khoi", "signature-note(each.note)", "[]"),
    ("khoi", 'items.enumerate() {\n    if "head"', 'items.slice(1).enumerate() {\n    if "head"'),
)
PRINTED = """
import hashlib
from pathlib import Path
from baocao.render.sample_document import sample_document
from baocao.render.typst.printer import TypstPrinter
from baocao.workspace import TemplateFolders
printer = TypstPrinter(TemplateFolders((Path("templates"),)))
print(hashlib.sha256(printer.render(sample_document("bao-cao"))).hexdigest())
"""
WITHOUT_TYPST = """
import sys
sys.modules["typst"] = None
from pathlib import Path
from baocao.errors import BaocaoError
from baocao.model.campaign import PdfEngine
from baocao.pipeline import Printer
from baocao.workspace import TemplateFolders
try:
    Printer(TemplateFolders((Path("templates"),)), PdfEngine.TYPST).prepare_pdf()
except BaocaoError as problem:
    print(problem)
"""


def folders(workspace: Path, **files: str) -> TemplateFolders:
    """Return a workspace's templates before the shipped ones; `a_b` stands for `a-b.typ`."""
    own = workspace / "templates" / "typst"
    own.mkdir(parents=True)
    for name, text in files.items():
        (own / f"{name.replace('_', '-')}.typ").write_text(text, "utf-8")
    return TemplateFolders((own.parent, SHIPPED))


def render(templates: TemplateFolders, document: Document = DOCUMENT) -> bytes:
    return Printer(templates, PdfEngine.TYPST).render(document, Format.PDF)


def read(pdf: bytes, folder: Path) -> PdfFile:
    path = folder / "in.pdf"
    path.write_bytes(pdf)
    return PdfFile(path)


def shipped(name: str) -> str:
    return (SHIPPED / "typst" / name).read_text("utf-8")


def test_the_sample_that_tries_templates_prints_by_the_shipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "thu.pdf"
    path.write_bytes(render(TemplateFolders((SHIPPED,))))

    assert page.validate_pdf(str(path), profile="3b").failures == []
    text = legible_text(path)
    assert all("".join(each.split()) in text for each in DOCUMENT.texts())


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_template_that_fetches_or_makes_code_is_refused(tmp_path: Path, harm: str) -> None:
    templates = folders(tmp_path, van_ban=f"{shipped('van-ban.typ')}\n{harm}\n")

    with pytest.raises(TemplateError, match=r"van-ban\.typ không dùng được: dòng \d+: mẫu có"):
        render(templates)


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path, path: str) -> None:
    templates = folders(tmp_path, van_ban=f'{shipped("van-ban.typ")}\n#read("{path}")\n')

    with pytest.raises(TemplateError, match=r"van-ban\.typ .*dòng \d+: Typst không in được"):
        render(templates)


def test_a_link_out_of_the_folder_is_not_there(tmp_path: Path) -> None:
    secret = tmp_path / "khac.typ"
    secret.write_text("#let x = 1", "utf-8")
    templates = folders(tmp_path, van_ban=f'#import "khac.typ": x\n{shipped("van-ban.typ")}')
    (tmp_path / "templates" / "typst" / "khac.typ").symlink_to(secret)

    with pytest.raises(TemplateError, match="dòng 1: Typst không in được"):
        render(templates)


def test_a_field_that_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    templates = folders(
        tmp_path, khoi=shipped("khoi.typ").replace("item.caption,", "item.captoin,")
    )
    printed = sample_document("bao-cao")
    faulty = replace(printed, title=replace(printed.title, attached=""))

    assert render(templates, faulty)  # a part that this document has not
    wrong = folders(tmp_path / "2", khoi=shipped("khoi.typ").replace("item.label", "item.lable"))
    with pytest.raises(TemplateError, match=r"khoi\.typ .*dòng \d+: Typst .*lable"):
        render(wrong)


@pytest.mark.parametrize(("name", "printing", "instead"), LOSSES)
def test_a_template_that_loses_something_prints_nothing(
    tmp_path: Path, name: str, printing: str, instead: str
) -> None:
    source = shipped(f"{name.replace('_', '-')}.typ")
    assert printing in source
    templates = folders(tmp_path, **{name: source.replace(printing, instead)})

    with pytest.raises(TemplateError, match="mẫu bỏ mất nội dung «"):
        render(templates)


def test_words_of_its_own_do_not_hide_what_a_template_loses(tmp_path: Path) -> None:
    source = shipped("khoi.typ").replace("attached(item.attached)", "[xxxxxxxxxxxxxxxxxxxxxx]")

    with pytest.raises(TemplateError, match="mẫu bỏ mất nội dung"):
        render(folders(tmp_path, khoi=source))


@pytest.mark.parametrize(
    "words", ["x" * 5000, " ".join(f"https://vidu.vn/{'abcdefghij' * 15}" for _ in range(60))]
)
def test_words_far_longer_than_a_line_are_printed_whole(tmp_path: Path, words: str) -> None:
    pdf = render(TemplateFolders((SHIPPED,)), by_hand.document(by_hand.paragraph(words)))

    path = tmp_path / "dai.pdf"
    path.write_bytes(pdf)
    assert "".join(words.split()) in legible_text(path)


def test_a_kinds_own_template_wins_over_the_general_one(tmp_path: Path) -> None:
    own = f"#set text(fill: red)\n{shipped('van-ban.typ')}"
    templates = folders(tmp_path, ke_hoach=own)

    general = read(render(templates), tmp_path)
    plan = read(render(templates, sample_document("ke-hoach")), tmp_path)

    assert {char.colour for char in general.chars} == {(0.0,)}
    assert (0.0,) not in {char.colour for char in plan.chars}


def test_the_bytes_repeat_whatever_was_printed_before() -> None:
    printer, other = (TypstPrinter(TemplateFolders((SHIPPED,))) for _ in range(2))

    printer.render(by_hand.with_everything())

    assert printer.render(DOCUMENT) == other.render(DOCUMENT)


@pytest.mark.slow
def test_another_process_prints_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINTED],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    own = hashlib.sha256(render(TemplateFolders((SHIPPED,)))).hexdigest()
    assert done.stdout.strip() == own


def test_a_campaign_names_its_engine_or_takes_weasyprint(tmp_path: Path) -> None:
    trial = Trial(tmp_path)
    usual, _ = check_campaign(CampaignFolder(trial.folder))
    trial.append("dot-bao-cao.yaml", "\nbo_dan_trang: typst\n")

    named, faults = check_campaign(CampaignFolder(trial.folder))

    assert faults == ()
    assert usual is not None
    assert named is not None
    assert (usual.engine, named.engine) == (PdfEngine.WEASYPRINT, PdfEngine.TYPST)


def test_a_printer_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printer = TypstPrinter(TemplateFolders((SHIPPED,)))
    assert list(tmp_path.iterdir())

    del printer
    gc.collect()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_without_the_extra_the_way_to_get_it_is_said() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TYPST], capture_output=True, encoding="utf-8", check=True
    )

    assert "pip install 'baocao[typst]'" in done.stdout


def test_words_wider_than_their_line_may_break_and_others_may_not() -> None:
    word = "dài" * 100
    document = by_hand.document(
        Heading(2, (f"1. {word}",)),
        Paragraph(ParagraphStyle.BODY, (Run("Lời thường và thuongthuong."),)),
    )

    written = serialize(document).data.decode()

    assert MAY_BREAK.join(word) in written
    assert written.count(MAY_BREAK) == len(word) - 1


def test_a_row_taller_than_a_page_goes_on_overleaf(tmp_path: Path) -> None:
    words = " ".join(f"chữ{n}" for n in range(3000))
    table = by_hand.merged_table(2, 1)
    (*first, last), *others = table.rows
    tall = replace(table, rows=((*first, replace(last, text=words)), *others))
    assert isinstance(tall, Table)

    path = tmp_path / "cao.pdf"
    path.write_bytes(render(TemplateFolders((SHIPPED,)), by_hand.document(tall)))

    text = legible_text(path)
    assert [word for word in words.split() if word not in text] == []


def test_a_stream_that_would_run_into_its_end_is_written_in_figures(tmp_path: Path) -> None:
    data = next(
        text for n in range(256) if zlib.compress(text := b"q Q" + b"\n" * n).endswith(b"\r")
    )
    pdf = render(TemplateFolders((SHIPPED,)))
    objects = PdfObjects(pdf)
    number = int(re.findall(rb"/Contents (\d+)", objects[objects.pages()[0]])[0])
    packed = zlib.compress(data)
    objects[number] = b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )

    joined = objects.to_bytes()

    path = tmp_path / "in.pdf"
    path.write_bytes(joined)
    assert b"/Filter[/ASCIIHexDecode/FlateDecode]" in joined
    failures = page.validate_pdf(str(path), profile="3b").failures
    assert [each for each in failures if "STREAM" in each.rule_id] == []


def test_shipped_templates_are_used_where_the_workspace_has_no_others(tmp_path: Path) -> None:
    copied = tmp_path / "templates"
    shutil.copytree(SHIPPED, copied)

    assert render(TemplateFolders((copied, SHIPPED))) == render(TemplateFolders((SHIPPED,)))
