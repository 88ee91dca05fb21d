"""Writes the editor's schemas of a campaign, as every command does that creates content files."""

import click

from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import to_text
from baocao.model.campaign import Campaign
from baocao.workspace import CampaignFolder
from baocao.write import write_whole


def write_schemas(folder: CampaignFolder, campaign: Campaign) -> None:
    texts = {folder.schema(name): to_text(each) for name, each in schemas(campaign).items()}
    for path, text in texts.items():
        write_whole(path, text.encode())
    place = next(iter(texts)).parent
    click.echo(f"Lược đồ cho trình soạn thảo: {place} ({len(texts)} tệp, đã làm mới)")
