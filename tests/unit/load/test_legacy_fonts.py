"""Text typed in TCVN3 or VNI fonts is recognised, and nothing else is taken for it."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.load.yaml.legacy_fonts import LegacyText, detect, to_unicode
from baocao.vietnamese.syllables import is_syllable
from support.samples import ROOT

# Codes of the small letters by TCVN 5712 and the letter pairs of VNI, for writing text as the old
# keyboards did; set down apart from the tables under test.
TCVN3_CODES = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC,
    "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA,
    "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA,
    "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC,
    "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB,
    "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB,
    "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
    "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7,
}  # fmt: skip
VNI_PAIRS = """
    á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë
    é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò
    ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï
    ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ
"""
VNI_LETTERS = dict(pair.split("=") for pair in VNI_PAIRS.split())

SENTENCES = """
Công đoàn cơ sở báo cáo kết quả phong trào thi đua Lao động sáng tạo giai đoạn 2012 - 2017.
Tổng Liên đoàn Lao động Việt Nam phát động phong trào thi đua Lao động sáng tạo trong CNVCLĐ.
Ban Chấp hành Công đoàn đã chủ động xây dựng kế hoạch và tổ chức triển khai thực hiện.
Phong trào thu hút đông đảo đoàn viên, người lao động tham gia, đạt hiệu quả thiết thực.
Trong 5 năm, toàn đơn vị có 1.245 sáng kiến được công nhận, làm lợi trên 12,5 tỷ đồng.
Số sáng kiến năm 2016 tăng 15% so với năm 2012; giá trị làm lợi tăng gấp 2,3 lần.
Công tác tuyên truyền, phổ biến nhân rộng điển hình tiên tiến được quan tâm đúng mức.
Một số hạn chế: việc xét duyệt, công nhận sáng kiến ở cơ sở còn chậm.
Nguyên nhân chủ yếu là do kinh phí hoạt động còn hạn hẹp, cán bộ công đoàn kiêm nhiệm.
Đề nghị Tổng Liên đoàn tiếp tục hỗ trợ kinh phí khen thưởng cho cơ sở.
Việc tổ chức sơ kết phải thiết thực, hiệu quả, tiết kiệm, tránh hình thức, lãng phí.
Biểu dương, khen thưởng, tôn vinh các tập thể, cá nhân có thành tích xuất sắc.
Đồng chí Nguyễn Văn Thắng, Phó Chủ tịch Thường trực Liên đoàn Lao động tỉnh, chủ trì hội nghị.
Bà Trần Thị Ngọc Ánh, công nhân tổ may số 3, có 4 sáng kiến cải tiến kỹ thuật.
Thực hiện Hướng dẫn số 1217/HD-TLĐ ngày 11 tháng 8 năm 2016 của Đoàn Chủ tịch.
Căn cứ Quyết định số 27/QĐ-UBND ngày 05/3/2015 của Ủy ban nhân dân tỉnh.
Phối hợp với Sở Khoa học và Công nghệ tổ chức Hội thi Sáng tạo kỹ thuật cấp tỉnh.
Có 12 giải pháp dự thi Giải thưởng Sáng tạo Khoa học Công nghệ Việt Nam (VIFOTEC).
Cải tiến băng chuyền đã giảm 30% thời gian chờ, tiết kiệm 450 triệu đồng mỗi năm.
Ứng dụng công nghệ thông tin vào quản lý hồ sơ đoàn viên, tinh giản giấy tờ hành chính.
Các khoa, phòng trong bệnh viện đăng ký 87 đề tài nghiên cứu khoa học.
Giáo viên trường mầm non tự làm 320 bộ đồ dùng dạy học từ vật liệu rẻ tiền.
Ngư dân được hướng dẫn kỹ thuật bảo quản hải sản ngay trên tàu.
Công ty Cổ phần Dệt may Hòa Thọ duy trì hội thi thợ giỏi hằng năm.
Doanh nghiệp ngoài nhà nước chiếm 68,4% số công đoàn cơ sở trên địa bàn huyện.
Đời sống, việc làm của người lao động tuy còn khó khăn nhưng từng bước được cải thiện.
Công nhân lao động yên tâm sản xuất, gắn bó lâu dài với doanh nghiệp.
Lãnh đạo chuyên môn đồng cấp quan tâm, tạo điều kiện thuận lợi cho công đoàn hoạt động.
Quỹ hỗ trợ sáng tạo kỹ thuật của tỉnh được thành lập từ quý II năm 2013.
Hằng quý, công đoàn tổ chức bình xét, khen thưởng kịp thời những người có sáng kiến hay.
Chuyển biến về nhận thức của cán bộ, công chức, viên chức thể hiện rõ nét qua từng năm.
Đẩy mạnh phong trào xanh, sạch, đẹp, bảo đảm an toàn vệ sinh lao động.
Kiểm tra, giám sát việc thực hiện quy chế dân chủ ở cơ sở và thỏa ước lao động tập thể.
Mở 15 lớp tập huấn nghiệp vụ cho 1.020 lượt cán bộ công đoàn.
Phát huy vai trò của tổ trưởng sản xuất, kỹ sư và thợ bậc cao.
Vận động đoàn viên hiến kế, hiến công, góp ý xây dựng định mức lao động.
Toàn ngành có 36 tập thể và 112 cá nhân được tặng Bằng Lao động sáng tạo.
Chỉ tiêu phấn đấu đến năm 2020: ít nhất 70% công đoàn cơ sở có sáng kiến được công nhận.
Nước mưa được thu gom, lọc rồi đưa vào hệ thống làm mát của nhà máy.
Sửa chữa, phục hồi 24 động cơ điện cũ thay vì mua mới.
Nhóm tác giả thuộc Phân xưởng Cơ điện nhận giải nhì toàn quốc.
Thời gian tới, tiếp tục đổi mới nội dung, phương thức hoạt động công đoàn.
Không để xảy ra tai nạn lao động nghiêm trọng và bệnh nghề nghiệp.
Xây dựng người công nhân có tay nghề vững, tác phong công nghiệp, kỷ luật cao.
Phong trào chưa đồng đều giữa các khu vực, các loại hình doanh nghiệp.
Thủ trưởng đơn vị ký xác nhận và chịu trách nhiệm về số liệu.
Rất mong quý cấp xem xét, giải quyết những đề xuất, kiến nghị nêu trên.
Tại miền núi, vùng sâu, vùng xa, điều kiện đi lại vất vả nên khó tập hợp đoàn viên.
Họ tên, năm sinh, chức vụ, thành tích của từng người ghi vào mẫu số 02.
Nữ công nhân nuôi con nhỏ được bố trí ca làm việc hợp lý.
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BÁO CÁO SƠ KẾT PHONG TRÀO THI ĐUA LAO ĐỘNG SÁNG TẠO
I. TÌNH HÌNH CHUNG VÀ ĐẶC ĐIỂM CỦA ĐƠN VỊ
MỘT SỐ HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM
PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP THỰC HIỆN TRONG THỜI GIAN TỚI
ĐỀ XUẤT, KIẾN NGHỊ Ở CƠ SỞ
TM. BAN THƯỜNG VỤ, PHÓ CHỦ TỊCH: Lê Thị Hồng Vân
Nơi nhận: Như trên; Ban Thi đua khen thưởng; Lưu: VT.
Liên đoàn Lao động thành phố Đà Nẵng, tỉnh Quảng Ngãi, tỉnh Thừa Thiên Huế
Hà Nội, ngày 30 tháng 10 năm 2017
""".strip().splitlines()

FOREIGN_IN_VIETNAMESE = [
    "Đoàn công tác làm việc với ông Müller và bà Françoise về dự án naïve Bayes, façade nhà xưởng.",
    "Giáo sư Ångström, ông Håkan Strömberg và bà Zoë Citroën dự hội nghị.",
    "Ông Loïc và bà Thaï đến thăm nhà máy; bà Seán Lü cùng đi.",
    "Phần mềm AutoCAD®, Windows® © 2016 Microsoft™ được mua bản quyền.",
    "Sai số 5 µm đến 10 µm, nhiệt độ 25 °C ±5%, diện tích 12 m², thể tích 3 m³, tỷ lệ ½.",
    "Đường kính Ø20, Ø 25; dung sai 3×4, 5÷10; điểm § 5 khoản 2; giá 100 £, 20 ¥, 5 ¢.",
    "Phong trào «Công đoàn vững mạnh», «Lao động giỏi», «an toàn» được duy trì.",
    "«Ông» và «bà» là cách xưng hô trong văn bản này; xem chú thích ¹ ² ³.",
    "Trồng 3 ha dừa El Niño, La Niña; xuất khẩu sang São Paulo, Côte d'Ivoire, Haïti.",
    "Công ty Nestlé, Hermès, L'Oréal, Citroën, Kärcher, Bjørn, Søren, Straße.",
    "Lắp đặt tại Krông Pắk, Đắk Lắk, Bắc Kạn; giống sầu riêng Ri6, mía đường K95.",
    "Biểu tượng · gạch đầu dòng · dấu chấm giữa · và ¶ § † ‡ • … – — “ngoặc kép”.",
    "Tiếng Việt gõ sai dấu: môt số tôt, viêc làm, hòan thành, qúy báu, côông nhân.",
    "CôNG TY TNHH MộT THàNH VIêN, Tổ CHứC CôNG ĐOàN, NHâN VIêN",
    "ngànhTrung ương, phongtrào thi đua, cácCông đoàn cơ sở viết liền nhau.",
    "Ðoàn viên gõ chữ Ð bằng bàn phím khác.",
]

FOREIGN_ALONE = [
    "Les écoles où l'on apprend déjà à lire ont été créées très tôt, même à Saint-Étienne.",
    "Der Müller hört schöne Lieder über Bäume, große Vögel und süße Kätzchen.",
    "El niño español soñó con la mañana en la montaña; aún hay más años.",
    "A ação de São João não começou amanhã; a Câmara também aprovará três projetos.",
    "På ön växer blåbär, så är det; räven gör sig hörd på ängen.",
    "Loïc Lü",
    "ñ",
    "Ø 20, ø 25, Ü, ë",
]


def as_tcvn3(text: str) -> str:
    codes = TCVN3_CODES
    return "".join(
        chr(codes[sign] if sign in codes else codes.get(sign.lower(), ord(sign))) for sign in text
    )


def as_far_as_tcvn3_tells(text: str) -> str:
    """A toned capital before small letters (Ánh, Ủy) has no code in TCVN3: it is typed small."""
    return re.sub(
        r"\b[^\W\d_A-ZĂÂĐÊÔƠƯ](?=[a-zà-ỹ])",
        lambda capital: capital[0].lower(),
        text,
    )


def as_vni(text: str) -> str:
    letters = VNI_LETTERS
    return "".join(
        letters.get(sign) or letters.get(sign.lower(), sign).upper() if not sign.isascii() else sign
        for sign in text
    )


def test_every_accented_word_of_the_sentences_is_a_syllable_or_an_abbreviation() -> None:
    words = re.findall(r"[^\W\d_]+", " ".join(SENTENCES))

    strange = {word for word in words if not word.isascii() and not is_syllable(word)}

    assert strange == {"CNVCLĐ", "TLĐ", "QĐ"}


@pytest.mark.parametrize("sentence", [*SENTENCES, *FOREIGN_IN_VIETNAMESE, *FOREIGN_ALONE])
def test_proper_unicode_is_left_alone(sentence: str) -> None:
    assert detect(sentence) is None


def test_all_sentences_as_one_paragraph_are_left_alone() -> None:
    assert detect(" ".join(SENTENCES)) is None


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_tcvn3_is_recognised_and_converted_back_exactly(sentence: str) -> None:
    typed = as_tcvn3(sentence)

    found = detect(typed)

    assert found is not None
    assert found.encoding == "TCVN3"
    assert to_unicode(typed, "TCVN3") == as_far_as_tcvn3_tells(sentence)
    assert typed[found.offset :].startswith(found.sample)
    assert found.as_unicode.lower() in sentence.lower()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_vni_is_recognised_and_converted_back_exactly(sentence: str) -> None:
    typed = as_vni(sentence)

    found = detect(typed)

    assert found is not None
    assert found.encoding == "VNI"
    assert to_unicode(typed, "VNI") == sentence
    assert typed[found.offset :].startswith(found.sample)
    assert found.as_unicode in sentence


@pytest.mark.parametrize(
    ("typed", "encoding", "offset", "sample", "as_unicode"),
    [
        ("C«ng ®oµn c¬ së", "TCVN3", 0, "C«ng ®oµn c¬ së", "Công đoàn cơ sở"),
        ("Coâng ñoaøn cô sôû", "VNI", 0, "Coâng ñoaøn cô sôû", "Công đoàn cơ sở"),
        ("c¬ së", "TCVN3", 0, "c¬ së", "cơ sở"),
        ("trong tr\u00adêng häc", "TCVN3", 6, "tr\u00adêng häc", "trường học"),
        ("so_lieu: 12 # C«ng, ®oµn", "TCVN3", 14, "C«ng", "Công"),
        ("Ninh B×nh, tØnh Nam §Þnh", "TCVN3", 5, "B×nh", "Bình"),
        ("Bµ Lª ThÞ V©n", "TCVN3", 0, "Bµ Lª ThÞ V©n", "Bà Lê Thị Vân"),
        ("kinh tÕ tèt nhÊt", "TCVN3", 5, "tÕ tèt nhÊt", "tế tốt nhất"),
        ("Leâ Vaên Taùm", "VNI", 0, "Leâ Vaên Taùm", "Lê Văn Tám"),
        ("QÑ-LÑLÑ", "VNI", 0, "QÑ-LÑLÑ", "QĐ-LĐLĐ"),
        ("15/Q§-L§L§", "TCVN3", 3, "Q§-L§L§", "QĐ-LĐLĐ"),
        ("TæNG LI£N §OµN LAO §éNG", "TCVN3", 0, "TæNG LI£N §OµN LAO", "TỔNG LIÊN ĐOÀN LAO"),
    ],
)
def test_the_first_legacy_words_are_shown_as_typed_and_as_meant(
    typed: str, encoding: str, offset: int, sample: str, as_unicode: str
) -> None:
    found = detect(typed)

    assert found is not None
    assert (found.encoding, found.offset) == (encoding, offset)
    assert (found.sample, found.as_unicode) == (sample, as_unicode)


@pytest.mark.parametrize(
    "typed",
    [
        "C«ng",
        "®oµn",
        "liÖu",
        "kÕt",
        "tr\u00adëng",
        "TæNG",
        "Coâng",
        "ñöôïc",
        "coù",
        "Traàn",
        "Vaên",
    ],
)
def test_one_word_is_enough_where_no_language_writes_so(typed: str) -> None:
    assert detect(typed) is not None


@pytest.mark.parametrize("typed", ["së", "cña", "laïc", "c¬", "¸o", "Mü", "Thaï", "QÑ", "tÕ"])
def test_one_word_is_not_enough_where_it_could_be_a_name_or_a_sign(typed: str) -> None:
    assert detect(typed) is None


def test_a_weak_word_repeated_counts_once() -> None:
    assert detect("Mü và Mü và Mü") is None


def test_weak_words_count_for_nothing_among_as_many_foreign_ones() -> None:
    assert detect("së cña") is not None
    assert detect("së cña Müller Bjørn") is None


def test_weak_words_count_for_nothing_beside_letters_typed_in_unicode() -> None:
    assert detect("ông Lü, bà Thä") is not None
    assert detect("ông Lü, bà Thä, người Đức") is None


def test_legacy_text_within_a_line_of_unicode_is_found() -> None:
    line = "Kết quả: phong trµo thi ®ua yêu nước"

    found = detect(line)

    assert found is not None
    assert found.offset == line.index("trµo")
    assert found.as_unicode == "trào thi đua"


def test_the_first_line_with_legacy_text_is_reported() -> None:
    text = "Ông Müller đến thăm.\nKết quả tốt.\nC«ng ®oµn c¬ së\nCoâng ñoaøn"

    found = detect(text)

    assert found is not None
    assert found.offset == text.index("C«ng")
    assert found.sample == "C«ng ®oµn c¬ së"


def test_a_word_without_a_plain_letter_is_in_capitals_between_words_in_capitals() -> None:
    typed = "HéI NGHÞ ë Hµ NéI"

    converted = to_unicode(typed, "TCVN3")

    assert converted == "HỘI NGHỊ Ở HÀ NỘI"


def test_a_word_without_a_plain_letter_keeps_its_case_beside_small_letters() -> None:
    typed = "PHã CHñ TÞCH: Lª Thanh, CNVCL§ ®Ó vµ ®¹i héi UBND Hµ Néi ë ®ã"

    converted = to_unicode(typed, "TCVN3")

    assert converted == "PHÓ CHỦ TỊCH: Lê Thanh, CNVCLĐ để và đại hội UBND Hà Nội ở đó"


def test_the_message_for_tcvn3_says_what_was_typed_and_meant() -> None:
    found = detect("C«ng ®oµn")

    assert found == LegacyText("TCVN3", 0, "C«ng ®oµn", "Công đoàn")
    assert found.message == (
        "Chữ ở đây gõ bằng phông cũ theo bảng mã TCVN3 (phông ABC như .VnTime): "
        "«C«ng ®oµn» có lẽ là «Công đoàn»."
    )
    assert found.hint == (
        "Đề nghị chuyển lời văn này sang Unicode rồi dán lại: trong UniKey, bấm Ctrl+Shift+F6, "
        "chọn bảng mã nguồn TCVN3 (ABC), bảng mã đích Unicode; hoặc gõ lại bằng bảng mã Unicode."
    )


def test_the_message_for_vni_says_what_was_typed_and_meant() -> None:
    found = detect("Coâng ñoaøn")

    assert found == LegacyText("VNI", 0, "Coâng ñoaøn", "Công đoàn")
    assert found.message == (
        "Chữ ở đây gõ bằng phông cũ theo bảng mã VNI (phông như VNI-Times): "
        "«Coâng ñoaøn» có lẽ là «Công đoàn»."
    )
    assert found.hint == (
        "Đề nghị chuyển lời văn này sang Unicode rồi dán lại: trong UniKey, bấm Ctrl+Shift+F6, "
        "chọn bảng mã nguồn VNI Windows, bảng mã đích Unicode; hoặc gõ lại bằng bảng mã Unicode."
    )


def test_the_content_as_shipped_raises_no_alarm() -> None:
    content = ROOT / "content"
    texts = {
        path: unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        for path in sorted(content.rglob("*.yaml"))
    }

    alarms = {path: found for path, text in texts.items() if (found := detect(text))}

    assert texts
    assert alarms == {}


def test_every_long_line_of_the_narratives_is_recognised_in_both_encodings() -> None:
    content = ROOT / "content"
    narratives = sorted(content.glob("*/don-vi/*/bao-cao.yaml"))
    lines = [
        line
        for path in narratives
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 60 and "«" not in line and not line.startswith("#")
    ]

    missed_tcvn3 = [line for line in lines if not _is_found(as_tcvn3(line), "TCVN3")]
    missed_vni = [line for line in lines if not _is_found(as_vni(line), "VNI")]

    assert missed_tcvn3 == []
    assert missed_vni == []


@pytest.mark.timed
def test_a_report_of_proper_vietnamese_costs_little() -> None:
    text = "\n".join(SENTENCES * 4)
    assert len(text.encode()) > 20_000

    fastest = min(_seconds_to_detect(text) for _ in range(20))

    assert fastest < 0.0015


@given(st.text(st.characters(max_codepoint=0x1FF)))
def test_any_text_has_an_answer_that_points_into_it(text: str) -> None:
    found = detect(text)

    assert found is None or text.startswith(found.sample, found.offset)


def _is_found(line: str, encoding: str) -> bool:
    found = detect(line)
    return found is not None and found.encoding == encoding


def _seconds_to_detect(text: str) -> float:
    start = time.perf_counter()
    detect(text)
    return time.perf_counter() - start
