"""`ke-hoach`: a unit's own plan, by its own outline."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from baocao.calc.tabulation import Tabulation, tabulate_all
from baocao.compose.parts.letterhead import letterhead, title_block
from baocao.compose.parts.markup import MarkdownBlock, parse_line
from baocao.compose.parts.properties import properties
from baocao.compose.parts.prose import closing_lines, paragraphs, runs
from baocao.compose.parts.recipients import recipients
from baocao.compose.parts.signature import keep_with_signature, signature
from baocao.layout.text_table import text_table
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import Plan, UnitContent
from baocao.model.document import (
    Block,
    Document,
    Heading,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Run,
)
from baocao.model.free_outline import Mark, NumberedPart
from baocao.model.paper import Answer
from baocao.vietnamese.text import bind

_STYLES = {
    Mark.STAR: ParagraphStyle.DASH,
    Mark.DASH: ParagraphStyle.DASH,
    Mark.PLUS: ParagraphStyle.PLUS,
}
_FIRST_LEVEL, _DEEPEST = 2, 6  # level 1 is that of parts (Phần), which a plan lacks
_LONGEST_TITLE = 40  # words; a longer one is a paragraph
_ENDS = " ;.,"


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    plan = content.plan
    if plan is None:
        message = f"{content.unit.id} has no plan"
        raise ValueError(message)
    tabulations = tabulate_all(campaign.forms, content.statistics)
    abstract = tuple(text.stripped for text in plan.abstract) or required.abstract
    subject = replace(required, abstract=abstract)
    body = (
        *_bases(plan),
        *_prose(plan.opening, tabulations),
        *_items(plan.items, tabulations, subject.subject),
        *(
            closing_lines(campaign, required, plan.unit)
            if plan.closing is None
            else _prose(plan.closing, tabulations)
        ),
    )
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, required, plan, Orientation.PORTRAIT),
        title=title_block(required, abstract),
        addressees=(),
        blocks=keep_with_signature(body),
        recipients=recipients(campaign, required, plan),
        signature=signature(campaign, plan, campaign.outline.signature_note),
        appendices=(),
        properties=properties(campaign, subject, plan),
    )


def _bases(plan: Plan) -> Iterator[Paragraph]:
    """Yield the legal grounds, a line each, `;` after each and `.` after the last (II.6.a)."""
    for place, text in enumerate(plan.bases, start=1):
        end = "." if place == len(plan.bases) else ";"
        words = bind(f"{text.stripped.removeprefix('- ').strip(_ENDS)}{end}")
        yield Paragraph(ParagraphStyle.BODY, (Run(words, italic=True),))


def _prose(answer: Answer | None, tabulations: Mapping[str, Tabulation]) -> Iterator[Paragraph]:
    if answer is not None and not answer.is_blank:
        yield from paragraphs(answer.text, tabulations)


def _items(
    items: tuple[NumberedPart, ...], tabulations: Mapping[str, Tabulation], subject: str
) -> Iterator[Block]:
    """Yield the free outline; a table's caption is the last text above it."""
    caption = subject
    for item, below in pairwise((*items, None)):
        if item is None:
            continue
        if item.part.mark is Mark.TABLE:
            rows = (row.cells for row in item.part.rows)
            printed = tuple(tuple(_words(cell, tabulations) for cell in row) for row in rows)
            yield text_table(caption, printed)
            continue
        caption = _words(item.part.words, tabulations)
        block = _block(item, tabulations)
        leads = item.has_children or (below is not None and below.part.mark is Mark.TABLE)
        yield replace(block, keeps_next=leads) if isinstance(block, Paragraph) else block


def _block(item: NumberedPart, tabulations: Mapping[str, Tabulation]) -> Heading | Paragraph:
    """Return an item as a heading if something stands under it, else as a paragraph.

    An item longer than a title, or with bold or italic marks, stays a paragraph; its number is as
    bold as the text after it.
    """
    block = parse_line(item.part.words)
    words = _words(item.part.words, tabulations)
    is_marked = any(inline.bold or inline.italic for inline in block.inlines)
    is_title = item.has_children and len(words.split()) <= _LONGEST_TITLE
    if item.part.mark.counts and is_title and not is_marked:
        level = min(_FIRST_LEVEL + item.depth, _DEEPEST)
        return Heading(level, (bind(f"{item.number} {words}"),))
    style = _STYLES.get(item.part.mark, ParagraphStyle.BODY)
    return Paragraph(style, (*_lead(item, block), *runs(block, tabulations)))


def _lead(item: NumberedPart, block: MarkdownBlock) -> tuple[Run, ...]:
    if not item.number:
        return ()
    first = block.inlines[0]
    return (Run(f"{item.number} ", first.bold, first.italic),)


def _words(typed: str, tabulations: Mapping[str, Tabulation]) -> str:
    return "".join(run.text for run in runs(parse_line(typed), tabulations))
