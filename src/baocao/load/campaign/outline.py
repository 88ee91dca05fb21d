"""`de-cuong.yaml`: the outline as the campaign's author wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.outline_items import Item, deciding
from baocao.load.campaign.outline_specs import OutlineSpec
from baocao.load.campaign.source import Known, OutlineSource
from baocao.load.records.bind import bind, read, words
from baocao.load.records.file import read_record
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
from baocao.model.record import record_of
from baocao.model.scalars import COUNT, DIGIT, FIGURE, YES_NO
from baocao.model.text import Text


def read_outline(path: Path, known: Known) -> tuple[OutlineSource | None, tuple[Diagnostic, ...]]:
    """Read the outline, which may name what is `known`; None if nothing of it could be read."""
    root, faults = read_record(path, record_of(OutlineSpec))
    source = None if root is None else OutlineSource(bind(OutlineSpec, root), known)
    return source, faults


def build_outline(source: OutlineSource) -> Outline:
    """Build the outline from a source without faults."""
    spec = source.spec
    blanks = tuple(
        Blank(words(each.id), words(each.name), words(each.hint)) for each in spec.blanks
    )
    build = _Builder(source.sections, fixed_blanks(source.known), _shown(blanks))
    return Outline(
        title=tuple(map(words, spec.title)),
        attached=words(spec.attached),
        signature_note=words(spec.signature_note),
        sections=tuple(map(build.item, source.top_items)),
        continuous=frozenset(Numbering(words(each)) for each in spec.continuous),
        blanks=blanks,
    )


def fixed_blanks(known: Known) -> dict[str, str]:
    """Return what fills the blanks that are the same for every unit."""
    first, last = known.years or ("", "")
    forms = known.attached or ()
    labels = zip(forms, appendix_labels(len(forms)), strict=True)
    years = {"tu_nam": first, "den_nam": last, "nam": last}
    return years | {f"{APPENDIX_BLANK}{form}": label for form, label in labels}


def _shown(blanks: tuple[Blank, ...]) -> dict[str, str]:
    """Return what a writer is shown in the blanks that each unit fills differently."""
    names = UNIT_BLANKS | {blank.id: blank.name for blank in blanks}
    return {key: f"[{name}]" for key, name in names.items()}


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the items of the model; `fixed` and `shown` fill blanks."""

    sections: Mapping[str, Item]
    fixed: Mapping[str, str]
    shown: Mapping[str, str]

    def item(self, item: Item) -> Section | Passage:
        spec = item.spec
        footnote = self._filled(spec.footnote)
        applicability = self._applicability(item)
        if spec.passage is not None:
            text = spec.passage._replace(value=fill(spec.passage.value, self.fixed))
            return Passage(text, footnote, applicability)
        text_if_empty = self._filled(spec.words_if_empty)
        return Section(
            id=words(spec.id) or None,
            lines=tuple(map(self._filled, spec.title)),
            hint=words(spec.hint),
            numbering=Numbering(item.style),
            min_words=read(spec.fewest_words, COUNT, 0),
            max_words=read(spec.most_words, COUNT, None),
            children=tuple(map(self.item, item.below)),
            caption=self._caption(item),
            footnote=footnote,
            answer_type=self._answer_type(item),
            is_optional=read(spec.optional, YES_NO, default=False) or bool(text_if_empty),
            text_if_empty=text_if_empty,
            applicability=applicability,
            form=words(spec.form) or None,
        )

    def _filled(self, text: Text | None) -> str:
        return fill(words(text), self.fixed)

    def _caption(self, item: Item) -> str:
        return fill(" ".join(map(words, item.spec.title)), {**self.fixed, **self.shown})

    def _answer_type(self, item: Item) -> AnswerType:
        spec = item.spec
        match AnswerKind(item.kind):
            case AnswerKind.FIGURE:
                return NumberType(
                    words(spec.measure),
                    read(spec.decimals, DIGIT, 0),
                    read(spec.minimum, FIGURE, Decimal(0)),
                    read(spec.maximum, FIGURE, None),
                )
            case AnswerKind.RATIO:
                measure = f" {words(spec.measure)}".rstrip()
                pattern = words(spec.pattern) or f"{{tu}}/{{mau}}{measure} (đạt {{ty_le}}%)"
                decimals = read(spec.decimals, DIGIT, 1)
                return RatioType(pattern, decimals, read(spec.may_exceed, YES_NO, default=False))
            case AnswerKind.DATE:
                return DateType()
            case AnswerKind.CHOICE:
                return ChoiceType(tuple(map(self._filled, spec.choices)))
            case AnswerKind.CHECKS:
                return ChecksType(tuple(map(self._filled, spec.choices)))
            case AnswerKind.PROSE:
                return Prose()

    def _applicability(self, item: Item) -> Applicability:
        """Combine what every item asks that decides whether this one is asked."""
        deciders = deciding(item, self.sections)
        named = [frozenset(map(words, d.spec.levels)) for d in deciders if d.spec.levels]
        conditions = dict.fromkeys(c for d in deciders if (c := self._condition(d)) is not None)
        return Applicability(frozenset.intersection(*named) if named else None, tuple(conditions))

    def _condition(self, item: Item) -> Condition | None:
        if item.spec.condition is None or item.target is None:
            return None
        target = self.sections[item.target.value]
        answers = tuple(map(self._filled, item.spec.condition.answers))
        return Condition(item.target.value, self._caption(target).rstrip(":. "), answers)
