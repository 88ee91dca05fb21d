"""Stage 1: the files that people write to content that knows its places.

In: paths. Out: model objects, and a `Diagnostic` for each thing that is not as its record declares.
`yaml` turns bytes into placed scalars, `records` holds them against the dataclasses that declare
their keys and binds them, `pictures` makes images safe; `unit` and `campaign` read whole files.
"""
