"""Stage 4: a `Document` to the bytes of a file, one folder for each printer.

In: a `Document`, and the templates of a workspace. Out: a Word file (`word`), or a PDF by
WeasyPrint (`html`) or Typst (`typst`). Templates (`templates`) print fields and compose nothing.
"""
