"""What a check of a template found, for those who fill it."""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostic, Severity
from baocao.errors import TemplateError


def raise_on_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise `TemplateError` for the first error, naming how many more there are."""
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if not errors:
        return
    message = errors[0].message[:1].lower() + errors[0].message[1:]
    if len(errors) > 1:
        message += f" Còn {len(errors) - 1} lỗi nữa, xem bằng lệnh baocao template check."
    raise TemplateError(errors[0].span.file, message)


def is_used(name: str, used: Iterable[str]) -> bool:
    """Tell whether a template asks for a field, or for a part of it."""
    return any(is_below(each, name) for each in used)


def is_below(path: str, other: str) -> bool:
    """Tell whether a path is `other` or leads through it."""
    return path == other or path.startswith((f"{other}.", f"{other}["))
