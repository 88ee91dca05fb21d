"""Refuses in an SVG drawing whatever runs, moves, comes from outside or multiplies."""

import re
from collections.abc import Mapping

from lxml import etree

from baocao.diagnostics import Diagnostics
from baocao.load.pictures.messages import (
    outside_reference,
    reference_loop,
    too_many_elements,
    unsafe_attribute,
    unsafe_element,
)
from baocao.model.text import Text
from baocao.vietnamese.text import squeeze

SVG = "http://www.w3.org/2000/svg"
MOST_ELEMENTS = 5_000
DEEPEST = 24  # a group that one can see through takes 8 MB while it is drawn
_MOST_CALLS = 16  # of a part within a part
_MOST_NOTES = 5_000  # elements that editors keep for themselves
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NAMES = (
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "style",
)  # fmt: skip
_WORDS_ONLY = ("title", "desc", "metadata")
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)", re.IGNORECASE)
_AT_RULE = re.compile(r"@(import|font-face|namespace)", re.IGNORECASE)


def faults(path: Text, root: etree._Element) -> Diagnostics:
    """Yield what a drawing may not have; metadata of drawing programs is removed from it."""
    elements = sum(1 for _ in root.iter(etree.Element))
    if elements > _MOST_NOTES + MOST_ELEMENTS or _depth(root) > DEEPEST:
        yield too_many_elements(path, MOST_ELEMENTS, DEEPEST)
        return
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        if name.namespace != SVG or name.localname in _WORDS_ONLY:
            _take_out(element)
        elif name.localname not in _NAMES:
            yield unsafe_element(path, name.localname)
    for element in root.iter(etree.Element):
        yield from _attribute_faults(path, element)
        if etree.QName(element).localname == "style":
            yield from _style_faults(path, "".join(element.itertext()))
    yield from _repeated(path, root)


def _attribute_faults(path: Text, element: etree._Element) -> Diagnostics:
    for name, value in element.attrib.items():
        local = etree.QName(name).localname.lower()
        if name.startswith("{") and not name.startswith((_XLINK, _XML)):
            del element.attrib[name]  # an editor's own note
        elif local.startswith("on"):
            yield unsafe_attribute(path, local)
        elif local in ("href", "src", "base") and not value.strip().startswith("#"):
            yield outside_reference(path, _shown(value))
        else:
            yield from _style_faults(path, value)


def _style_faults(path: Text, style: str) -> Diagnostics:
    """Yield the addresses in a style; a backslash can hide one, and no drawing needs any."""
    if "\\" in style:
        yield outside_reference(path, _shown(style))
    outside = (found[1] for found in _ADDRESS.finditer(style) if not found[1].startswith("#"))
    for address in (*outside, *(found[0] for found in _AT_RULE.finditer(style))):
        yield outside_reference(path, _shown(address))


def _repeated(path: Text, root: etree._Element) -> Diagnostics:
    """Refuse a drawing that is too large once its parts stand wherever they are called."""
    named = {each.get("id"): each for each in root.iter(etree.Element) if each.get("id")}
    try:
        total = _count(root, named, {}, (), 0)
    except _LoopError as loop:
        yield reference_loop(path, _shown(str(loop)))
        return
    if total > MOST_ELEMENTS:
        yield too_many_elements(path, MOST_ELEMENTS, DEEPEST)


class _LoopError(Exception):
    """An element that is drawn within itself; the message is its id."""


def _count(
    element: etree._Element,
    named: Mapping[str, etree._Element],
    known: dict[str, int],
    within: tuple[str, ...],
    calls: int,
) -> int:
    """Count the elements that are drawn, each call of a part with all that the part draws.

    `within` are the ids of the parts around an element, and `calls` how many of them were called.
    """
    own = element.get("id", "")
    if own and own in within:
        raise _LoopError(own)
    if calls > _MOST_CALLS:
        return MOST_ELEMENTS + 1
    if own in known:
        return known[own]
    inside = (*within, own) if own else within
    called = (element.get("href") or element.get(f"{_XLINK}href") or "").strip().lstrip("#")
    total = 1
    for child in element:
        total += _count(child, named, known, inside, calls)
    if called in named:
        total += _count(named[called], named, known, inside, calls + 1)
    if own:
        known[own] = total
    return total


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _shown(words: str) -> str:
    """Return the beginning of a drawing's text, on one line."""
    return squeeze("".join(c if c.isprintable() else " " for c in words[:60]))
