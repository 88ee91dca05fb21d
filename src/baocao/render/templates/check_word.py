"""A Word template looked over before anything is built from it: every fault, with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes
from lxml import etree

from baocao.diagnostics import Diagnostic, Span, has_errors
from baocao.ooxml.package import MAIN, STYLES, harmful, read_members, read_xml
from baocao.ooxml.styles import STYLE_NAMES
from baocao.render.templates.fields import TAGS_OF_FORMS, WHOLE_IN_WORD, meaning, printed_in_part
from baocao.render.templates.language import refused
from baocao.render.templates.names import Names, names
from baocao.render.templates.nesting import nesting_faults, placeholder_tag, syntax_faults
from baocao.render.templates.refusal import is_below, is_used
from baocao.render.templates.sandbox import environment
from baocao.render.templates.shapes import (
    Anything,
    Blocks,
    Choice,
    RecordType,
    Scalar,
    SequenceType,
    roots,
)
from baocao.render.templates.tags import Tag, find_tags, has_hidden_tags, stretches
from baocao.rules.templates import (
    broken_tag,
    missing_field,
    missing_style,
    unknown_field,
    unsafe_template,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_JINJA = environment()  # only reads; it holds nothing of any template


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """A Word template's members, the fields that it prints, and what is wrong with it."""

    members: Mapping[str, bytes]
    prints: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def check_word(path: Path) -> CheckedTemplate:
    """Look over a Word template: its package, its tags, its fields, its styles and sheets."""
    members, faults = read_members(path)
    if faults:
        return CheckedTemplate(members, diagnostics=faults)
    trees, faults = read_xml(members, path)
    found = [*faults, *harmful(members, trees, path)]
    if has_errors(found):
        return CheckedTemplate(members, diagnostics=tuple(found))
    found_names = Names()
    for part, root in trees.items():
        if not part.endswith(".rels") and root.tag != f"{_W}comments":  # filled by nobody
            try:
                found += _part_faults(root, part, path, found_names)
            except RecursionError:
                found.append(broken_tag.syntax(Span(path), f"Phần {part}", "…", "lồng quá sâu"))
    found += _lacking(trees, found_names, path)
    return CheckedTemplate(members, frozenset(found_names.prints), tuple(found))


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Give the ids of styles by name, in small letters: Word and LibreOffice differ in the case."""
    return {
        style.find(f"{_W}name").get(f"{_W}val", "").casefold(): style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _part_faults(root: etree._Element, part: str, path: Path, every: Names) -> Iterator[Diagnostic]:
    if has_hidden_tags(root):
        yield unsafe_template.content(Span(path), f"phần {part}", "thẻ giấu trong chú giải của XML")
    tags, faults = find_tags(stretches(root, part), path)
    yield from faults
    nesting, sources = nesting_faults(tags, path)
    yield from nesting
    tree = _tree(sources)
    if tree is None:
        unreadable = dict(syntax_faults(tags, path))
        yield from unreadable.values()
        tree = _tree(
            [placeholder_tag(tags[i]) if i in unreadable else s for i, s in enumerate(sources)]
        )
    if tree is None:
        tag = tags[0]
        yield broken_tag.syntax(tag.span(path), tag.place, tag.written, "các thẻ lồng sai")
    elif tags:
        yield from _tree_faults(tree, tags, path, every)


def _tree(sources: list[str]) -> nodes.Template | None:
    """Read the tags of a part as the lines of one template; None where Jinja2 cannot."""
    try:
        return _JINJA.parse("\n".join(sources))
    except JinjaError:
        return None


def _tree_faults(
    tree: nodes.Template, tags: list[Tag], path: Path, every: Names
) -> Iterator[Diagnostic]:
    for line, what in refused(tree, alone=True):
        tag = _tag_of(tags, line)
        yield unsafe_template.construct(tag.span(path), tag.place, what)
    found = names(tree, roots(word=True))[""]
    every.used |= found.used
    every.prints |= found.prints
    yield from _name_faults(found, tags, path)


def _name_faults(found: Names, tags: list[Tag], path: Path) -> Iterator[Diagnostic]:
    for unknown in found.unknown:
        tag = _tag_of(tags, unknown.line)
        report = unknown_field.filter_or_test if unknown.is_filter else unknown_field.field
        yield report(tag.span(path), tag.place, unknown.name, unknown.known)
    for looped in found.not_sequences:
        tag = _tag_of(tags, looped.line)
        yield broken_tag.no_sequence(tag.span(path), tag.place, tag.written)
    for printed in found.printed:
        tag = _tag_of(tags, printed.line)
        shape, is_own_paragraph = printed.shape, tag.prefix == "p"
        if isinstance(shape, Blocks) and not is_own_paragraph:
            yield broken_tag.needs_paragraph(tag.span(path), tag.place, tag.written, shape.path)
        elif isinstance(shape, Scalar) and tag.prefix:
            yield broken_tag.needs_line(tag.span(path), tag.place, tag.written)
        elif isinstance(shape, RecordType | SequenceType | Choice) and not _may_print(shape):
            yield broken_tag.no_single_value(tag.span(path), tag.place, tag.written)


def _lacking(trees: Mapping[str, etree._Element], found: Names, path: Path) -> Iterator[Diagnostic]:
    span = Span(path)
    known = style_ids(trees[STYLES])
    missing = tuple(name for name in STYLE_NAMES if name.casefold() not in known)
    if missing:
        yield missing_style.styles(span, missing)
    sections = tuple(trees[MAIN].iter(f"{_W}sectPr"))
    if not sections or any(
        each.find(f"{_W}{name}") is None for each in sections for name in ("pgSz", "pgMar")
    ):
        yield missing_style.section(span)
    whole = tuple(name for name in WHOLE_IN_WORD if not is_used(name, found.used))
    if whole:
        yield missing_field.whole(span, whole)
    for name in (*printed_in_part(), *TAGS_OF_FORMS):
        if not is_used(name, found.prints) and not any(is_below(name, each) for each in whole):
            yield missing_field.part(span, name, meaning(name))


def _may_print(shape: RecordType | SequenceType | Choice) -> bool:
    return isinstance(shape, Choice) and any(
        isinstance(each, Scalar | Blocks | Anything) for each in shape.of
    )


def _tag_of(tags: list[Tag], line: int) -> Tag:
    return tags[min(line, len(tags)) - 1]
