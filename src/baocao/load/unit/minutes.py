"""The key `bien_ban` of a unit's `khen-thuong.yaml`: who met, when and where."""

from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.kinds import MINUTES
from baocao.load.records.reader import RecordReader
from baocao.load.unit.head import read_head, read_signature
from baocao.load.unit.narrative import references
from baocao.model.award import Attendant, Count, Minutes
from baocao.model.campaign import Unit
from baocao.model.paper import Answer, Paper
from baocao.model.text import Text
from baocao.vietnamese.text import squeeze

_DASHES = (" - ", " – ")


def read_minutes(
    fields: RecordReader, unit: Unit, folder: Path
) -> tuple[Minutes, tuple[Diagnostic, ...]]:
    """Read the minutes, whose shape has been checked; pictures lie in the unit's `folder`."""
    members = fields.required("tong_so")
    opinions = fields.optional("y_kien")
    chair_signs, chair_faults = read_signature(fields, folder)
    secretary_signs, secretary_faults = read_signature(fields, folder, "chu_ky_thu_ky")
    head = Paper(
        unit=unit,
        source=fields.place.source,
        kind=MINUTES,
        **read_head(fields),
        signature_image=chair_signs,
    )
    minutes = Minutes(
        head=head,
        begins=fields.required("bat_dau"),
        ends=fields.required("ket_thuc"),
        venue=fields.required("dia_diem"),
        members=Count(members, int(members.value)),
        chair=fields.required("chu_tri"),
        secretary=fields.required("thu_ky"),
        present=tuple(map(_attendant, fields.texts("co_mat"))),
        absent=tuple(map(_attendant, fields.texts("vang"))),
        opinions=None if opinions is None else Answer(opinions, opinions, references(opinions)),
        secretary_signature=secretary_signs,
    )
    return minutes, chair_faults + secretary_faults


def _attendant(text: Text) -> Attendant:
    """Part «Họ tên - chức vụ» at its first dash; a line without one is a name."""
    words = squeeze(text.value)
    at = min((words.find(dash) for dash in _DASHES if dash in words), default=len(words))
    return Attendant(text, words[:at], words[at + len(_DASHES[0]) :])
