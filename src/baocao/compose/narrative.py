"""The outline with a unit's answers under its headings."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from baocao.compose.lines import centred
from baocao.compose.markup import Block, BlockStyle, Inline, blocks
from baocao.model import content, document
from baocao.model.expression import Problem, evaluate
from baocao.model.headings import Heading, headings
from baocao.model.outline import Outline
from baocao.model.tabulation import Tabulation
from baocao.vietnamese.text import bind

_STYLES = {
    BlockStyle.PARAGRAPH: document.ParagraphStyle.BODY,
    BlockStyle.DASH: document.ParagraphStyle.DASH,
    BlockStyle.PLUS: document.ParagraphStyle.PLUS,
}
_DEEPEST = 5  # the levels of heading that the templates have
_LEADS = {BlockStyle.DASH: "- ", BlockStyle.PLUS: "+ "}


def narrative(
    outline: Outline,
    answers: Mapping[str, content.Answer],
    tabulations: Mapping[str, Tabulation],
) -> Iterator[document.Block]:
    """Give the headings and paragraphs of the whole outline, in order.

    The first level is the parts' (Phần); an outline without parts begins at the second.
    """
    every = tuple(headings(outline))
    first = 1 if any(heading.is_part for heading in every) else 2
    for heading in every:
        level = min(first + len(heading.above), _DEEPEST)
        yield document.Heading(level, _heading_lines(heading))
        answer = answers.get(heading.section.id or "")
        if answer is not None:
            yield from _paragraphs(answer, tabulations)


def _paragraphs(
    answer: content.Answer, tabulations: Mapping[str, Tabulation]
) -> Iterator[document.Paragraph]:
    for block in blocks(answer.text):
        lead = _LEADS.get(block.style, "")
        leading = (document.Run(lead),) if lead else ()
        yield document.Paragraph(_STYLES[block.style], leading + _runs(block, tabulations))


def _runs(block: Block, tabulations: Mapping[str, Tabulation]) -> tuple[document.Run, ...]:
    """Give a block's runs, figures in place; bound as one text, so that `{{ … }} triệu đồng` is."""
    texts = [_printed(inline, tabulations) for inline in block.inlines]
    bound = bind("".join(texts))  # as long as before
    ends = accumulate(map(len, texts))
    return tuple(
        document.Run(bound[end - len(text) : end], inline.bold, inline.italic)
        for inline, text, end in zip(block.inlines, texts, ends, strict=True)
    )


def _printed(inline: Inline, tabulations: Mapping[str, Tabulation]) -> str:
    if not inline.is_reference:
        return inline.text
    printed = evaluate(inline.text, tabulations)
    if isinstance(printed, Problem):
        message = f"{inline.text}: {printed} after validation"
        raise TypeError(message)
    return printed


def _heading_lines(heading: Heading) -> tuple[str, ...]:
    """Put a part's number on its own line over the title (Phụ lục I, mục II.6.d)."""
    if heading.is_part:
        return (heading.number, *centred(heading.section.lines))
    return (f"{heading.number} {bind(heading.section.title)}".strip(),)
