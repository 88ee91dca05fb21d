"""A campaign's schemas for its editors, which every command that makes files writes anew."""

import click

from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import as_text
from baocao.model.campaign import Campaign
from baocao.workspace import CampaignFolder
from baocao.write import write_whole


def write_schemas(folder: CampaignFolder, campaign: Campaign) -> None:
    """Write the schemas of a campaign's files, and say so."""
    texts = {folder.schema(name): as_text(each) for name, each in schemas(campaign).items()}
    for path, text in texts.items():
        write_whole(path, text.encode())
    place = next(iter(texts)).parent
    click.echo(f"Lược đồ cho trình soạn thảo: {place} ({len(texts)} tệp, đã làm mới)")
