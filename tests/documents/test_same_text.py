"""Word and PDF say the same, word for word."""

import pytest

from support.built import Documents, both_engines
from support.pdf_file import PdfFile
from support.samples import EVERY, SAMPLES, Sample
from support.word_file import WordFile
from support.words import first_difference, mended, words


@both_engines
@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_word_and_pdf_carry_the_same_words_in_the_same_order(
    documents: Documents, sample: Sample
) -> None:
    word, pdf = documents.word(sample), documents.pdf(sample)

    in_word = words_of_word(word)
    in_pdf = words_of_pdf(pdf, in_word)

    assert first_difference(in_word, in_pdf) == ""


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_all_that_the_pdf_prints_beside_the_text_is_page_numbers(
    documents: Documents, sample: Sample
) -> None:
    pdf = documents.pdf(sample)

    assert all(text.strip().isdecimal() for text in pdf.untagged.values()), pdf.untagged


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("tag", ["{{", "}}", "{%", "%}", "{#"])
def test_no_tag_of_a_template_is_left_over(documents: Documents, sample: Sample, tag: str) -> None:
    word, pdf = documents.word(sample), documents.pdf(sample)

    in_word = [name for name, data in word.parts.items() if tag.encode() in data]
    in_pdf = [page.number for page in pdf.pages if tag in "".join(c.text for c in page.chars)]

    assert (in_word, in_pdf) == ([], [])


def test_a_word_torn_after_a_slash_counts_as_one() -> None:
    whole = ["số", "34-CT/TW", "ngày"]

    assert mended(["số 34-CT/", "TW ngày"], whole) == whole


def test_a_word_torn_elsewhere_counts_as_two() -> None:
    assert mended(["số 34-C", "T/TW"], ["số", "34-CT/TW"]) == ["số", "34-C", "T/TW"]


def test_a_lost_word_is_named_with_those_before_it() -> None:
    assert first_difference(["a", "b", "c"], ["a", "b"]) == "after «a b»: «c» and «None»"


def words_of_word(file: WordFile) -> list[str]:
    return [word for paragraph in file.paragraphs for word in words(paragraph.text)]


def words_of_pdf(file: PdfFile, whole: list[str]) -> list[str]:
    return mended((line.text for block in file.blocks for line in block.lines), whole)
