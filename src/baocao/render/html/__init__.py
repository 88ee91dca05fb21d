"""A `Document` to HTML by Jinja2 templates, and from there to PDF/A-3b by WeasyPrint."""
