"""The nouns, as frozen dataclasses: the campaign, what units write, the finished document.

`campaign`, `outline`, `form` and `award_rules` are read from a campaign's files, `paper`, `content`
and `award` from a unit's, as `record` and `scalars` describe; `compose` makes a `document`.
"""
