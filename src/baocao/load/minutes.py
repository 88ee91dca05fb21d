"""The key `bien_ban` of a unit's `khen-thuong.yaml`: who met, when and where."""

from baocao.load.head import read_head
from baocao.load.narrative import references
from baocao.load.shape import Fields
from baocao.model.award import Attendant, Count, Minutes
from baocao.model.campaign import Unit
from baocao.model.content import Answer, Paper
from baocao.model.text import Text

_DASHES = (" - ", " – ")


def read_minutes(fields: Fields, unit: Unit) -> Minutes:
    """Read the minutes, whose shape has been checked."""
    members = _text(fields, "tong_so")
    opinions = fields.optional("y_kien")
    return Minutes(
        head=Paper(unit=unit, source=fields.place.source, kind="bien-ban", **read_head(fields)),
        begins=_text(fields, "bat_dau"),
        ends=_text(fields, "ket_thuc"),
        venue=_text(fields, "dia_diem"),
        members=Count(members, int(members.value)),
        chair=_text(fields, "chu_tri"),
        secretary=_text(fields, "thu_ky"),
        present=tuple(map(_attendant, fields.texts("co_mat"))),
        absent=tuple(map(_attendant, fields.texts("vang"))),
        opinions=None if opinions is None else Answer(opinions, opinions, references(opinions)),
    )


def _attendant(text: Text) -> Attendant:
    """Part «Họ tên - chức vụ» at its first dash; a line without one is a name."""
    words = " ".join(text.value.split())
    at = min((words.find(dash) for dash in _DASHES if dash in words), default=len(words))
    return Attendant(text, words[:at], words[at + len(_DASHES[0]) :])


def _text(fields: Fields, key: str) -> Text:
    text = fields.optional(key)
    if text is None:
        message = f"{key}: the shape requires it"
        raise AssertionError(message)
    return text
