"""Printed prose: paragraphs and list items, with numbers of the forms in place of references."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from baocao.calc.reference import ExpressionProblem, evaluate
from baocao.calc.tabulation import Tabulation
from baocao.compose.parts.markup import BlockStyle, Inline, MarkdownBlock, parse_blocks
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.document import Paragraph, ParagraphStyle, Run
from baocao.model.text import Text
from baocao.vietnamese.text import bind

_STYLES = {
    BlockStyle.PARAGRAPH: ParagraphStyle.BODY,
    BlockStyle.DASH: ParagraphStyle.DASH,
    BlockStyle.PLUS: ParagraphStyle.PLUS,
}
_LEADS = {BlockStyle.DASH: "- ", BlockStyle.PLUS: "+ "}
_ENDS = " ;.,"
_NO_BLANKS: Mapping[str, str] = {}


def paragraphs(
    text: Text, tabulations: Mapping[str, Tabulation], blanks: Mapping[str, str] = _NO_BLANKS
) -> Iterator[Paragraph]:
    """Yield a text's paragraphs and list items; `blanks` are the values of its `{…}`."""
    for block in parse_blocks(text):
        lead = _LEADS.get(block.style, "")
        leading = (Run(lead),) if lead else ()
        yield Paragraph(_STYLES[block.style], leading + runs(block, tabulations, blanks))


def runs(
    block: MarkdownBlock,
    tabulations: Mapping[str, Tabulation],
    blanks: Mapping[str, str] = _NO_BLANKS,
) -> tuple[Run, ...]:
    """Return a block's runs, references replaced, bound as one text: `{{ … }} triệu đồng` too."""
    if len(block.inlines) == 1:
        only = block.inlines[0]
        return (Run(bind(fill(_printed(only, tabulations), blanks)), only.bold, only.italic),)
    texts = [fill(_printed(inline, tabulations), blanks) for inline in block.inlines]
    bound = bind("".join(texts))  # as long as before
    ends = accumulate(map(len, texts))
    return tuple(
        Run(bound[end - len(text) : end], inline.bold, inline.italic)
        for inline, text, end in zip(block.inlines, texts, ends, strict=True)
    )


def body_paragraph(text: str) -> Paragraph:
    return Paragraph(ParagraphStyle.BODY, (Run(bind(text)),))


def dash_items(lines: tuple[str, ...]) -> Iterator[Paragraph]:
    """Yield lines as dashed items, each ended by a semicolon and the last by a full stop."""
    for place, line in enumerate(lines, start=1):
        end = "." if place == len(lines) else ";"
        yield Paragraph(ParagraphStyle.DASH, (Run("- "), Run(bind(line.strip(_ENDS) + end))))


def closing_lines(
    campaign: Campaign, required: RequiredDocument, unit: Unit
) -> Iterator[Paragraph]:
    """Yield the closing lines of a required document, the unit's names in their blanks."""
    blanks = campaign.blanks_of(unit)
    for line in required.closing:
        yield Paragraph(ParagraphStyle.BODY, (Run(bind(fill(line, blanks))),))


def _printed(inline: Inline, tabulations: Mapping[str, Tabulation]) -> str:
    if not inline.is_reference:
        return inline.text
    printed = evaluate(inline.text, tabulations)
    if isinstance(printed, ExpressionProblem):
        message = f"{inline.text}: {printed} after validation"
        raise TypeError(message)
    return printed
