"""Which fields a template asks for, found in its tree and not by filling it.

Every branch is walked, also those that few documents take: loop variables stand for one of their
sequence, macros for what they are called with. A name that some block has, such as `block.runs`,
is known; a name that none has is a fault.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod

from jinja2 import nodes

from baocao.render.templates.sandbox import FILTERS, METHODS, TESTS
from baocao.render.templates.shapes import (
    Anything,
    FieldType,
    RecordType,
    Scalar,
    SequenceType,
    alternatives,
    either,
    members,
)

_ANYTHING = Anything()
_SAME = {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
_ONE = {"first", "last", "max", "min"}
_COUNTS = {"count", "length", "wordcount", "int"}
_BY_ATTRIBUTE = {"map", "max", "min", "rejectattr", "selectattr", "sort", "sum", "unique"}
_BY_FIRST_ARGUMENT = {"rejectattr", "selectattr"}
_OF_EVERY_VALUE = {"abs", "d", "default", "float", "round"}
_LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"}
    | {"previtem", "nextitem", "cycle", "changed"}
)
_DAY = frozenset({"day", "month", "year", "isoformat"})
_GLOBALS = ("caller", "kwargs", "loop", "range", "self", "super", "varargs")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that nothing has: the line, the name as written, and what it could be."""

    line: int
    name: str
    known: tuple[str, ...]
    is_filter: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What a tag prints."""

    line: int
    shape: FieldType


@dataclass(frozen=True, slots=True)
class Looped:
    """What a loop goes through, where that is no sequence."""

    line: int


@dataclass(frozen=True, slots=True, eq=False)
class _Macro:
    node: nodes.Macro
    scope: dict[str, "_Value"]
    file: str


@dataclass(frozen=True, slots=True, eq=False)
class _Module:
    macros: Mapping[str, _Macro]


_Value = FieldType | _Macro | _Module


@dataclass
class Names:
    """What a walk through a template found."""

    unknown: list[Unknown] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    not_sequences: list[Looped] = field(default_factory=list)
    used: set[str] = field(default_factory=set)  # paths that are asked for
    prints: set[str] = field(default_factory=set)  # those of them that are printed
    parts: set[str] = field(default_factory=set)  # templates that this one imports or includes


def names(
    tree: nodes.Template,
    roots: Mapping[str, FieldType],
    parse: Callable[[str], nodes.Template | None] = lambda _: None,
) -> Mapping[str, Names]:
    """Walk a template whose first names are `roots`, and what it builds on.

    `parse` gives the tree of another template by its name, or None where it has none. The result
    has the findings of this template under the empty name, those of the others under theirs.
    """
    walk = _Walk(parse)
    walk.template(tree, "", dict(roots))
    return walk.found


class _Walk:
    def __init__(self, parse: Callable[[str], nodes.Template | None]) -> None:
        self.parse = parse
        self.found: dict[str, Names] = {}
        self.file = ""
        self.is_printing = False
        self.called: set[tuple[int, tuple[tuple[str, _Value], ...]]] = set()
        self.imported: dict[str, dict[str, _Macro]] = {}

    def template(self, tree: nodes.Template, file: str, scope: dict[str, "_Value"]) -> None:
        outer, self.file = self.file, file
        self.found.setdefault(file, Names())
        self.body(tree.body, scope)
        for value in tuple(scope.values()):
            if isinstance(value, _Macro) and not any(
                key == id(value.node) for key, _ in self.called
            ):
                self.enter(value, {})
        self.file = outer

    def other(self, name: object, scope: dict[str, "_Value"]) -> None:
        """Walk another template with its own names added to `scope`."""
        if not isinstance(name, str):
            return
        self.found[self.file].parts.add(name)
        tree = self.parse(name) if name not in self.found else None
        if tree is not None:
            self.template(tree, name, scope)

    def body(self, body: Iterable[nodes.Node], scope: dict[str, "_Value"]) -> None:
        for node in body:
            self.statement(node, scope)

    @singledispatchmethod
    def statement(self, node: nodes.Node, scope: dict[str, "_Value"]) -> None:
        if isinstance(node, nodes.Expr):
            self.value(node, scope)
        else:
            self.body(node.iter_child_nodes(), scope)

    @statement.register
    def _(self, node: nodes.Output, scope: dict[str, "_Value"]) -> None:
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                self.is_printing = True
                shape = self.shape(each, scope)
                self.is_printing = False
                self.found[self.file].printed.append(Printed(each.lineno, shape))

    @statement.register
    def _(self, node: nodes.For, scope: dict[str, "_Value"]) -> None:
        sequence = self.shape(node.iter, scope)
        parts = tuple(alternatives(sequence))
        items = [part.of for part in parts if isinstance(part, SequenceType)]
        if not items and not any(isinstance(part, Anything) for part in parts):
            self.found[self.file].not_sequences.append(Looped(node.lineno))
        inner = {**scope, "loop": RecordType(_LoopFields, "loop", _LOOP_FIELDS)}
        _assign(node.target, either(*items) if items else _ANYTHING, inner)
        if node.test is not None:
            self.value(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    @statement.register
    def _(self, node: nodes.Assign, scope: dict[str, "_Value"]) -> None:
        _assign(node.target, self.value(node.node, scope), scope)

    @statement.register
    def _(self, node: nodes.AssignBlock, scope: dict[str, "_Value"]) -> None:
        self.body(node.body, scope)
        _assign(node.target, Scalar(str), scope)

    @statement.register
    def _(self, node: nodes.With, scope: dict[str, "_Value"]) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            _assign(target, self.value(value, scope), inner)
        self.body(node.body, inner)

    @statement.register
    def _(self, node: nodes.Block, scope: dict[str, "_Value"]) -> None:
        self.body(node.body, dict(scope))

    @statement.register
    def _(self, node: nodes.Macro, scope: dict[str, "_Value"]) -> None:
        scope[node.name] = _Macro(node, scope, self.file)

    @statement.register
    def _(self, node: nodes.CallBlock, scope: dict[str, "_Value"]) -> None:
        self.value(node.call, scope)
        inner = {**scope, **{argument.name: _ANYTHING for argument in node.args}}
        self.body(node.body, inner)

    @statement.register
    def _(self, node: nodes.Extends, scope: dict[str, "_Value"]) -> None:
        self.other(_name(node.template), dict(scope))

    @statement.register
    def _(self, node: nodes.Include, scope: dict[str, "_Value"]) -> None:
        self.other(_name(node.template), dict(scope))

    @statement.register
    def _(self, node: nodes.Import, scope: dict[str, "_Value"]) -> None:
        scope[node.target] = _Module(self.macros(node, scope))

    @statement.register
    def _(self, node: nodes.FromImport, scope: dict[str, "_Value"]) -> None:
        macros = self.macros(node, scope)
        for name in node.names:
            own, target = name if isinstance(name, tuple) else (name, name)
            if own not in macros and self.parse(str(_name(node.template))) is not None:
                self.unknown(node, own, tuple(macros))
            scope[target] = macros.get(own, _ANYTHING)

    def macros(
        self, node: nodes.Import | nodes.FromImport, scope: dict[str, "_Value"]
    ) -> dict[str, "_Macro"]:
        """Give the macros of a template that is imported; its faults come with their calls."""
        name = str(_name(node.template))
        self.found[self.file].parts.add(name)
        if name not in self.imported:
            self.imported[name] = {}
            tree = self.parse(name)
            inner = dict(scope) if node.with_context else {}
            outer, self.file = self.file, name
            self.found.setdefault(name, Names())
            self.body(tree.body if tree is not None else (), inner)
            self.file = outer
            self.imported[name] = {
                key: value
                for key, value in inner.items()
                if isinstance(value, _Macro) and value.file == name
            }
        return self.imported[name]

    def shape(self, node: nodes.Node, scope: dict[str, "_Value"]) -> FieldType:
        value = self.value(node, scope)
        return _ANYTHING if isinstance(value, _Macro | _Module) else value

    @singledispatchmethod
    def value(self, node: nodes.Node, scope: dict[str, "_Value"]) -> "_Value":
        for child in node.iter_child_nodes():
            self.value(child, scope)
        is_text = isinstance(node, nodes.Concat)
        return Scalar(str) if is_text else _ANYTHING

    @value.register
    def _(self, node: nodes.Const, scope: dict[str, "_Value"]) -> "_Value":  # noqa: ARG002
        return Scalar(type(node.value)) if node.value is not None else _ANYTHING

    @value.register
    def _(self, node: nodes.Compare, scope: dict[str, "_Value"]) -> "_Value":
        for child in node.iter_child_nodes():
            self.value(child, scope)
        return Scalar(bool)

    @value.register
    def _(self, node: nodes.Operand, scope: dict[str, "_Value"]) -> "_Value":
        return self.value(node.expr, scope)

    @value.register
    def _(self, node: nodes.Name, scope: dict[str, "_Value"]) -> "_Value":
        if node.name in scope:
            value = scope[node.name]
            self.use(value)
            return value
        if node.name not in _GLOBALS:
            self.unknown(node, node.name, tuple(scope))
        return _ANYTHING

    @value.register
    def _(self, node: nodes.CondExpr, scope: dict[str, "_Value"]) -> "_Value":
        was_printing, self.is_printing = self.is_printing, False
        self.value(node.test, scope)
        self.is_printing = was_printing
        first = self.shape(node.expr1, scope)
        return either(first, self.shape(node.expr2, scope)) if node.expr2 is not None else first

    @value.register
    def _(self, node: nodes.Getattr, scope: dict[str, "_Value"]) -> "_Value":
        return self.attribute(node, self.value(node.node, scope), node.attr)

    @value.register
    def _(self, node: nodes.Getitem, scope: dict[str, "_Value"]) -> "_Value":
        value = self.value(node.node, scope)
        self.value(node.arg, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute(node, value, node.arg.value)
        if isinstance(value, _Macro | _Module):
            return _ANYTHING
        if isinstance(node.arg, nodes.Slice):
            return value
        parts = tuple(alternatives(value))
        return either(*(part.of if isinstance(part, SequenceType) else _ANYTHING for part in parts))

    @value.register
    def _(self, node: nodes.Filter, scope: dict[str, "_Value"]) -> "_Value":
        shape = self.shape(node.node, scope) if node.node is not None else Scalar(str)
        arguments = [self.shape(each, scope) for each in node.args]
        for keyword in node.kwargs:
            self.value(keyword.value, scope)
        if node.name not in FILTERS:
            self.found[self.file].unknown.append(
                Unknown(node.lineno, node.name, FILTERS, is_filter=True)
            )
            return _ANYTHING
        return self.filtered(node, shape, arguments)

    @value.register
    def _(self, node: nodes.Test, scope: dict[str, "_Value"]) -> "_Value":
        for child in node.iter_child_nodes():
            self.value(child, scope)
        if node.name not in TESTS:
            self.found[self.file].unknown.append(
                Unknown(node.lineno, node.name, TESTS, is_filter=True)
            )
        return Scalar(bool)

    @value.register
    def _(self, node: nodes.Call, scope: dict[str, "_Value"]) -> "_Value":
        callee = self.value(node.node, scope)
        given = [self.value(each, scope) for each in node.args]
        named = {keyword.key: self.value(keyword.value, scope) for keyword in node.kwargs}
        if isinstance(callee, _Macro):
            places = (argument.name for argument in callee.node.args)
            self.enter(callee, {**dict(zip(places, given, strict=False)), **named})
            return Scalar(str)
        if isinstance(node.node, nodes.Name) and node.node.name == "range":
            return SequenceType(Scalar(int))
        return _ANYTHING

    def enter(self, macro: _Macro, given: dict[str, "_Value"]) -> None:
        """Walk a macro once for each set of shapes that it is called with."""
        key = (id(macro.node), tuple(sorted(given.items(), key=lambda item: item[0])))
        if key in self.called:
            return
        self.called.add(key)
        inner = {**macro.scope}
        for argument in macro.node.args:
            inner[argument.name] = given.get(argument.name, _ANYTHING)
        outer, was_printing = self.file, self.is_printing
        self.file, self.is_printing = macro.file, False
        self.body(macro.node.body, inner)
        self.file, self.is_printing = outer, was_printing

    def attribute(self, node: nodes.Node, value: "_Value", name: str) -> "_Value":
        if isinstance(value, _Module):
            if name not in value.macros:
                self.unknown(node, _written(node), tuple(value.macros))
            return value.macros.get(name, _ANYTHING)
        if isinstance(value, _Macro):
            return _ANYTHING
        parts = tuple(alternatives(value))
        found = [_attribute(part, name) for part in parts]
        have = tuple(each for each in found if each is not None)
        if not have:
            known = tuple(dict.fromkeys(each for part in parts for each in _attributes(part)))
            self.unknown(node, _written(node), known)
            return _ANYTHING
        for each in have:
            self.use(each)
        return either(*have)

    def filtered(
        self, node: nodes.Filter, shape: FieldType, arguments: list[FieldType]
    ) -> FieldType:
        by = self.by_attribute(node, shape)
        parts = tuple(alternatives(shape))
        items = either(
            *(part.of if isinstance(part, SequenceType) else _ANYTHING for part in parts)
        )
        if node.name in _SAME:
            return shape
        if node.name in _ONE:
            return items
        if node.name == "map":
            return SequenceType(by if by is not None else _ANYTHING)
        if node.name in _COUNTS:
            return Scalar(int)
        if node.name in _OF_EVERY_VALUE:
            return either(shape, *arguments[:1]) if node.name in {"d", "default"} else shape
        return _ANYTHING if node.name == "sum" else Scalar(str)

    def by_attribute(self, node: nodes.Filter, shape: FieldType) -> FieldType | None:
        """Give the field by which a filter goes through a sequence, where it names one."""
        if node.name not in _BY_ATTRIBUTE:
            return None
        named = next((k.value for k in node.kwargs if k.key == "attribute"), None)
        if named is None and node.name in _BY_FIRST_ARGUMENT and node.args:
            named = node.args[0]
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            return None
        parts = tuple(alternatives(shape))
        value: _Value = either(*(p.of if isinstance(p, SequenceType) else _ANYTHING for p in parts))
        for name in named.value.split("."):
            value = self.attribute(
                nodes.Getattr(named, name, "load", lineno=node.lineno), value, name
            )
        return _ANYTHING if isinstance(value, _Macro | _Module) else value

    def use(self, value: "_Value") -> None:
        path = getattr(value, "path", "")
        if path:
            self.found[self.file].used.add(path)
            if self.is_printing:
                self.found[self.file].prints.add(path)

    def unknown(self, node: nodes.Node, name: str, known: tuple[str, ...]) -> None:
        fault = Unknown(node.lineno, name, known)
        if fault not in self.found[self.file].unknown:
            self.found[self.file].unknown.append(fault)


class _LoopFields:
    """Stands for Jinja2's `loop`."""


