"""The order of Vietnamese dictionaries, as keys for ``sorted``.

Letters a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in their Latin
places; digits come before letters, any other sign of writing after them. Syllable is compared
with syllable: first all its letters, then its tone (ngang, huyền, hỏi, ngã, sắc, nặng), wherever
in the syllable the tone is set (``hoà``, ``hòa``). Then case, small before capital; then, so that
no two texts tie, the text itself in NFC.
"""

import re
import unicodedata
from typing import TypeAlias

SyllableKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
CollationKey: TypeAlias = tuple[tuple[SyllableKey, ...], tuple[bool, ...], str]
NameKey: TypeAlias = tuple[
    tuple[SyllableKey, ...], tuple[SyllableKey, ...], tuple[SyllableKey, ...], CollationKey
]

_SIGNS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {sign: rank for rank, sign in enumerate(_SIGNS)}  # all below any other letter's ord
_HUYEN, _HOI, _NGA, _SAC, _NANG = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = {mark: rank for rank, mark in enumerate((_HUYEN, _HOI, _NGA, _SAC, _NANG))}
_SYLLABLE = re.compile(r"[^\W_]+")


def collation_key(text: str) -> CollationKey:
    """Key of a word or a phrase; equal only for texts that are equal in NFC."""
    composed = unicodedata.normalize("NFC", text)
    capitals = tuple(sign.isupper() for sign in composed if sign.isalpha())
    return _syllables(composed), capitals, composed


def name_key(full_name: str) -> NameKey:
    """Key of a person: given name (the last word), then family name (the first), then the rest."""
    *before, given = unicodedata.normalize("NFC", full_name).split() or [""]
    family, middle = before[:1], before[1:]
    return (
        _syllables(given),
        _syllables(" ".join(family)),
        _syllables(" ".join(middle)),
        collation_key(full_name),
    )


def _syllables(composed: str) -> tuple[SyllableKey, ...]:
    return tuple(_syllable_key(syllable) for syllable in _SYLLABLE.findall(composed))


def _syllable_key(syllable: str) -> SyllableKey:
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tones = tuple(_TONES[mark] for mark in decomposed if mark in _TONES)
    toneless = "".join(sign for sign in decomposed if sign not in _TONES)
    letters = unicodedata.normalize("NFC", toneless)
    return tuple(_RANKS.get(sign, ord(sign)) for sign in letters), tones
