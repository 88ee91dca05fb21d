"""Một quy tắc, một tệp: what can be wrong in what people write, one rule a module.

A module's docstring is the manual that `baocao explain` prints, so it is in Vietnamese; the
rule's id is the file's name with hyphens. A module owns its sentences: stages call it for the
`Diagnostic`, and no other place words one.
"""
