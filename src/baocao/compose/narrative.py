"""The outline with a unit's answers under its headings."""

from collections.abc import Iterator, Mapping

from baocao.compose.lines import centred
from baocao.compose.markup import BlockStyle, Inline, blocks
from baocao.model import content, document
from baocao.model.expression import Problem, evaluate
from baocao.model.numbering import number
from baocao.model.outline import Numbering, Outline, Section
from baocao.model.tabulation import Tabulation
from baocao.vietnamese.text import bind

_STYLES = {
    BlockStyle.PARAGRAPH: document.ParagraphStyle.BODY,
    BlockStyle.DASH: document.ParagraphStyle.DASH,
    BlockStyle.PLUS: document.ParagraphStyle.PLUS,
}
_LEADS = {BlockStyle.DASH: "- ", BlockStyle.PLUS: "+ "}


def narrative(
    outline: Outline,
    answers: Mapping[str, content.Answer],
    tabulations: Mapping[str, Tabulation],
) -> Iterator[document.Block]:
    """Give the headings and paragraphs of the whole outline, in order."""
    yield from _sections(outline.sections, 1, "", _Writer(answers, tabulations))


class _Writer:
    """Turns answers into paragraphs; holds what every section needs to be printed."""

    def __init__(
        self,
        answers: Mapping[str, content.Answer],
        tabulations: Mapping[str, Tabulation],
    ) -> None:
        self.answers = answers
        self.tabulations = tabulations

    def paragraphs(self, section: Section) -> Iterator[document.Paragraph]:
        answer = self.answers.get(section.id) if section.id is not None else None
        for block in blocks(answer.text) if answer is not None else ():
            lead = _LEADS.get(block.style, "")
            runs = tuple(self._run(inline) for inline in block.inlines)
            leading = (document.Run(lead),) if lead else ()
            yield document.Paragraph(_STYLES[block.style], leading + runs)

    def _run(self, inline: Inline) -> document.Run:
        if not inline.is_reference:
            return document.Run(bind(inline.text), inline.bold, inline.italic)
        printed = evaluate(inline.text, self.tabulations)
        if isinstance(printed, Problem):
            message = f"{inline.text}: {printed} after validation"
            raise TypeError(message)
        return document.Run(printed, inline.bold, inline.italic)


def _sections(
    sections: tuple[Section, ...], level: int, above: str, writer: _Writer
) -> Iterator[document.Block]:
    for place, section in enumerate(sections, start=1):
        own_number = number(section.numbering, place, above)
        yield document.Heading(level, _heading_lines(section, own_number))
        yield from writer.paragraphs(section)
        yield from _sections(section.children, level + 1, own_number, writer)


def _heading_lines(section: Section, own_number: str) -> tuple[str, ...]:
    """Put a part's number on its own line over the title (Phụ lục I, mục II.6.d)."""
    if section.numbering is Numbering.PART:
        return (own_number, *centred(section.lines))
    return (f"{own_number} {bind(section.title)}".strip(),)
