"""The files of a campaign's author: `dot-bao-cao`, `de-cuong`, `bieu-so-lieu`, `don-vi`.

In: the campaign's folder. Out: a source for each file, which `rules.campaign` judges, and, if no
file has faults, the `Campaign` that is built from them.
"""
