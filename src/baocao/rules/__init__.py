"""Stage 2: content to diagnostics, one rule a module that finds *and* words one fault.

In: a campaign and what a unit wrote, as `load` read them. Out: a `Diagnostic` for each fault.
A module's docstring is the manual that `baocao explain` prints, so it is in Vietnamese; the rule's
id is the file's name with hyphens. A module dropped into one of the folders takes part.
"""

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules

from baocao.diagnostics import Diagnostic
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules import overfull_file
from baocao.rules.registry import CONTENT_CHECKS

_SUBJECTS = ("report", "figures", "campaign", "paper", "award")
MOST = 100

for _subject in _SUBJECTS:
    for _module in iter_modules(import_module(f"{__name__}.{_subject}").__path__):
        import_module(f"{__name__}.{_subject}.{_module.name}")


def validate(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Yield every fault that the rules find, rule by rule; of one rule no more than `MOST`."""
    for check in CONTENT_CHECKS:
        faults = iter(check(campaign, content))
        yield from islice(faults, MOST)
        one_more = next(faults, None)
        if one_more is not None:
            yield overfull_file.more(one_more, MOST)
