"""The check of HTML templates and style sheets: syntax, fields, and what they run or fetch."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import tinycss2
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, nodes

from baocao.diagnostics import Diagnostic, Span
from baocao.render.templates.analysis import analyse
from baocao.render.templates.budget import LARGEST_TEXT
from baocao.render.templates.field_types import (
    is_printable,
    template_variables,
)
from baocao.render.templates.fields import REQUIRED_IN_HTML, field_faults, optional_fields
from baocao.render.templates.language import forbidden_constructs
from baocao.render.templates.messages import (
    UNKNOWN_FIELD,
    forbidden_construct,
    not_a_sequence,
    not_one_value,
    syntax_error,
    too_large,
    unknown_name,
    unreadable_text,
    unsafe_content,
)
from baocao.render.templates.sandbox import environment
from baocao.render.templates.usage import CheckedTemplate, FieldUsage
from baocao.render.templates.word_nesting import in_vietnamese
from baocao.render.templates.word_tags import MOST_TAGS, TAG_OPENING, tag_places, without_tags
from baocao.suggestion import closest, did_you_mean
from baocao.workspace import TemplateFolders

_FOLDER = "html"
MOST_SUBSTITUTIONS = 10_000
_OUTSIDE = r"(?:[a-z][a-z0-9+.-]*:|//|\\\\|/|(?:[^\"'\s>]*/)?\.\./)"
_LINK_OUTSIDE = "liên kết ra ngoài thư mục mẫu: {}"
_HARMFUL = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"<\s*(script|iframe|object|embed|base|frame|applet)\b", "phần tử <{}>"),
        (r"<[^<>]*\s(on[a-z]+)\s*=", "lệnh {}"),
        (r"\b(javascript|vbscript)\s*:", "lệnh {}:"),
        (
            rf"<(?!a\b)[^<>]*\s(?:src|href|data|poster|rel)\s*=\s*[\"']?\s*({_OUTSIDE}[^\"'\s>]*)",
            _LINK_OUTSIDE,
        ),
        (rf"url\(\s*[\"']?\s*({_OUTSIDE}[^\"')]*)", _LINK_OUTSIDE),
        (rf"@import\s+(?:url\()?[\"']?\s*({_OUTSIDE}[^\"')]*)", _LINK_OUTSIDE),
        (
            r"<a\b[^<>]*\shref\s*=\s*[\"']?\s*((?!https?:|mailto:|#)[a-z][a-z0-9+.-]*:[^\"'\s>]*)",
            "liên kết tới {}",
        ),
    )
)
_CSS_OUTSIDE = re.compile(_OUTSIDE, re.IGNORECASE)
_CSS_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


def check_html(
    folders: TemplateFolders, entry: str, read: Mapping[Path, bytes] | None = None
) -> CheckedTemplate:
    """Check the template `entry` of the HTML folders, with all files that it builds on.

    A file is taken from `read` if it is there, else read from the disk.
    """
    check = _Check(folders, read or {})
    tree = check.parse(entry)
    if tree is None:
        return CheckedTemplate(diagnostics=tuple(check.faults))
    try:
        usages = analyse(tree, template_variables(word=False), check.parse)
    except RecursionError:
        fault = syntax_error(Span(check.path(entry)), "Cả tệp", "…", "lồng quá sâu")
        return CheckedTemplate(diagnostics=(fault,))
    for name, usage in usages.items():
        check.usage(name or entry, usage)
    check.blocks(tree, entry)
    whole = FieldUsage(
        used_paths=set().union(*(usage.used_paths for usage in usages.values())),
        printed_paths=set().union(*(usage.printed_paths for usage in usages.values())),
    )
    span = Span(check.path(entry))
    check.faults += field_faults(span, whole, REQUIRED_IN_HTML, optional_fields())
    return CheckedTemplate(frozenset(whole.printed_paths), tuple(dict.fromkeys(check.faults)))


def check_css(path: Path, read: Mapping[Path, bytes] | None = None) -> tuple[Diagnostic, ...]:
    """Check a style sheet, which may fetch only files beside it."""
    text = read_text(path, read or {})
    if isinstance(text, Diagnostic):
        return (text,)
    return tuple(dict.fromkeys(_css_faults(text, path)))


def read_text(path: Path, read: Mapping[Path, bytes]) -> str | Diagnostic:
    """Return the text of a template, from `read` if it is there; else why it cannot be used."""
    try:
        if path in read:
            return read[path].decode()
        if path.stat().st_size > LARGEST_TEXT:
            return too_large(Span(path), "quá lớn", "1 MB")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        return unreadable_text(Span(path), problem)


def harmful_text(
    text: str, path: Path, patterns: Iterable[tuple[re.Pattern[str], str]]
) -> Iterator[Diagnostic]:
    """Yield what a template would run or fetch: the first group of each pattern, in its words."""
    for pattern, words in patterns:
        for found in pattern.finditer(text):
            start = found.start(1)
            line = text.count("\n", 0, start) + 1
            span = Span(path, line, start - text.rfind("\n", 0, start), len(found[1]))
            yield unsafe_content(span, f"Dòng {line}", words.format(found[1][:80]))


class _Check:
    def __init__(self, folders: TemplateFolders, read: Mapping[Path, bytes]) -> None:
        self.folders = folders
        self.read = read
        self.jinja = environment()
        self.faults: list[Diagnostic] = []
        self.trees: dict[str, nodes.Template | None] = {}
        self.lines: dict[str, list[str]] = {}

    def path(self, name: str) -> Path:
        return self.folders.find_any((f"{_FOLDER}/{name}",)) or Path(_FOLDER) / name

    def parse(self, name: str) -> nodes.Template | None:
        if name not in self.trees:
            self.trees[name] = None
            self.trees[name] = self._parsed(name)
        return self.trees[name]

    def _parsed(self, name: str) -> nodes.Template | None:
        path = self.path(name)
        if not path.is_file():
            self.faults.append(
                UNKNOWN_FIELD.error(
                    Span(path),
                    f"Tệp mẫu: không có tệp mẫu «{name[:80]}».",
                    "Đề nghị viết đúng tên một tệp trong templates/html, hoặc bỏ thẻ này.",
                )
            )
            return None
        source = read_text(path, self.read)
        if isinstance(source, Diagnostic):
            self.faults.append(source)
            return None
        self.lines[name] = source.split("\n")
        if len(TAG_OPENING.findall(source)) > MOST_TAGS:
            self.faults.append(too_large(Span(path), "có quá nhiều thẻ", f"{MOST_TAGS} thẻ"))
            return None
        self.faults += _markup_faults(source, path)
        try:
            tree = self.jinja.parse(source)
        except (JinjaError, RecursionError) as problem:
            line = problem.lineno if isinstance(problem, TemplateSyntaxError) else 1
            span, tag = Span(path, line), self._line(name, line)
            self.faults.append(syntax_error(span, f"Dòng {line}", tag, in_vietnamese(problem)))
            return None
        self.faults += (
            forbidden_construct(Span(path, line), f"Dòng {line}", construct)
            for line, construct in forbidden_constructs(tree)
        )
        return tree

    def usage(self, name: str, usage: FieldUsage) -> None:
        """Add the faults of one file's usage of fields."""
        for unknown in usage.unknown:
            span = self.span(name, unknown.line, unknown.name.rpartition(".")[2])
            self.faults.append(unknown_name(span, f"Dòng {span.line}", unknown))
        for line in usage.loops_over_no_sequence:
            span = self.span(name, line, "for")
            self.faults.append(not_a_sequence(span, f"Dòng {line}", self._line(name, line)))
        for line, value in usage.printed:
            if not is_printable(value):
                span = self.span(name, line, "{{")
                self.faults.append(not_one_value(span, f"Dòng {line}", self._line(name, line)))

    def blocks(self, tree: nodes.Template, entry: str) -> None:
        """Add a fault for each block that replaces none of the extended template."""
        parents = [each.template for each in tree.find_all(nodes.Extends)]
        named = [each.value for each in parents if isinstance(each, nodes.Const)]
        base = self.parse(str(named[0])) if named else None
        if base is None or any(base.find_all(nodes.Extends)):
            return
        known = tuple(block.name for block in base.find_all(nodes.Block))
        for block in tree.find_all(nodes.Block):
            if block.name not in known:
                span = self.span(entry, block.lineno, block.name)
                self.faults.append(
                    UNKNOWN_FIELD.error(
                        span,
                        f"Dòng {span.line}: mẫu gốc không có khối «{block.name}» nên khối này "
                        f"không in ra đâu cả.{did_you_mean(closest(block.name, known))}",
                        f"Đề nghị dùng tên một khối của mẫu gốc: {', '.join(known) or 'không có'}.",
                    )
                )

    def span(self, name: str, line: int, word: str) -> Span:
        lines = self.lines.get(name, [""])
        column = lines[min(line, len(lines)) - 1].find(word)
        return Span(self.path(name), line, max(column, 0) + 1, max(len(word), 1))

    def _line(self, name: str, line: int) -> str:
        lines = self.lines[name]
        return lines[min(line, len(lines)) - 1].strip()[:80]


