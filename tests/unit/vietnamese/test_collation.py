import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.collation import collation_key, name_key

VIETNAMESE = st.text(alphabet="aAáàảãạăắâậbBdDđĐeêếghioôơợuưyYz019 -'.\u00a0", max_size=12)
ANY_TEXT = VIETNAMESE | st.text(max_size=8)


@pytest.mark.parametrize(
    "in_order",
    [
        "a, ă, â, b, c, d, đ, e, ê, f, g, h, i, j, k, l, m",
        "m, n, o, ô, ơ, p, q, r, s, t, u, ư, v, w, x, y, z",
        "ma, mà, mả, mã, má, mạ",
        "ân, ần, ẩn, ẫn, ấn, ận",
        "an, ăn, ân",
        "da, đa",
        "dz, đa",
        "az, ă",
        "ba, bà, ban, bàn",
        "ba, bá, bạ, bác, ban",
        "tho, thọ, thô, thơ",
        "0, 1, 9, a",
        "an, An, AN",
        "ba, ba ba, bà, bà ba, bác",
        "ba na, bà",
        "bà già, bá cáo",
        "công đoàn, công trình, cống hiến",
        "an toàn, An toàn, an vui",
        "Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định",
        "Cà Mau, Cao Bằng, Cần Thơ, Dak, Đà Nẵng, Gia Lai",
        "Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp",
        "Hà Giang, Hà Nội, Hải Dương, Hải Phòng, Hậu Giang, Hoà Bình, Hưng Yên",
        "Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An",
        "Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị",
        "Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh",
        "Bà Rịa, Bà Rịa - Vũng Tàu, Bà Rịa-Vũng Tàu, Bà Rịa Xuyên",
        "Bà Rịa Vũng Tàu, Bà Rịa – Vũng Tàu",
    ],
)
def test_texts_stand_in_the_order_of_a_vietnamese_dictionary(in_order: str) -> None:
    expected = in_order.split(", ")
    backwards = expected[::-1]

    assert sorted(backwards, key=collation_key) == expected


@pytest.mark.parametrize("in_order", ["hoa z, hoà a, hòa b, hoà c, hỏa", "hoà, hòa, hỏa"])
def test_a_tone_counts_alike_wherever_in_the_syllable_it_is_set(in_order: str) -> None:
    expected = in_order.split(", ")
    backwards = expected[::-1]

    assert sorted(backwards, key=collation_key) == expected


def test_case_decides_only_between_texts_of_the_same_letters_and_tones() -> None:
    texts = ["bả", "BÀ", "Bà", "bà", "BA"]

    assert sorted(texts, key=collation_key) == ["BA", "bà", "Bà", "BÀ", "bả"]


def test_letters_of_other_alphabets_come_last() -> None:
    assert sorted(["ß", "", "zz", "a"], key=collation_key) == ["", "a", "zz", "ß"]


@pytest.mark.parametrize(
    "in_order",
    [
        "Trần Văn An, Lê Thị Ân, Nguyễn Thị Bình",
        "Lê Văn An, Nguyễn Văn An, Trần Văn An",
        "Nguyễn Bá An, Nguyễn Thị An, Nguyễn Văn An",
        "Lê Văn An, Nguyễn Bá An",
        "Nguyễn An, Nguyễn Bá An",
        "Nguyễn Văn, Nguyễn Bá Văn",
        "Nguyễn Văn Dũng, Lê Văn Đức",
        "Nguyễn Văn Hoa, Lê Văn Hoà, Trần Văn Hòa, An Văn Hỏa",
        "LÊ VĂN AN, Nguyễn Văn An, TRẦN VĂN AN",
        "Nguyễn Thị Minh Anh, Nguyễn Văn Anh, Lê Minh Châu",
        "An, Lê An, Bình",
        "Mai Đức Chính, Bùi Văn Cường, Bùi Văn Ngàng",
        "Vũ Thị Hà, Lê Thị Hải, An Thị Hạnh",
    ],
)
def test_persons_stand_by_given_name_then_family_then_middle_names(in_order: str) -> None:
    expected = in_order.split(", ")
    backwards = expected[::-1]

    assert sorted(backwards, key=name_key) == expected


def test_a_list_of_persons_may_hold_an_empty_name() -> None:
    assert sorted(["An", ""], key=name_key) == ["", "An"]


@given(ANY_TEXT)
def test_composed_and_decomposed_letters_are_one_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    assert collation_key(composed) == collation_key(decomposed)
    assert name_key(composed) == name_key(decomposed)


@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_are_in_order_and_tie_only_when_equal(one: str, other: str) -> None:
    key, other_key = collation_key(one), collation_key(other)
    are_equal = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)

    assert (key == other_key) is are_equal
    assert (key < other_key) + (key == other_key) + (key > other_key) == 1


@given(st.lists(ANY_TEXT), st.randoms())
def test_sorting_does_not_depend_on_the_order_before(
    texts: list[str], chance: random.Random
) -> None:
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    shuffled = chance.sample(composed, len(composed))

    assert sorted(shuffled, key=collation_key) == sorted(composed, key=collation_key)
    assert sorted(shuffled, key=name_key) == sorted(composed, key=name_key)
