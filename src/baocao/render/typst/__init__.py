"""A `Document` to JSON (`document_json`) to PDF/A-3b (`printer`, `metadata`) by Typst."""
