"""A section's text to blocks: paragraphs, list items, marks, and the figures it prints.

Blank lines part paragraphs; `- ` and `+ ` start list items, whose next lines are indented;
`**đậm**` and `*nghiêng*` are marks at the edges of words; `{{ … }}` prints a figure. Everything
else is text and stays as typed, but that the lines of a paragraph are joined.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from baocao.diagnostics import Diagnostic
from baocao.model.content import Block, BlockStyle, Inline, Reference, Words
from baocao.model.text import Text
from baocao.rules import malformed_reference

_REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_OPEN = re.compile(r"\{\{")
_ITEM = re.compile(r"\s*([-+])[ \t]+")
_STYLES = {"-": BlockStyle.DASH, "+": BlockStyle.PLUS}
_STAND_IN = 0xF0000  # private characters, which no typed text may hold, stand in for references
_STANDS_IN = re.compile("([\U000f0000-\U000ffffd])")
_STAR = "*"


def read_narrative(text: Text) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Read what a unit wrote under one section."""
    references = tuple(
        Reference(match[1].strip(), match.start(), match.end() - match.start())
        for match in _REFERENCE.finditer(text.value)
    )
    counter = iter(range(len(references)))
    stood_in = _REFERENCE.sub(lambda _: chr(_STAND_IN + next(counter)), text.value)
    faults = tuple(
        malformed_reference.unclosed(text, match.start())
        for match in _OPEN.finditer(_REFERENCE.sub(_blank_of_same_length, text.value))
    )
    blocks = tuple(
        Block(style, tuple(_inlines(words, references))) for style, words in _blocks(stood_in)
    )
    return blocks, faults


def _blank_of_same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blocks(text: str) -> Iterator[tuple[BlockStyle, str]]:
    """Part a text into blocks, each on one line."""
    style, lines = BlockStyle.PARAGRAPH, list[str]()
    for line in text.split("\n"):
        item = _ITEM.match(line)
        after_item = style is not BlockStyle.PARAGRAPH and not line.startswith((" ", "\t"))
        if lines and (item or not line.strip() or after_item):
            yield style, " ".join(lines)
            style, lines = BlockStyle.PARAGRAPH, []
        if item:
            style, lines = _STYLES[item[1]], [line[item.end() :].strip()]
        elif line.strip():
            lines.append(line.strip())
    if lines:
        yield style, " ".join(lines)


def _inlines(words: str, references: tuple[Reference, ...]) -> Iterator[Inline]:
    bold = italic = 0
    for kind, content in _tokens(words):
        bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
        italic += {"em_open": 1, "em_close": -1}.get(kind, 0)
        for part in _STANDS_IN.split(content):
            if _STANDS_IN.fullmatch(part):
                index = ord(part) - _STAND_IN
                if index < len(references):
                    found = references[index]
                    yield Reference(
                        found.expression, found.offset, found.length, bold > 0, italic > 0
                    )
            elif part:
                yield Words(part, bold > 0, italic > 0)


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    """Give the inline tokens of one line: the kind, and the text it carries."""
    if _STAR not in words:
        yield "text", words
        return
    for token in _MARKDOWN.parseInline(words)[0].children or ():
        yield token.type, token.content


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    """Take `*` and `**` as marks at the edges of words only: `2*3*4` keeps its stars."""
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
