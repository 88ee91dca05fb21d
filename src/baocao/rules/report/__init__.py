"""Rules of the words: the report's sections, its references to figures, and every printed text.

In: what the unit wrote and the campaign's outline. Out: diagnostics, each at the words as typed.
"""
