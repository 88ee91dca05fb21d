"""HTML templates and style sheets looked over before anything is built from them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tinycss2
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, nodes

from baocao.diagnostics import Diagnostic, Span
from baocao.render.templates.fields import WHOLE_IN_HTML, meaning, printed_in_part
from baocao.render.templates.language import refused
from baocao.render.templates.names import Names, names
from baocao.render.templates.nesting import in_words
from baocao.render.templates.refusal import is_below, is_used
from baocao.render.templates.sandbox import environment
from baocao.render.templates.shapes import Anything, Choice, RecordType, Scalar, SequenceType, roots
from baocao.render.templates.tags import MOST_TAGS, tag_places, without_tags
from baocao.rules.templates import (
    broken_tag,
    missing_field,
    unknown_field,
    unreadable_template,
    unsafe_template,
)
from baocao.workspace import TemplateFolders

FOLDER = "html"
LARGEST_TEXT = 1024**2
MOST_SUBSTITUTIONS = 10_000
_TAG = re.compile(r"\{\{|\{%|\{#")
_OUTSIDE = r"(?:[a-z][a-z0-9+.-]*:|//|\\\\|/|(?:[^\"'\s>]*/)?\.\./)"
_HARMFUL = (
    (
        re.compile(r"<\s*(script|iframe|object|embed|base|frame|applet)\b", re.IGNORECASE),
        "phần tử <{}>",
    ),
    (re.compile(r"<[^<>]*\s(on[a-z]+)\s*=", re.IGNORECASE), "lệnh {}"),
    (re.compile(r"\b(javascript|vbscript)\s*:", re.IGNORECASE), "lệnh {}:"),
    (
        re.compile(
            rf"<(?!a\b)[^<>]*\s(?:src|href|data|poster|rel)\s*=\s*[\"']?\s*({_OUTSIDE}[^\"'\s>]*)",
            re.IGNORECASE,
        ),
        "liên kết ra ngoài thư mục mẫu: {}",
    ),
    (
        re.compile(rf"url\(\s*[\"']?\s*({_OUTSIDE}[^\"')]*)", re.IGNORECASE),
        "liên kết ra ngoài thư mục mẫu: {}",
    ),
    (
        re.compile(rf"@import\s+(?:url\()?[\"']?\s*({_OUTSIDE}[^\"')]*)", re.IGNORECASE),
        "liên kết ra ngoài thư mục mẫu: {}",
    ),
    (
        re.compile(
            r"<a\b[^<>]*\shref\s*=\s*[\"']?\s*((?!https?:|mailto:|#)[a-z][a-z0-9+.-]*:[^\"'\s>]*)",
            re.IGNORECASE,
        ),
        "liên kết tới {}",
    ),
)
_CSS_OUTSIDE = re.compile(_OUTSIDE, re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class CheckedHtml:
    """The fields that an HTML template and its parts print, and what is wrong with them."""

    prints: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def check_html(folders: TemplateFolders, entry: str) -> CheckedHtml:
    """Look over the template `entry` of the HTML folders, with all that it builds on."""
    check = _Check(folders)
    tree = check.parse(entry)
    if tree is None:
        return CheckedHtml(diagnostics=tuple(check.faults))
    try:
        found = names(tree, roots(word=False), check.parse)
    except RecursionError:
        fault = broken_tag.syntax(Span(check.path(entry)), "Cả tệp", "…", "lồng quá sâu")
        return CheckedHtml(diagnostics=(fault,))
    for name, own in found.items():
        check.names_of(name or entry, own)
    check.blocks(tree, entry)
    used = frozenset(path for own in found.values() for path in own.used)
    prints = frozenset(path for own in found.values() for path in own.prints)
    span = Span(check.path(entry))
    whole = tuple(name for name in WHOLE_IN_HTML if not is_used(name, used))
    if whole:
        check.faults.append(missing_field.whole(span, whole))
    check.faults += (
        missing_field.part(span, name, meaning(name))
        for name in printed_in_part()
        if not is_used(name, prints) and not any(is_below(name, each) for each in whole)
    )
    return CheckedHtml(prints, tuple(dict.fromkeys(check.faults)))


def check_css(path: Path) -> tuple[Diagnostic, ...]:
    """Look over a style sheet: it may fetch only files beside it."""
    text, faults = _text(path)
    if text is None:
        return faults
    return tuple(dict.fromkeys(_css_faults(text, path)))


class _Check:
    def __init__(self, folders: TemplateFolders) -> None:
        self.folders = folders
        self.jinja = environment()
        self.faults: list[Diagnostic] = []
        self.trees: dict[str, nodes.Template | None] = {}
        self.lines: dict[str, list[str]] = {}

    def path(self, name: str) -> Path:
        return self.folders.find_any((f"{FOLDER}/{name}",)) or Path(FOLDER) / name

    def parse(self, name: str) -> nodes.Template | None:
        if name not in self.trees:
            self.trees[name] = None
            self.trees[name] = self._parsed(name)
        return self.trees[name]

    def _parsed(self, name: str) -> nodes.Template | None:
        path = self.path(name)
        if not path.is_file():
            self.faults.append(unknown_field.template(Span(path), "Tệp mẫu", name[:80]))
            return None
        source, faults = _text(path)
        self.faults += faults
        if source is None:
            return None
        self.lines[name] = source.split("\n")
        if len(_TAG.findall(source)) > MOST_TAGS:
            limit = f"{MOST_TAGS} thẻ"
            self.faults.append(unreadable_template.too_large(Span(path), "có quá nhiều thẻ", limit))
            return None
        self.faults += _text_faults(source, path)
        try:
            tree = self.jinja.parse(source)
        except (JinjaError, RecursionError) as problem:
            line = problem.lineno if isinstance(problem, TemplateSyntaxError) else 1
            tag = self.lines[name][min(line, len(self.lines[name])) - 1].strip()[:80]
            span = Span(path, line)
            self.faults.append(broken_tag.syntax(span, f"Dòng {line}", tag, in_words(problem)))
            return None
        self.faults += (
            unsafe_template.construct(Span(path, line), f"Dòng {line}", what)
            for line, what in refused(tree)
        )
        return tree

    def names_of(self, name: str, found: Names) -> None:
        """Report what a walk found in one file."""
        for unknown in found.unknown:
            report = unknown_field.filter_or_test if unknown.is_filter else unknown_field.field
            span = self.span(name, unknown.line, unknown.name.rpartition(".")[2])
            self.faults.append(report(span, f"Dòng {span.line}", unknown.name, unknown.known))
        for looped in found.not_sequences:
            span = self.span(name, looped.line, "for")
            tag = self.lines[name][span.line - 1].strip()[:80]
            self.faults.append(broken_tag.no_sequence(span, f"Dòng {span.line}", tag))
        for printed in found.printed:
            shape = printed.shape
            several = shape.of if isinstance(shape, Choice) else (shape,)
            if not any(isinstance(each, Scalar | Anything) for each in several) and isinstance(
                several[0], RecordType | SequenceType
            ):
                span = self.span(name, printed.line, "{{")
                tag = self.lines[name][span.line - 1].strip()[:80]
                self.faults.append(broken_tag.no_single_value(span, f"Dòng {span.line}", tag))

    def blocks(self, tree: nodes.Template, entry: str) -> None:
        """Report blocks that replace nothing in what the template extends."""
        parents = [each.template for each in tree.find_all(nodes.Extends)]
        named = [each.value for each in parents if isinstance(each, nodes.Const)]
        base = self.parse(str(named[0])) if named else None
        if base is None or any(base.find_all(nodes.Extends)):
            return
        known = tuple(block.name for block in base.find_all(nodes.Block))
        for block in tree.find_all(nodes.Block):
            if block.name not in known:
                span = self.span(entry, block.lineno, block.name)
                place = f"Dòng {span.line}"
                self.faults.append(unknown_field.block(span, place, block.name, known))

    def span(self, name: str, line: int, word: str) -> Span:
        lines = self.lines.get(name, [""])
        column = lines[min(line, len(lines)) - 1].find(word)
        return Span(self.path(name), line, max(column, 0) + 1, max(len(word), 1))


def _text(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    try:
        if path.stat().st_size > LARGEST_TEXT:
            return None, (unreadable_template.too_large(Span(path), "quá lớn", "1 MB"),)
        return path.read_text("utf-8"), ()
    except (OSError, UnicodeDecodeError) as problem:
        return None, (unreadable_template.unreadable(Span(path), str(problem)),)


def _text_faults(source: str, path: Path) -> Iterator[Diagnostic]:
    """Report what the page itself, between the tags, would run or fetch."""
    text = without_tags(source, tag_places(source), " ")
    for pattern, what in _HARMFUL:
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start(1)) + 1
            column = found.start(1) - text.rfind("\n", 0, found.start(1))
            span = Span(path, line, column, len(found[1]))
            yield unsafe_template.content(span, f"Dòng {line}", what.format(found[1][:80]))
    for found in re.finditer(r"<style[^<>]*>(.*?)</style", text, re.DOTALL | re.IGNORECASE):
        yield from _css_faults(found[1], path, text.count("\n", 0, found.start(1)))


def _css_faults(text: str, path: Path, above: int = 0) -> Iterator[Diagnostic]:
    variables: dict[str, list[str]] = {}
    waiting = [*tinycss2.parse_component_value_list(text, skip_comments=True)]
    for index, node in enumerate(waiting):
        if node.type == "ident" and node.value.startswith("--"):
            value = _declared(waiting, index)
            variables.setdefault(node.value, []).append(value)
    imported = {id(waiting[i + 2]) for i, each in enumerate(waiting[:-2]) if _is_import(each)}
    while waiting:
        node = waiting.pop()
        line = getattr(node, "source_line", 1) + above
        target = (
            str(node.value) if id(node) in imported and node.type == "string" else _fetched(node)
        )
        if target is not None and _CSS_OUTSIDE.match(target.strip()):
            span = Span(path, line, node.source_column)
            what = f"liên kết ra ngoài thư mục mẫu: {target[:80]}"
            yield unsafe_template.content(span, f"Dòng {line}", what)
        content = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
        for index, each in enumerate(content):
            if each.type == "ident" and each.value.startswith("--"):
                variables.setdefault(each.value, []).append(_declared(content, index))
        waiting += content
    if _substitutions(variables) > MOST_SUBSTITUTIONS:
        yield unsafe_template.content(
            Span(path, above + 1), "Tệp mẫu", "biến CSS gọi nhau quá nhiều"
        )


def _is_import(node: object) -> bool:
    return getattr(node, "type", "") == "at-keyword" and node.lower_value == "import"  # type: ignore[attr-defined]


def _fetched(node: object) -> str | None:
    """Give the address that a token of CSS asks for."""
    kind = getattr(node, "type", "")
    if kind == "url":
        return str(node.value)  # type: ignore[attr-defined]
    if kind == "function" and node.lower_name in {"url", "image", "src", "image-set"}:  # type: ignore[attr-defined]
        return next((str(each.value) for each in node.arguments if each.type == "string"), None)  # type: ignore[attr-defined]
    return None


def _declared(tokens: Sequence[object], index: int) -> str:
    """Give the value of a custom property as text, nothing where it is only called."""
    value: list[object] = []
    rest = iter(tokens[index + 1 :])
    first = next((each for each in rest if getattr(each, "type", "") != "whitespace"), None)
    if first is None or first != ":":
        return ""
    for each in rest:
        if each == ";":
            break
        value.append(each)
    return str(tinycss2.serialize(value))


def _substitutions(variables: dict[str, list[str]]) -> int:
    """Give how many values the largest custom property holds once all its calls are filled in."""
    sizes: dict[str, int] = {}

    def size(name: str) -> int:
        if name not in sizes:
            sizes[name] = 1  # a circle ends here
            calls = [_VARIABLE.findall(value) for value in variables.get(name, ())]
            own = max((sum(map(size, each)) for each in calls), default=0)
            sizes[name] = min(1 + own, MOST_SUBSTITUTIONS + 1)
        return sizes[name]

    try:
        return max(map(size, variables), default=0)
    except RecursionError:
        return MOST_SUBSTITUTIONS + 1
