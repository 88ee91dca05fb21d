"""A narrative's marks: paragraphs, list items, bold and italic, and references.

Blank lines part paragraphs; `- ` and `+ ` start list items, whose next lines are indented;
`**đậm**` and `*nghiêng*` are marks at the edges of words; `{{ … }}` prints a number of a form.
Everything else is text and stays as typed, except that the lines of a paragraph are joined.
"""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from baocao.model.paper import REFERENCE
from baocao.model.text import Text

_LEADS = ("- ", "+ ", "-\t", "+\t")
_STAND_IN = 0xF0000  # private-use characters, never in typed text, replace references
_STANDS_IN = re.compile("([\U000f0000-\U000ffffd])")
_STAR = "*"


class BlockStyle(enum.Enum):
    """The kinds of block of a narrative."""

    PARAGRAPH = "paragraph"
    DASH = "dash"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch under the same marks: words, or if `is_reference` the inside of `{{ … }}`."""

    text: str
    bold: bool = False
    italic: bool = False
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A paragraph or a list item."""

    style: BlockStyle
    inlines: tuple[Inline, ...]


_STYLES = {"-": BlockStyle.DASH, "+": BlockStyle.PLUS}


def parse_blocks(typed: Text) -> Iterator[MarkdownBlock]:
    """Yield the paragraphs and list items of a narrative."""
    text = typed.value.replace("\n", "\n\n") if typed.joins_lines else typed.value
    stood_in, expressions = _stood_in(text)
    for style, words in _parted(stood_in):
        yield MarkdownBlock(style, tuple(_inlines(words, expressions)))


def parse_line(words: str) -> MarkdownBlock:
    """Parse one line; list marks at its start mean nothing."""
    stood_in, expressions = _stood_in(words)
    return MarkdownBlock(BlockStyle.PARAGRAPH, tuple(_inlines(stood_in, expressions)))


def _stood_in(text: str) -> tuple[str, list[str]]:
    """Replace references by private characters; return the text and their insides."""
    expressions: list[str] = []

    def stand_in(reference: re.Match[str]) -> str:
        expressions.append(reference[1].strip())
        return chr(_STAND_IN + len(expressions) - 1)

    return REFERENCE.sub(stand_in, text), expressions


def _parted(text: str) -> Iterator[tuple[BlockStyle, str]]:
    """Yield each block's style and its text joined to one line."""
    style, lines = BlockStyle.PARAGRAPH, list[str]()
    for line in text.split("\n"):
        words = line.strip()
        is_item = words[:2] in _LEADS
        after_item = style is not BlockStyle.PARAGRAPH and not line.startswith((" ", "\t"))
        if lines and (is_item or not words or after_item):
            yield style, " ".join(lines)
            style, lines = BlockStyle.PARAGRAPH, []
        if is_item:
            style, lines = _STYLES[words[0]], [words[2:].lstrip()]
        elif words:
            lines.append(words)
    if lines:
        yield style, " ".join(lines)


def _inlines(words: str, expressions: list[str]) -> Iterator[Inline]:
    bold = italic = 0
    for kind, content in _tokens(words):
        bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
        italic += {"em_open": 1, "em_close": -1}.get(kind, 0)
        for place, part in enumerate(_STANDS_IN.split(content) if expressions else (content,)):
            if place % 2:  # the separators
                expression = expressions[ord(part) - _STAND_IN]
                yield Inline(expression, bold > 0, italic > 0, is_reference=True)
            elif part:
                yield Inline(part, bold > 0, italic > 0)


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    """Yield the inline tokens of one line: the kind, and the text it carries."""
    if _STAR not in words:
        yield "text", words
        return
    for token in _MARKDOWN.parseInline(words)[0].children or ():
        yield token.type, token.content


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    """Parse `*` and `**` as marks at the edges of words only: `2*3*4` keeps its stars."""
    if silent or state.src[state.pos] != _STAR:
        return False
    run = state.scanDelims(state.pos, canSplitWord=False)
    for _ in range(run.length):
        state.push("text", "", 0).content = _STAR
        state.delimiters.append(
            Delimiter(
                marker=ord(_STAR),
                length=run.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=run.can_open,
                close=run.can_close,
            )
        )
    state.pos += run.length
    return True


_MARKDOWN = MarkdownIt("zero").enable("emphasis")
_MARKDOWN.inline.ruler.at("emphasis", _stars)