def _attribute(shape: FieldType, name: str) -> FieldType | None:
    if isinstance(shape, Anything):
        return shape
    if isinstance(shape, RecordType):
        if shape.kind is _LoopFields:
            return dict(shape.more).get(name)
        return members(shape).get(name)
    return _ANYTHING if name in _attributes(shape) else None


def _attributes(shape: FieldType) -> Iterable[str]:
    if isinstance(shape, RecordType):
        return [n for n, _ in shape.more] if shape.kind is _LoopFields else members(shape)
    if isinstance(shape, Scalar) and issubclass(shape.kind, str):
        return METHODS[str]
    if isinstance(shape, Scalar) and issubclass(shape.kind, dt.date):
        return _DAY
    return ()


_LOOP_FIELDS: tuple[tuple[str, FieldType], ...] = tuple((name, _ANYTHING) for name in sorted(_LOOP))


def _assign(target: nodes.Node, value: "_Value", scope: dict[str, "_Value"]) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = value
    elif isinstance(target, nodes.Tuple):
        for each in target.items:
            _assign(each, _ANYTHING, scope)


def _name(node: nodes.Node) -> object:
    return node.value if isinstance(node, nodes.Const) else None


def _written(node: nodes.Node) -> str:
    """Give an expression as its author wrote it, as far as it is a path."""
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Const):
        return node.attr
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_written(node.node)}[{inner}]"
    return node.name if isinstance(node, nodes.Name) else "…"
