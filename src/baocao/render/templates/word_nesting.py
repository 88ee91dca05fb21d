"""Checks of a Word template: every tag parses, opens and closes in its place."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from lxml import etree

from baocao.diagnostics import Diagnostic
from baocao.ooxml.names import W
from baocao.render.templates.messages import BROKEN_TAG, syntax_error
from baocao.render.templates.sandbox import environment
from baocao.render.templates.word_tags import Tag

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


def in_vietnamese(problem: Exception) -> str:
    """Translate the message of a Jinja2 syntax error."""
    said = str(problem).partition("\n")[0]
    for pattern, words in _WORDS:
        if (found := re.fullmatch(pattern, said)) is not None:
            return words.format(*found.groups())
    return "sai cú pháp"


def _jinja_source(tag: Tag) -> str:
    """Return a tag as Jinja2 reads it, in one line; docxtpl's own tags become what they print."""
    own = _OF_DOCXTPL.fullmatch(tag.source)
    if own is not None:
        return f"{{{{ {own[2].strip()} }}}}" if own[1] else ""
    if tag.source.startswith("{#"):
        return ""
    return " ".join(tag.source.splitlines())


def syntax_faults(tags: list[Tag], file: Path) -> Iterator[tuple[int, Diagnostic]]:
    """Yield the index and the diagnostic of each tag that Jinja2 cannot parse by itself."""
    jinja = environment()
    for index, tag in enumerate(tags):
        source, word = _jinja_source(tag), tag.word
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
            reason = in_vietnamese(problem)
            yield index, syntax_error(tag.span(file), tag.place, tag.written, reason)


def nesting_faults(tags: list[Tag], file: Path) -> tuple[list[Diagnostic], list[str]]:
    """Check that tags are paired, and each pair within one cell, row or table.

    Returns the diagnostics, and the Jinja2 source of each tag, mended so that all are paired: one
    slip must not hide the names that the other tags use.
    """
    faults: list[Diagnostic] = []
    sources = [_jinja_source(tag) for tag in tags]
    waiting: list[Tag] = []
    for index, tag in enumerate(tags):
        word = tag.word
        closes = word[3:] if word.startswith("end") and word[3:] in _PAIRED else ""
        if closes or word in _MIDDLE:
            if not waiting:
                faults.append(_not_opened(tag, file))
                sources[index] = ""
                continue
            opening = waiting[-1]
            fits = opening.word == closes or opening.word in _MIDDLE.get(word, ())
            if not fits or opening.prefix != tag.prefix:
                faults.append(_crossed(tag, opening, file))
            elif _frame(opening) is not _frame(tag):
                faults.append(_in_another_frame(tag, opening, file))
            if closes:
                ended = _ended(waiting, closes, tags[index + 1 :])
                sources[index] = "".join(f"{{% end{each.word} %}}" for each in reversed(ended))
                del waiting[len(waiting) - len(ended) :]
            elif not fits:
                sources[index] = ""
        elif word in _PAIRED and not _is_assignment(tag):
            waiting.append(tag)
    faults += (_not_closed(tag, file) for tag in waiting)
    if sources:
        sources[-1] += "".join(f"{{% end{tag.word} %}}" for tag in reversed(waiting))
    return faults, sources


def placeholder_tag(tag: Tag) -> str:
    """Return a source that parses, for a tag that does not, so that the others can be read."""
    return _OPENINGS.get(tag.word, "") if not _is_assignment(tag) else ""


def _ended(waiting: list[Tag], word: str, later: list[Tag]) -> list[Tag]:
    """Return the open tags that a closing tag ends.

    A closing tag that does not fit is taken as a slip for that of the last open tag if the tag that
    it names is closed later anyhow; otherwise the closing tags in between were forgotten.
    """
    places = [index for index, tag in enumerate(waiting) if tag.word == word]
    if not places or waiting[-1].word == word:
        return waiting[-1:]
    to_come = sum((tag.word == f"end{word}") - (tag.word == word) for tag in later)
    return waiting[-1:] if to_come >= len(places) else waiting[places[-1] :]


def _frame(tag: Tag) -> etree._Element:
    """Return the element in which both tags of a pair have to be: a cell, row, table, the body."""
    element = tag.text.element
    if not tag.text.letters:
        return element
    kinds = {"tr": f"{W}tbl", "tc": f"{W}tr"}
    if tag.prefix in kinds:
        return next(element.iterancestors(kinds[tag.prefix]), element)
    return element.getparent()


def _is_assignment(tag: Tag) -> bool:
    return tag.word == "set" and "=" in tag.source


def _broken(tag: Tag, file: Path, fault: str, hint: str) -> Diagnostic:
    return BROKEN_TAG.error(tag.span(file), f"{tag.place}: thẻ «{tag.written}» {fault}.", hint)


def _not_opened(tag: Tag, file: Path) -> Diagnostic:
    hint = "Đề nghị thêm thẻ mở (if, for …) hoặc bỏ thẻ này."
    return _broken(tag, file, "không có thẻ mở tương ứng ở trước", hint)


def _not_closed(tag: Tag, file: Path) -> Diagnostic:
    end = f"{{%{tag.prefix} end{tag.word} %}}"
    hint = f"Đề nghị thêm thẻ {end} cùng loại ở cuối phần cần lặp hoặc chọn."
    return _broken(tag, file, f"không có thẻ đóng {end}", hint)


def _crossed(tag: Tag, opening: Tag, file: Path) -> Diagnostic:
    return _broken(
        tag,
        file,
        f"không khớp với thẻ mở «{opening.written}» ở {_lowered(opening.place)}",
        "Đề nghị đóng thẻ mở sau trước, bằng thẻ cùng loại: {%p if … %} đóng bằng {%p endif %}, "
        "{%tr for … %} đóng bằng {%tr endfor %}.",
    )


def _in_another_frame(tag: Tag, opening: Tag, file: Path) -> Diagnostic:
    return _broken(
        tag,
        file,
        "không đứng cùng ô, hàng hay bảng với thẻ mở "
        f"«{opening.written}» ở {_lowered(opening.place)}",
        "Đề nghị đặt thẻ mở và thẻ đóng trong cùng một ô; lặp cả hàng của bảng thì dùng "
        "{%tr for … %} và {%tr endfor %} ở hai hàng riêng.",
    )


def _lowered(place: str) -> str:
    return place[:1].lower() + place[1:]
