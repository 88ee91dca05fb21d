"""The notes on sections, rows and columns that scaffolds and editors show a writer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from baocao.authoring.formula_words import formula_words
from baocao.model.form import Column, ColumnRole, Form, Row
from baocao.model.outline import (
    ChecksType,
    ChoiceType,
    Condition,
    DateType,
    NumberType,
    Prose,
    RatioType,
    Section,
)
from baocao.vietnamese.figures import format_figure

_SIGNS = re.compile(r"[,:#\[\]{}]|^[-?!&*|>%@`~]")


def section_notes(section: Section) -> Iterator[str]:
    """Yield when a section is to be answered, how the answer is typed, and its length."""
    yield from (_condition(condition) for condition in section.applicability.conditions)
    if section.text_if_empty:
        yield f"Không có thì để ~, sẽ in «{section.text_if_empty}»."
    elif section.is_optional:
        yield "Không có thì để ~, mục này sẽ không in."
    yield from _typing(section)
    fewest, most = section.min_words, section.max_words
    if fewest and most is not None:
        yield f"Viết từ {fewest} đến {most} chữ."
    elif fewest:
        yield f"Viết ít nhất {fewest} chữ."
    elif most is not None:
        yield f"Viết nhiều nhất {most} chữ."


def _condition(condition: Condition) -> str:
    values = " hoặc ".join(f"«{value}»" for value in condition.values)
    return f"Chỉ viết khi mục «{condition.name}» ({condition.section}) là {values}; khác thì để ~."


def _typing(section: Section) -> Iterator[str]:
    match section.answer_type:
        case NumberType() as figure:
            yield from _figure(figure)
        case RatioType() as ratio:
            beyond = "" if ratio.may_exceed else ", số đạt không lớn hơn tổng số"
            yield f"Viết số đạt và tổng số, ví dụ 45/50{beyond}; tỷ lệ phần trăm do máy tính."
        case DateType():
            yield "Viết ngày, ví dụ 05/7/2017."
        case ChoiceType(choices):
            yield f"Viết đúng một trong: {'; '.join(map(_as_typed, choices))}."
        case ChecksType(choices):
            yield (
                "Viết những ô được đánh dấu trong [ ], cách nhau bằng dấu phẩy; không ô nào thì "
                f"viết []. Các ô: {'; '.join(map(_as_typed, choices))}."
            )
        case Prose():
            pass  # how prose is typed needs no word


def _as_typed(choice: str) -> str:
    """Return a choice, quoted if YAML would split it or read another value."""
    return f'"{choice}"' if _SIGNS.search(choice) else choice


def _figure(figure: NumberType) -> Iterator[str]:
    kind = f"lấy đến {figure.decimals} số lẻ" if figure.decimals else "số nguyên"
    if figure.maximum is not None:
        limit = f", từ {format_figure(figure.minimum)} đến {format_figure(figure.maximum)}"
    else:
        limit = f", không nhỏ hơn {format_figure(figure.minimum)}" if figure.minimum else ""
    measure = f" (đơn vị tính: {figure.measure})" if figure.measure else ""
    yield f"Viết một con số, {kind}{limit}{measure}."


def row_caption(row: Row) -> str:
    """Return ordinal and name as printed, then in brackets code, unit of measure and decimals."""
    ordinal = f"{row.ordinal}." if row.ordinal[-1:].isalnum() else row.ordinal
    labels = tuple(label for label in row.labels if label)
    name = " › ".join((*labels[:-1], row.name))
    code = f"mã số {row.code}" if row.code else ""
    told = ", ".join(filter(None, (code, row.measure, _places(row.decimals))))
    return " ".join(filter(None, (ordinal, name, f"({told})" if told else "")))


def row_path(form: Form, row: Row) -> str:
    """Return the row's caption, preceded by that of the numbered row above if it has no number.

    A form may have several rows «Giá trị làm lợi», each of another.
    """
    numbered = [other for other in form.rows[: form.rows.index(row)] if other.ordinal]
    if row.ordinal or not numbered:
        return row_caption(row)
    above = replace(numbered[-1], measure="", decimals=0, code="")
    labels = tuple(
        "" if other == label and label != row.label else label
        for label, other in zip_longest(row.labels, above.labels, fillvalue="")
    )
    return f"{row_caption(above)} › {row_caption(replace(row, labels=labels))}"


def row_notes(form: Form, row: Row) -> Iterator[str]:
    """Yield the author's hint, then what the row's figures must agree with."""
    names = {other.id: other.name for other in form.rows if other.id}
    if row.hint:
        yield row.hint
    yield from _agreements(row, names)
    yield from _limits(row.minimum or None, row.maximum)


def column_notes(form: Form, column: Column) -> Iterator[str]:
    """Yield what a typed column takes, unless it is plain, and what it must agree with."""
    if column.role is ColumnRole.CHOICE:
        yield f"{_sentence(input_of_column(column))}."
    elif column.measure or column.decimals:
        told = filter(None, (column.measure, _places(column.decimals or 0)))
        yield f"{_sentence(', '.join(told))}."
    yield from column_limits(form, column)


def notes_on_columns(form: Form, columns: tuple[Column, ...]) -> Iterator[str]:
    """Yield the notes on each column that has any, preceded by the column's name."""
    for column in columns:
        notes = " ".join(column_notes(form, column))
        if notes:
            yield f"Cột «{form.column_names[column.id]}». {notes}"


def column_limits(form: Form, column: Column) -> Iterator[str]:
    """Yield what a column's figures must agree with, then the author's legend."""
    names = {leaf.id: form.column_names[leaf.id] for leaf in form.leaves if leaf.id}
    yield from _agreements(column, names)
    yield from _limits(column.minimum, column.maximum)
    if column.legend:
        yield column.legend


def _agreements(asked: Row | Column, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what the figures of a row or column must agree with; `names` are by id."""
    if asked.parts:
        yield f"Bằng tổng của: {'; '.join(names[part] for part in asked.parts)}."
    if asked.expected is not None:
        yield f"Phải bằng: {formula_words(asked.expected, names)}."
    if asked.whole is not None:
        yield f"Không lớn hơn «{names[asked.whole]}»."


def _limits(least: Decimal | None, most: Decimal | None) -> Iterator[str]:
    if most is not None:
        yield f"Từ {format_figure(least or Decimal(0))} đến {format_figure(most)}."
    elif least is not None:
        yield f"Không nhỏ hơn {format_figure(least)}."


def input_of_column(column: Column) -> str:
    """Return what to type in a cell of the column."""
    if column.role is ColumnRole.CHOICE:
        return f"một trong các lời {', '.join(f'«{choice}»' for choice in column.choices)}"
    if column.role is ColumnRole.DATE:
        return "ngày/tháng/năm, ví dụ 05/7/2017"
    if column.role is ColumnRole.MARK:
        return "x nếu có, ~ nếu không"
    if column.role is ColumnRole.FIGURE:
        told = (column.measure, _places(column.decimals or 0))
        return ", ".join(filter(None, ("con số", *told)))
    return "lời văn"


def column_path(form: Form, column: Column) -> tuple[str, ...]:
    """Return the titles over a column, from the top of the header down to its own."""
    leaves = (pair for top in form.columns for pair in top.paths())
    return next(path for leaf, path in leaves if leaf is column)


def _places(decimals: int) -> str:
    return f"lấy đến {decimals} số lẻ" if decimals else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
