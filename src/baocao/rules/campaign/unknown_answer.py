"""Checks that a condition waits for an answer that the section it names can have."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.outline_items import decides_itself
from baocao.load.campaign.source import OutlineSource
from baocao.load.records.messages import malformed_value
from baocao.rules.registry import outline_rule


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    for item in source.items:
        target, condition = item.target, item.spec.condition
        section = None if target is None else source.sections.get(target.value)
        if target is None or condition is None or section is None or not section.is_choice:
            continue
        if decides_itself(item, source.sections):
            continue  # a rule of its own says so
        choices = tuple(text.stripped for text in section.spec.choices)
        for answer in condition.answers:
            if answer.stripped not in choices:
                yield malformed_value(
                    answer,
                    f"một trong các lựa chọn của mục «{target.value}»: {'; '.join(choices)}",
                )
