"""The check of a Word template: package, tags, fields, styles and page set-up."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes
from lxml import etree

from baocao.diagnostics import Diagnostic, Span
from baocao.ooxml.active_content import find_active_content
from baocao.ooxml.names import MAIN_PART, STYLES_PART, W
from baocao.ooxml.package import parse_parts, read_package
from baocao.ooxml.styles import REQUIRED_STYLES, style_ids
from baocao.render.templates.analysis import analyse
from baocao.render.templates.field_types import (
    BlocksType,
    ScalarType,
    is_printable,
    template_variables,
)
from baocao.render.templates.fields import (
    LAID_OUT_TAGS,
    REQUIRED_IN_WORD,
    field_faults,
    optional_fields,
)
from baocao.render.templates.language import forbidden_constructs
from baocao.render.templates.messages import (
    BROKEN_TAG,
    MISSING_STYLE,
    faulty_package,
    forbidden_construct,
    not_a_sequence,
    not_one_value,
    syntax_error,
    unknown_name,
    unsafe_content,
)
from baocao.render.templates.sandbox import environment
from baocao.render.templates.usage import CheckedTemplate, FieldUsage
from baocao.render.templates.word_nesting import nesting_faults, placeholder_tag, syntax_faults
from baocao.render.templates.word_tags import Tag, find_tags, has_hidden_tags, tagged_texts

_JINJA = environment()  # it only parses, and keeps nothing of a template


def check_word(path: Path) -> CheckedTemplate:
    """Check a file, which need not be a package of Word."""
    _, members, faults = read_package(path)
    if faults:
        return CheckedTemplate(
            diagnostics=tuple(faulty_package(Span(path), each) for each in faults)
        )
    return check_members(members, path)


def check_members(members: Mapping[str, bytes], path: Path) -> CheckedTemplate:
    """Check the members of the package `path`."""
    roots, faults = parse_parts(members)
    unsafe = (*faults, *find_active_content(members, roots))
    if unsafe:
        return CheckedTemplate(
            diagnostics=tuple(faulty_package(Span(path), each) for each in unsafe)
        )
    usage = FieldUsage()
    found: list[Diagnostic] = []
    for part, root in roots.items():
        if not part.endswith(".rels") and root.tag != f"{W}comments":  # comments are never filled
            try:
                found += _part_faults(root, part, path, usage)
            except RecursionError:
                found.append(syntax_error(Span(path), f"Phần {part}", "…", "lồng quá sâu"))
    found += _missing(roots, usage, path)
    return CheckedTemplate(frozenset(usage.printed_paths), tuple(found))


def _part_faults(
    root: etree._Element, part: str, path: Path, usage: FieldUsage
) -> Iterator[Diagnostic]:
    if has_hidden_tags(root):
        yield unsafe_content(Span(path), f"phần {part}", "thẻ giấu trong chú giải của XML")
    tags, faults = find_tags(tagged_texts(root, part), path)
    yield from faults
    nesting, sources = nesting_faults(tags, path)
    yield from nesting
    tree = _parse(sources)
    if tree is None:
        unreadable = dict(syntax_faults(tags, path))
        yield from unreadable.values()
        tree = _parse(
            [placeholder_tag(tags[i]) if i in unreadable else s for i, s in enumerate(sources)]
        )
    if tree is None:
        tag = tags[0]
        yield syntax_error(tag.span(path), tag.place, tag.written, "các thẻ lồng sai")
    elif tags:
        yield from _tree_faults(tree, tags, path, usage)


def _parse(sources: list[str]) -> nodes.Template | None:
    """Parse the tags of a part as the lines of one template; None if Jinja2 cannot."""
    try:
        return _JINJA.parse("\n".join(sources))
    except JinjaError:
        return None


def _tree_faults(
    tree: nodes.Template, tags: list[Tag], path: Path, usage: FieldUsage
) -> Iterator[Diagnostic]:
    for line, construct in forbidden_constructs(tree, alone=True):
        tag = _tag_of(tags, line)
        yield forbidden_construct(tag.span(path), tag.place, construct)
    own = analyse(tree, template_variables(word=True))[""]
    usage.used_paths |= own.used_paths
    usage.printed_paths |= own.printed_paths
    yield from _usage_faults(own, tags, path)


def _usage_faults(usage: FieldUsage, tags: list[Tag], path: Path) -> Iterator[Diagnostic]:
    for unknown in usage.unknown:
        tag = _tag_of(tags, unknown.line)
        yield unknown_name(tag.span(path), tag.place, unknown)
    for line in usage.loops_over_no_sequence:
        tag = _tag_of(tags, line)
        yield not_a_sequence(tag.span(path), tag.place, tag.written)
    for line, value in usage.printed:
        tag = _tag_of(tags, line)
        if isinstance(value, BlocksType) and tag.prefix != "p":
            yield BROKEN_TAG.error(
                tag.span(path),
                f"{tag.place}: thẻ «{tag.written}» in cả một khối đoạn và bảng nên không đặt giữa "
                "dòng được.",
                f"Đề nghị viết {{{{p {value.path} }}}} và để một mình một đoạn.",
            )
        elif isinstance(value, ScalarType) and tag.prefix:
            yield BROKEN_TAG.error(
                tag.span(path),
                f"{tag.place}: thẻ «{tag.written}» in chữ mà lại đứng thay cả đoạn nên chữ không "
                "còn đoạn để đứng.",
                "Đề nghị viết {{ … }}, không có chữ p sau dấu mở.",
            )
        elif not is_printable(value):
            yield not_one_value(tag.span(path), tag.place, tag.written)


def _missing(
    roots: Mapping[str, etree._Element], usage: FieldUsage, path: Path
) -> Iterator[Diagnostic]:
    span = Span(path)
    known = style_ids(roots[STYLES_PART])
    styles = tuple(name for name in REQUIRED_STYLES if name.casefold() not in known)
    if styles:
        yield MISSING_STYLE.error(
            span,
            f"Mẫu thiếu kiểu chữ (style) {', '.join(styles)}.",
            "Đề nghị thêm kiểu chữ đúng tên ấy, hoặc bắt đầu lại từ mẫu kèm theo chương trình.",
        )
    sections = tuple(roots[MAIN_PART].iter(f"{W}sectPr"))
    if not sections or any(
        each.find(f"{W}{name}") is None for each in sections for name in ("pgSz", "pgMar")
    ):
        yield MISSING_STYLE.error(
            span,
            "Mẫu thiếu khổ giấy (phần trang).",
            "Đề nghị mở mẫu bằng Word, đặt khổ giấy A4 trong Layout rồi lưu lại.",
        )
    yield from field_faults(span, usage, REQUIRED_IN_WORD, (*optional_fields(), *LAID_OUT_TAGS))


def _tag_of(tags: list[Tag], line: int) -> Tag:
    return tags[min(line, len(tags)) - 1]
