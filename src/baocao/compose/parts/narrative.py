"""The outline with a unit's answers under its headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from baocao.calc.headings import NumberedSection, numbered_items, numbered_sections
from baocao.calc.tabulation import Tabulation
from baocao.compose.parts.answers import CHECKED, UNCHECKED, format_answer
from baocao.compose.parts.appendix import form_blocks
from baocao.compose.parts.prose import paragraphs
from baocao.layout.fitting import as_portrait
from baocao.layout.line_breaking import centred_lines
from baocao.model import document, paper
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign
from baocao.model.content import Report
from baocao.model.outline import ChecksType, Numbering, Outline, Passage, Section
from baocao.model.text import Text
from baocao.vietnamese.text import bind

_ITEM_STYLES = {
    Numbering.DASH: document.ParagraphStyle.DASH,
    Numbering.PLUS: document.ParagraphStyle.PLUS,
    Numbering.BOX: document.ParagraphStyle.DASH,
}
_DEEPEST = 6  # the levels of heading that the templates have
_ENDS_A_TITLE = (":", "?")


def narrative(
    outline: Outline,
    answers: Mapping[str, paper.Answer],
    tabulations: Mapping[str, Tabulation],
    blanks: Mapping[str, str],
    pictures: Mapping[str, tuple[document.Picture, ...]] = MappingProxyType({}),
) -> Iterator[document.Block]:
    """Yield the headings and paragraphs of the whole outline; `blanks` fill its titles.

    `pictures` are by section id; they follow the section's own text.
    The first level is the parts' (Phần); an outline without parts begins at the second.
    """
    has_parts = any(heading.is_part for heading in numbered_sections(outline))
    printer = _Printer(answers, tabulations, blanks, 1 if has_parts else 2)
    for item in numbered_items(outline):
        if isinstance(item, Passage):
            yield from printer.passage(item)
        else:
            yield from printer.section(item)
            yield from pictures.get(item.section.id or "", ())


def title_blanks(campaign: Campaign, report: Report) -> dict[str, str]:
    """Return the values of the blanks in titles, by the blank's id."""
    return campaign.blanks_of(report.unit) | {
        key: text.stripped for key, text in report.blanks.items()
    }


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints what the outline asks; `first_level` is that of the outermost headings."""

    answers: Mapping[str, paper.Answer]
    tabulations: Mapping[str, Tabulation]
    blanks: Mapping[str, str]
    first_level: int

    def passage(self, passage: Passage) -> Iterator[document.Paragraph]:
        """Yield the author's words; their footnote is called at the end."""
        *before, last = paragraphs(passage.text, self.tabulations, self.blanks)
        yield from before
        *runs, end = last.runs
        yield replace(last, runs=(*runs, replace(end, footnote=self._footnote(passage))))

    def section(self, heading: NumberedSection) -> Iterator[document.Block]:
        """Yield a title and the answer under it.

        A short answer stands on its title's line, as in `1. Tổng số: 45 người`; the line is then
        text, and a heading only if more follows under it.
        """
        section = heading.section
        answer = self.answers.get(section.id or "")
        value = None if answer is None else answer.value
        if answer is None or answer.is_blank:
            yield from self._titled(heading, fill(section.text_if_empty, self.blanks))
        elif section.is_prose:
            yield from self._prose(heading, answer.text)
        elif isinstance(section.answer_type, ChecksType):
            yield self._title(heading, closing=":")
            yield from _boxes(section.answer_type.choices, value)
        else:
            yield from self._titled(heading, format_answer(section, value))
        if section.form is not None:
            yield from _table(self.tabulations[section.form])

    def _prose(self, heading: NumberedSection, text: Text) -> Iterator[document.Block]:
        """Yield words under a heading, or after the title of an item that is text."""
        first, *rest = paragraphs(text, self.tabulations)
        goes_on = first.style is document.ParagraphStyle.BODY
        if heading.section.numbering.counts or not goes_on:
            yield self._title(heading)
            yield first
        else:
            line = self._line(heading, "")
            yield replace(line, runs=(*line.runs, *first.runs))
        yield from rest

    def _titled(self, heading: NumberedSection, words: str) -> Iterator[document.Block]:
        """Yield a title with a short text on its line, or under it if it must be a heading."""
        section = heading.section
        is_line = not section.numbering.counts or not (
            section.is_prose or section.sections() or heading.is_part
        )
        if not words:
            yield self._title(heading)
        elif is_line:
            yield self._line(heading, words)
        else:
            yield self._title(heading)
            yield document.Paragraph(document.ParagraphStyle.BODY, (document.Run(bind(words)),))

    def _title(self, heading: NumberedSection, closing: str = "") -> document.Block:
        section = heading.section
        footnote = self._footnote(section)
        if not section.numbering.counts:
            style = _ITEM_STYLES.get(section.numbering, document.ParagraphStyle.BODY)
            text = f"{heading.number} {_closed(self._words(section), closing)}".strip()
            return document.Paragraph(
                style, (document.Run(bind(text), footnote=footnote),), keeps_next=True
            )
        level = min(self.first_level + len(heading.above), _DEEPEST)
        return document.Heading(level, self._heading_lines(heading, closing), footnote)

    def _line(self, heading: NumberedSection, words: str) -> document.Paragraph:
        """Join a title and its answer; the title's footnote comes before the colon."""
        section = heading.section
        title = _closed(f"{heading.number} {self._words(section)}".strip(), ":")
        footnote = self._footnote(section)
        text = bind(f"{title} {words}")
        end = len(title) - title.endswith(":") if footnote else len(title) + 1
        runs = (document.Run(text[:end], footnote=footnote), document.Run(text[end:]))
        style = _ITEM_STYLES.get(section.numbering, document.ParagraphStyle.BODY)
        return document.Paragraph(style, tuple(run for run in runs if run.text))

    def _heading_lines(self, heading: NumberedSection, closing: str) -> tuple[str, ...]:
        """Return the lines of a heading: a part's number over its title (Phụ lục I, II.6.d)."""
        if heading.is_part:
            lines = tuple(fill(line, self.blanks) for line in heading.section.lines)
            return (heading.number, *centred_lines(lines))
        title = _closed(self._words(heading.section), closing)
        return (f"{heading.number} {bind(title)}".strip(),)

    def _words(self, section: Section) -> str:
        return fill(" ".join(section.lines), self.blanks)

    def _footnote(self, item: Section | Passage) -> str:
        return bind(fill(item.footnote, self.blanks))


def _closed(title: str, mark: str) -> str:
    """Append a mark to a title, unless it already ends with one that leads on."""
    if not mark or title.endswith(_ENDS_A_TITLE):
        return title
    return f"{title.rstrip(' .;')}{mark}"


def _boxes(
    choices: tuple[str, ...], checked: paper.AnswerValue | None
) -> Iterator[document.Paragraph]:
    """Yield a line for every choice, its box before it."""
    for choice in choices:
        is_checked = isinstance(checked, tuple) and choice in checked
        text = bind(f"{CHECKED if is_checked else UNCHECKED} {choice}")
        yield document.Paragraph(document.ParagraphStyle.DASH, (document.Run(text),))


def _table(tabulation: Tabulation) -> tuple[document.Block, ...]:
    """Return a form's table as wide as the report's upright page."""
    _, table = form_blocks(replace(tabulation, form=as_portrait(tabulation.form)))
    return table
