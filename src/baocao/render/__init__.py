"""Stage 4: a `Document` to bytes, one module a format.

Templates are Jinja2, sandboxed, escaping and strict (`sandbox`); they print the fields of a
`Document` and compose nothing.
"""
