"""Laying out a page has an end: its pages are counted, its time is measured."""

import shutil
import time
from pathlib import Path

import pytest

from baocao.errors import TemplateError
from baocao.render.html.deadline import TooSlowError, seconds_for, stopped_after
from baocao.render.html.pdf import PdfPrinter
from baocao.workspace import TemplateFolders
from support import by_hand
from support.hostile import SHIPPED

MARK = "</main>"
SOON = 30  # seconds of processor


@pytest.mark.slow
def test_more_pages_than_words_explain_are_refused(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(SHIPPED, templates)
    page = templates / "html" / "van-ban.html"
    rows = "<p style='break-before: page'>.</p>" * 400
    text = page.read_text("utf-8")
    assert MARK in text
    page.write_text(text.replace(MARK, rows + MARK), "utf-8")
    started = time.process_time()

    with pytest.raises(TemplateError, match=r"quá 3\d\d trang, nhiều hơn hẳn số chữ của văn bản"):
        PdfPrinter(TemplateFolders((templates,))).render(by_hand.document())

    assert time.process_time() - started < SOON


def test_a_layout_that_does_not_end_is_stopped() -> None:
    started = time.monotonic()

    with pytest.raises(TooSlowError, match="dàn trang quá 0 giây mà chưa xong"):
        lay_out_for_ever()

    assert time.monotonic() - started < SOON


def test_the_time_allowed_grows_with_the_page() -> None:
    assert seconds_for("") == 120
    assert seconds_for("a" * 500_000) == 420


def test_nothing_is_stopped_after_its_end() -> None:
    with stopped_after(0.05):
        pass

    time.sleep(0.1)


def lay_out_for_ever() -> None:
    with stopped_after(0.2):
        while True:
            pass
