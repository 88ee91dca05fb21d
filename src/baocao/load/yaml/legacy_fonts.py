"""Text typed in the fonts of the years before Unicode, pasted into a Unicode file.

TCVN3 (the ABC fonts, .VnTime) and VNI (VNI-Times) keep Vietnamese letters in the codes of Western
European ones, so that ``Công đoàn`` arrives as ``C«ng ®oµn`` or ``Coâng ñoaøn``. Nothing in a file
says so, and ``â``, ``é`` or ``õ`` are Vietnamese letters too. The judge is the word: it is legacy
if as it stands it is no Vietnamese syllable, and converted it is one.

Evidence is weighed line by line. A word is *strong* evidence where its signs stand as no other
language has them (``C«ng``, ``®oµn``, ``liÖu``, ``Coâng``), and one is enough. Any other such word
is *weak*: ``Loïc`` and ``Lü`` are names. Two different weak words (``c¬ së``) are enough in a line
where they outnumber the foreign words and where no letter shows modern typing.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Literal

from baocao.vietnamese.syllables import is_syllable, is_syllable_without_tone

Encoding = Literal["TCVN3", "VNI"]

_WORDS_IN_SAMPLE = 4
_WORDS_REMEMBERED = 4096

_NAMES: dict[Encoding, str] = {
    "TCVN3": "TCVN3 (phông ABC như .VnTime)",
    "VNI": "VNI (phông như VNI-Times)",
}
_NAMES_IN_UNIKEY: dict[Encoding, str] = {"TCVN3": "TCVN3 (ABC)", "VNI": "VNI Windows"}

# TCVN 5712:1993, VN3: one sign a letter. Toned capitals have no codes: capital fonts (.VnTimeH)
# draw the small letters' codes as capitals.
_TCVN3_ROWS = {
    "àáảãạ": "µ¸¶·¹",
    "ăằắẳẵặ": "¨»¾¼½Æ",
    "âầấẩẫậ": "©ÇÊÈÉË",
    "đ": "®",
    "èéẻẽẹ": "ÌÐÎÏÑ",
    "êềếểễệ": "ªÒÕÓÔÖ",
    "ìíỉĩị": "×ÝØÜÞ",
    "òóỏõọ": "ßãáâä",
    "ôồốổỗộ": "«åèæçé",
    "ơờớởỡợ": "¬êíëìî",
    "ùúủũụ": "ïóñòô",
    "ưừứửữự": "\u00adõøö÷ù",
    "ỳýỷỹỵ": "úýûüþ",
}
_TCVN3_SMALL = {
    sign: letter
    for letters, signs in _TCVN3_ROWS.items()
    for sign, letter in zip(signs, letters, strict=True)
}
_TCVN3_CAPITALS = dict(zip("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ", strict=True))
_TCVN3 = _TCVN3_SMALL | _TCVN3_CAPITALS

# VNI for Windows: a base letter and a mark after it; a few letters have codes of their own.
_VNI_TONES = "ùøûõï"
_VNI_HATS = "âáàåãä"
_VNI_BREVES = "êéèúüë"
_VNI_ROWS = (
    ("a", _VNI_TONES, "áàảãạ"),
    ("a", _VNI_HATS, "âấầẩẫậ"),
    ("a", _VNI_BREVES, "ăắằẳẵặ"),
    ("e", _VNI_TONES, "éèẻẽẹ"),
    ("e", _VNI_HATS, "êếềểễệ"),
    ("o", _VNI_TONES, "óòỏõọ"),
    ("o", _VNI_HATS, "ôốồổỗộ"),
    ("ô", _VNI_TONES, "ớờởỡợ"),
    ("u", _VNI_TONES, "úùủũụ"),
    ("ö", _VNI_TONES, "ứừửữự"),
    ("y", _VNI_TONES[:4], "ýỳỷỹ"),
    ("", "íìæóòîñôö", "íìỉĩịỵđơư"),
)
_VNI = {
    base + mark: letter
    for base, marks, letters in _VNI_ROWS
    for mark, letter in zip(marks, letters, strict=True)
}
_VNI_UNITS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)
_VNI_WORD = re.compile(f"(?:{_VNI_UNITS.pattern}|[a-z])+", re.IGNORECASE)
_VNI_STRONG_PAIR = re.compile(r"[aeouyôö][øõ]|[aeuyôö]ù|[aeo]â|[ae][àã]|aá|aê|\Boù", re.IGNORECASE)

_SYMBOLS = "¡¢£¤¥¦§¨©«¬\u00ad®¶·¸»×÷"  # signs of TCVN3 that `\w` does not cover
_WORD = re.compile(rf"(?:[^\W\d_]|[{_SYMBOLS}])+")
_MODERN_LETTER = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")

_NEVER = "øûïåäëüöîæñØÛÏÅÄËÜÖÎÆÑ¡¢£¤¥¦§¨©ª¬\u00ad®µ¶·¸¹¼½¾×ÐÞßÇç÷þ"
_INNER_SYMBOL = re.compile(r"(?<=[^\W\d_])[¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶¸¹»¼½¾](?=[^\W\d_])")
_CAPITAL_AFTER_SMALL = re.compile("[a-z][ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖÝØÜÞ]")
_SMALL_AMONG_CAPITALS = re.compile("[A-Z][ßãáâäåèæçéêíëìîïóñòôõøöùúýûüþ][A-Z]")
_ABBREVIATION = re.compile("[B-DGHK-NP-TVX]+[§Ñ][B-DGHK-NP-TVX§Ñ]*")  # CĐCS, LĐLĐ: no vowel

# Where a look at the line is worth its cost. On Vietnamese text a miss must be cheap: one pass
# over a character class, and behind each hit a look at the letter before it. Guillemets are
# quotation marks unless they stand between letters.
_TELLTALE = re.compile(
    f"[{_NEVER}«»ùõâáàãêéèúÙÕÂÁÀÃÊÉÈÚÝÌÒÓÔ]"
    rf"(?:(?<=[{_NEVER}])|(?<=\w[«»])(?=\w)"
    "|(?<=[aeouyôöAEOUYÔÖ][ùõÙÕ])|(?<=[aeAE][âáàãÂÁÀÃ])|(?<=[oO][âÂ])|(?<=[aA][êéèúÊÉÈÚ])"
    "|(?<=[a-z][ÊÈÉÌÒÓÔÕÝ]))"
)


@dataclass(frozen=True, slots=True)
class LegacyText:
    """Where a text stops being Unicode: `offset` of the first such word, and a few words of it."""

    encoding: Encoding
    offset: int
    sample: str
    as_unicode: str

    @property
    def message(self) -> str:
        """What was found, in one sentence."""
        return (
            f"Chữ ở đây gõ bằng phông cũ theo bảng mã {_NAMES[self.encoding]}: "
            f"«{self.sample}» có lẽ là «{self.as_unicode}»."
        )

    @property
    def hint(self) -> str:
        """What the writer can do."""
        return (
            "Đề nghị chuyển lời văn này sang Unicode rồi dán lại: trong UniKey, bấm "
            f"Ctrl+Shift+F6, chọn bảng mã nguồn {_NAMES_IN_UNIKEY[self.encoding]}, bảng mã đích "
            "Unicode; hoặc gõ lại bằng bảng mã Unicode."
        )


class _Weight(Enum):
    """What a word says for an encoding; the value is its weight against the other encoding."""

    FOREIGN = -1
    NONE = 0
    WEAK = 1
    STRONG = 2


def detect(text: str) -> LegacyText | None:
    """Find the first line with text in a legacy font; None for proper Unicode. Expects NFC."""
    end = -1
    for hit in _TELLTALE.finditer(text):
        if hit.start() < end:
            continue
        start = text.rfind("\n", 0, hit.start()) + 1
        end = text.find("\n", hit.start())
        end = len(text) if end < 0 else end
        found = _judge_line(text, start, end)
        if found:
            return found
    return None


def to_unicode(text: str, encoding: Encoding) -> str:
    """Convert text that is all in one legacy encoding; signs that it does not know stay."""
    if encoding == "VNI":
        return _VNI_UNITS.sub(_vni_letter, text)
    return _with_capitals(text)


def _judge_line(text: str, start: int, end: int) -> LegacyText | None:
    words = [word for word in _WORD.finditer(text, start, end) if not word[0].isascii()]
    modern = _MODERN_LETTER.search(text, start, end) is not None
    best: tuple[int, Encoding, int] | None = None
    for encoding in _NAMES:
        weights = {word[0]: _weigh(word[0], encoding) for word in words}
        if not _is_enough(list(weights.values()), modern=modern):
            continue
        total = sum(weight.value for weight in weights.values())
        if best is None or total > best[0]:
            first = next(word.start() for word in words if weights[word[0]].value > 0)
            best = total, encoding, first
    if best is None:
        return None
    _, encoding, offset = best
    sample = _sample(text[offset:end], encoding, modern=modern)
    return LegacyText(encoding, offset, sample, to_unicode(sample, encoding))


def _is_enough(weights: list[_Weight], *, modern: bool) -> bool:
    """Decide over the different words of a line."""
    weak = weights.count(_Weight.WEAK)
    outnumbers = weak > max(1, weights.count(_Weight.FOREIGN))
    return _Weight.STRONG in weights or (outnumbers and not modern)


@lru_cache(_WORDS_REMEMBERED)
def _weigh(word: str, encoding: Encoding) -> _Weight:
    """Weigh one word that is not all ASCII."""
    if len(word) == 1 or _MODERN_LETTER.search(word) or _is_fine_as_it_stands(word):
        return _Weight.NONE
    if _ABBREVIATION.fullmatch(word):
        return _Weight.WEAK if ("§" in word) == (encoding == "TCVN3") else _Weight.NONE
    converted = _convert_word(word, encoding)
    if converted is None or not is_syllable(converted):
        return _Weight.FOREIGN
    is_strong = _is_strong_tcvn3 if encoding == "TCVN3" else _is_strong_vni
    return _Weight.STRONG if is_strong(word) else _Weight.WEAK


def _is_fine_as_it_stands(word: str) -> bool:
    """Return whether a word is Vietnamese but for its tone; ``tÕ`` is not, ``CôNG`` is."""
    return not _CAPITAL_AFTER_SMALL.search(word) and is_syllable_without_tone(word)


def _convert_word(word: str, encoding: Encoding) -> str | None:
    """Convert a word; None if it holds a sign that the encoding lacks."""
    if encoding == "VNI":
        return to_unicode(word, "VNI") if _VNI_WORD.fullmatch(word) else None
    if any(not sign.isascii() and sign not in _TCVN3 for sign in word):
        return None
    return "".join(_TCVN3.get(sign, sign) for sign in word)


def _is_strong_tcvn3(word: str) -> bool:
    return bool(
        sum(not sign.isascii() for sign in word) > 1
        or _INNER_SYMBOL.search(word)
        or (_CAPITAL_AFTER_SMALL.search(word) and not is_syllable_without_tone(word))
        or _SMALL_AMONG_CAPITALS.search(word)
    )


def _is_strong_vni(word: str) -> bool:
    return bool(_VNI_STRONG_PAIR.search(word)) or len(_VNI_UNITS.findall(word)) > 1


def _sample(rest: str, encoding: Encoding, *, modern: bool) -> str:
    """Cut the legacy word that the rest of the line begins with, and a few that follow it."""
    until = 0
    for count, word in enumerate(_WORD.finditer(rest)):
        is_next = rest[until : word.start()].strip(" -/") == ""
        is_unicode = modern and not word[0].isascii() and _is_fine_as_it_stands(word[0])
        is_legacy = not is_unicode and _convert_word(word[0], encoding) is not None
        if count == _WORDS_IN_SAMPLE or not is_next or not is_legacy:
            break
        until = word.end()
    return rest[:until]


def _vni_letter(unit: re.Match[str]) -> str:
    letter = _VNI[unit[0].lower()]
    return letter.upper() if unit[0][0].isupper() else letter


def _with_capitals(text: str) -> str:
    """Convert TCVN3, in which ``§OµN`` is ĐOÀN: the capitals around a sign decide its case.

    A word without a plain letter to decide by (``Hµ``, ``ë``) is in capitals where its neighbours
    are; ``¸nh`` stays ``ánh``, since TCVN3 has no code for Á.
    """
    words = list(_WORD.finditer(text))
    pieces, until = [], 0
    for word, in_capitals in zip(words, _filled([_in_capitals(w[0]) for w in words]), strict=True):
        converted = "".join(_TCVN3.get(sign, sign) for sign in word[0])
        pieces += [text[until : word.start()], converted.upper() if in_capitals else converted]
        until = word.end()
    return "".join(pieces) + text[until:]


def _in_capitals(word: str) -> bool | None:
    """Return whether a word's toned letters are capitals, None if nothing decides it."""
    if any("a" <= sign <= "z" for sign in word):
        return False
    capitals = sum("A" <= sign <= "Z" or sign in _TCVN3_CAPITALS for sign in word)
    has_toned_letter = any(sign in _TCVN3_SMALL for sign in word)
    return True if capitals > 1 and has_toned_letter else None


def _filled(shown: list[bool | None]) -> list[bool]:
    """Decide undecided words by the nearest words on both sides, or on the only side."""
    before = _carried(shown)
    after = _carried(shown[::-1])[::-1]
    return [
        own if own is not None else False not in (left, right) and True in (left, right)
        for own, left, right in zip(shown, before, after, strict=True)
    ]


def _carried(shown: list[bool | None]) -> list[bool | None]:
    """Carry each known case on to the words after it."""
    carried: list[bool | None] = []
    for own in shown:
        carried.append(own if own is not None or not carried else carried[-1])
    return carried
