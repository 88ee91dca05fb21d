"""Trong tệp của đợt báo cáo, một mã được nhắc đến mà không có ở đâu.

Ví dụ: tổng cộng của biểu gọi một cột không có, phụ lục gọi một biểu không có, đơn vị thuộc một
cấp không có.

Sai và đúng::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
  -     cap: cap-tinh
  +     cap: tinh-thanh-pho
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.load.campaign.source import CampaignSource, OutlineSource, UnitsSource
from baocao.model.scalars import is_folder_id, is_name
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, outline_rule, units_rule
from baocao.suggestion import closest, did_you_mean, listed

RULE = Rule.of_module(__name__, __doc__)


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    """Check the levels of sendings and awards, the appendices, the conditions of awards."""
    for sending in source.sendings:
        yield from _unknown(sending.texts("levels"), "cấp", source.level_ids)
    if source.forms is not None:
        for document in source.documents:
            forms = (text for text in document.texts("appendices") if is_name(text.value))
            yield from _unknown(forms, "biểu", tuple(source.forms))
    rules = source.record.record("awards")
    if rules is None:
        return
    conditions = tuple(each.word("id") for each in rules.records("conditions"))
    for award in rules.records("awards"):
        yield from _unknown(award.texts("levels"), "cấp", source.level_ids)
        collectives = award.record("collectives")
        if collectives is not None:
            yield from _unknown(collectives.texts("conditions"), "điều kiện", conditions)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check the levels and forms of sections, and the sections and answers of conditions."""
    levels, forms = source.known.levels, source.known.forms
    for item in source.items:
        if levels is not None:
            yield from _unknown(item.spec.levels, "cấp", levels)
        if forms is not None and item.spec.form is not None:
            yield from _unknown((item.spec.form,), "biểu", tuple(forms))
        target = item.target
        if target is not None and item.spec.condition is not None and is_name(target.value):
            yield from _check_target(target, source)


@units_rule
def check_units(source: UnitsSource) -> Diagnostics:
    """Check the level of each unit."""
    levels = source.levels
    for record in source.records:
        level = record.text("level")
        if levels is not None and level is not None and is_folder_id(level.value):
            yield from _unknown((level,), "cấp", levels)


def _unknown(texts: Iterable[Text], what: str, known: tuple[str, ...]) -> Diagnostics:
    yield from (unknown(text, what, known) for text in texts if text.value not in known)


def _check_target(text: Text, source: OutlineSource) -> Diagnostics:
    choosing = tuple(id_ for id_, item in source.sections.items() if item.is_choice)
    if text.value not in source.sections:
        yield unknown(text, "mục", tuple(source.sections))
    elif text.value not in choosing:
        yield RULE.error(
            text.span,
            f"Mục «{text.value}» không phải là mục chọn hay đánh dấu nên không đặt điều kiện được.",
            "Đề nghị ghi mã của một mục chọn hay đánh dấu: "
            f"{', '.join(choosing) or 'chưa có mục nào'}.",
        )


def unknown(text: Text, what: str, known: tuple[str, ...]) -> Diagnostic:
    """Word the diagnostic of a text that names no `what`, such as «cột»."""
    usable = listed(tuple(dict.fromkeys(known)))
    return RULE.error(
        text.span,
        f"Không có {what} nào mang mã «{text.value}».{did_you_mean(closest(text.value, known))}",
        f"Đề nghị ghi đúng một trong các mã: {usable}.",
    )
