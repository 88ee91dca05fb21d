"""The fields that a template uses, found by static analysis of its syntax tree.

Every branch is analysed, also those that few documents take: a loop variable has the type of the
items, a macro is analysed with the types that it is called with. A name that some block has, such
as `block.runs`, is known; a name that none has is a fault.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatchmethod

from jinja2 import nodes

from baocao.render.templates.field_types import (
    AnyType,
    FieldType,
    ScalarType,
    SequenceType,
    alternatives,
    either,
)
from baocao.render.templates.sandbox import FILTERS, TESTS
from baocao.render.templates.type_rules import (
    ANYTHING,
    ATTRIBUTE_IS_FIRST,
    LOOP,
    TAKES_ATTRIBUTE,
    attribute_names,
    attribute_type,
    filter_type,
    item_type,
)
from baocao.render.templates.usage import FieldUsage, UnknownName

_GLOBALS = ("caller", "kwargs", "loop", "range", "self", "super", "varargs")


@dataclass(frozen=True, slots=True, eq=False)
class _Macro:
    node: nodes.Macro
    scope: "_Scope"
    file: str


@dataclass(frozen=True, slots=True, eq=False)
class _Module:
    macros: Mapping[str, _Macro]


_Value = FieldType | _Macro | _Module
_Scope = dict[str, _Value]


def analyse(
    tree: nodes.Template,
    variables: Mapping[str, FieldType],
    parse: Callable[[str], nodes.Template | None] = lambda _: None,
) -> Mapping[str, FieldUsage]:
    """Analyse a template and the files that it extends, includes or imports.

    `parse` returns the tree of another file by its name, None if it has none. The result has the
    usage of each file by its name, that of the template itself by the empty name.
    """
    analysis = _Analysis(parse)
    analysis.template(tree, "", dict(variables))
    return analysis.usage


class _Analysis:
    def __init__(self, parse: Callable[[str], nodes.Template | None]) -> None:
        self.parse = parse
        self.usage: dict[str, FieldUsage] = {}
        self.file = ""
        self.is_printing = False
        self.called: set[tuple[int, tuple[tuple[str, _Value], ...]]] = set()
        self.imported: dict[str, dict[str, _Macro]] = {}

    @property
    def own(self) -> FieldUsage:
        """The usage of the file that is being analysed."""
        return self.usage[self.file]

    def template(self, tree: nodes.Template, file: str, scope: _Scope) -> None:
        outer, self.file = self.file, file
        self.usage.setdefault(file, FieldUsage())
        self.body(tree.body, scope)
        for value in tuple(scope.values()):
            if isinstance(value, _Macro) and not any(
                key == id(value.node) for key, _ in self.called
            ):
                self.call(value, {})
        self.file = outer

    def body(self, body: Iterable[nodes.Node], scope: _Scope) -> None:
        for node in body:
            self.statement(node, scope)

    @singledispatchmethod
    def statement(self, node: nodes.Node, scope: _Scope) -> None:
        if isinstance(node, nodes.Expr):
            self.value(node, scope)
        else:
            self.body(node.iter_child_nodes(), scope)

    @statement.register
    def _(self, node: nodes.Output, scope: _Scope) -> None:
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                self.is_printing = True
                value = self.type_of(each, scope)
                self.is_printing = False
                self.own.printed.append((each.lineno, value))

    @statement.register
    def _(self, node: nodes.For, scope: _Scope) -> None:
        sequence = self.type_of(node.iter, scope)
        parts = tuple(alternatives(sequence))
        items = [part.of for part in parts if isinstance(part, SequenceType)]
        if not items and not any(isinstance(part, AnyType) for part in parts):
            self.own.loops_over_no_sequence.append(node.lineno)
        inner = {**scope, "loop": LOOP}
        _assign(node.target, either(*items) if items else ANYTHING, inner)
        if node.test is not None:
            self.value(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    @statement.register
    def _(self, node: nodes.Assign, scope: _Scope) -> None:
        _assign(node.target, self.value(node.node, scope), scope)

    @statement.register
    def _(self, node: nodes.AssignBlock, scope: _Scope) -> None:
        self.body(node.body, scope)
        _assign(node.target, ScalarType(str), scope)

    @statement.register
    def _(self, node: nodes.With, scope: _Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            _assign(target, self.value(value, scope), inner)
        self.body(node.body, inner)

    @statement.register
    def _(self, node: nodes.Block, scope: _Scope) -> None:
        self.body(node.body, dict(scope))

    @statement.register
    def _(self, node: nodes.Macro, scope: _Scope) -> None:
        scope[node.name] = _Macro(node, scope, self.file)

    @statement.register
    def _(self, node: nodes.CallBlock, scope: _Scope) -> None:
        self.value(node.call, scope)
        inner = {**scope, **{argument.name: ANYTHING for argument in node.args}}
        self.body(node.body, inner)

    @statement.register
    def _(self, node: nodes.Extends | nodes.Include, scope: _Scope) -> None:
        name = _name(node.template)
        tree = self.parse(name) if isinstance(name, str) and name not in self.usage else None
        if tree is not None:
            self.template(tree, str(name), dict(scope))

    @statement.register
    def _(self, node: nodes.Import, scope: _Scope) -> None:
        scope[node.target] = _Module(self.macros(node, scope))

    @statement.register
    def _(self, node: nodes.FromImport, scope: _Scope) -> None:
        macros = self.macros(node, scope)
        for name in node.names:
            own, target = name if isinstance(name, tuple) else (name, name)
            if own not in macros and self.parse(str(_name(node.template))) is not None:
                self.unknown(node, own, tuple(macros))
            scope[target] = macros.get(own, ANYTHING)

    def macros(self, node: nodes.Import | nodes.FromImport, scope: _Scope) -> dict[str, _Macro]:
        """Return the macros of an imported file; their bodies are analysed when they are called."""
        name = str(_name(node.template))
        if name not in self.imported:
            self.imported[name] = {}
            tree = self.parse(name)
            inner = dict(scope) if node.with_context else {}
            outer, self.file = self.file, name
            self.usage.setdefault(name, FieldUsage())
            self.body(tree.body if tree is not None else (), inner)
            self.file = outer
            self.imported[name] = {
                key: value
                for key, value in inner.items()
                if isinstance(value, _Macro) and value.file == name
            }
        return self.imported[name]

    def type_of(self, node: nodes.Node, scope: _Scope) -> FieldType:
        value = self.value(node, scope)
        return ANYTHING if isinstance(value, _Macro | _Module) else value

    @singledispatchmethod
    def value(self, node: nodes.Node, scope: _Scope) -> _Value:
        for child in node.iter_child_nodes():
            self.value(child, scope)
        is_text = isinstance(node, nodes.Concat)
        return ScalarType(str) if is_text else ANYTHING

    @value.register
    def _(self, node: nodes.Const, scope: _Scope) -> _Value:  # noqa: ARG002
        return ScalarType(type(node.value)) if node.value is not None else ANYTHING

    @value.register
    def _(self, node: nodes.Name, scope: _Scope) -> _Value:
        if node.name in scope:
            value = scope[node.name]
            self.use(value)
            return value
        if node.name not in _GLOBALS:
            self.unknown(node, node.name, tuple(scope))
        return ANYTHING

    @value.register
    def _(self, node: nodes.CondExpr, scope: _Scope) -> _Value:
        was_printing, self.is_printing = self.is_printing, False
        self.value(node.test, scope)
        self.is_printing = was_printing
        first = self.type_of(node.expr1, scope)
        return either(first, self.type_of(node.expr2, scope)) if node.expr2 is not None else first

    @value.register
    def _(self, node: nodes.Getattr, scope: _Scope) -> _Value:
        return self.attribute(node, self.value(node.node, scope), node.attr)

    @value.register
    def _(self, node: nodes.Getitem, scope: _Scope) -> _Value:
        value = self.value(node.node, scope)
        self.value(node.arg, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.attribute(node, value, node.arg.value)
        if isinstance(value, _Macro | _Module):
            return ANYTHING
        if isinstance(node.arg, nodes.Slice):
            return value
        return item_type(value)

    @value.register
    def _(self, node: nodes.Filter, scope: _Scope) -> _Value:
        value = self.type_of(node.node, scope) if node.node is not None else ScalarType(str)
        arguments = [self.type_of(each, scope) for each in node.args]
        for keyword in node.kwargs:
            self.value(keyword.value, scope)
        if node.name not in FILTERS:
            self.own.unknown.append(UnknownName(node.lineno, node.name, FILTERS, is_filter=True))
            return ANYTHING
        return filter_type(node.name, value, arguments, self.attribute_of_items(node, value))

    @value.register
    def _(self, node: nodes.Compare | nodes.Test, scope: _Scope) -> _Value:
        for child in node.iter_child_nodes():
            self.value(child, scope)
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self.own.unknown.append(UnknownName(node.lineno, node.name, TESTS, is_filter=True))
        return ScalarType(bool)

    @value.register
    def _(self, node: nodes.Call, scope: _Scope) -> _Value:
        callee = self.value(node.node, scope)
        given = [self.value(each, scope) for each in node.args]
        named = {keyword.key: self.value(keyword.value, scope) for keyword in node.kwargs}
        if isinstance(callee, _Macro):
            places = (argument.name for argument in callee.node.args)
            self.call(callee, {**dict(zip(places, given, strict=False)), **named})
            return ScalarType(str)
        if isinstance(node.node, nodes.Name) and node.node.name == "range":
            return SequenceType(ScalarType(int))
        return ANYTHING

    def call(self, macro: _Macro, given: _Scope) -> None:
        """Analyse the body of a macro, once for each set of argument types."""
        key = (id(macro.node), tuple(sorted(given.items(), key=lambda item: item[0])))
        if key in self.called:
            return
        self.called.add(key)
        inner = {**macro.scope}
        for argument in macro.node.args:
            inner[argument.name] = given.get(argument.name, ANYTHING)
        outer, was_printing = self.file, self.is_printing
        self.file, self.is_printing = macro.file, False
        self.body(macro.node.body, inner)
        self.file, self.is_printing = outer, was_printing

    def attribute(self, node: nodes.Node, value: _Value, name: str) -> _Value:
        if isinstance(value, _Module):
            if name not in value.macros:
                self.unknown(node, _written(node), tuple(value.macros))
            return value.macros.get(name, ANYTHING)
        if isinstance(value, _Macro):
            return ANYTHING
        parts = tuple(alternatives(value))
        found = [each for part in parts if (each := attribute_type(part, name)) is not None]
        if not found:
            known = tuple(dict.fromkeys(each for part in parts for each in attribute_names(part)))
            self.unknown(node, _written(node), known)
            return ANYTHING
        for each in found:
            self.use(each)
        return either(*found)

    def attribute_of_items(self, node: nodes.Filter, sequence: FieldType) -> FieldType | None:
        """Return the type of the attribute by which a filter takes items, None if it names none."""
        if node.name not in TAKES_ATTRIBUTE:
            return None
        named = next((k.value for k in node.kwargs if k.key == "attribute"), None)
        if named is None and node.name in ATTRIBUTE_IS_FIRST and node.args:
            named = node.args[0]
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            return None
        value: _Value = item_type(sequence)
        for name in named.value.split("."):
            value = self.attribute(
                nodes.Getattr(named, name, "load", lineno=node.lineno), value, name
            )
        return ANYTHING if isinstance(value, _Macro | _Module) else value

    def use(self, value: _Value) -> None:
        path = getattr(value, "path", "")
        if path:
            self.own.used_paths.add(path)
            if self.is_printing:
                self.own.printed_paths.add(path)

    def unknown(self, node: nodes.Node, name: str, known: tuple[str, ...]) -> None:
        fault = UnknownName(node.lineno, name, known)
        if fault not in self.own.unknown:
            self.own.unknown.append(fault)


def _assign(target: nodes.Node, value: _Value, scope: _Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = value
    elif isinstance(target, nodes.Tuple):
        for each in target.items:
            _assign(each, ANYTHING, scope)


def _name(node: nodes.Node) -> object:
    return node.value if isinstance(node, nodes.Const) else None


def _written(node: nodes.Node) -> str:
    """Return the source of an expression as far as it is a path."""
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Const):
        return node.attr
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_written(node.node)}[{inner}]"
    return node.name if isinstance(node, nodes.Name) else "…"
