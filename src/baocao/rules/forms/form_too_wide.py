"""Biểu rộng hơn khổ giấy.

Biểu in được nhờ lần lượt: khổ ngang (nếu biểu không quy định khổ dọc), thu hẹp cột chữ, giảm cỡ
chữ xuống 7. Vẫn không vừa thì không in, vì in thì mất cột hoặc vỡ số.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        kho_giay: doc
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
  -       - {ma: a, tieu_de: Tổngsốđoànviênnữtrựctiếpsảnxuất}
  -       - {ma: b, tieu_de: Tổngsốđoànviênnamtrựctiếpsảnxuất}
  -       - {ma: c, tieu_de: Tổngsốđoànviêntrẻtrựctiếpsảnxuất}
  -       - {ma: d, tieu_de: Tổngsốđoànviênkháctrựctiếpsảnxuất}
  +       - {ma: a, tieu_de: Tổng số đoàn viên nữ trực tiếp sản xuất}
  +       - {ma: b, tieu_de: Tổng số đoàn viên nam trực tiếp sản xuất}
        dong:
          - {ma: dau_ky, noi_dung: Đầu kỳ}
"""

from baocao.calc.tabulation import tabulate
from baocao.diagnostics import Diagnostic, Diagnostics, Rule, Span
from baocao.layout.fitting import (
    SMALLEST_SIZE_PT,
    TEXT_WIDTHS_MM,
    as_portrait,
    fits,
    fits_with,
    minimum_width_mm,
)
from baocao.layout.printed_form import CellTexts, printed_rows
from baocao.load.campaign.source import OutlineSource
from baocao.model.campaign import Campaign
from baocao.model.content import Statistics, UnitContent
from baocao.model.document import Orientation
from baocao.model.form import Form
from baocao.rules.registry import content_rule, outline_rule

RULE = Rule.of_module(__name__, __doc__)

_NAMES = {Orientation.PORTRAIT: "dọc", Orientation.LANDSCAPE: "ngang"}
_ADDED_IN_PRINT = 6  # thousands' dots, decimals and a sum's further digits
_HINT_FILLED = "Đề nghị viết ngắn lại chữ ở các ô, hoặc đề nghị người soạn biểu tách biểu."
_HINT_BLANK = "Đề nghị viết ngắn các từ dài ở đầu cột, bớt cột, hoặc tách thành hai biểu."


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each form that does not fit its page with the unit's figures in it."""
    for statistics in content.statistics.values():
        form = statistics.form
        printed = (form, as_portrait(form)) if form.id in campaign.outline.forms else (form,)
        if all(_surely_fits(form, statistics) for form in printed):
            continue
        texts = printed_rows(tabulate(form, statistics))
        for layout in printed:
            if not fits(layout, texts):
                yield _diagnose(statistics.source.span(0, 1), layout, texts, _HINT_FILLED)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check that each form that is printed in a section fits an upright page."""
    for item in source.items:
        text = item.spec.form
        form = None if text is None else (source.known.forms or {}).get(text.value)
        if text is not None and form is not None:
            yield from check_blank(as_portrait(form), text.span)


def check_blank(form: Form, span: Span) -> Diagnostics:
    """Check that a form fits its page before it is filled in; `span` is that of the form's name."""
    texts = printed_rows(tabulate(form, None))
    if not fits(form, texts):
        yield _diagnose(span, form, texts, _HINT_BLANK)


def _surely_fits(form: Form, statistics: Statistics) -> bool:
    """Return whether a form fits even with its longest cell in every column; quick to compute."""
    longest = max((len(filled.cell.text.value) for filled in statistics.cells), default=0)
    return fits_with(form, "0" * (longest + _ADDED_IN_PRINT))


def _diagnose(span: Span, form: Form, texts: CellTexts, hint: str) -> Diagnostic:
    page = Orientation.PORTRAIT if form.landscape is False else Orientation.LANDSCAPE
    return RULE.error(
        span,
        f"Biểu «{form.name}» cần rộng {minimum_width_mm(form, texts):.0f} mm dù in chữ cỡ "
        f"{SMALLEST_SIZE_PT:.0f}; khổ giấy {_NAMES[page]} chỉ có {TEXT_WIDTHS_MM[page]:.0f} mm.",
        hint,
    )