def _markup_faults(source: str, path: Path) -> Iterator[Diagnostic]:
    text = without_tags(source, tag_places(source), " ")
    yield from harmful_text(text, path, _HARMFUL)
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
            yield unsafe_content(span, f"Dòng {line}", _LINK_OUTSIDE.format(target[:80]))
        content = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
        for index, each in enumerate(content):
            if each.type == "ident" and each.value.startswith("--"):
                variables.setdefault(each.value, []).append(_declared(content, index))
        waiting += content
    if _substitutions(variables) > MOST_SUBSTITUTIONS:
        yield unsafe_content(Span(path, above + 1), "Tệp mẫu", "biến CSS gọi nhau quá nhiều")


def _is_import(node: object) -> bool:
    return getattr(node, "type", "") == "at-keyword" and node.lower_value == "import"  # type: ignore[attr-defined]


def _fetched(node: object) -> str | None:
    """Return the address that a token of CSS fetches, None if it fetches nothing."""
    kind = getattr(node, "type", "")
    if kind == "url":
        return str(node.value)  # type: ignore[attr-defined]
    if kind == "function" and node.lower_name in {"url", "image", "src", "image-set"}:  # type: ignore[attr-defined]
        return next((str(each.value) for each in node.arguments if each.type == "string"), None)  # type: ignore[attr-defined]
    return None


def _declared(tokens: Sequence[object], index: int) -> str:
    """Return the value of a custom property as text, empty if it is only referenced."""
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
    """Return how many values the largest custom property has after substitution."""
    sizes: dict[str, int] = {}

    def size(name: str) -> int:
        if name not in sizes:
            sizes[name] = 1  # ends a cycle
            calls = [_CSS_VARIABLE.findall(value) for value in variables.get(name, ())]
            own = max((sum(map(size, each)) for each in calls), default=0)
            sizes[name] = min(1 + own, MOST_SUBSTITUTIONS + 1)
        return sizes[name]

    try:
        return max(map(size, variables), default=0)
    except RecursionError:
        return MOST_SUBSTITUTIONS + 1
