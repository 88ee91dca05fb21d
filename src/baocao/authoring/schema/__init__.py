"""What a writer's editor is told: JSON Schemas, from the same shapes and rules that `check` uses.

`schema` gives every schema of a campaign; `json_schema` is the vocabulary, `shape_schema` turns the
shapes of `load` into it, `report_schema` and `statistics_schema` add what outline and form say;
`guidance` words what both a schema and a scaffold show.
"""
