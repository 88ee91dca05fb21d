"""What helps a person write content: files to fill in, and JSON Schemas for the editor.

In: a campaign that was read, and its units. Out: the text of the files that `cli` writes.
`guidance`, `column_groups` and `formula_words` are what `scaffold` and `schema` share.
"""
