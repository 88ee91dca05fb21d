"""Một tên viết hai cách trong hồ sơ khen thưởng.

Tên in trên Bằng lấy từ danh sách; tờ trình, danh sách, biên bản, báo cáo thành tích phải viết tên
giống hệt nhau, đúng từng dấu.

Sai và đúng::

    # khen-thuong.yaml
    bang_khen:
      ca_nhan:
        - ma: pham-van-thi-diem
  -       ho_ten: Phạm Văn Thí Điềm
  +       ho_ten: Phạm Văn Thí Điểm
          ong_ba: ong
          ngay_sinh: 12/3/1979
          chuc_vu: Thợ tiện
          don_vi_cong_tac: Công ty cổ phần Cơ khí Ví Dụ
          so_bang_ldst: 2
          phieu: 10
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Collective, Dossier
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import content_rule
from baocao.vietnamese.text import fold, squeeze

RULE = Rule.of_module(__name__, __doc__)

_LETTER = r"[^\W\d_]"
_CAPITALS = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
_CAPITALISED = re.compile(rf"[{_CAPITALS}](?<!{_LETTER}.){_LETTER}*")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each name that is spelt otherwise than in the list of proposals."""
    dossier = content.dossier
    if dossier is None:
        return
    compared = {id(text) for text in _names(dossier)}
    for proposal in dossier.proposals:
        report = dossier.reports.get(proposal.id.value)
        if report is not None and report.name is not None:
            yield from _compare(report.name, proposal.name)
        if isinstance(proposal, Collective) and proposal.is_unit and proposal.typed_name:
            yield from _compare(proposal.typed_name, proposal.name)
    yield from _check_officers(dossier)
    names = {person.name for person in dossier.persons()}
    known = names | _attendants(dossier)
    by_folded = {fold(name): name for name in names}
    lengths = _lengths(by_folded)
    words = set(_CAPITALISED.findall(content.printed_text))
    first_words = tuple(word for word in words if _folded(word) in lengths)
    for text in content.texts:
        if id(text) not in compared and any(word in text.value for word in first_words):
            yield from _check_mentions(text, by_folded, lengths, known)


def _names(dossier: Dossier) -> Iterator[Text]:
    """Yield the texts that are a name as a whole."""
    yield from (person.typed_name for person in dossier.persons())
    yield from (report.name for report in dossier.reports.values() if report.name is not None)


def _compare(typed: Text, name: str) -> Diagnostics:
    written = squeeze(typed.value)
    if written != name:
        yield RULE.error(
            typed.span,
            f"Tên «{written}» khác với tên trong danh sách đề nghị: «{name}».",
            "Đề nghị xem lại giấy tờ, rồi viết tên giống hệt nhau ở mọi nơi.",
        )


def _check_officers(dossier: Dossier) -> Diagnostics:
    """Yield the chair or secretary whose name the attendance has with other marks."""
    if dossier.minutes is None:
        return
    present = {attendant.name for attendant in dossier.minutes.present}
    for typed in (dossier.minutes.chair, dossier.minutes.secretary):
        written = squeeze(typed.value)
        alike = next((name for name in sorted(present) if fold(name) == fold(written)), None)
        if written not in present and alike is not None:
            yield RULE.error(
                typed.span,
                f"Tên «{written}» khác với tên trong danh sách có mặt: «{alike}».",
                "Đề nghị viết tên giống hệt nhau ở mọi nơi.",
            )


def _attendants(dossier: Dossier) -> set[str]:
    minutes = dossier.minutes
    return set() if minutes is None else {each.name for each in (*minutes.present, *minutes.absent)}


def _lengths(names: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """Return by the first word of a name in how many words a mention may be written."""
    every = frozenset(name.count(" ") + 1 for name in names)
    return {name.partition(" ")[0]: every for name in names}


def _check_mentions(
    text: Text, names: Mapping[str, str], lengths: Mapping[str, frozenset[int]], known: set[str]
) -> Diagnostics:
    """Yield each run of capitalised words that differs from a proposed name in its marks only.

    The run may name another person, hence a warning.
    """
    found = tuple(_CAPITALISED.finditer(text.value))
    for place, first in enumerate(found):
        for length in lengths.get(_folded(first[0]), ()):
            words = found[place : place + length]
            if len(words) < length:
                continue
            start, end = words[0].start(), words[-1].end()
            written = squeeze(text.value[start:end])
            name = names.get(fold(written))
            if name is None or written in known or written.casefold() == name.casefold():
                continue
            yield RULE.warning(
                text.span_of(start, end - start),
                f"Ở đây viết «{written}», danh sách đề nghị viết «{name}».",
                "Đề nghị viết giống nhau nếu là một người; nếu là hai người thì để nguyên.",
            )


@lru_cache(maxsize=4096)  # names and sentences begin with the same few words
def _folded(word: str) -> str:
    return fold(word)
