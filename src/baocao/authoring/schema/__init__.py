"""JSON Schemas by which an editor checks, completes and explains content files.

In: a campaign, and the shapes by which `load` reads the files. Out: a schema for each file name.
`campaign` has them all; `json_schema` holds the vocabulary, `record` turns a shape of `load` into a
schema, the others add what outline, forms and levels say.
"""
