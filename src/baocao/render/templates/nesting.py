"""Whether the tags of a Word template open and close as they should."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from lxml import etree

from baocao.diagnostics import Diagnostic
from baocao.render.templates.sandbox import environment
from baocao.render.templates.tags import Tag
from baocao.rules.templates import broken_tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAIRED = ("if", "for", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape")
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}
_OPENINGS = {"if": "{% if 1 %}", "for": "{% for a in b %}", "macro": "{% macro a() %}"}
_OPENINGS |= {"call": "{% call a() %}", "filter": "{% filter upper %}", "with": "{% with %}"}
_OPENINGS |= {"block": "{% block a %}", "set": "{% set a %}", "raw": "{% raw %}"}
_OF_DOCXTPL = re.compile(r"\{%\s*(colspan|cellbg)\s+(.*?)%\}|\{%\s*(vm|hm)\s*%\}", re.DOTALL)
_WORDS = (
    (r"expected token '(.+)', got '(.+)'", "cần «{}» mà gặp «{}»"),
    (r"Encountered unknown tag '(.+?)'.*", "không có thẻ {}"),
    (r"unexpected char (.+) at \d+", "chữ {} không dùng được trong thẻ"),
    (r"unexpected '(.+)'", "«{}» đứng không đúng chỗ"),
    (r"[Uu]nexpected end of (?:template|.*block.*)", "thẻ chưa viết hết"),
    (r"Expected an expression, got '(.+)'", "cần tên một trường mà gặp «{}»"),
)


def in_words(problem: Exception) -> str:
    """Give what Jinja2 says of a syntax error in Vietnamese."""
    said = str(problem).partition("\n")[0]
    for pattern, words in _WORDS:
        if (found := re.fullmatch(pattern, said)) is not None:
            return words.format(*found.groups())
    return "sai cú pháp"


def source_of(tag: Tag) -> str:
    """Give a tag as Jinja2 reads it, in one line; docxtpl's own tags become what they print."""
    own = _OF_DOCXTPL.fullmatch(tag.source)
    if own is not None:
        return f"{{{{ {own[2].strip()} }}}}" if own[1] else ""
    if tag.source.startswith("{#"):
        return ""
    return " ".join(tag.source.splitlines())


def syntax_faults(tags: list[Tag], file: Path) -> Iterator[tuple[int, Diagnostic]]:
    """Report each tag that Jinja2 cannot read by itself, with its index."""
    jinja = environment()
    for index, tag in enumerate(tags):
        source, word = source_of(tag), tag.word
        if word == "elif":
            source = source.replace("elif", "if", 1) + "{% endif %}"
        elif word in _MIDDLE:
            source = f"{_OPENINGS['if']}{source}{{% endif %}}"
        elif word.startswith("end") and word[3:] in _OPENINGS:
            source = f"{_OPENINGS[word[3:]]}{source}"
        elif word in _PAIRED and not _is_assignment(tag):
            source = f"{source}{{% end{word} %}}"
        try:
            jinja.parse(source)
        except (JinjaError, RecursionError) as problem:
            fault = broken_tag.syntax(tag.span(file), tag.place, tag.written, in_words(problem))
            yield index, fault


def nesting_faults(  # noqa: C901 - one pass over the tags, one branch for each way to be wrong
    tags: list[Tag], file: Path
) -> tuple[list[Diagnostic], list[str]]:
    """Report tags that close nothing, are never closed, or part cells, rows and each other.

    Beside the faults comes the source of each tag, mended so that all open and close: one slip
    must not hide the names that the other tags ask for.
    """
    faults: list[Diagnostic] = []
    sources = [source_of(tag) for tag in tags]
    waiting: list[Tag] = []
    for index, tag in enumerate(tags):
        word = tag.word
        closes = word[3:] if word.startswith("end") and word[3:] in _PAIRED else ""
        if closes or word in _MIDDLE:
            if not waiting:
                faults.append(broken_tag.not_opened(tag.span(file), tag.place, tag.written))
                sources[index] = ""
                continue
            opening = waiting[-1]
            fits = opening.word == closes or opening.word in _MIDDLE.get(word, ())
            names = (tag.written, opening.written, _lowered(opening.place))
            if not fits or opening.prefix != tag.prefix:
                faults.append(broken_tag.crossed(tag.span(file), tag.place, *names))
            elif _frame(opening) is not _frame(tag):
                faults.append(broken_tag.elsewhere(tag.span(file), tag.place, *names))
            if closes:
                ended = _ended(waiting, closes, tags[index + 1 :])
                sources[index] = "".join(f"{{% end{each.word} %}}" for each in reversed(ended))
                del waiting[len(waiting) - len(ended) :]
            elif not fits:
                sources[index] = ""
        elif word in _PAIRED and not _is_assignment(tag):
            waiting.append(tag)
    for tag in waiting:
        end = f"{{%{tag.prefix} end{tag.word} %}}"
        faults.append(broken_tag.not_closed(tag.span(file), tag.place, tag.written, end))
    if sources:
        sources[-1] += "".join(f"{{% end{tag.word} %}}" for tag in reversed(waiting))
    return faults, sources


def placeholder_tag(tag: Tag) -> str:
    """Give what may stand for a tag that cannot be read, so that the others can be."""
    return _OPENINGS.get(tag.word, "") if not _is_assignment(tag) else ""


def _ended(waiting: list[Tag], word: str, later: list[Tag]) -> list[Tag]:
    """Give the waiting tags that a closing tag ends.

    One that does not fit is a slip for the end of the last, where what it names will be closed
    all the same; else the ends between were forgotten.
    """
    places = [index for index, tag in enumerate(waiting) if tag.word == word]
    if not places or waiting[-1].word == word:
        return waiting[-1:]
    to_come = sum((tag.word == f"end{word}") - (tag.word == word) for tag in later)
    return waiting[-1:] if to_come >= len(places) else waiting[places[-1] :]


def _frame(tag: Tag) -> etree._Element:
    """Give the element in which a pair of tags has to stand: a cell, a row, a table, the body."""
    element = tag.stretch.element
    if not tag.stretch.letters:
        return element
    kinds = {"tr": f"{_W}tbl", "tc": f"{_W}tr"}
    if tag.prefix in kinds:
        return next(element.iterancestors(kinds[tag.prefix]), element)
    return element.getparent()


def _is_assignment(tag: Tag) -> bool:
    return tag.word == "set" and "=" in tag.source


def _lowered(place: str) -> str:
    return place[:1].lower() + place[1:]
