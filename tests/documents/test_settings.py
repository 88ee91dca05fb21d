"""Fonts, sizes, weights, slants, capitals and colour, element by element, in both formats."""

import pytest

from support.built import Documents, both_engines
from support.decree import CENTRED, SETTINGS, Setting
from support.elements import Element, Named, named, of, pdf_pieces, word_pieces
from support.samples import SAMPLES, Sample, facts

PDF_FONTS = ("Liberation-Serif", "LiberationSerif", "TimesNewRoman", "Times-New-Roman", "Tinos")
SAME_PLACE = 0.5  # mm
MIDDLE_OF_THE_PAPER = 105  # mm
PRINTED_ON_THE_LEFT = (Element.PARENT_BODY, Element.ISSUING_BODY, Element.NUMBER)
PRINTED_ON_THE_RIGHT = (Element.NATIONAL_NAME, Element.MOTTO, Element.PLACE_AND_DATE)
PRINTED_IN_THE_MIDDLE = (Element.TYPE_NAME, Element.ABSTRACT, Element.PART)
SIGNED = (Element.AUTHORITY, Element.SIGNER)


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_every_element_is_set_as_the_decree_wants(
    documents: Documents, sample: Sample, ending: str
) -> None:
    elements = elements_of(documents, sample, ending)

    faults = [
        f"{each.element.name}: «{each.piece.text}»: {fault}"
        for each in elements
        for fault in faults_of(each, SETTINGS[each.element])
    ]

    assert faults == []


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_word_names_times_new_roman_in_black_for_every_letter(
    documents: Documents, sample: Sample
) -> None:
    paragraphs = documents.word(sample).paragraphs

    formats = {run.format for paragraph in paragraphs for run in paragraph.runs}

    assert {font for each in formats for font in each.fonts} == {"Times New Roman"}
    assert {each.colour for each in formats} <= {"000000", "auto"}


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_pdf_is_set_in_a_face_of_the_widths_of_times_new_roman_in_black(
    documents: Documents, sample: Sample
) -> None:
    chars = documents.pdf(sample).chars

    foreign = {char.font for char in chars if not char.font.startswith(PDF_FONTS)}
    coloured = {char.colour for char in chars if any(char.colour)}

    assert (foreign, coloured) == (set(), set())


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_word_centres_what_the_decree_wants_centred(documents: Documents, sample: Sample) -> None:
    elements = elements_of(documents, sample, "docx")

    formats = [(piece.text, piece.word) for piece in of(elements, *CENTRED)]

    askew = [
        text
        for text, look in formats
        if look is None or (look.align, look.first_line, look.left) != ("center", 0, look.right)
    ]
    assert askew == []


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize(
    "group",
    [PRINTED_ON_THE_LEFT, PRINTED_ON_THE_RIGHT, PRINTED_IN_THE_MIDDLE, SIGNED],
    ids=["left-head", "right-head", "middle", "signature"],
)
def test_pdf_prints_what_belongs_together_about_one_middle(
    documents: Documents, sample: Sample, group: tuple[Element, ...]
) -> None:
    elements = elements_of(documents, sample, "pdf")

    centres = [piece.pdf[1].centre for piece in of(elements, *group) if piece.pdf is not None]

    columns = len(facts(sample).signatures) if group == SIGNED else 1
    sides = [centre for centre in centres if columns == 1 or centre < MIDDLE_OF_THE_PAPER]
    assert max(sides) - min(sides) < SAME_PLACE
    others = [centre for centre in centres if centre not in sides]
    assert max(others, default=0) - min(others, default=0) < SAME_PLACE
    assert bool(others) == (columns == 2)


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_recipients_stand_flush_left(documents: Documents, sample: Sample) -> None:
    wanted = (Element.RECIPIENTS_LABEL, Element.RECIPIENT)
    in_word = of(elements_of(documents, sample, "docx"), *wanted)
    in_pdf = of(elements_of(documents, sample, "pdf"), *wanted)

    indents = {(p.word.align, p.word.left, p.word.first_line) for p in in_word if p.word}
    starts = [piece.pdf[1].x0 for piece in in_pdf if piece.pdf is not None]

    assert indents <= {("left", 0, 0)}
    assert not starts or max(starts) - min(starts) < SAME_PLACE


def elements_of(documents: Documents, sample: Sample, ending: str) -> tuple[Named, ...]:
    if ending == "docx":
        return named(word_pieces(documents.word(sample)), sample)
    return named(pdf_pieces(documents.pdf(sample)), sample)


def faults_of(each: Named, setting: Setting) -> list[str]:
    looks = each.piece.looks
    smallest, largest = setting.sizes
    faults = [f"{look.size} pt" for look in looks if not smallest <= look.size <= largest]
    if setting.bold is not None:
        faults += [f"bold: {look.bold}" for look in looks if look.bold is not setting.bold]
    if setting.italic is not None:
        faults += [f"italic: {look.italic}" for look in looks if look.italic is not setting.italic]
    if setting.capitals and each.piece.text != each.piece.text.upper():
        faults.append("not in capitals")
    return sorted(set(faults))
