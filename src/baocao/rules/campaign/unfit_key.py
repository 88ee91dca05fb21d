"""Checks that an item of the outline has the keys that it needs, and none of another kind."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.outline_items import CHOOSING, Item
from baocao.load.campaign.source import OutlineSource
from baocao.load.records.messages import key_of_other_kind, missing_key, unknown_key
from baocao.model.outline import AnswerKind
from baocao.rules.registry import outline_rule

_PASSAGE_KEYS = ("doan", "chu_thich", "chi_cap", "khi")
_NUMBERS = (AnswerKind.FIGURE.value, AnswerKind.RATIO.value)
_KINDS = {
    "don_vi_tinh": _NUMBERS,
    "so_le": _NUMBERS,
    "nho_nhat": (AnswerKind.FIGURE.value,),
    "lon_nhat": (AnswerKind.FIGURE.value,),
    "mau_in": (AnswerKind.RATIO.value,),
    "vuot": (AnswerKind.RATIO.value,),
    "lua_chon": CHOOSING,
    "it_nhat": (AnswerKind.PROSE.value,),
    "nhieu_nhat": (AnswerKind.PROSE.value,),
}
_OF_AN_ANSWER = ("loai", "neu_co", "khi_trong", *(key for key in _KINDS if "_nhat" not in key))


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    for item in source.items:
        yield from _check_passage(item) if item.is_passage else _check_section(item)


def _check_passage(item: Item) -> Diagnostics:
    for key, text in item.spec.keys.items():
        if key not in _PASSAGE_KEYS:
            yield unknown_key(text, _PASSAGE_KEYS)
    if item.spec.passage is None:
        yield missing_key(item.spec.keys["doan"].span, "doan", "")


def _check_section(item: Item) -> Diagnostics:
    spec, keys = item.spec, item.spec.keys
    of_answer = [keys[key] for key in _OF_AN_ANSWER if key in keys]
    if of_answer and spec.id is None:
        yield missing_key(of_answer[0].span, "ma", "mã của mục")
    for key, kinds in _KINDS.items():
        if key in keys and item.kind not in kinds:
            yield key_of_other_kind(keys[key], item.kind, kinds)
    if item.is_choice and not spec.choices:
        at = keys.get("lua_chon", spec.place)
        yield missing_key(at.span, "lua_chon", "các lựa chọn")
