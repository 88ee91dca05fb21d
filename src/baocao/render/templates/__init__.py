"""What a template may do, and its check before use, for Word, HTML and Typst.

In: a template file. Out: diagnostics (`check_*`, worded by `messages`), or a template that was
checked before by its bytes (`approval`), and the Jinja2 environment that fills it (`sandbox`).
"""
