"""The key `khen_thuong` of `dot-bao-cao.yaml`: the award rules of a campaign."""

from collections.abc import Iterator, Mapping

from baocao.calc.expression import Found, find
from baocao.diagnostics import Diagnostic
from baocao.kinds import AWARD_KINDS
from baocao.load.records.duplicates import duplicates
from baocao.load.records.messages import malformed_value
from baocao.load.records.reader import RecordReader
from baocao.model.award_rules import (
    Award,
    AwardRules,
    Basis,
    CollectiveRule,
    Comparison,
    Enclosure,
    Merit,
    Threshold,
    parse_comparison,
)
from baocao.model.form import Form
from baocao.model.record import Key, ListOf, Record
from baocao.model.scalars import COUNT, FOLDER_ID, NAME, PRINTED, choice, pattern
from baocao.model.text import Text
from baocao.rules import unknown_name

UNIT_KEYS = ("dieu_kien", "to_trinh", "bien_ban")
"""The keys of a unit's `khen-thuong.yaml` beside the awards."""

_CLAUSE = Key(PRINTED, "điều khoản của văn bản chỉ đạo", required=True)
THRESHOLD = Record(
    {
        "dat": Key(
            pattern(
                parse_comparison,
                r"^\s*[a-z0-9_]+(\.[a-z0-9_]+){1,2}\s*(>=|<=|≥|≤|>|<|=)\s*[0-9].*$",
                "một phép so sánh, ví dụ bang_ldst.tong >= 50",
            ),
            "phép so sánh số liệu phải đạt",
            required=True,
        ),
        "ten": Key(PRINTED, "lời đi sau con số", required=True),
    }
)
COLLECTIVE_RULE = Record(
    {
        "muc": _CLAUSE,
        "nguong": Key(ListOf(THRESHOLD), "các ngưỡng số liệu"),
        "dieu_kien": Key(ListOf(NAME, or_one=True), "các điều kiện phải khai là có"),
    }
)
MERIT = Record(
    {
        "can_cu": Key(choice(*(b.value for b in Basis)), "căn cứ đề nghị", required=True),
        "ten": Key(PRINTED, "lời in của căn cứ", required=True),
        "muc": _CLAUSE,
        "it_nhat": Key(COUNT, "số Bằng ít nhất"),
        "moi_tap_the": Key(COUNT, "số cá nhân cho mỗi tập thể được đề nghị"),
    }
)
AWARD = Record(
    {
        "ma": Key(NAME, "mã của hình thức khen thưởng", required=True),
        "ten": Key(PRINTED, "tên của hình thức khen thưởng", required=True),
        "cap": Key(ListOf(FOLDER_ID, or_one=True), "các cấp được đề nghị", required=True),
        "muc": _CLAUSE,
        "tap_the": Key(COLLECTIVE_RULE, "tiêu chuẩn của tập thể"),
        "ca_nhan": Key(ListOf(MERIT), "các căn cứ đề nghị cá nhân"),
    }
)
CONDITION = Record(
    {
        "ma": Key(NAME, "mã của điều kiện", required=True),
        "ten": Key(PRINTED, "lời của điều kiện", required=True),
    }
)
ENCLOSURE = Record(
    {
        "ten": Key(PRINTED, "tên giấy tờ", required=True),
        "so_bo": Key(COUNT, "số bộ", required=True),
        "loai": Key(choice(*AWARD_KINDS), "loại văn bản do chương trình lập"),
    }
)
AWARD_RULES = Record(
    {
        "can_cu": Key(ListOf(PRINTED, or_one=True), "các căn cứ ghi ở đầu tờ trình"),
        "dieu_kien": Key(ListOf(CONDITION), "các điều kiện đơn vị phải khai"),
        "hinh_thuc": Key(ListOf(AWARD), "các hình thức khen thưởng", required=True),
        "ho_so": Key(ListOf(ENCLOSURE), "giấy tờ trong hồ sơ", required=True),
    }
)


def read_award_rules(fields: RecordReader) -> AwardRules:
    """Read the rules, whose shape and names have been checked."""
    return AwardRules(
        grounds=fields.strings("can_cu"),
        conditions={f.words("ma"): f.words("ten") for f in fields.records("dieu_kien")},
        awards={award.id: award for award in map(_award, fields.records("hinh_thuc"))},
        enclosures=tuple(
            Enclosure(f.words("ten"), f.integer("so_bo"), f.words("loai"))
            for f in fields.records("ho_so")
        ),
    )


def check_award_rules(
    fields: RecordReader, levels: tuple[str, ...], forms: Mapping[str, Form] | None
) -> Iterator[Diagnostic]:
    """Give the names that lead nowhere; `forms` are None where they could not be read."""
    awards, conditions = fields.records("hinh_thuc"), fields.records("dieu_kien")
    for records in (awards, conditions):
        yield from duplicates(text for r in records if (text := r.optional("ma")) is not None)
    known = tuple(record.words("ma") for record in conditions)
    for award in awards:
        yield from _taken(award.optional("ma"))
        yield from _unknown(award.texts("cap"), "cấp", levels)
        collectives = award.record("tap_the")
        if collectives is not None:
            yield from _unknown(collectives.texts("dieu_kien"), "điều kiện", known)
            thresholds = tuple(filter(None, map(_typed, collectives.records("nguong"))))
            yield from _unknown_figures(thresholds, forms)


def _taken(text: Text | None) -> Iterator[Diagnostic]:
    if text is not None and text.value in UNIT_KEYS:
        yield malformed_value(text, f"một mã khác {', '.join(UNIT_KEYS)}")


def _unknown(texts: tuple[Text, ...], what: str, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    yield from (unknown_name.fault(text, what, known) for text in texts if text.value not in known)


def _unknown_figures(
    thresholds: tuple[tuple[Text, Comparison], ...], forms: Mapping[str, Form] | None
) -> Iterator[Diagnostic]:
    for text, comparison in thresholds:
        if forms is not None and not isinstance(find(comparison.path, forms), Found):
            yield malformed_value(
                text, "một phép so sánh bắt đầu bằng mã chỉ tiêu và mã cột của biểu"
            )


def _typed(threshold: RecordReader) -> tuple[Text, Comparison] | None:
    text = threshold.optional("dat")
    comparison = parse_comparison(text.value) if text is not None else None
    return None if text is None or comparison is None else (text, comparison)


def _award(fields: RecordReader) -> Award:
    collectives = fields.record("tap_the")
    return Award(
        id=fields.words("ma"),
        name=fields.words("ten"),
        levels=frozenset(fields.strings("cap")),
        clause=fields.words("muc"),
        collectives=None if collectives is None else _collective_rule(collectives),
        merits=tuple(map(_merit, fields.records("ca_nhan"))),
    )


def _collective_rule(fields: RecordReader) -> CollectiveRule:
    return CollectiveRule(
        clause=fields.words("muc"),
        thresholds=tuple(
            Threshold(typed[1], record.words("ten"))
            for record in fields.records("nguong")
            if (typed := _typed(record)) is not None
        ),
        conditions=fields.strings("dieu_kien"),
    )


def _merit(fields: RecordReader) -> Merit:
    return Merit(
        basis=Basis(fields.words("can_cu")),
        words=fields.words("ten"),
        clause=fields.words("muc"),
        least=fields.integer("it_nhat", 1),
        for_each_collective=fields.integer("moi_tap_the") or None,
    )
