"""The marks that number a document's divisions: Roman numerals, letters, ordinal words.

Nghị định 30/2020/NĐ-CP, Phụ lục I: parts and chapters take Roman numerals, points take letters.
``Phần thứ nhất`` is older custom, which the seed keeps. All count from 1; outside their range
they raise ValueError.
"""

from decimal import Decimal

from baocao.vietnamese.words import in_words

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
LETTERS = len(_ALPHABET)
"""How many items can be lettered."""
LARGEST_ROMAN = 3999
_LARGEST_ORDINAL = 10**18
_ROMAN_SIGNS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_WORDS_OF_THEIR_OWN = {1: "nhất", 4: "tư"}


def roman(number: int) -> str:
    """Write 1 to 3999 as ``I`` … ``MMMCMXCIX``."""
    _check_within(number, LARGEST_ROMAN)
    signs = []
    rest = number
    for worth, sign in _ROMAN_SIGNS:
        times, rest = divmod(rest, worth)
        signs.append(sign * times)
    return "".join(signs)


def letter(number: int) -> str:
    """Write 1 to 23 as a b c d đ e g h i k l m n o p q r s t u v x y."""
    _check_within(number, LETTERS)
    return _ALPHABET[number - 1]


def ordinal_word(number: int) -> str:
    """Write 1, 2, 4, 21 as ``thứ nhất``, ``thứ hai``, ``thứ tư``, ``thứ hai mươi mốt``."""
    _check_within(number, _LARGEST_ORDINAL)
    return f"thứ {_WORDS_OF_THEIR_OWN.get(number) or in_words(Decimal(number))}"


def _check_within(number: int, largest: int) -> None:
    if not 1 <= number <= largest:
        message = f"{number} is not within 1 to {largest}"
        raise ValueError(message)
