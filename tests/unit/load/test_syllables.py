"""Which words are Vietnamese syllables."""

import unicodedata

import pytest

from baocao.vietnamese.syllables import is_syllable, is_syllable_without_tone

ORDINARY = """
    Công đoàn cơ sở lao động sáng tạo giai phong trào thi đua tổng liên kết quả đạt được những hạn
    chế nguyên nhân khắc phục phương hướng nhiệm vụ giải pháp khen thưởng xuất sắc tiêu biểu
    thuyền khuya khuỷu ngoằn ngoèo quều quào nghiêng nghèo ghế gì giết giếng giữ giường gìn
    quốc quyết quỳnh quả quét quăng quơ yêu yến ỷ ý ít ích im uyên oan oằn êm ốc ơn ưu ướt ăn âm
    xoong goòng soóc rượu hươu bưu chính tuýp buýt xoẹt xoèn hoắc loắt choắt khoeo huênh nguệch
    tuần luật khuấy huơ thuở luồng muôn xuôi duy huých luýnh kỹ kĩ lý lí Mỹ sỹ vỹ phở trứng
    hừm cưng ngưng trưng
"""
CHECKED = ["pháp", "tập", "xuất", "sắc", "nhất", "kịch", "ích", "học", "biết", "thước", "quých"]

FOREIGN = """
    Müller façade naïve Ångström Noël crème hello world workshop ISO website Kạn Kông VIFOTEC
    CNVCLĐ LĐLĐ vectơ axít Lênin CÂUHỎI ngànhTrung
"""


@pytest.mark.parametrize("word", ORDINARY.split())
def test_an_ordinary_word_is_a_syllable_in_every_case(word: str) -> None:
    spellings = [word, word.lower(), word.upper(), word.capitalize()]

    accepted = [spelling for spelling in spellings if is_syllable(spelling)]

    assert accepted == spellings


@pytest.mark.parametrize(
    "word", ["hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ", "hòan", "qúy", "qùa"]
)
def test_the_tone_may_stand_on_any_vowel_as_writers_put_it(word: str) -> None:
    assert is_syllable(word)


def test_a_decomposed_word_counts_as_its_composed_form() -> None:
    assert is_syllable(unicodedata.normalize("NFD", "nghiệp"))


@pytest.mark.parametrize("word", CHECKED)
def test_a_rhyme_in_p_t_c_ch_takes_only_the_acute_and_the_dot(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    toneless = "".join(sign for sign in decomposed if sign not in "\u0301\u0323")
    vowel = next(i for i, sign in enumerate(decomposed) if sign in "\u0301\u0323")
    toned = [
        toneless[:vowel] + tone + toneless[vowel:] for tone in "\u0300\u0301\u0303\u0309\u0323"
    ]

    accepted = [is_syllable(spelling) for spelling in [toneless, *toned]]

    assert accepted == [False, False, True, False, False, True]


@pytest.mark.parametrize("word", FOREIGN.split())
def test_a_foreign_word_or_an_abbreviation_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["kà", "cí", "cê", "gế", "ngì", "ghà", "nghố", "qô", "quồ"])
def test_an_onset_spelled_against_the_vowel_that_follows_makes_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    "word", ["nghoèo", "coâng", "bă", "thâ", "iêu", "viêtt", "đđ", "trnh", "uô"]
)
def test_letters_that_make_no_rhyme_make_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["tiếếng", "tìềng", "hóà"])
def test_two_tones_make_no_syllable(word: str) -> None:
    assert not is_syllable(word)
    assert not is_syllable_without_tone(word)


@pytest.mark.parametrize("word", ["", " ", "-", "12", "5m", "công đoàn", "công.", "m²"])
def test_what_is_not_one_word_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["môt", "tôt", "viêc", "quồc", "nhấp", "công"])
def test_without_tone_a_word_counts_by_its_letters_alone(word: str) -> None:
    assert is_syllable_without_tone(word)


@pytest.mark.parametrize("word", ["coâng", "taùc", "Müller", "bă", "x"])
def test_without_tone_wrong_letters_still_make_no_syllable(word: str) -> None:
    assert not is_syllable_without_tone(word)
