"""A `Document` to a Word file: a template's parts filled, with WordprocessingML made here.

`template` opens, fills and packs; `part` compiles one part; `body`, `frames`, `pictures` and
`footnotes` make the XML that is inserted.
"""
