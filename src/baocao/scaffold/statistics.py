"""`so-lieu.yaml` for a unit that begins to fill in the forms."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from textwrap import wrap

from baocao.editor.guidance import column_paths, row_caption, row_notes
from baocao.model.campaign import Campaign
from baocao.model.form import ColumnRole, Form, Row
from baocao.scaffold.comments import comment, modeline, rule

_WHOLE, _WITH_DECIMALS = 7, 11
_GAP = 2  # the comma and the blank between two figures
_NESTED = "  "


def statistics_scaffold(campaign: Campaign, schema_reference: str) -> str:
    """Give the text of a new `so-lieu.yaml`, whose schema lies at `schema_reference` from it."""
    forms = tuple(campaign.forms.values())
    lines = [modeline(schema_reference), "", *_instructions(forms)]
    for form in forms:
        lines += ["", rule("═"), *_title(form), rule("═")]
        if len(forms) > 1:
            lines += ["", f"{form.id}:"]
        margin = _NESTED if len(forms) > 1 else ""
        lines += [margin + line if line else line for line in _form(form)]
    return "\n".join(lines) + "\n"


def _instructions(forms: tuple[Form, ...]) -> Iterator[str]:
    totals = dict.fromkeys(
        leaf.title for form in forms for leaf in form.leaves() if leaf.role is ColumnRole.TOTAL
    )
    yield "# CÁCH ĐIỀN"
    for instruction in (
        "Dòng có dấu # ở đầu là lời dẫn. Giữ nguyên dòng đầu tiên của tệp.",
        "Thay dấu ~ bằng con số. Chưa có số liệu thì để nguyên ~, không phát sinh thì ghi 0.",
        "Hàng nghìn ngăn bằng dấu chấm: 1.200. Số lẻ viết dấu phẩy và đặt trong dấu ngoặc "
        'kép: "12,5".',
        "Số đứng thẳng dưới cột của nó; giữa hai số có dấu phẩy, không thêm, không bớt số nào.",
        *(f"Cột «{title}» máy tự tính, không phải điền." for title in totals),
    ):
        yield from comment(f"- {instruction}", hanging=2)


def _title(form: Form) -> Iterator[str]:
    for line in form.title:
        yield from comment(line)
    if form.note:
        yield from comment(form.note)


def _form(form: Form) -> Iterator[str]:
    key = max(len(row.id) for row in form.rows) + 1
    paths = column_paths(form)
    width = _column_width(form, paths)
    ordinals = any(row.ordinal for row in form.rows)
    yield ""
    yield from _header(paths, key + 2, width)
    for row in form.rows:
        if row.ordinal or not ordinals:
            yield ""
        yield from _comments(form, row, ordinals=ordinals)
        blanks = ", ".join(f"{'~':>{width}}" for _ in paths)
        yield f"{f'{row.id}:':<{key}} [{blanks}]"


def _comments(form: Form, row: Row, *, ordinals: bool) -> Iterator[str]:
    indent = 3 if ordinals else 0
    if row.ordinal:
        yield from comment(row_caption(row), hanging=indent)
    else:
        yield from comment(row_caption(row), indent=indent)
    for note in row_notes(form, row):
        yield from comment(note, indent=indent)


def _column_width(form: Form, paths: tuple[tuple[str, ...], ...]) -> int:
    figures = _WITH_DECIMALS if any(row.decimals for row in form.rows) else _WHOLE
    titles = [path[-1] for path in paths]
    words = (len(word) for title in titles for word in title.split())
    short = (len(title) for title in titles if len(title) <= _WITH_DECIMALS)
    return max((figures, *words, *short))


def _header(paths: tuple[tuple[str, ...], ...], start: int, width: int) -> Iterator[str]:
    """Draw the titles over the columns, parents centred over their children, as in print."""
    for level in range(max(map(len, paths), default=1) - 1):
        padded = [path[:-1][: level + 1] + ("",) * (level + 1 - len(path[:-1])) for path in paths]
        groups = [(above[level], len(tuple(columns))) for above, columns in groupby(padded)]
        parents = [(count * (width + _GAP) - _GAP, title) for title, count in groups]
        yield from _lines(parents, start, "^")
    yield from _lines([(width, path[-1]) for path in paths], start, ">")


def _lines(cells: list[tuple[int, str]], start: int, align: str) -> Iterator[str]:
    """Draw a row of cells of given widths, their titles wrapped and set at the bottom."""
    wrapped = [wrap(title, width)[::-1] for width, title in cells]
    for line in reversed(list(zip_longest(*wrapped, fillvalue=""))):
        titles = (f"{text:{align}{width}}" for (width, _), text in zip(cells, line, strict=True))
        yield f"#{' ' * (start - 1)}{(' ' * _GAP).join(titles)}".rstrip()
