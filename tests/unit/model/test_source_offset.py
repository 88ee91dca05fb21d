from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.load.yaml.tree import Mapping, read_tree
from baocao.model.text import Source, Text

SENTENCE = "Đội ngũ «cán bộ» 'nhiệt' tình, có \"tâm\""
STYLES = {
    "plain": "a: {}\n",
    "folded": "a: >\n  {}\n",
    "literal": "a: |\n  {}\n",
    "single": "a: '{}'\n",
    "double": 'a: "{}"\n',
}


def read(yaml: str) -> Text:
    root = read_tree(Source(Path("x.yaml"), yaml)).root
    assert isinstance(root, Mapping)
    node = root.entries["a"][1]
    assert isinstance(node, Text)
    return node


def typed(style: str, sentence: str) -> str:
    if style == "single":
        sentence = sentence.replace("'", "''")
    if style == "double":
        sentence = sentence.replace('"', '\\"')
    return STYLES[style].format(sentence)


@pytest.mark.parametrize("style", STYLES)
def test_each_letter_is_placed_where_it_was_typed(style: str) -> None:
    text = read(typed(style, SENTENCE))

    for offset, char in enumerate(SENTENCE):
        if not char.isspace():
            span = text.span_of(offset)
            line = text.source.line(span.line)
            shown = line[span.column - 1 :]
            assert shown.startswith((char, f"\\{char}", char * 2 if char == "'" else char))


@pytest.mark.parametrize(
    ("yaml", "word", "line", "column"),
    [
        ("a: |\n  một\n\n    hai\n  ba\n", "ba", 5, 3),
        ("a: >-\n  một\n  hai\n\n  ba\n", "ba", 5, 3),
        ("a: một\n  hai\n  ba\n", "ba", 3, 3),
        ("a: 'một\n  hai ''\n  ba'\n", "ba", 3, 3),
        ('a: "một \\u0041 \\\n  hai\\n ba"\n', "ba", 2, 9),
        ("a: |2\n    thụt\n  ba\n", "ba", 3, 3),
    ],
)
def test_a_word_on_a_later_line_is_found(yaml: str, word: str, line: int, column: int) -> None:
    text = read(yaml)

    span = text.span_of(text.value.index(word), len(word))

    assert (span.line, span.column, span.length) == (line, column, len(word))


@given(st.lists(st.text("abcđ -", min_size=1), min_size=1, max_size=6), st.data())
def test_a_literal_block_keeps_every_letter_in_its_place(
    lines: list[str], data: st.DataObject
) -> None:
    body = "\n".join(f"  {line}" for line in lines)
    text = read(f"a: |2\n{body}\n")
    letters = [offset for offset, char in enumerate(text.value) if not char.isspace()]

    if letters:
        offset = data.draw(st.sampled_from(letters))
        span = text.span_of(offset)
        assert text.source.line(span.line)[span.column - 1] == text.value[offset]
