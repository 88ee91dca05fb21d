"""The files that `baocao new` and `baocao campaign new` write, before a person fills them in.

In: a campaign and one of its units, or the answers that begin a campaign. Out: the text of each
file by its name. `templates/` shows the files; the modules compute what depends on the campaign.
"""
