"""The printed form of answers other than prose."""

import datetime as dt
from decimal import Decimal

from baocao.model.blanks import fill
from baocao.model.outline import NumberType, Ratio, RatioType, Section
from baocao.model.paper import AnswerValue
from baocao.vietnamese.dates import format_date_short
from baocao.vietnamese.figures import format_figure

CHECKED, UNCHECKED = "■", "□"
_NBSP = "\u00a0"


def format_answer(section: Section, value: AnswerValue | None) -> str:
    """Format a short answer for its title's line."""
    match section.answer_type, value:
        case NumberType() as figure, Decimal():
            return _measured(format_figure(value), figure.measure)
        case RatioType() as ratio, Ratio():
            return _ratio(ratio, value)
        case _, dt.date():
            return format_date_short(value)
        case _, str():
            return value
        case _:
            message = f"{value} is no short answer to {section.id}"
            raise TypeError(message)


def _measured(figure: str, measure: str) -> str:
    if not measure or measure == "%":
        return f"{figure}{measure}"
    return f"{figure}{_NBSP}{measure}"


def _ratio(ratio: RatioType, value: Ratio) -> str:
    numbers = {
        "tu": format_figure(value.part),
        "mau": format_figure(value.whole),
        "ty_le": format_figure(value.per_cent(ratio.decimals)),
    }
    return fill(ratio.pattern, numbers)
