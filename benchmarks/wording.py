"""A sample report's words, varied: names, numbers and turns of phrase, never twice the same text.

Phrases are chosen anew wherever they stand, and a paragraph ends by naming a book of its own, so
that none but the lines that open a list is found in another unit, and no cache can help. What
the program reads, such as `{{ sang_kien.tong }}`, stays, and so do dates, years and numbers of
documents.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

_PHRASES = (
    ("các", "những"),
    ("và", "cùng với", "cũng như"),
    ("để", "nhằm"),
    ("nhưng", "song"),
    ("nhiều", "không ít"),
    ("rất", "hết sức"),
    ("vì thế", "do đó", "vì vậy"),
    ("thường xuyên", "liên tục", "đều đặn"),
    ("hằng năm", "mỗi năm"),
    ("giúp", "hỗ trợ"),
    ("một số", "một vài"),
    ("chủ yếu", "phần lớn"),
    ("kịp thời", "nhanh chóng"),
    ("cụ thể", "rõ ràng"),
    ("phù hợp", "thích hợp"),
    ("thực hiện", "triển khai"),
    ("quan tâm", "chăm lo"),
    ("còn ít", "chưa nhiều"),
    ("đến nay", "tới nay"),
    ("chặt chẽ", "kỹ lưỡng"),
    ("khó khăn", "vất vả"),
    ("thiết thực", "có ích"),
    ("kết quả", "thành quả"),
    ("hạn chế", "thiếu sót"),
    ("phát triển", "lớn mạnh"),
    ("tiếp tục", "còn"),
    ("ở", "tại"),
)
_TURNS = {phrase: choices for choices in _PHRASES for phrase in choices}
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Đặng", "Ngô", "Bùi", "Phan")
_GIVEN = ("An", "Bình", "Châu", "Dung", "Giang", "Hà", "Hải", "Hiền", "Khánh", "Lâm", "Linh")
_MIDDLE = ("Minh", "Thanh", "Ngọc", "Quang", "Hồng", "Thu", "Đức", "Xuân", "Gia", "Bảo", "Kim")
_FIXED_AFTER = frozenset(("năm", "tháng", "ngày", "số", "thứ", "bậc", "khóa", "quý", "ca"))
_UNDER, _OVER = 0.8, 1.25  # how far a number may move
_MOST_PER_CENT = 99
_MOST_BOOKS = 1_000_000
_FAR = 40  # as far back as the word before a number may begin

_CAPITAL = "[A-ZÀ-ỸĐ]"
_PERSON = rf"(?:{'|'.join(_FAMILIES)})\s+(?:Văn|Thị)(?:\s+{_CAPITAL}[a-zà-ỹđ]*){{1,2}}"
_NUMBER = r"(?<![\w./,–-])(?:\d{1,3}(?:\.\d{3})+|\d{1,3})(?=\s|%|,\d)(?!\s+năm)"
_LONGEST_FIRST = sorted((turn.replace(" ", r"\s+") for turn in _TURNS), key=len, reverse=True)
_PHRASE = rf"(?<!\w)(?:{'|'.join(_LONGEST_FIRST)})(?=\s+[a-zà-ỹđ])"
_END = r"[.;](?=\n\s*\n|\n\s+[-+] |\s*\Z)"  # of a paragraph or an item of a list
_NARRATIVE = ": |\n"
_WORD_BEFORE = re.compile(r"(\w+)\s*$")


class Wording:
    """A text of which any number of variants can be made.

    Reading it takes a while, making a variant little more than joining its pieces.
    """

    def __init__(self, text: str, own: str) -> None:
        """Find in the text what can vary; `own` is the name of the unit that it is about."""
        names = own.replace(" ", r"\s+"), _PERSON
        everything = r"\{\{.*?\}\}", *names, _NUMBER, _PHRASE, _END
        head, opening, narrative = text.partition(_NARRATIVE)
        self._pieces = [*_pieces(head, names, own), opening, *_pieces(narrative, everything, own)]

    def variant(self, random: Random, own: str) -> str:
        """Give the text in other words, about the unit called `own`."""
        people = _People(random)
        return "".join(
            piece if isinstance(piece, str) else piece(random, own, people)
            for piece in self._pieces
        )


class _People(dict[str, str]):
    """The people of one report, each with one name throughout, by those of the sample."""

    def __init__(self, random: Random) -> None:
        self._choose = random.choice

    def __missing__(self, name: str) -> str:
        sex = "Thị" if " Thị " in name else "Văn"
        called = f"{self._choose(_FAMILIES)} {sex} {self._choose(_MIDDLE)} {self._choose(_GIVEN)}"
        self[name] = called
        return called


_Choice = Callable[[Random, str, _People], str]


def _pieces(text: str, varying: tuple[str, ...], own: str) -> "Iterator[str | _Choice]":
    end = 0
    for match in re.finditer("|".join(varying), text):
        yield text[end : match.start()]
        yield _choice(match, own)
        end = match.end()
    yield text[end:]


def _choice(match: re.Match[str], own: str) -> str | _Choice:
    """Give what stands for a match: a text, or what chooses one."""
    words = " ".join(match[0].split())
    if words in {".", ";"}:
        return lambda random, _, __: f" (sổ số {grouped(random.randrange(_MOST_BOOKS))}){words}"
    if words == own:
        return lambda _, name, __: name
    if words in _TURNS:
        return lambda random, _, __: random.choice(_TURNS[words])
    if words.startswith(_FAMILIES):
        return lambda _, __, people: people[words]
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - _FAR), match.start())
    if words[0].isdigit() and (before is None or before[1] not in _FIXED_AFTER):
        is_share = match.string[match.end()] == "%"
        return lambda random, _, __: _near(words, random, _MOST_PER_CENT if is_share else None)
    return match[0]


def _near(number: str, random: Random, most: int | None) -> str:
    """Give a number near this one, written alike."""
    value = max(2, round(int(number.replace(".", "")) * random.uniform(_UNDER, _OVER)))
    value = value if most is None else min(value, most)
    return f"{value:02}" if number.startswith("0") else grouped(value)


def grouped(value: int) -> str:
    """Write a whole number as people do here: 1.234."""
    return f"{value:,}".replace(",", ".")
