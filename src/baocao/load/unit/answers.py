"""Answers to the outline: the shape and the value of numbers, ratios, dates and choices."""

import re
from decimal import Decimal
from functools import partial

from baocao.diagnostics import Diagnostic
from baocao.load.records.bind import read
from baocao.load.unit.answer_messages import (
    ambiguous_answer,
    answer_not_a_choice,
    answer_not_a_figure,
    answer_not_a_ratio,
    answer_too_large,
    answer_too_small,
    answer_with_decimals,
    ratio_exceeds_one,
    ratio_of_nothing,
)
from baocao.load.yaml import tree
from baocao.model.outline import (
    ChecksType,
    ChoiceType,
    DateType,
    NumberType,
    Outline,
    Ratio,
    RatioType,
    Section,
)
from baocao.model.paper import AnswerValue
from baocao.model.record import ListOf, Scalar, Shape
from baocao.model.scalars import DATE, TEXT
from baocao.model.text import Text
from baocao.vietnamese.figures import FigureProblem, digits_of, parse_figure

_FIGURE = r"^[-−]?[0-9][0-9.,\s]*$"
_RATIO = r"^[0-9][0-9.\s]*/\s*[0-9][0-9.\s]*$"
_AMBIGUOUS = (FigureProblem.DOT_IS_AMBIGUOUS, FigureProblem.COMMA_IS_AMBIGUOUS)
_PARTS = re.compile(r"([^/]+)/([^/]+)")


def shapes(outline: Outline) -> dict[str, Shape]:
    """Return the shape of each answer by its section's id."""
    return {section.id or "": shape_of(section) for section in outline.answered}


def shape_of(section: Section) -> Shape:
    match section.answer_type:
        case NumberType() as figure:
            check = partial(_check_figure, section.name, figure)
            return Scalar(_read_figure, problem=check, pattern=_FIGURE)
        case RatioType() as ratio:
            check = partial(_check_ratio, section.name, ratio)
            return Scalar(_read_ratio, problem=check, pattern=_RATIO, numbers=False)
        case DateType():
            return DATE
        case ChoiceType(choices):
            return _choice(section.name, choices)
        case ChecksType(choices):
            return ListOf(_choice(section.name, choices), or_one=True)
        case _:
            return TEXT


def read_value(section: Section, node: tree.Node) -> AnswerValue | None:
    """Return the value of an answer whose shape was checked, None if it is blank."""
    shape = shape_of(section)
    if isinstance(shape, ListOf):
        words = tuple(text.stripped for text in tree.texts(node))
        return words if words or isinstance(node, tree.Sequence) else None
    if not isinstance(node, Text) or node.is_blank or not isinstance(shape, Scalar):
        return None
    value: AnswerValue | None = read(node, shape, None)
    return value


def _read_figure(text: Text) -> Decimal | None:
    value = parse_figure(text.stripped)
    return value if isinstance(value, Decimal) else None


def _read_ratio(text: Text) -> Ratio | None:
    return _ratio(text.stripped)


def _check_figure(name: str, figure: NumberType, text: Text) -> Diagnostic | None:
    value = parse_figure(text.value)
    if value in _AMBIGUOUS:
        return ambiguous_answer(text, name)
    if isinstance(value, FigureProblem):
        return answer_not_a_figure(text, name)
    if len(digits_of(value).decimals) > figure.decimals:
        return answer_with_decimals(text, name, figure.decimals)
    if value < figure.minimum:
        return answer_too_small(text, name, figure.minimum)
    if figure.maximum is not None and value > figure.maximum:
        return answer_too_large(text, name, figure.maximum)
    return None


def _check_ratio(name: str, ratio: RatioType, text: Text) -> Diagnostic | None:
    value = _ratio(text.value)
    if value is None:
        return answer_not_a_ratio(text, name)
    if value.whole == 0:
        return ratio_of_nothing(text, name)
    if value.part > value.whole and not ratio.may_exceed:
        return ratio_exceeds_one(text, name)
    return None


def _ratio(typed: str) -> Ratio | None:
    found = _PARTS.fullmatch(typed)
    counts = tuple(map(parse_figure, found.groups())) if found else ()
    wholes = tuple(int(c) for c in counts if isinstance(c, Decimal) and c >= 0 and c == int(c))
    return Ratio(*wholes) if len(wholes) == len(("part", "whole")) else None


def _choice(name: str, choices: tuple[str, ...]) -> Scalar:
    return Scalar(problem=partial(_check_choice, name, choices), choices=choices)


def _check_choice(name: str, choices: tuple[str, ...], text: Text) -> Diagnostic | None:
    if text.stripped in choices:
        return None
    return answer_not_a_choice(text, name, choices)
