"""The four files of a new campaign, small but complete."""

from baocao import workspace
from baocao.authoring.scaffold.campaign_answers import CampaignAnswers
from baocao.authoring.scaffold.template import render

_FILES = (
    workspace.CAMPAIGN_FILE,
    workspace.OUTLINE_FILE,
    workspace.FORMS_FILE,
    workspace.UNITS_FILE,
)
_MOST_YEARS = 8  # more do not fit beside the labels of a sheet


def campaign_files(answers: CampaignAnswers) -> dict[str, str]:
    """Return the text of each file of a new campaign, by name."""
    years = range(answers.first_year, answers.last_year + 1)
    context = {
        "answers": answers,
        "forms": range(1, answers.forms + 1),
        "years": years if len(years) <= _MOST_YEARS else (),
    }
    return {name: render(name, workspace.schema_path(name), **context) for name in _FILES}
