"""Numbers in words, as read aloud and as written under sums of money.

Thousands in groups of three; ``tỷ`` (10⁹) counts as a new unit, so 10¹² is ``một nghìn tỷ`` and
10¹⁸ ``một tỷ tỷ``. After the first group a missing hundred is spoken (``không trăm``), and a
missing ten is ``linh``; an empty group is passed over.
"""

from decimal import Decimal

from baocao.vietnamese.figures import digits_of

_LARGEST = 10**18
_BILLION = 10**9
_GROUPS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def in_words(value: Decimal) -> str:
    """Read -12,05 as ``âm mười hai phẩy không năm``: decimals one by one, end zeros unread.

    Raises ValueError beyond ±10¹⁸, and for an infinity or a NaN.
    """
    digits = digits_of(value)
    if value.copy_abs() > _LARGEST:
        message = f"no words for a number beyond {_LARGEST}: {value}"
        raise ValueError(message)
    words = ["âm"] if digits.negative else []
    words += _whole(int(digits.whole)) or [_DIGITS[0]]
    if digits.decimals:
        words += ["phẩy", *(_DIGITS[int(digit)] for digit in digits.decimals)]
    return " ".join(words)


def _whole(number: int) -> list[str]:
    """Words of a whole number; none for 0."""
    billions, rest = divmod(number, _BILLION)
    words = [*_whole(billions), "tỷ"] if billions else []
    for worth, name in _GROUPS:
        group, rest = divmod(rest, worth)
        if group:
            words += _group(group, is_first=not words)
            words += [name] if name else []
    return words


def _group(number: int, *, is_first: bool) -> list[str]:
    """Words of 1 to 999; only the first group of a number leaves out a missing hundred."""
    hundreds, rest = divmod(number, 100)
    words = [] if is_first and not hundreds else [_DIGITS[hundreds], "trăm"]
    tens, units = divmod(rest, 10)
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
        words += [_AFTER_TENS.get(units, _DIGITS[units])] if units else []
    elif tens == 1:
        words += ["mười"]
        words += [_AFTER_TEN.get(units, _DIGITS[units])] if units else []
    elif units:
        words += ["linh"] if words else []
        words += [_DIGITS[units]]
    return words
