"""The part of Jinja2 that templates may use, and the cost counters of its compiled code.

`forbidden_constructs` names every construct that is not allowed, with its line, before anything is
compiled. `with_counters` then rewrites the tree: each loop, macro, block and template pays for the
nodes in it, and what joins, slices or searches texts pays for their length. An `if` pays for all
its branches, so a template never pays less than it does.
"""

from collections.abc import Iterator

from jinja2 import nodes

COUNT, MEASURE, SPEND = "count rounds", "measure", "spend"  # no template can write such names

_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Scope),
    *(nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.With, nodes.Assign, nodes.Block),
    *(nodes.AssignBlock, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword),
    *(nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getattr, nodes.Getitem),
    *(nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)
_OTHER_FILES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_PAYING = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_NAMES = {
    nodes.Pow: "phép lũy thừa «**»",
    nodes.ScopedEvalContextModifier: "thẻ autoescape",
    nodes.EvalContextModifier: "thẻ autoescape",
}
_LETTERS_A_STEP = 64


def forbidden_constructs(tree: nodes.Template, *, alone: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the line and the Vietnamese name of each construct that a template may not use.

    An `alone` template, such as a Word file, may not include other files.
    """
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            yield node.lineno, _NAMES.get(type(node), f"thẻ {type(node).__name__}")
        elif isinstance(node, nodes.For) and node.recursive:
            yield node.lineno, "vòng lặp recursive"
        elif isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (
            node.dyn_args is not None or node.dyn_kwargs is not None
        ):
            yield node.lineno, "đối số dạng *, **"
        elif isinstance(node, _OTHER_FILES):
            named = node.template
            if alone:
                yield node.lineno, f"thẻ {type(node).__name__.lower()} tệp khác"
            elif not isinstance(named, nodes.Const) or not _is_plain_name(named.value):
                yield node.lineno, "tên tệp không viết thẳng"
        yield from ((node.lineno, f"tên bắt đầu bằng «_» ({name})") for name in _hidden(node))


def with_counters(tree: nodes.Template) -> nodes.Template:
    """Rewrite a tree, in place, so that its compiled code spends the budget."""
    for node in list(tree.find_all((nodes.Concat, nodes.Compare, nodes.Getitem))):
        _measure_texts(node)
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filter(loop.iter, COUNT, _weight([*loop.body, *loop.else_]))
    for part in list(tree.find_all((nodes.Macro, nodes.CallBlock, nodes.Block))):
        part.body.insert(0, _payment(part.body, part.lineno))  # type: ignore[attr-defined]
    tree.body.insert(0, _payment(tree.body, 1))
    return tree.set_environment(tree.environment)  # type: ignore[arg-type,return-value]


def _measure_texts(node: nodes.Node) -> None:
    if isinstance(node, nodes.Concat):
        node.nodes = [_filter(each, MEASURE) for each in node.nodes]
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
        node.node = _filter(node.node, MEASURE)
    elif isinstance(node, nodes.Compare):
        for operand in node.ops:
            if operand.op in {"in", "notin"}:
                operand.expr = _filter(operand.expr, MEASURE)


def _payment(body: list[nodes.Node], lineno: int) -> nodes.ExprStmt:
    statement = nodes.ExprStmt(_filter(nodes.Const(""), SPEND, _weight(body)))
    return statement.set_lineno(lineno, override=False)  # type: ignore[return-value]


def _weight(body: list[nodes.Node]) -> tuple[int, int]:
    """Count the nodes and letters of a body, except those that loops and macros pay for."""
    steps, letters = 1, 0
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        steps += 1
        if isinstance(node, nodes.TemplateData):
            letters += len(node.data)
            steps += len(node.data) // _LETTERS_A_STEP
        if isinstance(node, nodes.For):
            waiting.append(node.iter)
        elif not isinstance(node, _PAYING):
            waiting += node.iter_child_nodes()
    return steps, letters


def _filter(node: nodes.Node, name: str, cost: tuple[int, ...] = ()) -> nodes.Filter:
    arguments: list[nodes.Expr] = [nodes.Const(each) for each in cost]
    filtered = nodes.Filter(node, name, arguments, [], None, None)  # any expression
    return filtered.set_lineno(node.lineno, override=False)  # type: ignore[return-value]


def _is_plain_name(name: object) -> bool:
    return (
        isinstance(name, str)
        and name not in {"", ".", ".."}
        and not any(sign in name for sign in "/\\:\0")
    )


def _hidden(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        yield node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        if str(node.arg.value).startswith("_"):
            yield str(node.arg.value)
    elif isinstance(node, nodes.Name) and node.name.startswith("_"):
        yield node.name
