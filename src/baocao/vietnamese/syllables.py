"""Whether a word can be a Vietnamese syllable: an onset, a rhyme, one tone.

Vietnamese has a closed set of onsets and rhymes, so spelling alone tells its words from words in
a wrong encoding. The test is of form, not of the dictionary: ``nghoèo`` is none, ``tần`` is one.
Wherever writers differ the test is generous: ``hòa`` and ``hoà``, ``kỹ`` and ``kĩ`` are syllables,
and so is ``hòan``, an old typing mistake.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPS = ("p", "t", "c", "ch")
_TONES_OF_STOPPED = (["\u0301"], ["\u0323"])

_ONSETS_BEFORE_ANY_VOWEL = "b ch d đ h kh l m n nh p ph r s t th tr v x"
_ONSETS_BEFORE_BACK_VOWELS = "c g ng"
_ONSETS_BEFORE_FRONT_VOWELS = "k gh ngh"
_ONSETS_BEFORE_FINAL_Y = "h k l m n s t th v qu"

_BACK_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    o oc oi om on ong oong ooc op ot
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt
    oe oem oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut
    uâ uân uâng uât uây uê uêch uên uêu uênh uơ
    uôc uôi uôm uôn uông uôt
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu
"""
_RHYMES_OF_E = """
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
"""
_RHYMES_OF_I = """
    i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu
"""
_RHYMES_WITHOUT_ONSET = "i ia ich im in inh it iu y yêm yên yêng yêt yêu"
_RHYMES_OF_I_AFTER_GI = "n êng êc"  # the i of gi is theirs too: gìn, giếng, giếc
_RHYMES_AFTER_QU = """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây
    e en eo et ê ên êch ênh êt êu i in it ich inh iu ôc ông ơ ơi ơn ơt
    yên yêt yêu ych ynh yt
"""


def is_syllable(word: str) -> bool:
    """Return whether a word in NFC, of any case, is a possible Vietnamese syllable."""
    letters, tones = _parted(word)
    if len(tones) > 1 or letters not in _toneless():
        return False
    return not letters.endswith(_STOPS) or tones in _TONES_OF_STOPPED


def is_syllable_without_tone(word: str) -> bool:
    """Return whether a word's letters are a syllable's: ``môt`` yes, ``coâng`` no."""
    letters, tones = _parted(word)
    return len(tones) <= 1 and letters in _toneless()


def _parted(word: str) -> tuple[str, list[str]]:
    """Split ``Việt`` into ``viêt`` and its tone mark."""
    signs = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in signs if sign in _TONES]
    letters = "".join(sign for sign in signs if sign not in _TONES)
    return unicodedata.normalize("NFC", letters), tones


@cache
def _toneless() -> frozenset[str]:
    """Spell every syllable without its tone, some 3,800; made once, when first asked for."""
    front = f"{_RHYMES_OF_E} {_RHYMES_OF_I}"
    return frozenset(
        {
            *_spelled([""], f"{_BACK_RHYMES} {_RHYMES_OF_E} {_RHYMES_WITHOUT_ONSET}"),
            *_spelled(_ONSETS_BEFORE_ANY_VOWEL.split(), f"{_BACK_RHYMES} {front}"),
            *_spelled(_ONSETS_BEFORE_BACK_VOWELS.split(), _BACK_RHYMES),
            *_spelled(_ONSETS_BEFORE_FRONT_VOWELS.split(), front),
            *_spelled(_ONSETS_BEFORE_FINAL_Y.split(), "y"),
            *_spelled(["gi"], f"{_BACK_RHYMES} {_RHYMES_OF_E} {_RHYMES_OF_I_AFTER_GI}"),
            *_spelled(["qu"], _RHYMES_AFTER_QU),
            "gi",
        }
    )


def _spelled(onsets: list[str], rhymes: str) -> Iterator[str]:
    return (onset + rhyme for onset in onsets for rhyme in rhymes.split())
