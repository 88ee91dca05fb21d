"""`de-cuong.yaml`: the outline as the campaign's author wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.outline_checks import Known, check_outline, kind_of
from baocao.load.campaign.outline_items import Item, by_id, deciding, top_items
from baocao.load.campaign.outline_shape import OUTLINE, YES
from baocao.load.records.file import read_record
from baocao.load.records.reader import RecordReader
from baocao.model.blanks import APPENDIX_BLANK, UNIT_BLANKS, fill
from baocao.model.campaign import appendix_labels
from baocao.model.outline import (
    AnswerKind,
    AnswerType,
    Applicability,
    Blank,
    ChecksType,
    ChoiceType,
    Condition,
    DateType,
    Numbering,
    NumberType,
    Outline,
    Passage,
    Prose,
    RatioType,
    Section,
)


def read_outline(path: Path, known: Known) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """Read the outline, which may name what is `known`; None where anything in it is wrong."""
    fields, faults = read_record(path, OUTLINE)
    if fields is None:
        return None, faults
    faults += tuple(check_outline(fields, known))
    if faults:
        return None, faults
    blanks = tuple(
        Blank(blank.words("ma"), blank.words("ten"), blank.words("goi_y"))
        for blank in fields.records("cho_trong")
    )
    tops = top_items(fields)
    sections = by_id(tuple(item for top in tops for item in top.walk()))
    build = _Build(sections, fixed_blanks(known), _shown(blanks))
    outline = Outline(
        title=fields.strings("tieu_de"),
        attached=fields.words("dinh_kem"),
        signature_note=fields.words("ghi_chu_ky"),
        sections=tuple(map(build.item, tops)),
        continuous=frozenset(map(Numbering, fields.strings("danh_so_lien_tuc"))),
        blanks=blanks,
    )
    return outline, ()


def fixed_blanks(known: Known) -> dict[str, str]:
    """Give what fills the blanks that are the same for every unit."""
    first, last = known.years or ("", "")
    forms = known.attached or ()
    labels = zip(forms, appendix_labels(len(forms)), strict=True)
    years = {"tu_nam": first, "den_nam": last, "nam": last}
    return years | {f"{APPENDIX_BLANK}{form}": label for form, label in labels}


def _shown(blanks: tuple[Blank, ...]) -> dict[str, str]:
    """Give what a writer is shown in the blanks that each unit fills differently."""
    names = UNIT_BLANKS | {blank.id: blank.name for blank in blanks}
    return {key: f"[{name}]" for key, name in names.items()}


@dataclass(frozen=True, slots=True)
class _Build:
    """Makes the items of the model; `fixed` and `shown` fill blanks."""

    sections: Mapping[str, Item]
    fixed: Mapping[str, str]
    shown: Mapping[str, str]

    def item(self, item: Item) -> Section | Passage:
        """Make a section or a passage, with all that stands below it."""
        fields = item.fields
        footnote = fill(fields.words("chu_thich"), self.fixed)
        passage = fields.optional("doan")
        if passage is not None:
            text = passage._replace(value=fill(passage.value, self.fixed))
            return Passage(text, footnote, self._demand(item))
        words_if_empty = fill(fields.words("khi_trong"), self.fixed)
        return Section(
            id=fields.words("ma") or None,
            lines=tuple(fill(line, self.fixed) for line in fields.strings("tieu_de")),
            hint=fields.words("goi_y"),
            numbering=Numbering(item.style),
            min_words=fields.integer("it_nhat"),
            max_words=fields.integer("nhieu_nhat") or None,
            children=tuple(map(self.item, item.below)),
            caption=self._caption(item),
            footnote=footnote,
            answer_type=self._answer_type(item),
            is_optional=fields.words("neu_co") == YES or bool(words_if_empty),
            text_if_empty=words_if_empty,
            applicability=self._demand(item),
            form=fields.words("bieu") or None,
        )

    def _caption(self, item: Item) -> str:
        return fill(" ".join(item.fields.strings("tieu_de")), {**self.fixed, **self.shown})

    def _answer_type(self, item: Item) -> AnswerType:
        fields = item.fields
        choices = self._choices(fields)
        match AnswerKind(kind_of(item)):
            case AnswerKind.FIGURE:
                least, most = fields.figure("nho_nhat"), fields.figure("lon_nhat")
                decimals = fields.integer("so_le")
                return NumberType(fields.words("don_vi_tinh"), decimals, least or Decimal(0), most)
            case AnswerKind.RATIO:
                measure = f" {fields.words('don_vi_tinh')}".rstrip()
                pattern = fields.words("mau_in", f"{{tu}}/{{mau}}{measure} (đạt {{ty_le}}%)")
                return RatioType(pattern, fields.integer("so_le", 1), fields.words("vuot") == YES)
            case AnswerKind.DATE:
                return DateType()
            case AnswerKind.CHOICE:
                return ChoiceType(choices)
            case AnswerKind.CHECKS:
                return ChecksType(choices)
            case AnswerKind.PROSE:
                return Prose()

    def _choices(self, fields: RecordReader) -> tuple[str, ...]:
        return tuple(fill(choice, self.fixed) for choice in fields.strings("lua_chon"))

    def _demand(self, item: Item) -> Applicability:
        """Put together what is asked of everything that decides whether this item is asked."""
        deciders = deciding(item, self.sections)
        named = [
            frozenset(d.fields.strings("chi_cap")) for d in deciders if d.fields.texts("chi_cap")
        ]
        conditions = dict.fromkeys(c for d in deciders if (c := self._condition(d)) is not None)
        return Applicability(frozenset.intersection(*named) if named else None, tuple(conditions))

    def _condition(self, item: Item) -> Condition | None:
        if item.condition is None or item.target is None:
            return None
        target = self.sections[item.target.value]
        values = tuple(fill(value, self.fixed) for value in item.condition.strings("la"))
        return Condition(item.target.value, self._caption(target).rstrip(":. "), values)
