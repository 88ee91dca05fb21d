"""`dot-bao-cao.yaml`, and the campaign that its folder's files make together."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.outline import fixed_blanks
from baocao.load.campaign.source import CampaignSource, offered_to
from baocao.load.records.bind import bind
from baocao.load.records.file import read_record
from baocao.load.records.located import Located
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.form import Form
from baocao.model.outline import Outline
from baocao.model.record import record_of


def read_campaign(
    path: Path, forms: Mapping[str, Form] | None
) -> tuple[CampaignSource | None, tuple[Diagnostic, ...]]:
    """Read the campaign's own file, None if nothing of it could be read."""
    root, faults = read_record(path, record_of(Campaign))
    source = (
        None
        if root is None
        else CampaignSource(Located(Campaign, root), forms, is_sound=not faults)
    )
    return source, faults


def build_campaign(
    source: CampaignSource, campaign_id: str, outline: Outline, units: Mapping[str, Unit]
) -> Campaign:
    """Build a campaign from a source without faults."""
    campaign = bind(
        Campaign,
        source.record.node,
        id=campaign_id,
        outline=outline,
        forms=source.forms,
        units=units,
    )
    documents = {each.kind: _filled(each, source) for each in campaign.documents.values()}
    return replace(campaign, documents=documents)


def _filled(document: RequiredDocument, source: CampaignSource) -> RequiredDocument:
    """Return the document with what is the same for every unit in its closing lines' blanks."""
    fixed = fixed_blanks(offered_to(document.kind, source.known))
    return replace(document, closing=tuple(fill(line, fixed) for line in document.closing))
