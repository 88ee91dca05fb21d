"""Times New Roman and the typefaces of the same widths: their characters and advance widths.

Facts of Liberation Serif 2.1 (its advance widths are those of Times New Roman and of Tinos), so
that checking a text and measuring a line needs no font on the machine.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos")
_UNITS_PER_EM = 2048
_MM_PER_POINT = 25.4 / 72
_HAIR_MM = 0.05
_HORN = "\u031b"
_REGULAR = {
    410: "|", 512: " \u00a0,.", 569: "/:;\\ijlt", 682: "!()-I[]`fr‘’", 717: "•", 797: "Js",
    819: "°", 836: '"', 909: "?acez“”", 961: "^", 983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–«»", 1083: "ơ", 1108: "~", 1110: "ư", 1124: "±",
    1139: "FPS", 1155: "+<=>×−", 1251: "ELTZ", 1366: "BCR", 1479: "ADGHKNOQUVXYwĐƠ", 1589: "Ư",
    1593: "&m", 1706: "%", 1821: "M", 1886: "@", 1933: "W", 2048: "—…", 369: "'",
}  # fmt: skip
_BOLD = {
    451: "|", 512: " \u00a0,.", 569: "/'\\il", 682: "!()-:;[]`fjt‘’", 717: "•", 797: "Is",
    807: "{}", 819: "°", 909: "cerz", 1024: "#$*0123456789?J_agovxy–“”«»", 1065: "~", 1124: "±",
    1134: "ơ", 1137: '"', 1139: "Sbdhknpquđ", 1167: "+<=>×−", 1190: "^", 1229: "ư", 1251: "FP",
    1366: "BELTZ", 1479: "ACDNRUVXYwĐ", 1593: "GHKOQƠ", 1630: "Ư", 1706: "&m", 1905: "@",
    1933: "M", 2048: "%W—…",
}  # fmt: skip
_WIDTHS = {
    bold: {char: width for width, chars in table.items() for char in chars}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_COMMON = re.compile(r"[\n\t -~\u00a0-\u024f\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026]*")
_BREAKS_AT_BLANKS = re.compile(r"\w[\w,.;:]*(?: \(?[\w%][\w,.;:%)]*)*")
_LACKING = (
    r"[^\n\t\u0020-\u007e\u00a0-\u036f\u0374\u0375\u037a-\u037e\u0384-\u038a\u038c\u038e-\u03a1"
    r"\u03a3-\u03ce\u03d0-\u0513\u1e00-\u1e9b\u1ea0-\u1ef9\u2000-\u2010\u2012-\u2022\u2026\u202f"
    r"\u2030\u2032-\u2034\u2039\u203a\u203c\u2044\u2074-\u2079\u207f-\u2089\u20a0-\u20b5\u2105"
    r"\u2113\u2116\u2117\u2122\u2126\u2153\u2154\u215b-\u215e\u2190-\u2195\u21d4\u2202\u2206\u220f"
    r"\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2248\u2260\u2261\u2264\u2265\u25a0\u25a1"
    r"\u25aa-\u25ac\u25b2\u25ba\u25bc\u25c4\u25ca\u25cb\u25cf\u25e6\u2640\u2642\ufb01\ufb02]"
)
_JOINER = r"\u200d"  # joins emoji into one sign
_UNCOVERED = re.compile(_LACKING)
_UNCOVERED_RUN = re.compile(f"{_LACKING}(?:{_LACKING}|{_JOINER})*")


def is_covered(text: str) -> bool:
    """Return whether the typefaces have every character of a text."""
    return bool(_COMMON.fullmatch(text)) or not _UNCOVERED.search(text)  # quick for most texts


def uncovered_runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first offset of each run of characters that the typefaces lack."""
    if is_covered(text):
        return
    seen: set[str] = set()
    for match in _UNCOVERED_RUN.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            yield match.start(), match[0]


def width_mm(text: str, size: float, *, bold: bool) -> float:
    """Return the width of a line of `text` set at `size` points, without kerning."""
    return _units(text, bold) / _UNITS_PER_EM * size * _MM_PER_POINT


def longest_mm(texts: Iterable[str], size: float, *, bold: bool) -> float:
    """Return the width of the longest line, zero if there is none."""
    longest = max((_units(text, bold) for text in texts), default=0)
    return longest / _UNITS_PER_EM * size * _MM_PER_POINT


def longest_word_mm(texts: Iterable[str], size: float, *, bold: bool) -> float:
    """Return the width of the longest word, zero if there is none."""
    longest = max((_word_units(text, bold) for text in texts), default=0)
    return longest / _UNITS_PER_EM * size * _MM_PER_POINT


def line_count(text: str, size: float, room_mm: float, *, bold: bool) -> int | None:
    """Return the number of lines of a text in `room_mm`, None if only setting it would tell.

    Lines are filled greedily. The result is None if a word ends within 0.05 mm of the edge or is
    wider than the line, or if the text has signs at which a line may break.
    """
    if not text:
        return 0
    if len(text) * size * _MM_PER_POINT < room_mm and text.isprintable() and text == text.strip():
        return 1  # no letter is wider than the size
    if not _BREAKS_AT_BLANKS.fullmatch(text):
        return None
    units_a_mm = _UNITS_PER_EM / (size * _MM_PER_POINT)
    least, most = (room_mm - _HAIR_MM) * units_a_mm, (room_mm + _HAIR_MM) * units_a_mm
    blank = _units(" ", bold)
    lines, end = 1, -blank
    for word in text.split(" "):
        width = _units(word, bold)
        end += blank + width
        if end > most:
            lines, end = lines + 1, width
        if end > least:
            return None
    return lines


@lru_cache(maxsize=8192)  # a form is measured at several sizes, and the same for unit after unit
def _units(text: str, bold: bool) -> int:  # noqa: FBT001 - a cache is slow with named arguments
    widths = _WIDTHS[bold]
    return sum(widths.get(char) or widths[_skeleton(char, widths)] for char in text)


@lru_cache(maxsize=8192)
def _word_units(text: str, bold: bool) -> int:  # noqa: FBT001 - as above
    return max((_units(word, bold) for word in text.split()), default=0)


def _skeleton(char: str, widths: dict[str, int]) -> str:
    """Return the letter of the same width without its marks, a digit for what is unlisted."""
    parts = unicodedata.normalize("NFD", char)
    bare = unicodedata.normalize("NFC", parts[0] + (_HORN if _HORN in parts else ""))
    return bare if bare in widths else "0"
